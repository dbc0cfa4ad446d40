"""Notices a model that goes round in circles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST_ALIKE = 3
"""The same calls on the same page: twice may be a slip, a third time is a circle."""

MOST_IN_PLACE = 10
"""Turns without an action for the page; reading needs a handful."""

MOST_TURNS = 150
"""Turns of one attempt; a fifteen-page form takes some forty."""

MOST_WRONG = 3
"""Turns in a row of which nothing could be done."""


@dataclass(slots=True)
class Circles:
    """Counts turns. Each method returns why to stop, or nothing."""

    _alike: Counter[tuple[str, str]] = field(default_factory=Counter)
    _turns: int = 0
    _in_place: int = 0
    _wrong: int = 0

    def turn(self, page: str, calls: Sequence[Mapping[str, Any]]) -> str:
        """A turn on a page, by the page's signature."""
        self._turns += 1
        said = json.dumps([[each.get("name"), _essence(each)] for each in calls], sort_keys=True, default=str)
        self._alike[page, said] += 1
        if self._alike[page, said] >= MOST_ALIKE:
            return "The model wanted the same for the third time on the same page; it goes round in circles."
        if self._turns >= MOST_TURNS:
            return f"The model took {MOST_TURNS} turns and was still not finished."
        return ""

    def understood(self, *, acted: bool, wrong: bool) -> str:
        """Whether the turn did anything, and whether it was all mistakes."""
        self._in_place = 0 if acted else self._in_place + 1
        self._wrong = self._wrong + 1 if wrong else 0
        if self._wrong >= MOST_WRONG:
            return "The model made three mistakes in a row."
        if self._in_place >= MOST_IN_PLACE:
            return "The model read on and on without doing anything."
        return ""


def _essence(call: Mapping[str, Any]) -> object:
    given = call.get("input")
    if not isinstance(given, Mapping) or call.get("name") in ("wait", "look"):
        return None  # however long
    return {name: each for name, each in given.items() if name != "why"}
