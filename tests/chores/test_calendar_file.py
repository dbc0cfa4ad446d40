"""Calendar files: what goes out comes back with the same instants; what is not offered is refused in a sentence."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from agent.chores.calendar_file import Entry, read_calendar, write_calendar
from agent.chores.expanding import following
from agent.chores.problems import BadCalendar
from agent.chores.rule import rule_from
from agent.chores.zones import resolved

NOW = datetime(2026, 11, 26, tzinfo=UTC)
START = datetime(2026, 10, 5, 9)


def event(*lines: str) -> bytes:
    head = ["BEGIN:VCALENDAR", "PRODID:-//x//y//EN", "VERSION:2.0", "BEGIN:VEVENT", "UID:u1", "SUMMARY:Pay the rent"]
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


@pytest.mark.parametrize(("rule", "start"), [
    ("FREQ=MONTHLY;BYDAY=1MO", START), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20271231", START),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5", datetime(2026, 10, 31, 18)),
    ("FREQ=DAILY", datetime(2026, 10, 1, 1, 30)),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", datetime(2027, 2, 28, 9)),
    ("BEFORE=2W;FACT=passport-expiry", START),
])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", ""])
def test_what_is_written_is_read_back(rule: str, start: datetime, zone: str) -> None:
    left_out = (datetime(2026, 11, 2, 9),) if "1MO" in rule else ()
    entry = Entry("Submit my reading, {reading}; now", rule, start, zone, left_out, "https://example.org/a?b=c",
                  uid="c1")
    data = write_calendar([entry], {"c1": START}, NOW)
    assert (b"BEGIN:VTIMEZONE" in data) == bool(zone)
    found = read_calendar(data)
    assert found.refused == []
    assert found.entries == [entry]
    again, known = rule_from(found.entries[0].rule, found.entries[0].start), ZoneInfo(zone or "UTC")
    for facts in ({}, {"passport-expiry": "2031-02-09"}):
        for one, other in zip(islice(following(again, start, known, NOW, facts), 30),
                              islice(following(rule_from(rule, start), start, known, NOW, facts), 30), strict=False):
            assert resolved(one, known) == resolved(other, known)


@pytest.mark.parametrize(("lines", "why"), [
    (["DTSTART:20261005T090000Z"], "only once"),
    (["DTSTART:20261005T090000Z", "RRULE:FREQ=HOURLY"], "daily, weekly, monthly or yearly"),
    (["DTSTART:20261005T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO", "RDATE:20261101T090000Z"], "more than one rule"),
    (["DTSTART:20261006T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO"], "does not fit"),
    (["DTSTART;TZID=Nowhere/City:20261005T090000", "RRULE:FREQ=DAILY;BYHOUR=9"], "not offered"),
    (["RRULE:FREQ=DAILY"], "when it begins"),
    (["DTSTART:20261005T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO"], "numbered weekdays"),
])
def test_what_is_not_offered_is_refused(lines: list[str], why: str) -> None:
    found = read_calendar(event(*lines))
    assert found.entries == []
    assert [each.title for each in found.refused] == ["Pay the rent"]
    assert why in found.refused[0].why


def test_a_whole_day_gets_a_time_and_says_so() -> None:
    (entry,) = read_calendar(event("DTSTART;VALUE=DATE:20261005", "RRULE:FREQ=WEEKLY;BYDAY=MO")).entries
    assert (entry.start, entry.zone) == (START, "")
    assert "09:00 is taken" in entry.notes[0]


def test_a_windows_zone_and_an_end_in_utc_are_understood() -> None:
    (entry,) = read_calendar(event("DTSTART;TZID=W. Europe Standard Time:20261005T003000",
                                   "RRULE:FREQ=DAILY;UNTIL=20261009T230000Z")).entries
    assert entry.zone == "Europe/Berlin"
    assert entry.rule == "FREQ=DAILY;UNTIL=20261010"     # 01:00 on the 10th in Berlin


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\xff\xfe\x00",
                                  b"x" * 6_000_000])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with contextlib.suppress(BadCalendar):
        assert read_calendar(data).entries == []


@pytest.mark.parametrize("lines", [
    ["DTSTART;VALUE=PERIOD:20260101T000000Z/PT1H", "RRULE:FREQ=DAILY"],
    ["DTSTART;VALUE=TIME:090000", "RRULE:FREQ=DAILY"],
    ["DTSTART:20261005T090000", "RRULE:FREQ=DAILY", "EXDATE:rubbish"],
    ["DTSTART;TZID=America/New_York:20261005T090000", "RRULE:FREQ=DAILY", "EXDATE:00010101T000000Z"],
    ["DTSTART;TZID=Asia/Tokyo:20261005T090000", "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"],
    ["DTSTART;TZID=America/New_York:99991231T235900", "RRULE:FREQ=DAILY"],
    ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "RRULE:FREQ=DAILY"],
    ["DTSTART:20260228T090000", "RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31"],
])
def test_one_broken_event_is_refused_and_not_the_file(lines: list[str]) -> None:
    found = read_calendar(event(*lines) + event("DTSTART:20261005T090000", "RRULE:FREQ=DAILY"))
    assert (len(found.entries), len(found.refused)) == (1, 1)


def test_no_file_says_where_a_chore_starts_and_none_hides_words() -> None:
    hidden = event("DTSTART:20261005T090000", "RRULE:FREQ=DAILY").replace(
        b"Pay the rent", "Pay \u202ethe\x1b[2J rent at https://evil.example/pay now".encode())
    (entry,) = read_calendar(hidden).entries
    assert (entry.text, entry.offered) == ("Pay the [2J rent at now", "https://evil.example/pay")
    assert any("taken out" in note for note in entry.notes)
    assert len(read_calendar(hidden.replace(b"rent", b"x" * 9_000)).entries[0].text) <= 2_000
