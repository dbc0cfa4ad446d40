"""What is due: which local times of a chore have come and are not accounted for yet. A pure decision.

Each local time is accounted for once, by a row of its own: so that neither a clock that is set back and forth, nor a
change of zone or of summer time, nor a second process fires it twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from agent.chores.expanding import Facts, between, deadline
from agent.chores.rule import AnyRule, Before
from agent.chores.zones import local_of, resolved

ON_TIME = timedelta(hours=1)
"""Later than this a time counts as missed: a restart or a short sleep does not make one."""

BACK = timedelta(days=2)
"""How far before the last look local times are looked at again: zones lie 26 hours apart, and people travel."""

MOST_EACH = 31
"""Tasks that one look makes at most for a chore that runs each missed time; earlier ones are merged into the first."""

SAME_DEADLINE = timedelta(days=60)
"""A deadline that moves by less, after its chore has come, is the same one set right."""


class CatchUp(StrEnum):
    """What is done about missed times."""

    ONCE = "once"                # all of them in one task, with a note
    EACH = "each"                # a task for each
    SKIP = "skip"                # nothing: only the next one on time


@dataclass(frozen=True, slots=True)
class Plan:
    """A chore as the decision sees it. ``floor``: nothing before it is due (made, changed or resumed then).

    ``seen``: up to when all times are accounted for. Both in UTC. ``taken``: local times that have a row already, with
    whether it made a task; ``left_out`` those that never come.
    """

    rule: AnyRule
    start: datetime
    zone: ZoneInfo
    catch_up: CatchUp
    floor: datetime
    seen: datetime
    taken: Mapping[datetime, bool] = field(default_factory=dict)
    left_out: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """One task to make: for ``local``, and in its place for what is ``merged`` into it."""

    local: datetime
    merged: tuple[datetime, ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """What to do: tasks to make, and times that pass without one."""

    made: tuple[Group, ...] = ()
    missed: tuple[datetime, ...] = ()


def due(plan: Plan, now: datetime, facts: Facts) -> Due:
    """Decides at a moment in UTC."""
    if isinstance(plan.rule, Before):
        return _deadline(plan, plan.rule, now, facts)
    begin = max(plan.floor, min(plan.seen, now) - BACK)
    low = local_of(begin, plan.zone) - timedelta(days=1)
    times = [local for local in between(plan.rule, plan.start, low, local_of(now, plan.zone) + timedelta(days=1), facts)
             if begin < resolved(local, plan.zone) <= now and local not in plan.taken and local not in plan.left_out]
    return _caught_up(plan, times, now)


def _caught_up(plan: Plan, times: list[datetime], now: datetime) -> Due:
    if not times:
        return Due()
    late = {local for local in times if now - resolved(local, plan.zone) > ON_TIME}
    if plan.catch_up is CatchUp.SKIP:
        return Due(tuple(Group(local) for local in times if local not in late),
                   tuple(local for local in times if local in late))
    if plan.catch_up is CatchUp.ONCE:
        return Due((Group(times[-1], tuple(times[:-1]), times[-1] in late),))
    cut = max(len(times) - MOST_EACH + 1, 1)
    return Due((Group(times[cut - 1], tuple(times[:cut - 1]), times[cut - 1] in late),
                *(Group(local, late=local in late) for local in times[cut:])))


def _deadline(plan: Plan, rule: Before, now: datetime, facts: Facts) -> Due:
    """A deadline counts as long as it lies ahead, however late its chore was made or its day became known."""
    day = deadline(rule, facts)
    times = between(rule, plan.start, datetime.min, datetime.max, facts)
    if day is None or not times or times[0] in plan.taken or resolved(times[0], plan.zone) > now:
        return Due()
    local = times[0]
    if day < local_of(now, plan.zone).date():
        return Due(missed=(local,)) if resolved(local, plan.zone) > plan.floor else Due()
    if any(made and abs(each - local) < SAME_DEADLINE for each, made in plan.taken.items()):
        return Due(missed=(local,))
    return Due((Group(local, late=now - resolved(local, plan.zone) > ON_TIME),))


def reopened(plan: Plan, now: datetime) -> tuple[datetime, ...]:
    """Local times that a clock gone wrong had merged or passed over, and that lie ahead again."""
    return tuple(local for local, made in plan.taken.items() if not made and resolved(local, plan.zone) > now)
