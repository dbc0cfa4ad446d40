"""How an attempt that could not go on leaves its task: in a true state, with what was held or approved ended."""

from __future__ import annotations

from agent.protocol import TaskState
from agent.runs import recovery, resume
from agent.runs.ground import Ground
from agent.store import ledger, questions, receipts, submissions, tasks


def fail(ground: Ground, task_id: int, run_id: int, text: str) -> None:
    """The task fails, unless something of it is in doubt or still waits."""
    try:
        state, message = _state(ground, task_id)
        if message == recovery.ANSWER_LOST:
            message = f"It was sent and the site answered, but: {text} Look on the site whether it was accepted."
        if tasks.get(ground.store, task_id).state == TaskState.CANCELLED and state != TaskState.UNKNOWN:
            state, message = TaskState.CANCELLED, text
            _withdrawn(ground, task_id)
        elif state in (TaskState.QUEUED, TaskState.NEEDS_ANSWER):
            state, message = TaskState.FAILED, text
            _unsent(ground, task_id, text)
        tasks.change(ground.store, task_id, state=state, message=message or text)
        tasks.end_run(ground.store, run_id, "ended", text)
        if state in tasks.FINISHED:
            resume.forget(resume.path_for(ground.folder, task_id))
    finally:
        ground.progress(task_id, text)


def _withdrawn(ground: Ground, task_id: int) -> None:
    """What was held just as the person cancelled goes with the task."""
    held = submissions.open_of_task(ground.store, task_id)
    if held is not None:
        ledger.withdraw(ground.store, held.id or 0)


def _unsent(ground: Ground, task_id: int, why: str) -> None:
    """What was approved can't be carried out any more: its approval ends with the task."""
    held = submissions.open_of_task(ground.store, task_id)
    if held is not None:
        ledger.not_sent(ground.store, held.id or 0, why)


def close(ground: Ground, task_id: int, run_id: int, state: str, message: str = "") -> None:
    """The run ends in this state; its task gets the state that the records say."""
    tasks.end_run(ground.store, run_id, state, message)
    if tasks.get(ground.store, task_id).state in (TaskState.RUNNING, TaskState.SENDING):
        settled, text = _state(ground, task_id)
        tasks.change(ground.store, task_id, state=settled, message=text)


def _state(ground: Ground, task_id: int) -> tuple[TaskState, str]:
    return recovery.settled(submissions.of_task(ground.store, task_id), receipts.of_task(ground.store, task_id),
                            waiting=bool(questions.open_ones(ground.store, task_id)))
