"""The ways in which a date may be written, in eight languages, for recognising it again."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import date

_MONTHS = (
    "january januar janvier enero gennaio januari styczen stycznia janeiro jan",
    "february februar fevrier febrero febbraio februari luty lutego fevereiro feb fev",
    "march marz mars marzo maart marzec marca marco mar",
    "april avril abril aprile kwiecien kwietnia apr",
    "may mai mayo maggio mei maj maja maio",
    "june juni juin junio giugno czerwiec czerwca junho jun",
    "july juli juillet julio luglio lipiec lipca julho jul",
    "august aout agosto augustus sierpien sierpnia aug",
    "september septembre septiembre settembre wrzesien wrzesnia setembro sep sept",
    "october oktober octobre octubre ottobre pazdziernik pazdziernika outubro oct okt",
    "november novembre noviembre listopad listopada novembro nov",
    "december dezember decembre diciembre dicembre grudzien grudnia dezembro dec dez",
)
"""Month names without accents: EN DE FR ES IT NL PL PT."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_GAP = r"\D{1,40}?"
"""What may stand between day, month and year: a separator, or the name of the next field."""


def as_date(value: str) -> date | None:
    """Returns the date of a normalised fact (``1986-03-14``), or nothing."""
    match = _ISO.fullmatch(value.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def squashed_dates(day: date) -> frozenset[str]:
    """Returns the date as digits, with and without zeros, with month names, and in Unix seconds; squashed."""
    d, m, y = str(day.day), str(day.month), str(day.year)
    dd, mm = d.zfill(2), m.zfill(2)
    numbers = {y + mm + dd, dd + mm + y, mm + dd + y, y + m + d, d + m + y, m + d + y, str(timegm(day.timetuple()))}
    names = _MONTHS[day.month - 1].split()
    named = {form for name in names for x in {d, dd}
             for form in (x + name + y, name + x + y, x + "de" + name + "de" + y)}
    return frozenset(form for form in numbers | named if len(form) >= 6)


REACH = 100
"""Bytes around the year in which `date_pattern` can find the rest: two gaps, a day and a month's name."""


def short_dates(day: date) -> frozenset[bytes]:
    """Returns the date with a year of two digits, in the usual separators; look at the digits beside it."""
    days, months = {str(day.day), f"{day.day:02}"}, {str(day.month), f"{day.month:02}"}
    return frozenset(f"{d}{gap}{m}{gap}{day.year % 100:02}".encode("ascii")
                     for d in days for m in months for gap in "./-")


def date_pattern(day: date) -> re.Pattern[bytes]:
    """Returns a pattern for day, month and year one after the other, in folded text, also over three fields."""
    names = "|".join(sorted(_MONTHS[day.month - 1].split(), key=len, reverse=True))
    d, y = f"(?<!\\d)0?{day.day}(?!\\d)", f"(?<!\\d){day.year}(?!\\d)"
    m = f"(?:(?<!\\d)0?{day.month}(?!\\d)|{names})"
    return re.compile(f"{d}{_GAP}{m}{_GAP}{y}|{y}{_GAP}{m}{_GAP}{d}|{m}{_GAP}{d}{_GAP}{y}".encode("ascii"))
