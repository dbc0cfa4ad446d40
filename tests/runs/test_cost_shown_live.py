"""Whoever looks on hears what a run has cost, as soon as it has."""

from __future__ import annotations

from pathlib import Path

from agent.protocol.messages import LiveDoc
from agent.runs.watching import Watched


class Looker:
    def __init__(self) -> None:
        self.told: list[LiveDoc] = []

    def pictures(self) -> bool:
        return False

    def tell(self, moment: LiveDoc) -> None:
        self.told.append(moment)

    def over(self, task: str) -> None:
        """Not of interest here."""


def test_thinking_shows_as_the_step_and_not_with_every_piece(tmp_path: Path) -> None:
    looker = Looker()
    watched = Watched(looker, tmp_path, "t1", "A task", 80)
    for piece in ("The form asks\nfor ", "a", " reading."):
        watched.thought(piece)
    assert [each["step"] for each in looker.told] == ["Thinking: for"]


def test_a_cost_is_told_when_it_changes(tmp_path: Path) -> None:
    looker = Looker()
    watched = Watched(looker, tmp_path, "t1", "A task", 80)
    for dollars in (0.0, 0.012, 0.012, 0.024):
        watched.cost(dollars)
    watched.step("Went on")
    assert [each["cost"] for each in looker.told] == [0.012, 0.024, 0.024]
