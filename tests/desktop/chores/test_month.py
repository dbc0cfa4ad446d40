"""The month strip's days, and where its keys go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.chores.month import Move, dots, moved, wanted, weeks
from desktop.gallery.chores import CHORES, agenda

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(("move", "day", "there"), [
    (Move.LEFT, date(2026, 12, 1), date(2026, 11, 30)),
    (Move.RIGHT, date(2026, 12, 31), date(2027, 1, 1)),
    (Move.UP, date(2026, 12, 3), date(2026, 11, 26)),
    (Move.DOWN, date(2026, 11, 30), date(2026, 12, 7)),
    (Move.PAGE_UP, date(2027, 3, 31), date(2027, 2, 28)),
    (Move.PAGE_DOWN, date(2026, 12, 31), date(2027, 1, 31)),
    (Move.TODAY, date(2031, 5, 5), TODAY),
    (Move.LEFT, date.min, date.min),
    (Move.PAGE_UP, date.min, date.min),
    (Move.PAGE_DOWN, date(9998, 12, 1), date(9998, 12, 1)),
])
def test_a_key_goes_to_a_day_that_there_is(move: Move, day: date, there: date) -> None:
    assert moved(day, move, TODAY) == there


def test_a_month_is_read_with_its_weeks_and_four_weeks_from_the_day_on() -> None:
    for day in (date(2026, 11, 1), date(2026, 11, 30), date(2027, 2, 1)):
        span, shown = wanted(day), weeks(day.year, day.month)
        assert span.first == shown[0][0]
        assert span.first.weekday() == 0
        assert span.last >= max(shown[-1][-1], day + timedelta(days=27))
        assert (span.last - span.first).days <= 400


def test_a_day_has_a_dot_for_each_time_that_is_not_skipped() -> None:
    days = agenda(CHORES)
    assert dots(days)[TODAY] == 1
    for each in days:
        for entry in each["entries"]:
            entry["state"] = "skipped"
    assert dots(days) == {}
