"""Every local time of a chore comes once, at the right moment: across changes of the clock, jumps, weeks of absence.

The oracle knows nothing of our code: it walks the days with a plain predicate and looks, minute by minute of UTC, when
the zone's clock first shows the time (a time that the clock leaves out comes later by as much as was left out).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import pytest

from agent.chores.due import MOST_EACH, CatchUp, Due, Plan, due, reopened
from agent.chores.rule import Before, Freq, Rule, Unit, rule_from
from agent.chores.zones import resolved

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class Life:
    """A chore on a clock that the test sets: what it made, at which moment."""

    plan: Plan
    made: list[tuple[datetime, datetime, tuple[datetime, ...]]]
    missed: list[datetime]

    @classmethod
    def of(cls, text: str, start: datetime, zone: str, floor: datetime, catch_up: CatchUp = CatchUp.ONCE) -> Life:
        return cls(Plan(rule_from(text, start), start, ZoneInfo(zone), catch_up, floor, floor), [], [])

    def look(self, now: datetime, facts: dict[str, str] | None = None) -> Due:
        taken = dict(self.plan.taken)
        for local in reopened(self.plan, now):
            del taken[local]
        plan = replace(self.plan, taken=taken, floor=min(self.plan.floor, now))
        found = due(plan, now, facts or {})
        for group in found.made:
            taken |= {group.local: True, **dict.fromkeys(group.merged, False)}
            self.made.append((group.local, now, group.merged))
        taken |= dict.fromkeys(found.missed, False)
        self.missed += found.missed
        self.plan = replace(plan, taken=taken, seen=now)
        return found

    def times(self) -> list[datetime]:
        return sorted(local for local, _, _ in self.made)


def ticks(begin: datetime, end: datetime, step: timedelta) -> Iterator[datetime]:
    while begin <= end:
        yield begin
        begin += step


@lru_cache
def comes_at(local: datetime, zone: str) -> datetime:
    """The oracle's moment, in UTC."""
    found = ZoneInfo(zone)
    begin = local.replace(tzinfo=UTC) - timedelta(hours=15)
    before = begin.astimezone(found).replace(tzinfo=None, fold=0)
    for minute in range(30 * 60):
        moment = begin + minute * MINUTE
        shown = moment.astimezone(found).replace(tzinfo=None, fold=0)
        if shown == local:
            return moment
        if before < local < shown:
            return moment + (local - before) - MINUTE    # left out: later by as much
        before = shown
    raise AssertionError(f"{local} never comes in {zone}")


# Six rules, four zones, the change to summer time and the one back: 48 cases.

RULES: dict[str, tuple[str, Callable[[date, date], bool]]] = {
    "daily": ("FREQ=DAILY", lambda _day, _change: True),
    "weekly": ("FREQ=WEEKLY;BYDAY=SU", lambda day, _change: day.weekday() == 6),
    "weekends": ("FREQ=WEEKLY;BYDAY=SA,SU,MO", lambda day, _change: day.weekday() in (5, 6, 0)),
    "monthly": ("FREQ=MONTHLY;BYMONTHDAY={day}", lambda day, change: day.day == change.day),
    "nth Sunday": ("FREQ=MONTHLY;BYDAY={nth}SU", lambda day, change: day.weekday() == 6 and (
        day.day - 1) // 7 == (change.day - 1) // 7),
    "yearly": ("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}", lambda day, change: (day.month, day.day) == (
        change.month, change.day)),
}
# The Sunday of the change and a time of day within the hour that is left out, or shown twice.
CHANGES = {
    "Europe/London": ((date(2026, 3, 29), (1, 30)), (date(2026, 10, 25), (1, 30))),
    "America/New_York": ((date(2026, 3, 8), (2, 30)), (date(2026, 11, 1), (1, 30))),
    "Australia/Lord_Howe": ((date(2026, 10, 4), (2, 15)), (date(2026, 4, 5), (1, 45))),     # half an hour
    "America/Santiago": ((date(2026, 9, 6), (0, 30)), (date(2026, 4, 5), (23, 30))),        # at midnight
}
CASES = [(zone, which, name) for zone in CHANGES for which in (0, 1) for name in RULES]


@pytest.mark.parametrize(("zone", "which", "name"), CASES)
def test_a_change_of_the_clock(zone: str, which: int, name: str) -> None:
    day, (hour, minute) = CHANGES[zone][which]
    if zone == "America/Santiago" and which == 1:
        day -= DAY               # the clock goes back at midnight: Saturday's last hour comes twice
    text, fits = RULES[name]
    nth = (day.day - 1) // 7 + 1
    if day.weekday() != 6:
        text, fits = text.replace("SU", "SA", 1).replace("SA,SA", "SA,SU"), _on_saturday(name, fits)
    text = text.format(day=day.day, month=day.month, nth=nth if nth < 5 else -1)
    start = datetime(day.year - 1, day.month, day.day, hour, minute)
    begin = datetime(day.year, day.month, day.day, tzinfo=UTC) - 2 * DAY
    end = begin + 5 * DAY
    life = Life.of(text, start, zone, begin)
    change = comes_at(datetime(day.year, day.month, day.day, hour, minute), zone)
    around = set(ticks(change - 2 * HOUR, change + 3 * HOUR, timedelta(minutes=5)))
    for now in sorted({*ticks(begin, end, HOUR), *around}):
        life.look(now)
    expected = {local: comes_at(local, zone) for local in (
        datetime.combine(begin.date() + each * DAY, datetime.min.time()).replace(hour=hour, minute=minute)
        for each in range(-1, 7)) if fits(local.date(), day) and begin < comes_at(local, zone) <= end}
    assert expected, "the case shows nothing"
    assert day in {local.date() for local in expected}
    assert life.times() == sorted(expected)
    for local, at, merged in life.made:
        assert timedelta() <= at - expected[local] < (5 * MINUTE if local.date() == day else HOUR)
        assert merged == ()


def _on_saturday(name: str, fits: Callable[[date, date], bool]) -> Callable[[date, date], bool]:
    if name == "weekly":
        return lambda day, _change: day.weekday() == 5
    if name == "nth Sunday":
        return lambda day, change: day.weekday() == 5 and (day.day - 1) // 7 == (change.day - 1) // 7
    return fits


# Jumps of an hour, a day, a year, there and back: 3 cases. The 31st (2) and 29 February: 3 cases.

@pytest.mark.parametrize("jump", [HOUR, DAY, timedelta(days=365)])
def test_a_clock_that_is_set_forward_and_back_again(jump: timedelta) -> None:
    begin = datetime(2026, 6, 1, 0, 0, tzinfo=UTC)
    life = Life.of("FREQ=DAILY", datetime(2026, 5, 1, 9), "Europe/Madrid", begin)
    for now in ticks(begin, begin + 2 * DAY + timedelta(hours=6, minutes=30), timedelta(minutes=30)):
        life.look(now)
    for now in ticks(begin + 2 * DAY + timedelta(hours=6, minutes=40) + jump,
                     begin + 2 * DAY + timedelta(hours=7, minutes=20) + jump, timedelta(minutes=10)):
        life.look(now)
    for now in ticks(begin + 2 * DAY + timedelta(hours=6, minutes=40), begin + 6 * DAY, timedelta(minutes=20)):
        life.look(now)
    times = life.times()
    assert len(times) == len(set(times))
    within = [local for local in times if local < datetime(2026, 6, 7)]
    assert within == [datetime(2026, 6, day, 9) for day in range(1, 7)]
    assert len(times) - len(within) == (2 if jump > 300 * DAY else 0)     # the wrong year's own


def test_the_clock_goes_back_over_the_same_time_again_and_again() -> None:
    begin = datetime(2026, 6, 1, tzinfo=UTC)
    life = Life.of("FREQ=DAILY", datetime(2026, 5, 1, 9), "UTC", begin)
    for back in range(20):
        for now in ticks(begin + timedelta(hours=8), begin + timedelta(hours=10), timedelta(minutes=5)):
            life.look(now - (back % 3) * HOUR)
    assert life.times() == [datetime(2026, 6, 1, 9)]


@pytest.mark.parametrize(("text", "expected"), [
    ("FREQ=MONTHLY;BYMONTHDAY=31", [(1, 31), (3, 31), (5, 31), (7, 31), (8, 31), (10, 31), (12, 31)]),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30),
                                    (10, 31), (11, 30), (12, 31)]),
])
def test_the_31st(text: str, expected: list[tuple[int, int]]) -> None:
    begin = datetime(2027, 1, 1, tzinfo=UTC)
    life = Life.of(text, datetime(2026, 12, 31, 9), "Europe/Berlin", begin)
    for now in ticks(begin, begin + 365 * DAY, timedelta(hours=20)):
        life.look(now)
    assert [(local.month, local.day) for local in life.times()] == expected


def test_the_29th_of_february_skipped_or_moved() -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for text, expected in (("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", [date(2028, 2, 29)]),
                           ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1",
                            [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)])):
        life = Life.of(text, datetime(2024, 2, 29, 9), "Europe/Berlin", begin)
        for now in ticks(begin, begin + 4 * 365 * DAY, timedelta(hours=71)):
            life.look(now)
        assert [local.date() for local in life.times()] == expected


# Absence

@pytest.mark.parametrize(("text", "missed"), [
    ("FREQ=DAILY", 40), ("FREQ=WEEKLY;BYDAY=WE", 6), ("FREQ=MONTHLY;BYMONTHDAY=10", 2)])
@pytest.mark.parametrize("catch_up", list(CatchUp))
def test_closed_for_40_days(text: str, missed: int, catch_up: CatchUp) -> None:
    begin = datetime(2026, 9, 1, 12, tzinfo=UTC)
    life = Life.of(text, datetime(2026, 9, 1, 9), "Europe/Paris", begin, catch_up)
    life.look(begin + HOUR)
    back = begin + 40 * DAY + timedelta(hours=3)
    found = life.look(back)
    if catch_up is CatchUp.ONCE:
        (group,) = found.made
        assert len(group.merged) + 1 == missed
        assert group.late
    elif catch_up is CatchUp.EACH:
        assert len(found.made) == min(missed, MOST_EACH)
        assert sum(len(group.merged) + 1 for group in found.made) == missed
    else:
        assert (found.made, len(found.missed)) == ((), missed)
    for now in ticks(back, back + 12 * HOUR, HOUR):
        assert life.look(now) == Due()
    accounted = [*life.missed, *(each for local, _, merged in life.made for each in (local, *merged))]
    assert len(accounted) == len(set(accounted)) == missed


def test_travelling_fires_each_local_day_once() -> None:
    begin = datetime(2026, 6, 1, tzinfo=UTC)
    life = Life.of("FREQ=DAILY", datetime(2026, 5, 1, 9), "Europe/London", begin)
    route = ["Europe/London", "America/New_York", "Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Tokyo",
             "Europe/London"]
    for number, now in enumerate(ticks(begin, begin + 12 * DAY, timedelta(minutes=15))):
        life.plan = replace(life.plan, zone=ZoneInfo(route[min(number // 150, 5)]))
        life.look(now)
    times = life.times()
    assert len(times) == len(set(times))
    merged = {each for _, _, group in life.made for each in group}
    days = {local.date() for local in times} | {local.date() for local in merged}
    assert {date(2026, 6, day) for day in range(1, 13)} <= days


# Deadlines

def test_a_deadline_moves_with_its_fact() -> None:
    begin = datetime(2026, 6, 1, tzinfo=UTC)
    life = Life(Plan(Before(2, Unit.WEEK, "passport-expiry"), datetime(2026, 6, 1, 9), ZoneInfo("Europe/Paris"),
                     CatchUp.ONCE, begin, begin), [], [])
    assert life.look(begin + DAY) == Due()                                  # the day is not known
    known = {"passport-expiry": "2026-08-01"}
    assert life.look(begin + 2 * DAY, known) == Due()
    assert [group.local for group in life.look(datetime(2026, 7, 20, tzinfo=UTC), known).made] == [
        datetime(2026, 7, 18, 9)]
    assert life.look(datetime(2026, 7, 21, tzinfo=UTC), known) == Due()
    corrected = {"passport-expiry": "2026-08-03"}                           # a slip of the pen set right
    assert life.look(datetime(2026, 7, 21, tzinfo=UTC), corrected).made == ()
    renewed = {"passport-expiry": "2036-08-01"}
    assert life.look(datetime(2026, 8, 20, tzinfo=UTC), renewed) == Due()
    assert [group.local for group in life.look(datetime(2036, 7, 18, 12, tzinfo=UTC), renewed).made] == [
        datetime(2036, 7, 18, 9)]


def test_a_deadline_that_is_near_already_comes_at_once_and_one_that_has_passed_does_not() -> None:
    now = datetime(2026, 6, 10, tzinfo=UTC)
    plan = Plan(Before(2, Unit.WEEK, "passport-expiry"), datetime(2026, 6, 1, 9), ZoneInfo("UTC"), CatchUp.ONCE,
                now - HOUR, now - HOUR)
    assert len(due(plan, now, {"passport-expiry": "2026-06-12"}).made) == 1
    assert due(plan, now, {"passport-expiry": "2026-06-09"}) == Due()


def test_a_gap_comes_later_and_a_fold_first() -> None:
    new_york = ZoneInfo("America/New_York")
    assert resolved(datetime(2026, 3, 8, 2, 30), new_york) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert resolved(datetime(2026, 11, 1, 1, 30), new_york) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert Rule(Freq.DAILY) == rule_from("FREQ=DAILY", datetime(2026, 1, 1))
