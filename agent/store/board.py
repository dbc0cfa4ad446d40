"""The list of tasks in a few light queries, page by page: what a window shows, not all there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from agent.protocol import QuestionState, SubmissionState
from agent.store.engine import Store
from agent.store.ids import shown
from agent.store.tables import Question, Submission, Task
from agent.store.tasks import FINISHED


@dataclass(frozen=True, slots=True)
class Page:
    """Some tasks and what each waits for; ``next`` is the number to go on below, 0 at the end."""

    tasks: tuple[Task, ...]
    waits: dict[int, list[str]]
    next: int
    total: int


def page(store: Store, below: int, limit: int) -> Page:
    """Tasks, newest first. The first page (``below`` 0) holds every open task, and ``limit`` finished ones.

    Args:
        store: the open database.
        below: only finished tasks with a smaller number; 0 for the first page.
        limit: finished tasks on the page.
    """
    with store.read() as session:
        newest = select(Task).order_by(col(Task.id).desc())
        open_ones = [] if below else list(session.exec(newest.where(col(Task.state).not_in(FINISHED))))
        finished = newest.where(col(Task.state).in_(FINISHED)).limit(limit)
        found = list(session.exec(finished.where(col(Task.id) < below) if below else finished))
        total = session.exec(select(func.count()).select_from(Task)).one()
        more = (found[-1].id or 0) if len(found) == limit else 0
        return Page((*open_ones, *found), _waits(session, None) if open_ones else {}, more, total)


def some(store: Store, numbers: Sequence[int]) -> Page:
    """The tasks of these numbers, as far as there are any."""
    with store.read() as session:
        found = session.exec(select(Task).where(col(Task.id).in_(numbers)).order_by(col(Task.id).desc()))
        total = session.exec(select(func.count()).select_from(Task)).one()
        return Page(tuple(found), _waits(session, numbers), 0, total)


def _waits(session: Session, numbers: Iterable[int] | None) -> dict[int, list[str]]:
    held = select(Submission.task_id, Submission.id).where(Submission.state == SubmissionState.HELD)
    asked = select(Question.task_id, Question.id).where(Question.state == QuestionState.ASKED)
    if numbers is not None:
        wanted = list(numbers)
        held = held.where(col(Submission.task_id).in_(wanted))
        asked = asked.where(col(Question.task_id).in_(wanted))
    waits: dict[int, list[str]] = {}
    for letter, query in (("s", held), ("q", asked)):
        for task, number in session.exec(query):
            waits.setdefault(task, []).append(shown(letter, number))
    return waits
