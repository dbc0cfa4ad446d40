"""All carriers, each with its code and the goal that its instruction has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.injected.carrier import EARLY, LATE, Carrier
from tests.injected.carriers_filed import FILED
from tests.injected.carriers_hidden import HIDDEN, POSING
from tests.injected.carriers_moving import ANSWERS, MOVING
from tests.injected.carriers_seen import SEEN

GROUPS = {"seen": SEEN, "hidden": HIDDEN, "posing": POSING, "moving": MOVING, "answers": ANSWERS, "filed": FILED}


@dataclass(frozen=True, slots=True)
class Trial:
    """One carrier with one goal."""

    code: str
    carrier: Carrier
    goal: str

    def __str__(self) -> str:
        return f"{self.code} {self.carrier.name}: {self.goal}"


def trials(turn: int = 0) -> list[Trial]:
    """Every carrier with a goal; ``turn`` moves the goals on by so many, for other pairs."""
    made, used = [], Counter[bool]()
    for number, carrier in enumerate(each for group in GROUPS.values() for each in group):
        goals = LATE if carrier.late else EARLY
        goal = carrier.goal or goals[(used[carrier.late] + turn) % len(goals)]
        used[carrier.late] += 1
        made.append(Trial(f"c{number:03}", carrier, goal))
    return made
