"""A recurrence as values, from and to the text that is stored (an RRULE of RFC 5545, or our own ``BEFORE=``). Pure.

Only what the interface offers: daily, weekly, monthly and yearly, one time of day. Sub-daily rules are refused: across
a change of the clock they repeat or leave out an hour.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from agent.chores.problems import BadRule

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = (0, 1, 2, 3, 4)
"""Monday to Friday; public holidays are not known here."""

MOST_INTERVAL = 99
MOST_COUNT = 1000
LAST = -1
YEARS = range(1900, 3000)
"""In which a chore may begin: at the ends of what a computer's calendar holds, its times can't be worked out."""


class Freq(StrEnum):
    """How often at most."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class Short(StrEnum):
    """What a month without that day does."""

    SKIP = "skip"                # nothing in that month
    LAST = "last"                # its last day


class Unit(StrEnum):
    """What a time before a deadline is counted in."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence. ``weekdays``: Monday is 0; ``days`` of the month, or (-1,) for its last.

    ``nth`` (1 to 4, or -1) picks one of the ``weekdays`` in the month: of one weekday, or of Monday to Friday.
    ``month`` belongs to yearly rules. ``until`` is the last local day, ``count`` the number of times (0: no end).
    """

    freq: Freq
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    days: tuple[int, ...] = ()
    month: int = 0
    short: Short = Short.SKIP
    until: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Before:
    """A time before a deadline: of a fact of the profile (``fact``: its kind), or of a day."""

    amount: int
    unit: Unit
    fact: str = ""
    day: date | None = None


AnyRule = Rule | Before

_OFFERED = ("That recurrence is not offered here: {}. Offered are days, weeks, months and years with a number between "
            "them, weekdays, days of the month, the first to fourth or last weekday or working day of a month, an end, "
            "and a number of times.")
_BEFORE = re.compile(r"BEFORE=(\d{1,3})([DWMY]);(?:FACT=([\w-]+)|DATE=(\d{4}-\d\d-\d\d))")
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"})


def rule_from(text: str, start: datetime) -> AnyRule:
    """Reads a stored, typed or imported rule; what it leaves to its start is made plain.

    Args:
        text: an RRULE, with or without its name, or our ``BEFORE=2W;FACT=passport-expiry``.
        start: local time of the first, without a zone.

    Raises:
        BadRule: it is none, or not one that is offered.
    """
    if start.year not in YEARS:
        raise BadRule(f"The year {start.year} lies too far from now.")
    plain = re.sub(r"\s", "", text).removeprefix("RRULE:").strip(";")
    if plain.upper().startswith("BEFORE="):
        return _before(plain)
    parts = _parts(plain.upper())
    try:
        freq = Freq(parts.get("FREQ", ""))
    except ValueError:
        raise BadRule(_OFFERED.format("it must come daily, weekly, monthly or yearly") if "FREQ" in parts else (
            "That is no recurrence. It looks like FREQ=MONTHLY;BYDAY=1MO.")) from None
    if parts.get("WKST", "MO") != "MO":
        raise BadRule(_OFFERED.format("weeks begin on Monday"))
    until, count = _until(parts.get("UNTIL", ""), start), _number(parts, "COUNT", 0, MOST_COUNT)
    if until and count:
        raise BadRule("A recurrence has an end or a number of times, not both.")
    bare = Rule(freq, _number(parts, "INTERVAL", 1, MOST_INTERVAL), until=until, count=count)
    found = _READERS[freq](bare, parts, start)
    _possible(found, start)
    return found


def rule_text(rule: AnyRule) -> str:
    """A rule as it is stored; `rule_from` reads it back unchanged."""
    if isinstance(rule, Before):
        target = f"FACT={rule.fact}" if rule.fact else f"DATE={rule.day}"
        return f"BEFORE={rule.amount}{rule.unit};{target}"
    parts = [f"FREQ={rule.freq}"]
    parts += [f"INTERVAL={rule.interval}"] if rule.interval > 1 else []
    parts += [f"BYMONTH={rule.month}"] if rule.month else []
    if rule.weekdays:
        only = rule.nth and len(rule.weekdays) == 1
        parts.append("BYDAY=" + (f"{rule.nth}{CODES[rule.weekdays[0]]}" if only else
                                 ",".join(CODES[day] for day in rule.weekdays)))
        parts += [f"BYSETPOS={rule.nth}"] if rule.nth and not only else []
    parts += [f"BYMONTHDAY={','.join(map(str, month_days(rule)))}"] if rule.days else []
    parts += ["BYSETPOS=-1"] if moved(rule) else []
    parts += [f"UNTIL={rule.until:%Y%m%d}"] if rule.until else []
    parts += [f"COUNT={rule.count}"] if rule.count else []
    return ";".join(parts)


def moved(rule: Rule) -> bool:
    """Whether a month without the day uses its last one instead."""
    return rule.short is Short.LAST and len(rule.days) == 1 and rule.days[0] > 28


def month_days(rule: Rule) -> tuple[int, ...]:
    """``BYMONTHDAY``: with ``moved`` every day from the 28th on, of which the last counts."""
    return tuple(range(28, rule.days[0] + 1)) if moved(rule) else rule.days


def has_short_months(rule: AnyRule) -> bool:
    """Whether some month or year lacks the day, so that a choice is needed."""
    if isinstance(rule, Before) or not rule.days:
        return False
    if rule.freq is Freq.YEARLY:
        return rule.month == 2 and 29 in rule.days
    return max(rule.days) > 28


def with_short(rule: Rule, short: Short) -> Rule:
    """The rule with that choice; the 31st or the last day is simply the last day."""
    if short is Short.SKIP or len(rule.days) != 1:
        return replace(rule, short=Short.SKIP)
    if rule.freq is Freq.MONTHLY and rule.days == (31,):
        return replace(rule, days=(LAST,), short=Short.SKIP)
    return replace(rule, short=short)


def _before(text: str) -> Before:
    match = _BEFORE.fullmatch(text)
    try:
        if match is None or int(match[1]) == 0:
            raise ValueError
        return Before(int(match[1]), Unit(match[2]), match[3] or "", date.fromisoformat(match[4]) if match[4] else None)
    except ValueError:
        raise BadRule("A time before a deadline looks like BEFORE=2W;FACT=passport-expiry or "
                      "BEFORE=10D;DATE=2027-03-01.") from None


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for each in filter(None, text.split(";")):
        name, equals, value = each.partition("=")
        if not equals or not value or name in parts:
            raise BadRule(f"That is no recurrence: “{each}” can't be read.")
        parts[name] = value
    if strange := sorted(set(parts) - _PARTS):
        raise BadRule(_OFFERED.format(f"“{strange[0]}” is unknown here"))
    return parts


def _number(parts: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = parts.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise BadRule(f"{name} must be a number from 1 to {most}.")
    return int(text)


def _until(text: str, start: datetime) -> date | None:
    """The last day; one that ends before the chore's time of day is not reached any more."""
    if not text:
        return None
    try:
        if not re.fullmatch(r"\d{8}(T\d{6}Z?)?", text):
            raise ValueError
        if len(text) == 8:
            return datetime.strptime(text, "%Y%m%d").date()
        end = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
        return end.date() - timedelta(days=end.time() < start.time())
    except ValueError:
        raise BadRule(f"“{text}” is no day to end on. It looks like UNTIL=20271231.") from None


def _whole(text: str, least: int, most: int) -> tuple[int, ...]:
    try:
        found = tuple(sorted({int(each) for each in text.split(",")}))
    except ValueError:
        found = ()
    if not found or not all(least <= each <= most and each for each in found):
        raise BadRule(_OFFERED.format(f"“{text}” can't be used there"))
    return found


def _weekdays(text: str) -> tuple[tuple[int, ...], int]:
    """Weekdays, and which of them in the month (0: none said)."""
    days: set[int] = set()
    places: set[int] = set()
    for each in text.split(","):
        match = re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", each)
        if match is None:
            raise BadRule(f"“{each}” is no weekday. Those are {', '.join(CODES)}.")
        days.add(CODES.index(match[2]))
        places.add(int(match[1] or 0))
    if len(places) > 1 or (places != {0} and len(days) > 1):
        raise BadRule(_OFFERED.format("several numbered weekdays at once"))
    return tuple(sorted(days)), places.pop()


def _only(parts: Mapping[str, str], *names: str) -> None:
    if strange := [name for name in parts if name.startswith("BY") and name not in names]:
        raise BadRule(_OFFERED.format(f"{strange[0]} together with FREQ={parts['FREQ']}"))


def _daily(rule: Rule, parts: Mapping[str, str], _start: datetime) -> Rule:
    _only(parts)
    return rule


def _weekly(rule: Rule, parts: Mapping[str, str], start: datetime) -> Rule:
    _only(parts, "BYDAY")
    days, place = _weekdays(parts["BYDAY"]) if "BYDAY" in parts else ((start.weekday(),), 0)
    if place:
        raise BadRule(_OFFERED.format("a numbered weekday within a week"))
    return replace(rule, weekdays=days)


def _monthly(rule: Rule, parts: Mapping[str, str], start: datetime) -> Rule:
    _only(parts, "BYDAY", "BYMONTHDAY", "BYSETPOS")
    return _in_month(rule, parts, start)


def _yearly(rule: Rule, parts: Mapping[str, str], start: datetime) -> Rule:
    _only(parts, "BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH")
    months = _whole(parts["BYMONTH"], 1, 12) if "BYMONTH" in parts else (start.month,)
    if len(months) > 1 or ("BYMONTH" not in parts and "BYDAY" in parts):
        raise BadRule(_OFFERED.format("a yearly recurrence has one month"))
    found = _in_month(replace(rule, month=months[0]), parts, start)
    if len(found.days) > 1:
        raise BadRule(_OFFERED.format("several days of one month, once a year"))
    return found


def _in_month(rule: Rule, parts: Mapping[str, str], start: datetime) -> Rule:
    place = _whole(parts["BYSETPOS"], -1, 4) if "BYSETPOS" in parts else (0,)
    if len(place) > 1:
        raise BadRule(_OFFERED.format("several BYSETPOS"))
    if "BYDAY" in parts:
        days, numbered = _weekdays(parts["BYDAY"])
        nth = numbered or place[0]
        if "BYMONTHDAY" in parts or (numbered and place[0]) or (len(days) > 1 and days != WORKING) or (
                not -1 <= nth <= 4 or nth == 0):
            raise BadRule(_OFFERED.format("those weekdays of a month"))
        return replace(rule, weekdays=days, nth=nth)
    days = _whole(parts["BYMONTHDAY"], -1, 31) if "BYMONTHDAY" in parts else (start.day,)
    if place[0]:
        if place[0] != LAST or days[0] != 28 or days != tuple(range(28, days[-1] + 1)) or len(days) < 2:
            raise BadRule(_OFFERED.format("BYSETPOS with those days"))
        return with_short(replace(rule, days=days[-1:]), Short.LAST)
    if LAST in days and len(days) > 1:
        raise BadRule(_OFFERED.format("the last day together with others"))
    return replace(rule, days=days)


_READERS = {Freq.DAILY: _daily, Freq.WEEKLY: _weekly, Freq.MONTHLY: _monthly, Freq.YEARLY: _yearly}


def _possible(rule: Rule, start: datetime) -> None:
    """Refuses a day that its month never has (2024 is a leap year); every twelfth month is always the same."""
    month = rule.month or (start.month if rule.freq is Freq.MONTHLY and rule.interval % 12 == 0 else 0)
    if month and rule.days and rule.days[0] > calendar.monthrange(2024, month)[1]:
        raise BadRule(f"{calendar.month_name[month]} never has a day {rule.days[0]}.")
