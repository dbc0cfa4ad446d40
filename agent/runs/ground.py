"""What every run stands on: the store, the home, who hears of progress, and whether decisions are waited for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from agent.planner.base import Planner
from agent.runs.watching import Watch
from agent.store.engine import Store

if TYPE_CHECKING:
    from agent.runs.early import Early

Progress = Callable[[int, str], None]
"""Called with the task's number and a plain sentence, for anything a person would wait for."""

HOLD_SECONDS = 600.0
"""The live hold (DESIGN.md section 4): as long as this an approval releases the very request that was held."""


MOST_WAITING = 6
"""Pages kept open for the person; each is a browser of some 200 MB. What waits beyond them is filled in again later."""


SIDE_BY_SIDE = 2
"""Browsers at work at once; each costs about a core while it loads pages."""


@dataclass(slots=True)
class Ground:
    """Shared by all runs of a process. The person's settings may change its numbers while runs go on.

    ``live``: wait for the person's decisions while the page stands; otherwise park the task and end.
    """

    store: Store
    folder: Path
    progress: Progress
    live: bool = False
    hold_seconds: float = HOLD_SECONDS
    side_by_side: int = SIDE_BY_SIDE
    show: bool = False           # the browser in a window
    watch: Watch | None = None   # who looks on
    waiting: set[int] = field(default_factory=set)   # tasks whose page stands open while the person decides
    at_work: set[int] = field(default_factory=set)   # tasks that a run is at, be it waiting or not
    early: list[Early] = field(default_factory=list)  # a browser that was started ahead, for whoever comes first
    planner: Callable[[], Planner] | None = None  # makes the planner of every attempt; None: each task's own
    reachable: tuple[tuple[str, int], ...] = ()   # further hosts and ports that may be reached (tests of the gate)
