"""Chores from and to calendar files (.ics, RFC 5545). What is not offered here is refused, each with a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vRecur

from agent.chores.expanding import first
from agent.chores.problems import BadCalendar, BadRule, BadZone
from agent.chores.rule import Before, rule_from, rule_text
from agent.chores.zones import HERE, local_of, zone_of
from agent.intake.address import spans_in

LARGEST = 5 * 1024 * 1024
MOST_EVENTS = 1000
LONGEST_TITLE = 2_000
"""Characters; calendars cut theirs at some hundreds."""
OWN_RULE = "X-COUNTERSIGN-RULE"
MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Entry:
    """A chore in a calendar file. ``offered`` is an address that the file names: shown, never taken by itself."""

    text: str
    rule: str
    start: datetime
    zone: str
    left_out: tuple[datetime, ...] = ()
    offered: str = ""
    notes: tuple[str, ...] = ()
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that can't be a chore, and why."""

    title: str
    why: str


@dataclass(slots=True)
class Read:
    """What a file holds."""

    entries: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read_calendar(data: bytes) -> Read:
    """Reads a file.

    Raises:
        BadCalendar: it is too large, or no calendar.
    """
    if len(data) > LARGEST:
        raise BadCalendar("The calendar file has more than 5 MB.")
    try:
        events = [event for calendar in Calendar.from_ical(data, multiple=True) for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError) as problem:
        raise BadCalendar("That is no calendar file, or it is damaged.") from problem
    if len(events) > MOST_EVENTS:
        raise BadCalendar(f"The calendar file has {len(events)} events; {MOST_EVENTS} is the most.")
    found = Read()
    moved = {str(event.get("UID", "")) for event in events if "RECURRENCE-ID" in event}
    for event in events:
        title = " ".join("".join(letter if letter.isprintable() else " "
                                 for letter in str(event.get("SUMMARY", ""))).split())[:LONGEST_TITLE]
        try:
            if "RECURRENCE-ID" not in event:
                found.entries.append(_entry(event, title, moved))
        except (BadRule, BadZone, BadCalendar) as problem:
            found.refused.append(Refused(title or "An event without a title", str(problem)))
        except (ValueError, TypeError, AttributeError, OverflowError):  # the reader's, on what is no date or rule
            found.refused.append(Refused(title or "An event without a title", "A part of it can't be read."))
    return found


def _entry(event: Component, title: str, moved: set[str]) -> Entry:
    if not title:
        raise BadCalendar("It says nowhere what is to be done.")
    begin = getattr(event.get("DTSTART"), "dt", None)
    if begin is None:
        raise BadCalendar("It says nowhere when it begins.")
    if "RDATE" in event or "EXRULE" in event or isinstance(event.get("RRULE"), list):
        raise BadCalendar("It recurs by more than one rule, or on single days besides.")
    if str(event.get("UID", "")) in moved:
        raise BadCalendar("Single times of it were moved or changed, which a chore can't do.")
    start, zone, notes = _start(begin, str(event["DTSTART"].params.get("TZID", "")))
    offered = str(event.get("URL", ""))
    if spans := spans_in(title):             # only the person says where a chore starts
        offered = offered or spans[0][2]
        notes += ("Its words named a web address, which was taken out.",)
        for low, high, _ in reversed(spans):
            title = " ".join(f"{title[:low]} {title[high:]}".split())
        if not title:
            raise BadCalendar("It says nothing but a web address.")
    own = str(event.get(OWN_RULE, ""))
    recur = event.get("RRULE")
    if not own and recur is None:
        raise BadCalendar("It comes only once. Add it as a task.")
    rule = rule_from(own if own.startswith("BEFORE") else _local_until(_text(recur), zone), start)
    if not isinstance(rule, Before) and first(rule, start, {}) != start:
        raise BadCalendar("Its first day does not fit its own rule.")
    return Entry(title, rule_text(rule), start, zone, _left_out(event, zone, start), offered, notes,
                 str(event.get("UID", "")))


def _text(recur: Any) -> str:
    return bytes(recur.to_ical()).decode() if isinstance(recur, vRecur) else ""  # type: ignore[no-untyped-call]


def _start(begin: date | datetime, named: str) -> tuple[datetime, str, tuple[str, ...]]:
    """Its first local time and its zone, with notes; ``named``: the zone as the file calls it."""
    if not isinstance(begin, datetime):
        return datetime.combine(begin, MORNING), HERE, (f"It lasts all day; {MORNING:%H:%M} is taken.",)
    if begin.tzinfo is None:
        unknown = f"Its time zone “{named}” is not known; it goes by this computer's clock instead, wherever that is."
        return begin.replace(fold=0), HERE, (unknown,) if named else ()
    name = begin.tzinfo.key if isinstance(begin.tzinfo, ZoneInfo) else str(begin.tzname() or "")
    zone = zone_of(name or "?")
    return local_of(begin, zone), zone.key, ()


def _local_until(text: str, zone: str) -> str:
    """An end in UTC as the zone's own clock shows it."""
    def local(match: re.Match[str]) -> str:
        end = datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo("UTC"))
        return f"UNTIL={local_of(end, zone_of(zone)):%Y%m%dT%H%M%S}"
    try:
        return re.sub(r"UNTIL=(\d{8}T\d{6})Z", local, text)
    except ValueError:
        raise BadRule("Its end is no time.") from None


def _left_out(event: Component, zone: str, start: datetime) -> tuple[datetime, ...]:
    given = event.get("EXDATE", [])
    found = []
    for group in given if isinstance(given, list) else [given]:
        for each in group.dts:
            if not isinstance(each.dt, datetime):
                found.append(datetime.combine(each.dt, start.time()))
            else:
                found.append(local_of(each.dt, zone_of(zone)) if each.dt.tzinfo else each.dt)
    return tuple(sorted(set(found)))


def write_calendar(entries: Sequence[Entry], deadlines: Mapping[str, datetime], now: datetime) -> bytes:
    """Writes chores as a calendar with the time zones they use.

    Args:
        entries: what to write; ``uid`` names each.
        deadlines: by uid, when a time before a deadline comes; such a chore without one is left out.
        now: when it is written, in UTC.
    """
    calendar = Calendar()
    calendar.add("PRODID", "-//Countersign//Chores//EN")
    calendar.add("VERSION", "2.0")
    for entry in entries:
        rule = rule_from(entry.rule, entry.start)
        local = deadlines.get(entry.uid) if isinstance(rule, Before) else first(rule, entry.start, {})
        if local is None:
            continue
        zone = zone_of(entry.zone) if entry.zone else None
        event = Event()
        event.add("UID", entry.uid)
        event.add("DTSTAMP", now)
        event.add("SUMMARY", entry.text)
        event.add("DTSTART", local.replace(tzinfo=zone))
        event.add("DURATION", timedelta(minutes=15))
        if isinstance(rule, Before):
            event.add(OWN_RULE, entry.rule)
        else:
            event.add("RRULE", vRecur.from_ical(_with_utc_end(entry.rule, zone)))
        if entry.left_out:
            event.add("EXDATE", [each.replace(tzinfo=zone) for each in entry.left_out])
        if entry.offered:
            event.add("URL", entry.offered)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _with_utc_end(rule: str, zone: ZoneInfo | None) -> str:
    """RFC 5545 wants the end in UTC where the start has a zone."""
    def ending(match: re.Match[str]) -> str:
        end = datetime.combine(datetime.strptime(match[1], "%Y%m%d").date(), time(23, 59, 59))
        if zone is None:
            return f"UNTIL={end:%Y%m%dT%H%M%S}"
        return f"UNTIL={end.replace(tzinfo=zone).astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%S}Z"
    return re.sub(r"UNTIL=(\d{8})(?!T)", ending, rule)
