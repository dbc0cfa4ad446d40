"""A rule as a sentence, for exactly the rules that are offered. `agent.chores.when` reads each of them back. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.chores.expanding import Facts, deadline
from agent.chores.rule import LAST, WORKING, AnyRule, Before, Freq, Rule, Unit, has_short_months, moved

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
PLACES: Mapping[int, str] = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
UNITS: Mapping[Unit, str] = {Unit.DAY: "day", Unit.WEEK: "week", Unit.MONTH: "month", Unit.YEAR: "year"}


def sentence(rule: AnyRule, start: datetime, *, facts: Facts, label: str = "", zone: ZoneInfo | None = None,
             today: date | None = None) -> str:
    """The rule in words, such as ``On the first Monday of every month at 09:00``.

    Args:
        rule: what recurs.
        start: local time of the first.
        facts: of which a deadline's day is said.
        label: the deadline's fact in words.
        zone: said where it is given.
        today: a start after it is said.
    """
    where = f" ({zone.key} time)" if zone is not None else ""
    at = f" at {start:%H:%M}{where}"
    if isinstance(rule, Before):
        return f"{_before(rule, facts, label)}{at}"
    anchored = rule.interval > 1 or rule.count > 0 or (today is not None and start.date() > today)
    ends = f", until {day_text(rule.until)}" if rule.until else f", {_times(rule.count)}" if rule.count else ""
    return f"{_core(rule)}{at}{f', starting {day_text(start.date())}' if anchored else ''}{ends}{_short(rule)}"


def day_text(day: date) -> str:
    """``3 October 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_text(rule: AnyRule, local: datetime) -> str:
    """Which of the rule's times one is, in words: ``October 2026``, ``2026``, ``3 October 2026``."""
    if isinstance(rule, Before) or rule.freq in (Freq.DAILY, Freq.WEEKLY):
        return day_text(local.date())
    return str(local.year) if rule.freq is Freq.YEARLY else f"{MONTHS[local.month - 1]} {local.year}"


def _core(rule: Rule) -> str:
    return _CORES[rule.freq](rule)


def _daily(rule: Rule) -> str:
    return "Every day" if rule.interval == 1 else f"Every {rule.interval} days"


def _weekly(rule: Rule) -> str:
    days = "weekday (Monday to Friday)" if rule.weekdays == WORKING else _and([WEEKDAYS[day] for day in rule.weekdays])
    if rule.interval == 1:
        return f"Every {days}"
    return f"Every {rule.interval} weeks on {'each ' if rule.weekdays == WORKING else ''}{days}"


def _monthly(rule: Rule) -> str:
    return f"On the {_in_month(rule)} of every {'month' if rule.interval == 1 else f'{rule.interval} months'}"


def _yearly(rule: Rule) -> str:
    often = "Every year" if rule.interval == 1 else f"Every {rule.interval} years"
    if rule.weekdays or rule.days == (LAST,):
        return f"{often} on the {_in_month(rule)} of {MONTHS[rule.month - 1]}"
    return f"{often} on {rule.days[0]} {MONTHS[rule.month - 1]}"


_CORES = {Freq.DAILY: _daily, Freq.WEEKLY: _weekly, Freq.MONTHLY: _monthly, Freq.YEARLY: _yearly}


def _in_month(rule: Rule) -> str:
    if rule.weekdays == WORKING:
        return f"{PLACES[rule.nth]} working day (Monday to Friday)"
    if rule.weekdays:
        return f"{PLACES[rule.nth]} {WEEKDAYS[rule.weekdays[0]]}"
    return "last day" if rule.days == (LAST,) else _and([ordinal(day) for day in rule.days])


def _short(rule: Rule) -> str:
    if not has_short_months(rule):
        return ""
    if rule.freq is Freq.YEARLY:
        return f"; in years without one {'on 28 February' if moved(rule) else 'not at all'}"
    return "; in months without one " + ("on the last day" if moved(rule) else "not at all")


def _before(rule: Before, facts: Facts, label: str) -> str:
    many = f"{rule.amount} {UNITS[rule.unit]}{'s' if rule.amount > 1 else ''} before"
    if rule.day is not None:
        return f"{many} {day_text(rule.day)}"
    day = deadline(rule, facts)
    words = label or rule.fact.replace("-", " ")
    named = words if words.split(" ", 1)[0].isupper() else words[:1].lower() + words[1:]
    return f"{many} your {named}{f' ({day_text(day)})' if day else ''}"


def _times(count: int) -> str:
    return f"{count} time{'s' if count > 1 else ''}"


def ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``13th``."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
