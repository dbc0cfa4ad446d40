"""Tasks, their runs and steps."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, select

from agent.protocol import QuestionState, TaskState
from agent.store.engine import Store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Question, Run, Step, Submission, Task, now

AT_REST = frozenset({TaskState.FAILED, TaskState.CANCELLED})
"""States in which nothing is under way, and nothing was finished either."""
FINISHED = frozenset({TaskState.DONE, TaskState.FAILED, TaskState.UNKNOWN, TaskState.CANCELLED})


def add(store: Store, task: Task, question: Question | None = None) -> Task:
    """Files a new task, and with it what has to be asked before it can begin."""
    with store.write() as session:
        session.add(task)
        if question is not None:
            session.flush()
            question.task_id = task.id or 0
            session.add(question)
    return task


def start_at(store: Store, task_id: int, url: str, start: dict[str, Any]) -> Task:
    """Changes where a task starts; what was asked about it is settled. One that failed or was cancelled stays so.

    Raises:
        NotFound: there is none of that id.
        NotNow: it is under way, or was held, sent or finished: its address is fixed before its first page is read.
    """
    with store.write() as session:
        task = _get(session, task_id)
        runs = list(session.exec(select(Run).where(Run.task_id == task_id)))
        held = session.exec(select(Submission).where(Submission.task_id == task_id)).first() is not None
        at_rest = task.state in AT_REST
        if held or not (at_rest or (task.state in (TaskState.QUEUED, TaskState.NEEDS_ANSWER) and not runs)):
            raise NotNow("It has begun; its address is fixed. With --again it is stopped and begun anew as a new task.")
        if any(not run.ended_at for run in runs):
            raise NotNow("It is still being stopped. Try again in a moment.")
        task.url, task.contract, task.updated_at = url, {**task.contract, "start": start}, now()
        if not at_rest:
            task.state = TaskState.QUEUED
        session.add(task)
        for question in session.exec(select(Question).where(Question.task_id == task_id,
                                                            Question.state == QuestionState.ASKED)):
            question.state = QuestionState.WITHDRAWN
            session.add(question)
    return task


def any_yet(store: Store) -> bool:
    """Whether there ever was one."""
    with store.read() as session:
        return session.exec(select(Task.id).limit(1)).first() is not None


def get(store: Store, task_id: int) -> Task:
    """The task.

    Raises:
        NotFound: there is none of that id.
    """
    with store.read() as session:
        return _get(session, task_id)


def every(store: Store, *states: TaskState) -> list[Task]:
    """All tasks, oldest first; only those in the states named, if any."""
    with store.read() as session:
        query = select(Task).order_by(col(Task.id))
        return list(session.exec(query.where(col(Task.state).in_(states)) if states else query))


def texts(store: Store, numbers: Collection[int] | None = None) -> dict[int, str]:
    """The words of tasks by their number; of all, or of those named (at most some thousands)."""
    query = select(Task.id, Task.text)
    with store.read() as session:
        found = session.exec(query if numbers is None else query.where(col(Task.id).in_(numbers)))
        return {number or 0: text for number, text in found}


def change(store: Store, task_id: int, **values: Any) -> Task:
    """Sets columns of a task. A finished task's open questions are withdrawn, and its step grant ends."""
    with store.write() as session:
        task = _get(session, task_id)
        for name, value in values.items():
            setattr(task, name, value)
        task.updated_at = now()
        session.add(task)
        if task.state in FINISHED:
            for question in session.exec(select(Question).where(Question.task_id == task_id,
                                                                Question.state == QuestionState.ASKED)):
                question.state = QuestionState.WITHDRAWN
                session.add(question)
            _end_grant(session, task_id)
    return task


def move(store: Store, task_id: int, state: TaskState) -> bool:
    """Sets the state of a task that is not cancelled, in one transaction; returns whether it did."""
    with store.write() as session:
        task = _get(session, task_id)
        if task.state == TaskState.CANCELLED:
            return False
        task.state, task.message, task.updated_at = state, "", now()
        session.add(task)
    return True


def start_run(store: Store, task_id: int) -> Run:
    """Opens a run; the task is running from now on."""
    with store.write() as session:
        run = Run(task_id=task_id)
        session.add(run)
        task = _get(session, task_id)
        task.state, task.message, task.updated_at = TaskState.RUNNING, "", now()
        session.add(task)
    return run


def end_run(store: Store, run_id: int, state: str, message: str = "") -> None:
    """Closes a run."""
    with store.write() as session:
        run = session.get_one(Run, run_id)
        run.state, run.message, run.ended_at = state, message, now()
        session.add(run)


def runs_of(store: Store, task_id: int) -> list[tuple[Run, list[Step]]]:
    """The runs of a task with their steps, oldest first."""
    with store.read() as session:
        runs = session.exec(select(Run).where(Run.task_id == task_id).order_by(col(Run.id)))
        return [(run, list(session.exec(select(Step).where(Step.run_id == run.id).order_by(col(Step.id)))))
                for run in runs]


def unfinished_runs(store: Store) -> list[Run]:
    """Runs that a crash left open."""
    with store.read() as session:
        return list(session.exec(select(Run).where(Run.ended_at == "")))


def set_grant(store: Store, task_id: int, grant: dict[str, Any]) -> None:
    """Notes a step grant on the task's latest run; it ends with the task."""
    with store.write() as session:
        run = session.exec(select(Run).where(Run.task_id == task_id).order_by(col(Run.id).desc())).first()
        if run is not None:
            run.grant = grant
            session.add(run)


def grant_of(store: Store, task_id: int) -> dict[str, Any]:
    """The step grant the person gave for this task, or an empty dict."""
    with store.read() as session:
        for run in session.exec(select(Run).where(Run.task_id == task_id).order_by(col(Run.id).desc())):
            if run.grant:
                return run.grant
    return {}


def add_to_grant(store: Store, task_id: int, **more: Any) -> None:
    """Notes more on a task's step grant; one that was ended meanwhile stays ended."""
    with store.write() as session:
        for run in session.exec(select(Run).where(Run.task_id == task_id).order_by(col(Run.id).desc())):
            if run.grant:
                run.grant = {**run.grant, **more}
                session.add(run)
                return


def end_grant(store: Store, task_id: int) -> bool:
    """Ends a task's step grant before the task does; returns whether there was one. Later steps are held again."""
    with store.write() as session:
        return _end_grant(session, task_id)


def _end_grant(session: Session, task_id: int) -> bool:
    granted = [run for run in session.exec(select(Run).where(Run.task_id == task_id)) if run.grant]
    for run in granted:
        run.grant = {}
        session.add(run)
    return bool(granted)


def add_step(store: Store, run_id: int, text: str, picture: str = "") -> None:
    """Notes what a run did, in plain words without personal values."""
    with store.write() as session:
        session.add(Step(run_id=run_id, text=text, picture=picture))


def _get(session: Session, task_id: int) -> Task:
    task = session.get(Task, task_id)
    if task is None:
        raise NotFound(f"There is no task t{task_id}.")
    return task
