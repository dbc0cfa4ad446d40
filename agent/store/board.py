"""The list of tasks in a few light queries, page by page: what a window shows, not all there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from agent.protocol import QuestionState, SubmissionState
from agent.store.engine import Store
from agent.store.ids import number_of, shown
from agent.store.tables import Question, Submission, Task
from agent.store.tasks import FINISHED


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list was read up to: below which number, and whether among the open or the finished tasks.

    Written ``o12`` and ``t12``; nothing at all is the beginning, and no place is the end.
    """

    below: int = 0
    finished: bool = False

    @classmethod
    def read(cls, text: str) -> Place:
        """The place of a text that `__str__` wrote.

        Raises:
            NotFound: it is none.
        """
        if text.startswith("o"):
            return cls(number_of("t", text[1:]))
        return cls(number_of("t", text), finished=True) if text else cls()

    def __str__(self) -> str:
        """See `read`."""
        return f"{'t' if self.finished else 'o'}{self.below}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some tasks and what each waits for; ``next`` is where to go on, None at the end."""

    tasks: tuple[Task, ...]
    waits: dict[int, list[str]]
    next: Place | None
    total: int


def page(store: Store, place: Place, limit: int) -> Page:
    """Up to ``limit`` tasks from a place on: open ones first, then the finished, each newest first."""
    newest = select(Task).order_by(col(Task.id).desc()).limit(limit)
    if place.below:
        newest = newest.where(col(Task.id) < place.below)
    where = col(Task.state).in_(FINISHED) if place.finished else col(Task.state).not_in(FINISHED)
    with store.read() as session:
        found = tuple(session.exec(newest.where(where)))
        total = session.exec(select(func.count()).select_from(Task)).one()
        waits = _waits(session, None) if found and not place.finished else {}
    if len(found) == limit:
        return Page(found, waits, Place(found[-1].id or 0, place.finished), total)
    if place.finished:
        return Page(found, waits, None, total)
    rest = page(store, Place(finished=True), limit - len(found))
    return Page((*found, *rest.tasks), waits, rest.next, total)


def some(store: Store, numbers: Sequence[int]) -> Page:
    """The tasks of these numbers, as far as there are any."""
    with store.read() as session:
        found = session.exec(select(Task).where(col(Task.id).in_(numbers)).order_by(col(Task.id).desc()))
        total = session.exec(select(func.count()).select_from(Task)).one()
        return Page(tuple(found), _waits(session, numbers), None, total)


def _waits(session: Session, numbers: Iterable[int] | None) -> dict[int, list[str]]:
    held = select(Submission.task_id, Submission.id).where(Submission.state == SubmissionState.HELD)
    asked = select(Question.task_id, Question.id).where(Question.state == QuestionState.ASKED,
                                                        col(Question.required))
    if numbers is not None:
        wanted = list(numbers)
        held = held.where(col(Submission.task_id).in_(wanted))
        asked = asked.where(col(Question.task_id).in_(wanted))
    waits: dict[int, list[str]] = {}
    for letter, query in (("s", held), ("q", asked)):
        for task, number in session.exec(query):
            waits.setdefault(task, []).append(shown(letter, number))
    return waits
