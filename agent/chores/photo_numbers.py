"""Numbers on a photo that nothing names: a meter shows its reading without a word. Pure; proposes, takes nothing.

Favours proposing nothing. A number counts where it stands alone in its place, goes on from the last one with as many
figures, and neither its own row nor the heading above says that it is something else (``Nr.``, ``customer number``).

=====================  ===========================================================================================
on the photo           what is proposed, where the last one was 47900
=====================  ===========================================================================================
``48213 | kWh``        48213
``048213``             48213: a display fills up with noughts
``48213,507``          48213: what stands after the comma only where the last one had that too
``48213507``           48213, after the others: a counter's red figures may have been read without their comma
``Nr. 48213507``       nothing
=====================  ===========================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from agent.intake.visible_html import CELL
from agent.intake.words import stems_of

MOST_ROWS = 400
LONGEST_ROW = 200
"""Characters; a longer row is a text's, whose numbers stand in sentences."""
MOST_MORE = 3
"""Figures that a counter shows after its comma."""
LEAST, LONGEST = 3, 9
"""Figures of a reading where there was none before."""
LEAP = 1.5
"""A reading that is larger by more than this comes after those that are not."""
_UNIT = r"(?:[km]?w[hn]|m3|m³|cbm|ccf|gj)"
_NUMBER = re.compile(rf"(\d[\d .']*\d|\d)(?:,(\d+))?\s*({_UNIT})?", re.IGNORECASE)
_ONLY_UNIT = re.compile(_UNIT, re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b(?:s/?n|nr|no|id|ser|art|typ|type|model|zpa?)\b\.?|№|#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alone:
    """A number that nothing names. ``rank``: 0 with its unit beside it, 1 without, 2 where figures were cut off."""

    value: str
    rank: int
    row: str


def alone(text: str, last: str, others: Set[str]) -> Iterator[Alone]:
    """The numbers of a photo's rows that may be the reading.

    Args:
        text: its rows, their parts divided by `CELL`.
        last: the last value, or empty: then only what has its unit beside it counts.
        others: stems of words that make a row speak of something else.
    """
    before = ""
    for row in text.split("\n")[:MOST_ROWS]:
        if len(row) > LONGEST_ROW:
            continue
        cells = [cell.strip() for cell in row.split(CELL.strip())]
        if not _names_other(row, others) and not (before and _names_other(before, others)):
            unit = any(_ONLY_UNIT.fullmatch(cell) for cell in cells)
            for cell in cells:
                match = _NUMBER.fullmatch(cell)
                if match:
                    yield from _readings(match, last, row, beside=unit or match[3] is not None)
        before = row if not re.search(r"\d", row) else ""


def leaps(value: float, last: float) -> bool:
    """Whether a value is too far from the last to come first."""
    return last > 0 and value > LEAP * last


def _names_other(row: str, others: Set[str]) -> bool:
    return bool(stems_of(row) & others or _ABBREVIATED.search(row))


def _readings(match: re.Match[str], last: str, row: str, *, beside: bool) -> Iterator[Alone]:
    whole, rest = re.sub(r"\D", "", match[1]), match[2] or ""
    known = re.fullmatch(r"(\d+)(?:\.(\d+))?", last.replace(" ", ""))
    if known is None:
        if beside and LEAST <= len(whole.lstrip("0")) <= LONGEST and not last:
            yield Alone(_plain(whole, rest), 0, row)
        return
    length, exact = len(known[1].lstrip("0")) or 1, known[2] or ""
    shown = len(whole.lstrip("0"))
    if length <= shown <= length + 1:
        value = _plain(whole, rest[:len(exact)] if exact else "")
        if _goes_on(value, last, more=shown > length):
            yield Alone(value, 0 if beside else 1, row)
    if not rest and length < shown <= length + MOST_MORE:
        cut = shown - length
        value = _plain(whole[:-cut], whole[-cut:][:len(exact)] if exact else "")
        if _goes_on(value, last, more=True):
            yield Alone(value, 2, row)


def _goes_on(value: str, last: str, *, more: bool) -> bool:
    """Not smaller than the last; a number that needed another figure or lost some has to be near it too."""
    new, old = float(value), float(last.replace(" ", ""))
    return new >= old and not (more and leaps(new, old))


def _plain(whole: str, rest: str) -> str:
    return f"{whole.lstrip('0') or '0'}{'.' if rest else ''}{rest}"
