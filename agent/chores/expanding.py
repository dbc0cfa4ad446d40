"""The local times of a rule. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from agent.chores.rule import YEARS, AnyRule, Before, Freq, Rule, Unit, month_days, moved
from agent.chores.zones import local_of, resolved

_FREQ: Mapping[Freq, Literal[0, 1, 2, 3]] = {
    Freq.DAILY: DAILY, Freq.WEEKLY: WEEKLY, Freq.MONTHLY: MONTHLY, Freq.YEARLY: YEARLY}
_DAY = timedelta(days=1)
_SPANS = {Unit.DAY: relativedelta(days=1), Unit.WEEK: relativedelta(weeks=1), Unit.MONTH: relativedelta(months=1),
          Unit.YEAR: relativedelta(years=1)}

Facts = Mapping[str, str]
"""Kind to value; dates are ISO."""


def between(rule: AnyRule, start: datetime, low: datetime, high: datetime, facts: Facts) -> list[datetime]:
    """The local times from ``low`` to ``high``, both included, none before ``start``."""
    if isinstance(rule, Before):
        found = deadline_time(rule, start, facts)
        return [found] if found is not None and low <= found <= high else []
    return list(_dates(rule, _nearer(rule, start, low)).between(low, high, inc=True))


def following(rule: AnyRule, start: datetime, zone: ZoneInfo, after: datetime, facts: Facts) -> Iterator[datetime]:
    """The local times that come after a moment (UTC), in order; without end where the rule has none."""
    if isinstance(rule, Before):
        found = deadline_time(rule, start, facts)
        if found is not None and resolved(found, zone) > after:
            yield found
        return
    low = local_of(after, zone) - _DAY
    for local in _dates(rule, _nearer(rule, start, low)).xafter(low, inc=True):
        if resolved(local, zone) > after:
            yield local


def first(rule: AnyRule, start: datetime, facts: Facts) -> datetime | None:
    """The first local time, None where there is none."""
    if isinstance(rule, Before):
        return deadline_time(rule, start, facts)
    return next(iter(_dates(rule, start)), None)


def period(rule: AnyRule, start: datetime, local: datetime) -> timedelta:
    """How long from one time to the next, on the whole; a deadline: a year."""
    if isinstance(rule, Before):
        return timedelta(days=365)
    free = Rule(rule.freq, rule.interval, rule.weekdays, rule.nth, rule.days, rule.month, rule.short)
    two = list(islice(_dates(free, start).xafter(local, inc=True), 2))
    return two[1] - two[0] if len(two) == 2 else timedelta(days=365)


def deadline(rule: Before, facts: Facts) -> date | None:
    """The day that the rule counts back from; None while the profile has none."""
    if rule.day is not None:
        return rule.day
    try:
        return date.fromisoformat(facts.get(rule.fact, ""))
    except ValueError:
        return None


def deadline_time(rule: Before, start: datetime, facts: Facts) -> datetime | None:
    """The local time before the deadline."""
    day = deadline(rule, facts)
    if day is None:
        return None
    try:
        before: date = day - _SPANS[rule.unit] * rule.amount
    except (OverflowError, ValueError):
        return None              # before the first year
    return datetime.combine(before, start.time()) if before.year in YEARS else None


def moment(text: str) -> datetime:
    """A time as the tables keep it, as a value in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _nearer(rule: Rule, start: datetime, low: datetime) -> datetime:
    """A start with the same times from ``low`` on, so that years of a daily rule are not walked through again."""
    days = {Freq.DAILY: 1, Freq.WEEKLY: 7}.get(rule.freq, 0) * rule.interval
    if rule.count or not days or low - start < timedelta(days=days):
        return start
    return start + timedelta(days=(low - start).days // days * days)


def _dates(rule: Rule, start: datetime) -> rrule:
    return rrule(
        _FREQ[rule.freq], dtstart=start, interval=rule.interval, bymonth=rule.month or None,
        byweekday=rule.weekdays or None, bymonthday=month_days(rule) or None,
        bysetpos=rule.nth or (-1 if moved(rule) else None), count=rule.count or None,
        until=datetime.combine(rule.until, datetime.max.time()) if rule.until else None)
