"""The pieces of the words for a recurrence: patterns, and what each piece means. Pure."""

from __future__ import annotations

import re
from datetime import date

from agent.chores.rule import LAST
from agent.chores.sentence import MONTHS, WEEKDAYS

NUMBERS = {word: number for number, word in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)}
NUMBERS |= {"a": 1, "an": 1, "other": 2}
PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": LAST,
          "final": LAST}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth")

N = r"(?P<n>\d{1,2}|other|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
W = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
WS = rf"(?P<days>{W}(?:(?: ?, ?| ?,? and | ?& ?)(?:every |on )?{W})*)"
WORK = r"(?:weekdays?|work(?:ing)? ?days?|business days?)(?: \(monday to friday\))?"
O = r"(?P<place>first|1st|second|2nd|third|3rd|fourth|4th|last|final)"  # noqa: E741 - as the grammar's own letter
D = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
DS = rf"(?P<mdays>{D}(?: day)?(?:(?: ?, ?| ?,? and | ?& ?)(?:the )?{D})*)"
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in map(str.lower, MONTHS)) + "|sept"
_TH = "(?:st|nd|rd|th)?"
M = rf"(?P<month>{_NAMES})"
DM = (rf"(?:(?:the )?(?P<dm>\d{{1,2}}){_TH}(?: of)? {M}|(?P<month2>{_NAMES}) (?:the )?(?P<dm2>\d{{1,2}}){_TH})")
DATE = (rf"(?:(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}})|(?P<d3>\d{{1,2}}){_TH}(?: of)? (?P<m3>{_NAMES}),? "
        rf"(?P<y3>\d{{4}})|(?P<m4>{_NAMES}) (?P<d4>\d{{1,2}}){_TH},? (?P<y4>\d{{4}}))")
TIME = (r"(?:(?:at|by) )(?:(?P<noon>noon|midday|midnight)|(?P<h>\d{1,2})(?:[:.h](?P<min>\d{2}))?"
        r"(?: ?(?P<half>[ap]\.?m\.?)(?![a-z])| ?o'clock| h\b)?)")


def number_in(word: str) -> int:
    """A counted number; nothing said is 1."""
    return int(word) if word.isdigit() else NUMBERS.get(word, 1)


def weekdays_in(text: str) -> tuple[int, ...]:
    """The weekdays that a list names, Monday 0."""
    names = re.findall(r"mon|tue|wed|thu|fri|sat|sun", text)
    return tuple(sorted({[day[:3].lower() for day in WEEKDAYS].index(name) for name in names}))


def days_in(text: str) -> tuple[int, ...]:
    """The days of the month that a list names."""
    found = {int(each) for each in re.findall(r"\d{1,2}", text)}
    found |= {number for number, word in enumerate(_ORDINALS, 1) if re.search(rf"\b{word}\b", text)}
    return tuple(sorted(found))


def month_in(text: str) -> int:
    """A month by its name or its first three letters."""
    return [month[:3].lower() for month in MONTHS].index(text[:3].lower()) + 1


def date_in(match: re.Match[str]) -> date | None:
    """The day of a match of `DATE`; None where there is no such day."""
    part = match.groupdict()
    try:
        if part["y"]:
            return date(int(part["y"]), int(part["m"]), int(part["d"]))
        which = "3" if part["y3"] else "4"
        return date(int(part[f"y{which}"]), month_in(part[f"m{which}"]), int(part[f"d{which}"]))
    except ValueError:
        return None


def clock_in(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour and minute of a match of `TIME`; None where there is no such time."""
    if match["noon"]:
        return (0, 0) if match["noon"] == "midnight" else (12, 0)
    hour, minute = int(match["h"]), int(match["min"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None
