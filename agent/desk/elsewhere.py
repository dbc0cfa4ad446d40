"""Another address for a task that is filed: in its place where nothing was done yet, else as a new task."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.starts import kept_start
from agent.desk.tasks import cancel
from agent.intake.address import address
from agent.intake.starting_place import Why
from agent.protocol import SubmissionState, TaskState
from agent.store import submissions, tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow
from agent.store.tables import Task

_WENT_OUT = (SubmissionState.SENDING, SubmissionState.ANSWERED, SubmissionState.UNKNOWN)


@capability("address", "Change where a task starts",
            Argument("id", "the task's id", metavar="ID"), Argument("url", "where to start", metavar="URL"),
            Argument("again", "also where it has begun: it is stopped, nothing held for it is sent, and a new task "
                     "starts there", option=True, flag=True, required=False))
def change_address(desk: Desk, id: str, url: str, again: bool = False) -> dict[str, Any]:
    """Gives a task another address; a question about it is settled by that.

    One that failed or was cancelled before anything was held stays as it is until it is tried again.

    Raises:
        NotFound: there is no such task.
        BadAddress: it is none.
        NotNow: it has begun and ``again`` was not said, or something of it was or may have been sent.
    """
    where, number = address(url), number_of("t", id)
    task = tasks.get(desk.store, number)
    start = {**kept_start(task.contract), "why": Why.ANSWER, "reason": ""}
    try:
        done = tasks.start_at(desk.store, number, where, start)
    except NotNow:
        if not again:
            raise
        done = _anew(desk, task, where, start)
    return {"id": shown("t", done.id), "url": done.url, "state": done.state, "of": shown("t", number)}


def _anew(desk: Desk, task: Task, where: str, start: dict[str, Any]) -> Task:
    """The same task at another address, as a new one; what is under way is stopped first."""
    if task.state in (TaskState.DONE, TaskState.UNKNOWN, TaskState.SENDING) or any(
            each.state in _WENT_OUT for each in submissions.of_task(desk.store, task.id or 0)):
        raise NotNow("Something of it was sent, or may have been, so it is left as it is. Add what is still to be done "
                     "as a new task.")
    if task.state not in tasks.AT_REST:
        cancel(desk, shown("t", task.id))
    made = tasks.add(desk.store, Task(text=task.text, title=task.title, url=where, planner=task.planner,
                                      files=task.files, sites=task.sites, contract={**task.contract, "start": start},
                                      plan_id=task.plan_id, place=task.place))
    if task.state not in tasks.AT_REST:
        tasks.change(desk.store, task.id or 0, message=f"You gave another address: it is now {shown('t', made.id)}.")
    return made
