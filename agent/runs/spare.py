"""Keeps one browser ready for a process that goes on working: behind its own gate, proven, and for no task yet.

A run that begins takes it and opens its page at once; the tables that pages are read with are ready too. Until then its
gate reaches nothing (`agent.gate.permits`). It is never shared: whoever takes it has it alone, and closes it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import NoReturn

from agent.chores.expanding import moment
from agent.planner.autofill.ahead import read_ahead
from agent.protocol import FactKind
from agent.runs.early import Early
from agent.runs.ground import Ground
from agent.store import chores, facts, tasks
from agent.store.problems import StoreProblem

LOOK_SECONDS = 1.0

QUIET_SECONDS = 3.0
"""Nothing must have been at work for so long: a start costs a core for a second or two."""

IDLE_SECONDS = 300.0
"""A browser that nobody took is let go after this, by when its proof is old too; it holds some 200 MB."""

AHEAD = timedelta(minutes=2)
"""How long before a chore's time it is worth having one ready."""

log = logging.getLogger(__name__)


class Move(Enum):
    """What becomes of the spare browser."""

    LEAVE = "leave things as they are"
    START = "start one"
    LET_GO = "close it"


@dataclass(frozen=True, slots=True)
class Now:
    """``age`` and ``quiet`` in seconds: of the spare (None: there is none), and since a run was at work."""

    age: float | None
    sound: bool         # it lives, its gate too, and it is as a run of now would want it
    busy: bool          # a run is at work that does not wait for the person
    quiet: float
    expected: bool      # a chore is due soon
    failed: bool        # the last one did not start or died, and no run was at work since
    shown: bool         # browsers have windows: one that opens unasked would puzzle


def judge(now: Now) -> Move:
    """What to do; favours having none."""
    if now.age is not None:
        return Move.LEAVE if now.sound and now.age < IDLE_SECONDS else Move.LET_GO
    wanted = (now.expected or now.quiet < IDLE_SECONDS) and not now.shown
    ready = wanted and not now.busy and now.quiet >= QUIET_SECONDS and not now.failed
    return Move.START if ready else Move.LEAVE


async def keep_ready(ground: Ground) -> NoReturn:
    """Keeps at most one in ``ground.early`` until cancelled; what is left then is closed."""
    keeper = _Keeper(ground)
    try:
        while True:
            with contextlib.suppress(StoreProblem):  # whoever works says what is wrong with the store
                await keeper.look()
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        await keeper.let_go()


class _Keeper:
    """Looks at how things stand, and does what `judge` says."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._worked = time.monotonic() if tasks.any_yet(ground.store) else -math.inf
        self._failed = False

    async def look(self) -> None:
        ground, spare = self._ground, next(iter(self._ground.early), None)
        busy = bool(ground.at_work - ground.waiting)
        if busy:
            self._worked, self._failed = time.monotonic(), False
        locale = _locale(ground)
        move = judge(Now(
            age=spare.age if spare else None, sound=spare is not None and spare.suits(locale, show=ground.show),
            busy=busy, quiet=time.monotonic() - self._worked, expected=spare is None and _expected(ground),
            failed=self._failed, shown=ground.show))
        if move is Move.START:
            ground.early.append(Early(ground.folder, locale, show=ground.show))
            known = {FactKind(kind): value for kind, value in facts.every(ground.store).items()}
            await asyncio.to_thread(read_ahead, "", known, datetime.now(UTC).date())
        elif move is Move.LET_GO and spare is not None:
            self._failed = not spare.sound
            await self.let_go()

    async def let_go(self) -> None:
        while self._ground.early:
            try:
                await self._ground.early.pop().close()
            except Exception:  # a browser that dies in its own way must not stop anything else
                log.exception("a browser that was kept ready did not close")


def _locale(ground: Ground) -> str | None:
    country = facts.every(ground.store).get("country", "")
    return f"en-{country}" if country else None


def _expected(ground: Ground) -> bool:
    now = datetime.now(UTC)
    return any(each.next_at and not each.paused and moment(each.next_at) - now < AHEAD
               for each in chores.every(ground.store))
