"""Reads dates as people write them, in figures or with the month's name in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from agent.intake.month_table import month_table
from agent.protocol.pattern import Pattern

DAY_FIRST_UNSURE = frozenset({"CA"})
"""Where both orders are in daily use (Canada: the federal standard is year first, common use is mixed)."""


class DateProblem(StrEnum):
    """Why a text is no date, in words for the person."""

    NOT_A_DATE = "it is not a full date"
    SHORT_YEAR = "the year needs four digits"
    AMBIGUOUS = "day and month could be swapped"
    NO_SUCH_DAY = "there is no such day"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date inside a longer text: ``start`` and ``end`` are character positions."""

    start: int
    end: int
    day: date


@lru_cache(maxsize=64)
def month_first(region: str) -> bool:
    """Whether dates in figures are written month first in this region (``US`` and a few more)."""
    try:
        pattern = Locale.parse(f"und_{region}").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError):
        return False
    order = [letter.lower() for letter in pattern if letter in "dMLy"]
    return order[:1] in (["m"], ["l"])


@lru_cache(maxsize=1)
def month_names() -> dict[str, int]:
    """Month names and their short forms in lower case, without dots, each with its number 1 to 12.

    A name that means two months among the languages is left out.
    """
    found: dict[str, set[int]] = {}
    for months in month_table().values():
        for number, names_of in enumerate(months, 1):
            for name in names_of:
                found.setdefault(_plain(name), set()).add(number)
    names = {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}
    names |= {"sept": 9, "märz": 3, "maerz": 3}
    return {name: number for name, number in names.items() if len(name) >= 3 and not name[0].isdigit()}


def _plain(name: str) -> str:
    return name.casefold().strip().rstrip(".")


_YEAR_FIRST = r"(?P<y1>\d{4})(?P<s1>[-/.])\s?(?P<m1>\d{1,2})(?P=s1)\s?(?P<d1>\d{1,2})"
_FIGURES = r"(?P<a>\d{1,2})(?P<s2>[-/. ])\s?(?P<b>\d{1,2})(?P=s2)\s?(?P<y2>\d{4}|\d{2})"
_DAY_NAME = (r"(?P<d3>\d{1,2})(?:st|nd|rd|th|er|re|º|°|ª|\.)?[ ]?-?(?:of |de |den |d')?"
             r"(?P<m3>[^\W\d_]{3,12})\.?,?[ -]?(?:de |del |of )?(?P<y3>\d{4}|'?\d{2})")
_NAME_DAY = r"(?P<m4>[^\W\d_]{3,12})\.? (?P<d4>\d{1,2})(?:st|nd|rd|th)?,? (?P<y4>\d{4})"
_DATE = Pattern(rf"(?<![\w/.-])(?:{_YEAR_FIRST}|{_FIGURES}|{_DAY_NAME}|{_NAME_DAY})(?![\w/-]|\.\d)", re.IGNORECASE)
_COMPACT = Pattern(r"(1[89]|2[01])\d{6}")
_CLOCK = Pattern(r"[T ,]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$")
_WEEKDAY = Pattern(r"^[^\W\d_]+\.?,?\s+(?=\d)")


def read_date(text: str, region: str) -> date | DateProblem:
    """Reads a text that is one date.

    Figures whose order is open (``03/04/1986``) follow the region; a year of two digits is never guessed.

    Args:
        text: the date as typed, at most with a weekday before it or a time of day after it.
        region: ISO alpha-2 code.
    """
    cleaned = _CLOCK.sub("", " ".join(text.split()))
    if _COMPACT.fullmatch(cleaned):
        return _build(cleaned[:4], cleaned[4:6], cleaned[6:])
    match = _DATE.fullmatch(cleaned) or _DATE.fullmatch(_WEEKDAY.sub("", cleaned))
    return _resolve(match, region) if match else DateProblem.NOT_A_DATE


def find_dates(text: str, region: str) -> Iterator[FoundDate]:
    """Yields every full and certain date in a text, in order."""
    for match in _DATE.finditer(text):
        day = _resolve(match, region)
        if isinstance(day, date):
            yield FoundDate(match.start(), match.end(), day)


def _resolve(match: re.Match[str], region: str) -> date | DateProblem:
    part = match.groupdict()
    if part["y1"]:
        return _build(part["y1"], part["m1"], part["d1"])
    if part["y2"]:
        return _from_figures(part["a"], part["b"], part["y2"], part["s2"], region)
    which = "3" if part["y3"] else "4"
    month = month_names().get(_plain(part[f"m{which}"]))
    if month is None:
        return DateProblem.NOT_A_DATE
    return _build(part[f"y{which}"], str(month), part[f"d{which}"])


def _from_figures(first: str, second: str, year: str, mark: str, region: str) -> date | DateProblem:
    if mark == "." and int(second) <= 12:
        return _build(year, second, first)  # where points are written between them, the day always comes first
    both_fit = int(first) <= 12 and int(second) <= 12 and first != second
    if both_fit and region in DAY_FIRST_UNSURE:
        return DateProblem.AMBIGUOUS
    us_order = month_first(region) if both_fit else int(second) > 12
    return _build(year, first, second) if us_order else _build(year, second, first)


def _build(year: str, month: str, day: str) -> date | DateProblem:
    if len(year) != 4:
        return DateProblem.SHORT_YEAR
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return DateProblem.NO_SUCH_DAY
