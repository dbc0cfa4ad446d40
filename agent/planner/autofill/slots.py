"""Chooses an appointment slot when the task says clearly which, and lists slots as "day, time" when it doesn't."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from agent.browser.page import Control, PageMap
from agent.intake.ordinals import Thing, places_of
from agent.intake.relative_dates import WEEKDAYS, said_days
from agent.intake.written_dates import find_dates
from agent.planner.autofill.option_sets import month_names
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern

_CLOCK = Pattern(
    r"(?<![\d.])([01]?\d|2[0-3])(?::([0-5]\d)|[.h]([0-5]\d)(?=\s*(?:am|pm|uhr|h)\b))?\s*(am|pm|a\.m\.|p\.m\.|uhr|"
    r"h)?(?![\w.]\d)",
    re.IGNORECASE,
)
_LABEL_TIME = Pattern(
    r"^\s*(?:um |at |à |alle |om |o )?(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)\s*(?:am|pm|uhr|h)?|^\s*\d{1,2}\s*(?:am|pm|"
    r"uhr)\b",
    re.IGNORECASE,
)
_MORNING = Pattern(r"\bmorning|vormittag|\bmorgens\b|\bmatin|\bmanana\b|\bmattin|ochtend|\brano\b|\bmanha\b")
_AFTERNOON = Pattern(r"\bafternoon|nachmittag|apres midi|\btarde\b|pomeriggio|\bmiddag\b|popoludni")
_ANY = Pattern(
    r"\b(?:any|first|earliest|next (?:available|free)|soonest|egal|beliebig|nachst\w+|fruhest\w+|premier|"
    r"primer[oa]?|prim[oa]|eerste|pierwsz\w+)\b"
)
_UNLESS = Pattern(
    r"\b(?:not|except|but|avoid|unless|before|after|between|nicht|ausser|kein\w*|zwischen|avant|apres \d|pas|antes|"
    r"despues|prima|dopo|niet|nie|nao)\b"
)
"""Words that make a wish too intricate to be read off: then the person is asked."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One offered time: the option's index, its day as shown, the date if it can be read, minutes after midnight."""

    index: int
    day: str
    date: date | None
    minutes: int
    label: str

    @property
    def says(self) -> str:
        """How it is offered to the person: "Monday 7 December 2026, 10:30am"."""
        return f"{self.day}, {self.label}" if self.day else self.label


def slots_of(control: Control, page: PageMap, region: str) -> list[Slot]:
    """The slots of a radio group or list, or an empty list when its options are no times of day."""
    usable = [(i, o) for i, o in enumerate(control.options) if not o.disabled and (o.label.strip() and o.value.strip())]
    timed = [i for i, option in usable if _LABEL_TIME.search(option.label)]
    if len(timed) < 2 or len(timed) < 0.8 * len(usable):
        return []
    days = _days(control, page, [i for i, _ in usable])
    found = []
    for index, option in usable:
        minutes = _minutes(option.label)
        if minutes is not None:
            day, when = days[index], _iso_day(option.value)
            when = when or _read_day(day or option.label, region)
            found.append(
                Slot(
                    index,
                    day or (f"{when:%A} {when.day} {when:%B} {when.year}" if when else ""),
                    when,
                    minutes,
                    option.label.strip(),
                )
            )
    return found


def _days(control: Control, page: PageMap, indexes: list[int]) -> dict[int, str]:
    """The heading above each option. The page's text has headings and options in their order, so it is walked along."""
    days = dict.fromkeys(indexes, "")
    headings = [
        h.text.strip()
        for h in page.headings
        if re.search(r"\d", h.text) or any(fold(h.text).split()[:1] == [w] for d in WEEKDAYS for w in d)
    ]
    if not headings:
        return days
    position = max(page.text.find(headings[0]), 0)
    current = ""
    for index in indexes:
        label = control.options[index].label.strip()
        at = page.text.find(label, position)
        if at < 0:
            return dict.fromkeys(indexes, "")
        for heading in headings:
            place = page.text.find(heading, position, at)
            if place >= 0:
                current = heading
        days[index] = current
        position = at + len(label)
    return days


def _iso_day(value: str) -> date | None:
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T _]|$)", value)
    try:
        return date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None


def _read_day(text: str, region: str) -> date | None:
    found = next(iter(find_dates(text, region)), None)
    return found.day if found is not None else None


def _minutes(text: str) -> int | None:
    match = re.search(r"\b([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?\s*(am|pm|a\.m\.|p\.m\.)?", text, re.IGNORECASE)
    if not match:
        return None
    hour = int(match.group(1)) % 12 if match.group(3) else int(match.group(1))
    if match.group(3) and match.group(3).lower().startswith("p"):
        hour += 12
    return hour * 60 + int(match.group(2) or 0)


def chosen_slot(slots: list[Slot], text: str, region: str, today: date | None = None) -> Slot | None:
    """The slot that a text asks for, only when it says so clearly: one slot fits, or it says "any", "first", "second".

    ``today``: from which the text's "tomorrow" is counted.
    """
    said = fold(text)
    if _UNLESS.search(said):
        return None
    fitting = _on_day(slots, text, said, region, today)
    place = next(iter(places_of(text, Thing.SLOT)), 0)
    if place and not _times(text):
        return fitting[place - 1 if place > 0 else place] if abs(place) <= len(fitting) else None
    times = _times(text)
    part = bool(_MORNING.search(said)) - bool(_AFTERNOON.search(said))
    if times:
        fitting = [slot for slot in fitting if slot.minutes in times]
    elif part:
        fitting = [slot for slot in fitting if (slot.minutes < 720) == (part > 0)]
    if len(fitting) == len(slots) and not times:
        return (
            slots[0]
            if re.search(
                r"\b(?:any|first|earliest|soonest|next)\b.{0,20}\b(?:time|slot|appointment|available|free|termin)|"
                r"nachst\w+ (?:freie\w* )?termin|fruhest",
                said,
            )
            else None
        )
    if len(fitting) == 1:
        return fitting[0]
    return fitting[0] if fitting and not times and _ANY.search(said) else None


def _on_day(slots: list[Slot], text: str, said: str, region: str, today: date | None) -> list[Slot]:
    dates = {found.day for found in find_dates(text, region)}
    counted = said_days(text, today) if today else []
    if any(each.day is None for each in counted):
        return []  # "next Friday" on a Thursday
    offered = {slot.date for slot in slots}
    dates |= {each.day for each in counted if each.day is not None and (not each.loose or each.day in offered)}
    dates |= {slot.date for slot in slots if slot.date is not None and _names_day(slot.date, said)}
    if dates:
        return [slot for slot in slots if slot.date in dates]
    days = {number for number, names in enumerate(WEEKDAYS) if names & set(said.split())}
    if days:
        return [slot for slot in slots if slot.date is not None and slot.date.weekday() in days]
    return slots


def _names_day(day: date, said: str) -> bool:
    """Whether a folded text names a day without its year: "7 december", "7th of december", "december 7"."""
    names = "|".join(
        re.escape(name) for name, number in month_names().items() if number == day.month and len(name) >= 3
    )
    return bool(
        re.search(
            rf"\b0?{day.day}(?:st|nd|rd|th)?\.? (?:of |de |den )?(?:{names})\b|"
            rf"\b(?:{names}) (?:the )?0?{day.day}(?:st|nd|rd|th)?\b",
            said,
        )
    )


def _times(text: str) -> set[int]:
    """Times of day in a text: those with minutes, or with am, pm or a clock's word."""
    found = set()
    for match in _CLOCK.finditer(text):
        hour, minutes, mark = int(match.group(1)), match.group(2) or match.group(3), (match.group(4) or "").lower()
        if not minutes and not mark:
            continue
        if mark.startswith("p") and hour < 12:
            hour += 12
        elif mark.startswith("a") and hour == 12:
            hour = 0
        found.add(hour * 60 + int(minutes or 0))
    return found
