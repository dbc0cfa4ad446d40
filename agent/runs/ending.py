"""Ends a run whose task is finished: what the site answered is filed, the task gets its last state."""

from __future__ import annotations

from agent.browser.page_map import MappedPage
from agent.planner.autofill.after_sending import read
from agent.planner.autofill.answer_page import AnswerState
from agent.planner.base import Done
from agent.protocol import TaskState
from agent.runs import resume
from agent.runs.concluding import WITH_DOCUMENT, conclude
from agent.runs.keeping import fetch_documents, keep_documents
from agent.runs.learning import keep_recipe
from agent.runs.under_way import UnderWay
from agent.store import tasks


async def finish(run: UnderWay, done: Done, mapped: MappedPage) -> None:
    """The form is done: completes the receipt with the answer's picture, words and documents.

    Raises:
        Stuck: what the records say does not go with a form that is done.
    """
    name = f"t{run.task_id}-x{run.run_id}"
    after = run.ground.folder / "pictures" / f"{name}-answer.png"
    answer = read(mapped.map)
    words = await conclude(run.store, run.task_id, run.page, done, after, answer)
    if words and answer.state is AnswerState.UNCLEAR:  # what the site answered is on file by now, come what may
        words = " ".join(filter(None, (words, await run.looking.at_answer(mapped.map))))
    if done.confirmed:
        keep_recipe(run, done, mapped)
        await fetch_documents(mapped, run.gate, run.downloads)
    kept = await keep_documents(run.store, run.task_id, run.downloads, run.ground.folder / "documents", name)
    for each in kept:
        run.note(f"Kept the site's document “{each.name}” with the receipt")
    end(run, TaskState.DONE, WITH_DOCUMENT if words and kept else words)


def end(run: UnderWay, state: TaskState, message: str) -> None:
    """The task ends in this state."""
    tasks.change(run.store, run.task_id, state=state, message=message)
    tasks.end_run(run.store, run.run_id, "ended", message)
    resume.forget(run.resume_path)
    run.say({TaskState.DONE: "Done"}.get(state, message or state.value))
