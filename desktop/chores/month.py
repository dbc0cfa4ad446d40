"""The days of a month strip, and where a key goes from a day. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from agent.protocol.chores import AgendaDay

AHEAD = timedelta(days=27)
"""What is read behind the chosen day, so that the end of a month is not the end of the list."""


class Move(StrEnum):
    """Where a key goes."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    TODAY = "today"


_DAYS = {Move.LEFT: -1, Move.RIGHT: 1, Move.UP: -7, Move.DOWN: 7}


@dataclass(frozen=True, slots=True)
class Span:
    """A first and a last day."""

    first: date
    last: date


def weeks(year: int, month: int) -> list[list[date]]:
    """The weeks that a month touches, from Monday on, with the days of its neighbours."""
    return calendar.Calendar().monthdatescalendar(year, month)


def moved(day: date, move: Move, today: date) -> date:
    """Where a key goes from a day; a month without that day gives its last."""
    if move is Move.TODAY:
        return today
    if move in (Move.PAGE_UP, Move.PAGE_DOWN):
        return months_on(day, -1 if move is Move.PAGE_UP else 1)
    try:
        return day + timedelta(days=_DAYS[move])
    except OverflowError:
        return day


def months_on(day: date, by: int) -> date:
    """The same day so many months later, or the last of a shorter month; the calendar's own ends stay."""
    count = day.year * 12 + day.month - 1 + by
    year, month = divmod(count, 12)
    if not date.min.year <= year < date.max.year:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def wanted(day: date) -> Span:
    """The days to read for a chosen day: the whole of its month's weeks, and four weeks from it on."""
    shown = weeks(day.year, day.month)
    return Span(shown[0][0], max(shown[-1][-1], day + AHEAD))


def dots(days: Iterable[AgendaDay]) -> dict[date, int]:
    """How many times there are on a day; skipped ones don't count."""
    found = {date.fromisoformat(each["day"]): sum(one["state"] != "skipped" for one in each["entries"])
             for each in days}
    return {day: count for day, count in found.items() if count}
