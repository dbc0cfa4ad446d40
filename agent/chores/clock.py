"""The clock: looks at the wall clock every 30 s at most, and makes the tasks of what is due.

It sleeps on the monotonic clock, which stands still while the computer sleeps, and never longer than a tick: so sleep,
a clock set by hand, summer time and a change of zone all end in the same look.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NoReturn

from agent.chores import template
from agent.chores.expanding import moment
from agent.chores.planning import Start, as_facts, differs, look, needs_look
from agent.chores.problems import ChoreProblem
from agent.store import chores, facts
from agent.store.chores import Taken
from agent.store.engine import Store
from agent.store.problems import StoreProblem
from agent.store.tables import Chore, Task

TICK_SECONDS = 30.0
SHORTEST = 0.05

log = logging.getLogger(__name__)


def wall() -> datetime:
    """The time by the wall clock."""
    return datetime.now(UTC)


def tick(store: Store, start: Start, now: datetime) -> list[Task]:
    """Makes the tasks of every chore that is due; returns them. One that can't be read does not stop the others.

    Raises:
        CannotRecord: the disk refused a write.
    """
    learn(store)
    made: list[Task] = []
    known = facts.every(store)
    for chore in chores.every(store):
        if chore.paused or not needs_look(chore, now):
            continue
        try:
            found = look(chore, chores.occurrences(store, chore.id), now, as_facts(known, chore.rule), start)
            if differs(found, chore):
                made += chores.fire(store, chore.id or 0, lambda fresh, rows: look(
                    fresh, rows, now, as_facts(known, fresh.rule), start))
        except Taken:
            continue             # another process was first: its task is there
        except ChoreProblem as problem:
            log.warning("chore h%s can't be looked at: %s", chore.id, problem)
        except StoreProblem:
            raise
        except Exception:        # a fault of ours with one must not stop the others
            log.exception("looking at chore h%s broke", chore.id)
    return made


def learn(store: Store) -> None:
    """After a chore's first run: what the task's own words said in the form varies from now on."""
    for chore, rows in chores.unlearnt(store):
        before = template.from_json(chore.parameters)
        text, found = (chore.text, before) if before else template.learnt(chore.text, rows, before)
        chores.change(store, chore.id or 0, {"did": "learnt what varies"} if text != chore.text else None,
                      text=text, parameters=template.to_json(found), learnt=True)


async def keep_ticking(store: Store, start: Start, told: Callable[[Task], None],
                       now: Callable[[], datetime]) -> NoReturn:
    """Ticks until cancelled. A disk that refuses is tried again at the next tick; nothing is lost by that."""
    while True:
        try:
            for task in tick(store, start, now()):
                told(task)
            seconds = pause(chores.every(store), now())
        except StoreProblem as problem:
            log.warning("chores could not be looked at: %s", problem)
            seconds = TICK_SECONDS
        except Exception:        # a fault of ours must not end all chores for good
            log.exception("looking at the chores broke")
            seconds = TICK_SECONDS
        await asyncio.sleep(seconds)


def pause(every: list[Chore], now: datetime) -> float:
    """Seconds until the next look: until the next time that is known, a tick at most."""
    coming = [(moment(each.next_at) - now).total_seconds() for each in every if each.next_at and not each.paused]
    return min([TICK_SECONDS, *(max(each, SHORTEST) for each in coming)])
