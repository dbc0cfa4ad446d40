"""Days that are said from the day of writing on, which is a Thursday here."""

from __future__ import annotations

from datetime import date

import pytest

from agent.intake.relative_dates import said_days
from agent.intake.task_values import values_in

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(("text", "day"), [
    ("from tomorrow", "2026-11-27"), ("the day after tomorrow", "2026-11-28"), ("as of today", "2026-11-26"),
    ("taken yesterday", "2026-11-25"), ("in two weeks", "2026-12-10"), ("in a fortnight", "2026-12-10"),
    ("three days from now", "2026-11-29"), ("in 3 months", "2027-02-26"), ("a week ago", "2026-11-19"),
    ("next Monday", "2026-11-30"), ("this Friday", "2026-11-27"), ("the coming Thursday", "2026-12-03"),
    ("ab morgen", "2026-11-27"), ("in zwei Wochen", "2026-12-10"), ("vor drei Tagen", "2026-11-23"),
    ("nächsten Montag", "2026-11-30"), ("à partir de demain", "2026-11-27"), ("dans une semaine", "2026-12-03"),
    ("lundi prochain", "2026-11-30"), ("desde mañana", "2026-11-27"), ("en dos semanas", "2026-12-10"),
    ("el lunes que viene", "2026-11-30"), ("da domani", "2026-11-27"), ("tra tre giorni", "2026-11-29"),
    ("vanaf morgen", "2026-11-27"), ("over twee weken", "2026-12-10"), ("od jutra, za dwa tygodnie", "2026-12-10"),
    ("a partir de amanhã", "2026-11-27"), ("próxima segunda-feira", "2026-11-30"),
])
def test_a_day_is_counted_from_the_day_of_writing(text: str, day: str) -> None:
    assert [each.day.isoformat() for each in said_days(text, TODAY) if each.day] == [day]


@pytest.mark.parametrize("text", ["next Friday", "this Monday", "nächsten Samstag", "vendredi prochain"])
def test_what_could_be_two_days_is_none(text: str) -> None:
    assert [each.day for each in said_days(text, TODAY)] == [None]
    assert values_in(text, "GB", TODAY) == ()


@pytest.mark.parametrize("text", [
    "Guten Morgen", "por la mañana", "over 2 weeks", "within two weeks", "for two weeks", "next week", "tomorrows",
    "esta segunda opción", "quinta próxima", "'s morgens", "two weeks", "in the days before"])
def test_other_meanings_are_no_days(text: str) -> None:
    assert said_days(text, TODAY) == []


def test_the_last_day_stands_for_one_that_a_month_lacks() -> None:
    assert [each.day for each in said_days("in one month", date(2026, 1, 31))] == [date(2026, 2, 28)]


def test_today_only_says_how_urgent_it_is_beside_a_full_date() -> None:
    urgent = values_in("Send this today: I move on 1 March 2027", "GB", TODAY)
    assert [each.value for each in urgent] == ["2027-03-01"]
    meant = values_in("A permit from today until 1 March 2027", "GB", TODAY)
    assert [(each.value, each.said) for each in meant] == [("2026-11-26", "today"), ("2027-03-01", "")]


def test_without_a_day_of_writing_nothing_is_counted() -> None:
    assert values_in("from tomorrow") == ()
