"""What changed since the last look, whoever changed it: this process, or a command beside it.

``PRAGMA data_version`` on a connection of its own moves with every commit of any other connection, in this process or
another (SQLite documentation, "PRAGMA data_version"), so that a look at a quiet database costs microseconds.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from sqlalchemy import func
from sqlmodel import Session, col, or_, select

from agent.store.engine import Store
from agent.store.home import database_path
from agent.store.tables import (
    Chore,
    Fact,
    Lesson,
    Occurrence,
    Question,
    Receipt,
    Recipe,
    Run,
    Step,
    Submission,
    Task,
)

_START = ""


@dataclass(frozen=True, slots=True)
class Change:
    """``tasks`` that changed with anything of theirs; whether receipts, the profile, the chores or the recipes did."""

    tasks: frozenset[int] = frozenset()
    receipts: bool = False
    profile: bool = False
    chores: bool = False
    recipes: bool = False

    def __bool__(self) -> bool:
        return bool(self.tasks or self.receipts or self.profile or self.chores or self.recipes)


class Pulse:
    """Whether anything at all was committed since the last look; a look costs microseconds. One thread at a time."""

    def __init__(self, store: Store) -> None:
        self._watch = sqlite3.connect(f"file:{database_path(store.folder)}?mode=ro", uri=True, check_same_thread=False)
        self._version = self._now()

    def look(self) -> bool:
        """Whether something was, by any other connection."""
        before, self._version = self._version, self._now()
        return before != self._version

    def close(self) -> None:
        """Closes its connection."""
        self._watch.close()

    def _now(self) -> int:
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])


@dataclass
class Feed:
    """Make it before the changes that matter; `look` then tells each once. One thread at a time."""

    store: Store
    _step: int = 0
    _latest: str = _START
    _seen: frozenset[tuple[str, int, str]] = frozenset()
    _profile: tuple[int, str] = (0, "")
    _chores: tuple[int, str, int, str] = (0, "", 0, "")
    _recipes: tuple[object, ...] = ()
    _pulse: Pulse = field(init=False)

    def __post_init__(self) -> None:
        self._pulse = Pulse(self.store)
        with self.store.read() as session:
            self._step = session.exec(select(func.max(Step.id))).one() or 0
            self._profile = _profile(session)
            self._chores = _chores(session)
            self._recipes = _recipes(session)
            self._latest = max(session.exec(select(func.max(column))).one() or _START
                               for column in (Task.updated_at, Submission.updated_at, Receipt.updated_at))
            self._seen = frozenset(_marks(session, self._latest))

    def look(self) -> Change:
        """What changed since the last look; empty (false) when nothing did."""
        if not self._pulse.look():
            return Change()
        with self.store.read() as session:
            marks = _marks(session, self._latest)
            fresh = [(name, task) for name, task, at in marks if (name, task, at) not in self._seen]
            stepped = _stepped(session, self._step)
            profile, chores, recipes = _profile(session), _chores(session), _recipes(session)
        change = Change(frozenset([task for _, task in fresh] + [task for _, task in stepped]),
                        any(name == "receipt" for name, _ in fresh), profile != self._profile, chores != self._chores,
                        recipes != self._recipes)
        self._step = max([self._step, *(step for step, _ in stepped)])
        # Times have milliseconds: rows of the last one may still come, so it is looked at again.
        self._latest = max([self._latest, *(at for _, _, at in marks)])
        self._seen = frozenset(mark for mark in marks if mark[2] == self._latest)
        self._profile, self._chores, self._recipes = profile, chores, recipes
        return change

    def close(self) -> None:
        """Closes its connection."""
        self._pulse.close()


def _marks(session: Session, since: str) -> set[tuple[str, int, str]]:
    """(table, task, time) of all that was touched at or after a time."""
    found: set[tuple[str, int, str]] = set()
    for task, at in session.exec(select(Task.id, Task.updated_at).where(Task.updated_at >= since)):
        found.add(("task", task or 0, at))
    for task, at in session.exec(select(Submission.task_id, Submission.updated_at)
                                 .where(Submission.updated_at >= since)):
        found.add(("submission", task, at))
    for task, at in session.exec(select(Receipt.task_id, Receipt.updated_at).where(Receipt.updated_at >= since)):
        found.add(("receipt", task, at))
    for task, created, answered in session.exec(
            select(Question.task_id, Question.created_at, Question.answered_at)
            .where(or_(col(Question.created_at) >= since, col(Question.answered_at) >= since))):
        found.add(("question", task, max(created, answered)))
    return found


def _stepped(session: Session, after: int) -> list[tuple[int, int]]:
    rows = session.exec(select(Step.id, Run.task_id).where(col(Step.run_id) == col(Run.id), col(Step.id) > after))
    return [(step or 0, task) for step, task in rows]


def _profile(session: Session) -> tuple[int, str]:
    count, latest = session.exec(select(func.count(), func.max(Fact.updated_at))).one()
    return int(count), str(latest or "")


def _chores(session: Session) -> tuple[int, str, int, str]:
    """Numbers and latest times of chores and their times: they move with every change, a removed row included."""
    count, latest = session.exec(select(func.count(), func.max(Chore.updated_at))).one()
    rows, newest = session.exec(select(func.count(), func.max(Occurrence.updated_at))).one()
    return int(count), str(latest or ""), int(rows), str(newest or "")


def _recipes(session: Session) -> tuple[object, ...]:
    """Numbers and latest times of recipes and lessons, and uses of recipes: they move with every change."""
    recipes = session.exec(select(func.count(), func.max(Recipe.updated_at), func.sum(Recipe.used))).one()
    return (*recipes, *session.exec(select(func.count(), func.max(Lesson.id), func.max(Lesson.at))).one())
