"""How well a command fits what was typed into the palette: letters in order, the starts of words count most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

START, WORD, NEXT, LETTER = 12, 8, 5, 1
"""Points for a letter at the very start, at the start of a word, right after the one before, anywhere."""


def score(query: str, text: str) -> int | None:
    """Points for a text; None if it does not have the query's letters in order. Spaces in the query are ignored."""
    wanted = "".join(query.lower().split())
    if not wanted:
        return 0
    return _best(wanted, text.lower())


def best(query: str, rows: Iterable[tuple[str, T]]) -> list[T]:
    """The rows that fit, best first; rows that fit equally well keep their order."""
    found = [(points, place, row) for place, (text, row) in enumerate(rows)
             if (points := score(query, text)) is not None]
    return [row for _, _, row in sorted(found, key=lambda each: (-each[0], each[1]))]


def _best(wanted: str, text: str) -> int | None:
    """The best way to lay the letters over the text. ``reach[i]``: points with the last letter laid on place i."""
    reach: list[int | None] = [_points(text, place, letter_before=False) if char == wanted[0] else None
                               for place, char in enumerate(text)]
    for letter in wanted[1:]:
        fresh: list[int | None] = [None] * len(text)
        high: int | None = None
        for place, char in enumerate(text):
            if char == letter:
                apart = None if high is None else high + _points(text, place, letter_before=False)
                near = reach[place - 1] if place else None
                close = None if near is None else near + _points(text, place, letter_before=True)
                fresh[place] = max((each for each in (apart, close) if each is not None), default=None)
            if (here := reach[place]) is not None:
                high = here if high is None else max(high, here)
        reach = fresh
    return max((each for each in reach if each is not None), default=None)


def _points(text: str, place: int, *, letter_before: bool) -> int:
    if place == 0:
        return START
    if not text[place - 1].isalnum():
        return WORD
    return NEXT if letter_before else LETTER
