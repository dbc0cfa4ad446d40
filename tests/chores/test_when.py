"""Words, rules and sentences: what is read is what was meant, and every sentence reads back to the same dates."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.chores.expanding import following
from agent.chores.problems import BadRule
from agent.chores.rule import (
    LAST,
    WORKING,
    AnyRule,
    Before,
    Freq,
    Rule,
    Short,
    Unit,
    has_short_months,
    rule_from,
    rule_text,
    with_short,
)
from agent.chores.sentence import sentence
from agent.chores.when import When, read_when

NOW = datetime(2026, 11, 26, 12, 0)      # a Thursday
FACTS = {"passport-expiry": "2031-02-09"}
LABELS = {"passport-expiry": "Passport expiry", "id-card-expiry": "ID card expiry", "move-out-date": "Move out date"}
UTC_ZONE = ZoneInfo("UTC")


def read(text: str, *, alone: bool = True) -> When:
    return read_when(text, NOW, facts=FACTS, labels=LABELS, alone=alone)


@pytest.mark.parametrize(("said", "rule", "first"), [
    ("every first Monday at 9", "FREQ=MONTHLY;BYDAY=1MO", "2026-12-07 09:00"),
    ("every 2 weeks on Friday at 8:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27 08:30"),
    ("on the last working day of the month at 18:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
     "2026-11-30 18:00"),
    ("monthly on the 31st or the last day, at 9", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30 09:00"),
    ("monthly on the 30th, skipping short months, at 9", "FREQ=MONTHLY;BYMONTHDAY=30", "2026-11-30 09:00"),
    ("every year on 1 March at 9", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "2027-03-01 09:00"),
    ("two weeks before my passport expires at 9", "BEFORE=2W;FACT=passport-expiry", "2026-11-26 09:00"),
    ("10 days before 3 March 2027 at 9", "BEFORE=10D;DATE=2027-03-03", "2026-11-26 09:00"),
    ("every second Friday of the month at 5pm", "FREQ=MONTHLY;BYDAY=2FR", "2026-12-11 17:00"),
    ("at noon every Monday, Wednesday and Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-27 12:00"),
    ("every day at 11:00", "FREQ=DAILY", "2026-11-27 11:00"),
    ("every day at 13:00", "FREQ=DAILY", "2026-11-26 13:00"),
    ("every 3 months on the 15th at 9, until 31 December 2027",
     "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15;UNTIL=20271231", "2026-12-15 09:00"),
    ("fortnightly on Tuesday at 7, 6 times, starting 8 December 2026", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6",
     "2026-12-08 07:00"),
    ("every 2 weeks at 9, starting 4 December 2026", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-12-04 09:00"),
    ("fortnightly starting 2026-12-04 at 9", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-12-04 09:00"),
    ("every quarter at 9 from 15 January 2027", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "2027-01-15 09:00"),
    ("yearly, starting 1 March 2027, at 9", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "2027-03-01 09:00"),
    ("every year on the last Friday of March at 9", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR", "2027-03-26 09:00"),
])
def test_words_are_read(said: str, rule: str, first: str) -> None:
    found = read(said)
    assert (found.problems, found.taken, found.rest) == ((), (), "")
    assert [(rule_text(each.rule), f"{each.start:%Y-%m-%d %H:%M}") for each in found.choices] == [(rule, first)]


@pytest.mark.parametrize(("said", "rules"), [
    ("monthly on the 31st at 9", ["FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1"]),
    ("every second Friday at 9", ["FREQ=MONTHLY;BYDAY=2FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"]),
    ("every year on 29 February at 9", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"]),
])
def test_two_meanings_are_both_offered(said: str, rules: list[str]) -> None:
    assert [rule_text(each.rule) for each in read(said).choices] == rules


@pytest.mark.parametrize(("said", "part"), [
    ("every Monday except in August at 9", "except in August"), ("weekly", "which day"), ("every hour", "daily"),
    ("every 30 February", "no such day"), ("every weekday at 25:00", "no time of day"),
    ("now and then", "No recurrence"),
    ("two weeks before my dog's birthday", "dog's birthday"), ("every Monday and every first Friday at 9", "could not"),
    ("every Monday at 9 until 31 February 2027", "no such day"), ("every Monday, 3 times, until 1 May 2027", "one of"),
])
def test_what_could_not_be_read_is_said(said: str, part: str) -> None:
    assert part in " ".join(read(said).problems)


@pytest.mark.parametrize("said", ["every 2 weeks", "weekly", "fortnightly", "monthly", "every quarter", "annually"])
def test_words_without_a_day_are_answered_with_words_that_are_read(said: str) -> None:
    found = read(said)
    assert not found.choices
    suggested = re.findall(r"“([^”]+)”", found.problems[0])[1:]
    assert len(suggested) == 2
    assert all(read(each).choices and not read(each).problems for each in suggested), suggested


def test_no_time_of_day_is_told() -> None:
    assert read("every Monday").taken == ("You said no time of day; 09:00 is taken.",)


@pytest.mark.parametrize(("said", "rest", "rule"), [
    ("Submit my meter reading {reading} every first Monday at 9", "Submit my meter reading {reading}",
     "FREQ=MONTHLY;BYDAY=1MO"),
    ("Every 2 weeks on Friday: send my monthly timesheet", "send my monthly timesheet",
     "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
])
def test_a_task_with_its_recurrence_is_taken_apart(said: str, rest: str, rule: str) -> None:
    found = read(said, alone=False)
    assert (found.rest, [rule_text(each.rule) for each in found.choices], found.problems) == (rest, [rule], ())


def test_what_limits_a_recurrence_within_a_task_is_not_swallowed() -> None:
    assert "except in august" in read("Pay the rent every Monday except in August", alone=False).problems[0]


@pytest.mark.parametrize("text", [
    "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9,17", "FREQ=MONTHLY;BYDAY=1MO,3MO", "FREQ=MONTHLY;BYDAY=MO",
    "FREQ=WEEKLY;WKST=SU",
    "FREQ=MONTHLY;BYMONTHDAY=-2", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "FREQ=DAILY;COUNT=3;UNTIL=20270101",
    "nonsense",
    "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=20", "BEFORE=0D;FACT=bday",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=DAILY;UNTIL=20271331", "FREQ=MONTHLY;BYDAY=5MO",
])
def test_what_is_not_offered_is_refused(text: str) -> None:
    with pytest.raises(BadRule):
        rule_from(text, NOW)


def test_an_end_before_the_time_of_day_is_not_reached_any_more() -> None:
    found = rule_from("FREQ=DAILY;UNTIL=20261201T080000", datetime(2026, 11, 26, 9))
    assert isinstance(found, Rule)
    assert found.until == date(2026, 11, 30)


def _in_month() -> st.SearchStrategy[dict[str, object]]:
    nth = st.sampled_from((1, 2, 3, 4, LAST))
    return st.one_of(
        st.builds(lambda day, place: {"weekdays": (day,), "nth": place}, st.integers(0, 6), nth),
        st.builds(lambda place: {"weekdays": WORKING, "nth": place}, nth), st.just({"days": (LAST,)}),
        st.builds(lambda day: {"days": (day,)}, st.integers(1, 31)))


@st.composite
def rules(draw: st.DrawFn) -> AnyRule:
    interval = draw(st.integers(1, 12))
    kind = draw(st.sampled_from(("day", "week", "month", "months", "year", "before")))
    if kind == "before":
        fact = draw(st.booleans())
        return Before(draw(st.integers(1, 60)), draw(st.sampled_from(list(Unit))), "passport-expiry" if fact else "",
                      None if fact else draw(st.dates(date(2027, 1, 1), date(2040, 1, 1))))
    if kind == "day":
        found = Rule(Freq.DAILY, interval)
    elif kind == "week":
        days = draw(st.sets(st.integers(0, 6), min_size=1))
        found = Rule(Freq.WEEKLY, interval, weekdays=tuple(sorted(days)))
    elif kind == "months":
        several = draw(st.sets(st.integers(1, 31), min_size=2, max_size=4))
        found = Rule(Freq.MONTHLY, interval, days=tuple(sorted(several)))
    else:
        where = draw(_in_month())
        freq = Freq.MONTHLY if kind == "month" else Freq.YEARLY
        month = draw(st.integers(1, 12)) if kind == "year" else 0
        if month and where.get("days", (1,)) > (28,):
            where["days"] = (29,) if month == 2 else (min(where["days"][0], 30),)  # type: ignore[index]
        found = Rule(freq, interval, month=month, **where)  # type: ignore[arg-type]
        if has_short_months(found):
            found = with_short(found, draw(st.sampled_from(list(Short))))
    end = draw(st.sampled_from(("", "until", "count")))
    until = draw(st.dates(date(2030, 1, 1), date(2040, 1, 1))) if end == "until" else None
    return Rule(found.freq, found.interval, found.weekdays, found.nth, found.days, found.month, found.short, until,
                draw(st.integers(1, 500)) if end == "count" else 0)


def dates(rule: AnyRule, start: datetime, after: datetime) -> list[datetime]:
    return list(islice(following(rule, start, UTC_ZONE, after.replace(tzinfo=UTC_ZONE), FACTS), 12))


@settings(max_examples=60)
@given(rules(), st.times().map(lambda at: time(at.hour, at.minute)), st.dates(date(2026, 1, 1), date(2029, 1, 1)))
def test_every_sentence_reads_back_to_the_same_dates(rule: AnyRule, at: time, day: date) -> None:
    assert rule_from(rule_text(rule), datetime.combine(day, at)) == rule
    start = datetime.combine(day, at)
    said = sentence(rule, start, facts=FACTS, label="Passport expiry", today=NOW.date())
    found = read(said)
    assert (found.problems, found.taken) == ((), ()), said
    (choice,) = found.choices
    after = max(NOW, start) - timedelta(days=1) if start.date() > NOW.date() else NOW
    assert dates(choice.rule, choice.start, after) == dates(rule, start, after), (said, choice)
