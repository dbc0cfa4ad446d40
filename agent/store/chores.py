"""Chores and their occurrences: one row for each local time, made in one transaction with its task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from agent.protocol import QuestionState, SubmissionState
from agent.store.engine import Store
from agent.store.problems import NotFound, StoreProblem
from agent.store.tables import Chore, Occurrence, Question, Submission, Task, now

PLANNED, MADE, MERGED, MISSED, SKIPPED = "planned", "made", "merged", "missed", "skipped"
FINAL = frozenset({MADE, SKIPPED})
"""States that no clock set back opens again."""

ASKED = "chore:"
"""Before a parameter's name in the key of the question that asks for it. Its answer goes into the task's text."""


class Taken(StoreProblem):
    """Another process has made the task for this time: there is nothing left to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """A task to make for one local time, with the times that are merged into it."""

    local: str
    due_at: str
    task: Task
    questions: Sequence[Question] = ()
    merged: Sequence[tuple[str, str]] = ()       # local, due_at
    given: dict[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Orders:
    """What one look at a chore leads to. ``reopened`` are rows that are taken back; ``values`` columns of the chore."""

    made: Sequence[Order] = ()
    missed: Sequence[tuple[str, str]] = ()
    reopened: Sequence[str] = ()
    values: dict[str, Any] = field(default_factory=dict)


Decide = Callable[[Chore, Sequence[Occurrence]], Orders]


def add(store: Store, chore: Chore) -> Chore:
    """Files a new chore."""
    with store.write() as session:
        session.add(chore)
    return chore


def get(store: Store, chore_id: int) -> Chore:
    """The chore, removed or not.

    Raises:
        NotFound: there is none of that id.
    """
    with store.read() as session:
        return _get(session, chore_id)


def every(store: Store, *, removed: bool = False) -> list[Chore]:
    """All chores, oldest first."""
    with store.read() as session:
        query = select(Chore).order_by(col(Chore.id))
        return list(session.exec(query if removed else query.where(Chore.removed_at == "")))


def change(store: Store, chore_id: int, did: dict[str, Any] | None = None, **values: Any) -> Chore:
    """Sets columns of a chore. With ``did``, which says what was done, is kept what they were: it can be taken back."""
    with store.write() as session:
        chore = _get(session, chore_id)
        if did is not None:
            chore.undo = {"columns": {name: getattr(chore, name) for name in values}, **did}
        for name, value in values.items():
            setattr(chore, name, value)
        chore.updated_at = now()
        session.add(chore)
    return chore


def occurrences(store: Store, chore_id: int | None = None, since: str = "") -> list[Occurrence]:
    """Rows of a chore or of all, in order of their time; those due from ``since`` on."""
    with store.read() as session:
        query = select(Occurrence).where(Occurrence.due_at >= since).order_by(col(Occurrence.due_at))
        return list(session.exec(query.where(Occurrence.chore_id == chore_id) if chore_id is not None else query))


def occurrence(store: Store, occurrence_id: int | None) -> Occurrence | None:
    """One row."""
    if occurrence_id is None:
        return None
    with store.read() as session:
        return session.get(Occurrence, occurrence_id)


def put(store: Store, row: Occurrence) -> Occurrence:
    """Sets a row for a local time that has none, or one that is only planned.

    Raises:
        Taken: it is accounted for already.
    """
    with store.write() as session:
        found = session.exec(select(Occurrence).where(Occurrence.chore_id == row.chore_id,
                                                      Occurrence.local == row.local)).one_or_none()
        if found is not None and found.state != PLANNED:
            raise Taken(f"That time is {found.state} already.")
        if found is not None:
            found.state, found.given, found.note, found.updated_at = row.state, row.given, row.note, now()
            found.proposed, found.files = row.proposed, row.files
            row = found
        session.add(row)
    return row


def take_back(store: Store, chore_id: int, local: str) -> bool:
    """Removes a row that has no task; returns whether there was one."""
    with store.write() as session:
        found = session.exec(select(Occurrence).where(
            Occurrence.chore_id == chore_id, Occurrence.local == local,
            col(Occurrence.task_id).is_(None))).one_or_none()
        if found is not None:
            session.delete(found)
    return found is not None


def give_back(store: Store, chore_id: int, local: str, before: dict[str, Any] | None) -> None:
    """Sets what is planned for a time to what it was; None: nothing was.

    Raises:
        Taken: the time has come, or is left out.
    """
    with store.write() as session:
        found = session.exec(select(Occurrence).where(Occurrence.chore_id == chore_id,
                                                      Occurrence.local == local)).one_or_none()
        if found is None or found.state != PLANNED:
            raise Taken("That time has come already, or is left out; what was given for it can't be taken back.")
        if before is None:
            session.delete(found)
            return
        found.given, found.proposed, found.files = before["given"], before["proposed"], before["files"]
        found.updated_at = now()
        session.add(found)


def fire(store: Store, chore_id: int, decide: Decide) -> list[Task]:
    """Decides and records in one transaction: the rows and their tasks are there together, or none of them.

    Raises:
        Taken: another process was first.
        CannotRecord: the disk refused; nothing was made.
    """
    with store.write() as session:
        chore = _get(session, chore_id)
        if chore.paused or chore.removed_at:
            return []
        rows = {row.local: row for row in session.exec(select(Occurrence).where(Occurrence.chore_id == chore_id))}
        orders = decide(chore, list(rows.values()))
        for local in orders.reopened:
            session.delete(rows.pop(local))
        try:
            session.flush()
            made = [_made(session, chore, rows, order) for order in orders.made]
            for local, due_at in orders.missed:
                _row(session, chore, rows, local, due_at, MISSED)
            session.flush()
        except IntegrityError as problem:
            raise Taken("That time is accounted for already.") from problem
        for name, value in orders.values.items():
            setattr(chore, name, value)
        if orders.made or orders.missed or orders.reopened:
            chore.updated_at = now()
        session.add(chore)
    return made


def _made(session: Session, chore: Chore, rows: dict[str, Occurrence], order: Order) -> Task:
    row = _row(session, chore, rows, order.local, order.due_at, MADE)
    row.given, row.note = order.given, order.note
    session.flush()
    order.task.occurrence_id = row.id
    session.add(order.task)
    session.flush()
    row.task_id = order.task.id
    for question in order.questions:
        question.task_id = order.task.id or 0
        session.add(question)
    for local, due_at in order.merged:
        _row(session, chore, rows, local, due_at, MERGED).task_id = order.task.id
    return order.task


def _row(session: Session, chore: Chore, rows: dict[str, Occurrence], local: str, due_at: str,
         state: str) -> Occurrence:
    row = rows.get(local) or Occurrence(chore_id=chore.id or 0, local=local, due_at=due_at, state=state)
    row.state, row.due_at, row.updated_at = state, due_at, now()
    session.add(row)
    rows[local] = row
    return row


# What varies

def fill_in(session: Session, task: Task, name: str, text: str) -> None:
    """Puts an answer into a task's words, and keeps it with the occurrence and as the chore's last."""
    mark = "{" + name + "}"
    task.text, task.title, task.updated_at = task.text.replace(mark, text), task.title.replace(mark, text), now()
    session.add(task)
    row = session.get(Occurrence, task.occurrence_id) if task.occurrence_id is not None else None
    chore = session.get(Chore, row.chore_id) if row is not None else None
    if row is None or chore is None:
        return
    row.given, row.updated_at = {**row.given, name: text}, now()
    chore.parameters = [{**each, "last": text} if each["name"] == name else each for each in chore.parameters]
    chore.updated_at = now()
    session.add(row)
    session.add(chore)


def ask_again(store: Store, task_id: int) -> bool:
    """Asks again for what varies in a task that was given up before it was answered; returns whether it asks."""
    with store.write() as session:
        task = session.get_one(Task, task_id)
        withdrawn = select(Question).where(Question.task_id == task_id, Question.state == QuestionState.WITHDRAWN)
        asked = [each for each in session.exec(withdrawn.where(col(Question.key).startswith(ASKED)))
                 if "{" + each.key.removeprefix(ASKED) + "}" in task.text]
        for question in asked:
            question.state = QuestionState.ASKED
            session.add(question)
    return bool(asked)


def unlearnt(store: Store) -> list[tuple[Chore, list[dict[str, Any]]]]:
    """Chores whose first run has sent something, and the rows of what it was."""
    with store.read() as session:
        found: dict[int, tuple[Chore, list[dict[str, Any]]]] = {}
        for chore, sheet in session.exec(
                select(Chore, Submission.sheet).where(
                    col(Chore.learnt).is_(False), Chore.id == Occurrence.chore_id, Occurrence.id == Task.occurrence_id,
                    Submission.task_id == Task.id, Submission.state == SubmissionState.ANSWERED)
                .order_by(col(Submission.id))):
            found.setdefault(chore.id or 0, (chore, []))[1].extend(sheet["fields"])
    return list(found.values())


# What its tasks sent

def tasks_of(store: Store, chore_id: int) -> list[tuple[Task, Occurrence]]:
    """The tasks made for a chore, tried again ones included, oldest first, each with its time."""
    with store.read() as session:
        return list(session.exec(select(Task, Occurrence).where(
            Task.occurrence_id == Occurrence.id, Occurrence.chore_id == chore_id).order_by(col(Task.id))))


def of_tasks(store: Store, numbers: Iterable[int]) -> dict[int, int]:
    """The chore that each of some tasks belongs to; those that belong to none are left out."""
    with store.read() as session:
        found = session.exec(select(Task.id, Occurrence.chore_id).where(
            Task.occurrence_id == Occurrence.id, col(Task.id).in_(list(numbers))))
        return {task or 0: chore for task, chore in found}


def sent_for(store: Store, chore_id: int) -> list[tuple[Submission, Occurrence]]:
    """What a chore's tasks sent or may have sent, newest first, each with its time."""
    with store.read() as session:
        return list(session.exec(
            select(Submission, Occurrence).where(
                Submission.task_id == Task.id, Task.occurrence_id == Occurrence.id, Occurrence.chore_id == chore_id,
                col(Submission.state).in_([SubmissionState.ANSWERED, SubmissionState.SENDING,
                                           SubmissionState.UNKNOWN]))
            .order_by(col(Submission.id).desc())))


def _get(session: Session, chore_id: int) -> Chore:
    chore = session.get(Chore, chore_id)
    if chore is None:
        raise NotFound(f"There is no chore h{chore_id}.")
    return chore
