"""What a model may still use up: asked before each turn, told after it; every turn is on disk before the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from agent.planner.base import Ask
from agent.planner.claude.limits import SPEND_PREFIX, Limits, Over, ask_of, over, reason
from agent.planner.claude.usage import Usage, cost
from agent.store import questions, spending
from agent.store.engine import Store
from agent.store.spending import Used
from agent.store.tables import Spending


class Purse(Protocol):
    """What a planner asks before each turn with a model, and tells after it."""

    async def may_spend(self) -> str:
        """Empty, or the plain reason why no model may be asked now. The planner then gives up with that reason."""

    def spent(self, usage: Usage) -> None:
        """One answer used this up."""


def local_now() -> datetime:
    """The time in the person's own zone."""
    return datetime.now().astimezone()


class TaskPurse:
    """The purse of one run.

    Args:
        store: where it is counted.
        task_id: of which task.
        run_id: of which run.
        model: id, for its price.
        limits: as they are now; the person may change them while it runs.
        told: is told what the task has cost by now, after each turn.
        clock: seconds that never go back.
        today: the time in the person's own zone.
    """

    def __init__(self, store: Store, task_id: int, run_id: int, model: str, limits: Callable[[], Limits], *,
                 told: Callable[[float], None] = lambda _dollars: None, clock: Callable[[], float] = time.monotonic,
                 today: Callable[[], datetime] = local_now) -> None:
        self._store, self._task_id, self._run_id, self._model = store, task_id, run_id, model
        self._limits, self._told, self._clock, self._today = limits, told, clock, today
        self._since: float | None = None    # at work since then
        self._kept = 0.0                    # seconds of work that no answer has carried to disk yet

    async def may_spend(self) -> str:
        """See `Purse.may_spend`."""
        found = self._over()
        return reason(found) if found is not None else ""

    def spent(self, usage: Usage) -> None:
        """See `Purse.spent`.

        Raises:
            CannotRecord: the disk refused: no further turn may be taken.
        """
        seconds, self._kept = self._at_work(), 0.0
        if self._since is not None:
            self._since = self._clock()
        self._told(spending.add(self._store, Spending(
            task_id=self._task_id, run_id=self._run_id, model=self._model, input=usage.input, output=usage.output,
            cache_read=usage.cache_read, cache_written=usage.cache_written, seconds=seconds,
            cost=cost(self._model, usage))))

    @contextmanager
    def working(self) -> Iterator[None]:
        """Time runs inside: while a planner decides, not while the person is waited for."""
        self._since = self._clock()
        try:
            yield
        finally:
            self._kept, self._since = self._at_work(), None

    def question(self) -> Ask | None:
        """What to ask the person before a model is asked again; None where it may be, or where no yes could help."""
        found = self._over()
        return ask_of(found, self._today().date()) if found is not None and found.limit else None

    def shut(self) -> str:
        """Why the settings let a model do nothing at all; empty if they let it."""
        found = self._over()
        return reason(found) if found is not None and not found.limit else ""

    def refused(self, ask: Ask) -> bool:
        """Whether the person has said no to it. Heard once: when the task is tried again, it is asked again."""
        answer = questions.answers_of(self._store, self._task_id).get(ask.key, "")
        if not answer or not ask.key.startswith(SPEND_PREFIX):
            return False
        questions.take_back(self._store, self._task_id, ask.key)
        return True

    def _at_work(self) -> float:
        return self._kept + (self._clock() - self._since if self._since is not None else 0.0)

    def _over(self) -> Over | None:
        now = self._today()
        more = Used(seconds=self._at_work())
        return over(self._limits(), _sum(spending.of_task(self._store, self._task_id), more),
                    _sum(spending.of_day(self._store, now), more),
                    questions.answers_of(self._store, self._task_id), now.date())


def _sum(one: Used, two: Used) -> Used:
    return Used(one.steps + two.steps, one.seconds + two.seconds, one.dollars + two.dollars)
