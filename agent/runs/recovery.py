"""After a crash: doubt becomes *unknown*, runs that were cut off are said to be, and every task gets a true state.

Nothing here sends anything, ever.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from agent.protocol import ReceiptState, SubmissionState, TaskState
from agent.receipts import filing
from agent.runs import resume, watching
from agent.store import ledger, questions, receipts, submissions, tasks
from agent.store.engine import Store
from agent.store.tables import Receipt, Submission, Task

IN_DOUBT = ("It was being sent when Countersign was interrupted. It may or may not have arrived. Look on the site, or "
            "ask them, before anything else: it is not sent again by itself.")
ANSWER_LOST = ("It was sent and the site answered, but Countersign was interrupted before it could read the answer. "
               "Look on the site whether it was accepted.")

OLDER_COPY = ("The database was replaced by an older copy of itself. What happened since is forgotten here: this task "
              "may have been carried out. Look on the site, or ask them; then let it go on, or cancel it.")

SPOOL_SECONDS = 1.0
"""What is younger in the spool may belong to another command's gate, which loads its key from there just now."""


def recover(store: Store) -> None:
    """Puts the records in order. Call it once at start, holding the run lock."""
    _empty_spool(store.folder / "spool")
    watching.forget(store.folder)
    older = ledger.is_older(store)
    if older:
        _halt(store)  # first, so that a crash in between does not let go what was to be looked at
        ledger.accept_older(store)
    ledger.doubtful(store)
    for submission in submissions.in_state(store, [SubmissionState.UNKNOWN]):
        filing.sent(store, submission, 0, ReceiptState.UNKNOWN)
    for submission in submissions.in_state(store, [SubmissionState.ANSWERED]):
        filing.sent(store, submission, submission.status)
    for run in tasks.unfinished_runs(store):
        tasks.end_run(store, run.id or 0, "interrupted", "Countersign was interrupted.")
    for task in [*tasks.every(store, TaskState.RUNNING, TaskState.SENDING), *_stranded(store)]:
        number = task.id or 0
        state, message = settled(submissions.of_task(store, number), receipts.of_task(store, number),
                                 waiting=bool(questions.open_ones(store, number)))
        tasks.change(store, number, state=state, message=message)
    if older:
        _halt(store)  # again: the message is for the person
    for task in tasks.every(store, *tasks.FINISHED):
        resume.forget(resume.path_for(store.folder, task.id or 0))


def settled(found: Sequence[Submission], receipt: Receipt | None, *, waiting: bool) -> tuple[TaskState, str]:
    """The true state of a task that no process is running.

    Args:
        found: its submissions, oldest first.
        receipt: what was filed for it.
        waiting: whether a question waits.
    """
    if any(each.state in (SubmissionState.SENDING, SubmissionState.UNKNOWN) for each in found):
        return TaskState.UNKNOWN, IN_DOUBT
    last = found[-1].state if found else None
    if last == SubmissionState.HELD:
        return TaskState.NEEDS_REVIEW, ""
    if last == SubmissionState.REJECTED:
        return TaskState.CANCELLED, "You rejected it; nothing was sent."
    if last == SubmissionState.ANSWERED and not found[-1].step:
        if receipt is not None and receipt.state == ReceiptState.CONFIRMED:
            return TaskState.DONE, ""
        return TaskState.UNKNOWN, ANSWER_LOST
    return (TaskState.NEEDS_ANSWER, "") if waiting else (TaskState.QUEUED, "")


def _halt(store: Store) -> None:
    """Stops everything unfinished in a database that forgot its end, until the person has looked at each."""
    for task in tasks.every(store):
        if task.state not in tasks.FINISHED:
            tasks.change(store, task.id or 0, paused=True, message=OLDER_COPY)


def _stranded(store: Store) -> list[Task]:
    """Tasks said to wait for a review that has nothing to review: a rejection was cut off after its first half."""
    return [task for task in tasks.every(store, TaskState.NEEDS_REVIEW)
            if submissions.open_of_task(store, task.id or 0) is None]


def _empty_spool(spool: Path) -> None:
    """Removes what a killed gate left: bodies of requests, and a key if it died in the instant of loading it."""
    now = time.time()
    for left in spool.iterdir():
        if now - left.stat().st_mtime > SPOOL_SECONDS:
            left.unlink(missing_ok=True)
