"""Tasks at the desk: list, look, cancel, retry; their own copies of files."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.queue import site_of, size_of
from agent.desk.since import for_chore
from agent.desk.starts import ask_again, doc_of_task
from agent.desk.task_recipe import recipe_of
from agent.intake.draft import DraftFile
from agent.protocol import SubmissionState, TaskState
from agent.protocol.messages import FileDoc
from agent.store import board, chores, ledger, receipts, seen, submissions, tasks
from agent.store.home import private
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Task


def copied(desk: Desk, files: Sequence[DraftFile]) -> list[dict[str, str]]:
    """Copies of the files in a folder of their own, so that what is sent is what the person saw."""
    if not files:
        return []
    folder = desk.folder / "attachments" / secrets.token_hex(8)
    try:
        folder.mkdir(mode=0o700)
        return [_copy(folder, each) for each in files]
    except OSError as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise NotNow(f"The files could not be copied: {problem.strerror or problem}. Nothing was kept; free some disk "
                     "space or check that the files can be read, and try again.") from problem


def _copy(folder: Path, file: DraftFile) -> dict[str, str]:
    target = folder / Path(file.name).name
    for attempt in range(2, 100):
        if not target.exists():
            break
        target = folder / f"{Path(file.name).stem}-{attempt}{Path(file.name).suffix}"
    if file.data is not None:
        target.write_bytes(file.data)
    else:
        shutil.copyfile(file.path, target)
    private(target)
    return {"name": target.name, "path": str(target), "media_type": file.media_type}


@capability("tasks", "List all tasks")
def list_tasks(desk: Desk) -> list[dict[str, Any]]:
    """All tasks, oldest first."""
    return [_task(desk, task) for task in tasks.every(desk.store)]


@capability("task", "Show one task with what was done", Argument("id", "its id", metavar="ID"))
def show_task(desk: Desk, id: str) -> dict[str, Any]:
    """One task, its runs and their steps.

    Raises:
        NotFound: there is none.
    """
    task = tasks.get(desk.store, number_of("t", id))
    return {**_task(desk, task), **_more(desk, task)}


@capability("cancel", "Stop a task; what is held for it is not sent", Argument("id", "its id", metavar="ID"))
def cancel(desk: Desk, id: str) -> dict[str, Any]:
    """Cancels a task that is not finished.

    Raises:
        NotFound: there is none.
        NotNow: it is finished, or is being sent at this moment.
    """
    task = tasks.get(desk.store, number_of("t", id))
    if task.state in tasks.FINISHED or task.state == TaskState.SENDING:
        raise NotNow(f"Task {id} is {task.state}; it can't be cancelled any more.")
    held = submissions.open_of_task(desk.store, task.id or 0)
    if held is not None:
        ledger.withdraw(desk.store, held.id or 0)
    tasks.change(desk.store, task.id or 0, state=TaskState.CANCELLED, message="You cancelled it.")
    return {"id": shown("t", task.id), "state": TaskState.CANCELLED}


@capability("retry", "Try a finished task again",
            Argument("id", "its id", metavar="ID"),
            Argument("even_if_sent", "yes, although it was or may have been sent before", option=True, flag=True,
                     required=False))
def retry(desk: Desk, id: str, even_if_sent: bool = False) -> dict[str, Any]:
    """Queues a finished task again; what it would send is held for a new decision.

    Raises:
        NotFound: there is none.
        NotNow: not finished, or it was or may have been sent and that was not said to be known.
    """
    task = tasks.get(desk.store, number_of("t", id))
    number = task.id or 0
    if task.state not in tasks.FINISHED:
        raise NotNow(f"Task {id} is {task.state}; only a finished task can be tried again.")
    went_out = any(each.state in (SubmissionState.SENDING, SubmissionState.ANSWERED, SubmissionState.UNKNOWN)
                   for each in submissions.of_task(desk.store, number))
    if went_out and not even_if_sent:
        raise NotNow(f"Task {id} sent something, or may have. Check with the site first; if you want to send again, "
                     "say --even-if-sent. You will see everything before it goes out.")
    if went_out:
        task = tasks.add(desk.store, Task(text=task.text, title=task.title, url=task.url, planner=task.planner,
                                          files=task.files, sites=task.sites, notes=task.notes, contract=task.contract,
                                          plan_id=task.plan_id, place=task.place, occurrence_id=task.occurrence_id))
        if tasks.get(desk.store, number).state == TaskState.UNKNOWN:  # the person looked: the doubt is settled
            tasks.change(desk.store, number, state=TaskState.FAILED,
                         message=f"You looked, it had not arrived, and you tried again as {shown('t', task.id)}.")
    else:  # the same task, with its answers and edits
        held = submissions.open_of_task(desk.store, number)
        if held is not None:
            ledger.void_approval(desk.store, held.id or 0, "retry")
        if not task.url:
            ask_again(desk.store, task)
        varies = chores.ask_again(desk.store, number)
        task = tasks.change(desk.store, number, message="", paused=False,
                            state=TaskState.QUEUED if task.url and not varies else TaskState.NEEDS_ANSWER)
    return {"task": shown("t", task.id), "state": task.state, "of": shown("t", number)}


def _task(desk: Desk, task: Task) -> dict[str, Any]:
    runs = [{"id": shown("x", run.id), "state": run.state, "message": run.message, "started_at": run.started_at,
             "ended_at": run.ended_at, "cost": run.cost,
             "steps": [{"at": step.at, "text": step.text, "picture": step.picture} for step in steps]}
            for run, steps in tasks.runs_of(desk.store, task.id or 0)]
    return {"id": shown("t", task.id), "text": task.text, "title": task.title, "url": task.url, "state": task.state,
            "message": task.message, "planner": task.planner, "runs": runs, "cost": task.cost,
            "files": [each["name"] for each in task.files], "created_at": task.created_at, "site": site_of(task.url),
            "paused": task.paused, "notes": task.notes, "updated_at": task.updated_at}


def _more(desk: Desk, task: Task) -> dict[str, Any]:
    """What one task has besides: its files, what waits, what was or would be sent."""
    number = task.id or 0
    receipt = receipts.of_task(desk.store, number)
    return {**for_chore(desk.store, task), "recipe": recipe_of(desk.store, number),
            "start": doc_of_task(desk.store, task),
            "attachments": [FileDoc(name=each["name"], path=each["path"], media_type=each["media_type"],
                                    size=size_of(each["path"])) for each in task.files],
            "waits": board.some(desk.store, [number]).waits.get(number, []),
            "submissions": [shown("s", each.id) for each in submissions.of_task(desk.store, number)],
            "plan": shown("p", task.plan_id) if task.plan_id else "",
            "receipt": shown("r", receipt.id) if receipt else "", "seen": seen.count(desk.store, number)}


