"""Validates dates and the parts of a birth date; stores dates as ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from agent.intake.written_dates import DateProblem, month_names, read_date
from agent.profile.errors import BadValue
from agent.profile.texts import tidy
from agent.protocol import FactKind

EARLIEST_BIRTH = 1900
"""Year. Nobody born before 1900 is alive, so an earlier one is a slip."""

EARLIEST, LATEST = 1850, 2200
"""Years between which any other date of a person's papers lies."""

PAST_ONLY = frozenset({"bday", "passport-issue-date"})
"""Kinds whose date can't lie in the future."""


def day(kind: FactKind, text: str, region: str, today: date | None = None) -> str:
    """A full date, however written, as ``1986-03-14``. ``today`` is the clock's unless given."""
    found = read_date(tidy(kind, text), region)
    example = f"write it like {_example(kind)}"
    if isinstance(found, DateProblem):
        raise BadValue(kind, f"{found.value}; {example}")
    now = today or date.today()
    if kind.split()[-1] in PAST_ONLY and found > now:
        raise BadValue(kind, f"it lies in the future; {example}")
    earliest = EARLIEST_BIRTH if kind.split()[-1] == "bday" else EARLIEST
    if not earliest <= found.year <= LATEST:
        raise BadValue(kind, f"the year must lie between {earliest} and {LATEST}; {example}")
    return found.isoformat()


def _example(kind: FactKind) -> str:
    return "2031-02-09 or 9 February 2031" if "expiry" in kind else "1986-03-14 or 14 March 1986"


def birth_day(kind: FactKind, text: str, region: str) -> str:
    """The day of a birth date, 1 to 31, without a leading nought."""
    return _between(kind, tidy(kind, text).rstrip("."), 1, 31, "14")


def birth_month(kind: FactKind, text: str, region: str) -> str:
    """The month of a birth date, 1 to 12, from its number or its name."""
    plain = tidy(kind, text)
    named = month_names().get(plain.casefold().rstrip("."))
    return str(named) if named else _between(kind, plain.rstrip("."), 1, 12, "3 or March")


def birth_year(kind: FactKind, text: str, region: str) -> str:
    """The year of a birth date, four digits."""
    return _between(kind, tidy(kind, text), EARLIEST_BIRTH, date.today().year, "1986")


def age(kind: FactKind, text: str, region: str) -> str:
    """An age in years."""
    return _between(kind, tidy(kind, text), 0, 130, "40")


def _between(kind: FactKind, text: str, low: int, high: int, example: str) -> str:
    if not re.fullmatch(r"[0-9]{1,4}", text) or not low <= int(text) <= high:
        raise BadValue(kind, f"it must be a number from {low} to {high}; write it like {example}")
    return str(int(text))
