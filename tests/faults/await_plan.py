"""Which awaits to kill at, and in which order: from one watched run of a flow without a kill. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.faults.await_child import Point
from tests.faults.await_points import REACHED

VICTIMS = ("agent", "browser", "driver")

STRATA = ("approved..answered", "held, answered", "every await, first pass", "every await, last pass",
          "resumed and committed, elsewhere")
"""In this order. The first two take every way of passing; the next two awaits reached; the last what is left."""

DANGEROUS = ("approved", "sending")
"""Phases between the spent word of the person and the answer; what follows the answer at once belongs to them."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass of a site in the watched run, with who was alive to be killed."""

    point: Point
    alive: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aim:
    """One life to be lived. ``stratum``: an index into `STRATA`."""

    point: Point
    victim: str
    stratum: int

    def key(self) -> str:
        """Its name in the book of lives."""
        return " ".join((self.victim, self.point.phase, self.point.kind, str(self.point.n), self.point.site))


def passes_from(rows: Iterable[dict[str, Any]]) -> list[Pass]:
    """The passes as the child logged them."""
    return [Pass(Point(row["site"], row["kind"], row["phase"], row["n"]), frozenset({"agent", *row["alive"]}))
            for row in rows]


def as_rows(passes: Sequence[Pass]) -> list[dict[str, Any]]:
    """For a file; `passes_from` reads them back."""
    return [{**asdict(each.point), "alive": sorted(each.alive)} for each in passes]


def aims(passes: Sequence[Pass]) -> list[Aim]:
    """Every life of a flow, the dangerous stretch first.

    For each site: its first and its last pass of all, and the first one in each phase of the dangerous stretch, of
    waiting and of the answer; reached, resumed, and commits of the store.
    """
    chosen: dict[Point, int] = {}

    def choose(found: Pass, stratum: int) -> None:
        chosen[found.point] = min(stratum, chosen.get(found.point, stratum))

    first: dict[tuple[str, str], Pass] = {}
    last: dict[tuple[str, str], Pass] = {}
    for each in passes:
        key = (each.point.site, each.point.kind)
        first.setdefault(key, each)
        last[key] = each
        if each.point.n == 1 and each.point.phase.startswith(DANGEROUS):
            choose(each, 0)
        elif each.point.n == 1 and each.point.phase.startswith(("held", "answered", "unknown")):
            choose(each, 1 if each.point.kind == REACHED else 4)
    for each in first.values():
        choose(each, 2 if each.point.kind == REACHED else 4)
    for each in last.values():
        choose(each, 3 if each.point.kind == REACHED else 4)
    alive = {each.point: each.alive for each in passes}
    found = [Aim(point, victim, stratum) for point, stratum in chosen.items() for victim in VICTIMS
             if victim in alive[point]]
    order = {each.point: number for number, each in enumerate(passes)}
    return sorted(found, key=lambda aim: (aim.stratum, order[aim.point], VICTIMS.index(aim.victim)))
