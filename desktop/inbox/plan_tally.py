"""Counts which plans have tasks that are not finished, and which have some that wait for the person. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from desktop.inbox.rows import Row
from desktop.task.ids import number_of
from desktop.task.words import Group


class PlanTally:
    """Kept row by row, so that a change costs the same whatever the list is long."""

    def __init__(self) -> None:
        self._members: dict[str, set[str]] = {}
        self._open: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    def put(self, former: Row | None, row: Row | None) -> None:
        """A row came, changed or went."""
        if former is not None and former.plan:
            self._members[former.plan].discard(former.id)
            self._open[former.plan] -= former.group is not Group.DONE
            self._waiting[former.plan] -= former.group is Group.NEEDS_YOU
        if row is not None and row.plan:
            self._members.setdefault(row.plan, set()).add(row.id)
            self._open[row.plan] += row.group is not Group.DONE
            self._waiting[row.plan] += row.group is Group.NEEDS_YOU

    def members(self, plan: str) -> set[str]:
        """Ids of a plan's tasks."""
        return self._members.get(plan, set())

    def stands(self, plan: str) -> bool:
        """Whether a plan has tasks that are not finished, or that the person must look at."""
        return self._open[plan] > 0

    def waits(self, plan: str) -> bool:
        """Whether anything of it waits for the person."""
        return self._waiting[plan] > 0

    def waiting(self, plans: Iterable[str]) -> int:
        """How many tasks of these plans wait for the person."""
        return sum(self._waiting[each] for each in plans)

    def standing(self, plans: Iterable[str]) -> tuple[str, ...]:
        """Those of the plans that stand, newest first."""
        return tuple(sorted((each for each in plans if self.stands(each)), key=number_of, reverse=True))
