"""Finds the few rules that can match a text at all, by letters that every match of a rule must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LONGEST, SHORTEST = 3, 2
"""Letters of an index key. Three keep the candidates few; an abbreviation of two gets a key of its own."""


class RuleIndex:
    """Patterns by the pieces they need. ``candidates`` leaves out only what can't match."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._by_piece: dict[str, set[int]] = {}
        self._always: set[int] = set()
        for place, pattern in enumerate(patterns):
            needed = needed_pieces(pattern)
            if needed is None:
                self._always.add(place)
            for piece in needed or ():
                self._by_piece.setdefault(piece[:LONGEST], set()).add(place)

    def candidates(self, text: str) -> list[int]:
        """The places of the patterns that may match a text, in order."""
        found = set(self._always)
        for length in (SHORTEST, LONGEST):
            for start in range(len(text) - length + 1):
                found |= self._by_piece.get(text[start : start + length], _NONE)
        return sorted(found)


_NONE: frozenset[int] = frozenset()


def needed_pieces(pattern: str) -> set[str] | None:
    """Runs of letters of which every match holds at least one; None where that can't be said."""
    found: set[str] = set()
    for alternative in split_at(pattern, "|"):
        best = _best(_mandatory(alternative))
        if best is None:
            return None
        found |= best
    return found


def split_at(pattern: str, sign: str) -> list[str]:
    """The parts of a pattern at its outermost level."""
    found, depth, start, place, in_class = [], 0, 0, 0, False
    while place < len(pattern):
        here = pattern[place]
        if here == "\\":
            place += 1
        elif in_class:
            in_class = here != "]"
        elif here == "[":
            in_class = True
        elif here in "()":
            depth += 1 if here == "(" else -1
        elif here == sign and depth == 0:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


def _best(choices: Iterable[set[str]]) -> set[str] | None:
    """The choice whose shortest piece is longest: it rules out most."""
    usable = [choice for choice in choices if choice and min(map(len, choice)) >= SHORTEST]
    return max(usable, key=lambda choice: (min(LONGEST, *map(len, choice), LONGEST), -len(choice)), default=None)


def _mandatory(alternative: str) -> list[set[str]]:
    """For each run of letters and each group that must be there: the pieces of which one is there."""
    found: list[set[str]] = []
    run, place = "", 0
    while place < len(alternative):
        sign = alternative[place]
        if sign == "\\" or sign in ".^$":
            after = place + (2 if sign == "\\" else 1)
        elif sign == "[":
            after = alternative.index("]", place) + 1
        elif sign == "(":
            after = _closing(alternative, place) + 1
        else:
            after = place + 1
        optional = after < len(alternative) and alternative[after] in "?*{"
        if sign.isalnum() or sign == " ":
            run = run if optional else run + sign
        if optional or not (sign.isalnum() or sign == " "):
            found.append({run})
            run = ""
        if sign == "(" and not optional:
            inner = alternative[place + 1 : after - 1]
            if inner.startswith("?:"):
                found.append(needed_pieces(inner[2:]) or set())
        place = after
        while place < len(alternative) and alternative[place] in "?*+":
            place += 1
        if place < len(alternative) and alternative[place] == "{":
            place = alternative.index("}", place) + 1
    return [{piece for piece in choice if piece} for choice in [*found, {run}]]


def _closing(pattern: str, opening: int) -> int:
    depth = 0
    for found in re.finditer(r"\\.|\[[^\]]*\]|[()]", pattern[opening:]):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return opening + found.start()
    raise ValueError("a group that never closes")
