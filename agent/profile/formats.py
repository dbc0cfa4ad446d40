"""Writes a fact the way forms want it: dates in parts and orders, phones, codes and countries in their spellings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from agent.intake.written_dates import month_first
from agent.profile import phones, places
from agent.protocol import FactKind

_PATTERN_PART = re.compile(r"d{1,2}|m{1,4}|y{2,4}")
_SPACE_FREE = frozenset({"postal-code", "previous-postal-code", "vehicle-registration", "social-security-number",
                         "health-insurance-number", "national-id", "tax-id", "meter-number", "vehicle-vin"})
_DATES = frozenset({"bday", "move-in-date", "move-out-date", "job-start-date", "passport-issue-date", "passport-expiry",
                    "id-card-expiry"})


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date for three fields: day and month without a leading nought, the year with four digits."""

    day: str
    month: str
    year: str


def split_date(value: str) -> DateParts | None:
    """Splits a stored date; None when it is no ISO date."""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return DateParts(str(found.day), str(found.month), f"{found.year:04d}")


def date_pattern(region: str) -> str:
    """The order in which a region's forms want a date in figures: ``dd/mm/yyyy``, ``mm/dd/yyyy`` or ``yyyy-mm-dd``."""
    if month_first(region):
        return "mm/dd/yyyy"
    if region in ("CA", "CN", "HU", "JP", "KR", "LT", "SE", "TW"):
        return "yyyy-mm-dd"
    return "dd.mm.yyyy" if region in ("DE", "AT", "CH", "PL", "CZ", "SK", "FI", "NO", "DK", "RO") else "dd/mm/yyyy"


def write_date(value: str, pattern: str) -> str:
    """Writes a stored date by a pattern of a form, such as ``dd/mm/yyyy`` or ``d-m-yy``.

    Args:
        value: an ISO date; anything else comes back unchanged.
        pattern: d, dd, m, mm, yy and yyyy in any order and case, with anything between them.
    """
    parts = split_date(value)
    if parts is None:
        return value
    written = {"d": parts.day, "dd": parts.day.zfill(2), "m": parts.month, "mm": parts.month.zfill(2),
               "yy": parts.year[2:], "yyyy": parts.year}
    return _PATTERN_PART.sub(lambda match: written.get(match.group(), match.group()), pattern.casefold())


def forms_of(kind: FactKind, value: str, region: str) -> tuple[str, ...]:
    """The spellings a form may want for a stored value, the likeliest for the region first, none twice.

    All say the same thing, so any may be typed, or compared with the options of a list. Unknown to other spellings, a
    value is its own only form.
    """
    base = FactKind(kind.split()[-1])
    if base in _DATES:
        return _once(write_date(value, date_pattern(region)), value,
                     *(write_date(value, pattern) for pattern in ("dd/mm/yyyy", "dd.mm.yyyy", "dd-mm-yyyy", "d/m/yyyy")
                       if not month_first(region)),
                     *((write_date(value, "m/d/yyyy"),) if month_first(region) else ()))
    writer = _WRITERS.get(base)
    if writer is not None:
        return _once(*writer(value, region))
    return _once(value, value.replace(" ", "")) if base in _SPACE_FREE else (value,)


def _once(*values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _tel(value: str, region: str) -> tuple[str, ...]:
    """A foreign number keeps its country code in every form."""
    parts = phones.parts(value)
    spellings = phones.spellings(value)
    at_home = parts is not None and phones.belongs_to(value, region)
    return spellings if at_home else tuple(form for form in spellings if form.startswith("+"))


def _calling_code(value: str, region: str) -> tuple[str, ...]:
    bare = value.lstrip("+")
    return value, bare, f"00{bare}"


def _iban(value: str, region: str) -> tuple[str, ...]:
    return value, " ".join(value[start:start + 4] for start in range(0, len(value), 4))


def _country(value: str, region: str) -> tuple[str, ...]:
    """The code, and the names in the region's and the country's own language and in English."""
    languages = (places.main_language(region), places.main_language(value), "en")
    return (value, *(places.name_of_country(value, language) for language in languages))


def _country_name(value: str, region: str) -> tuple[str, ...]:
    """A part of a country (``Scotland``) is not spread into the whole country's names."""
    code = places.country_code_of(value)
    if not code or value.casefold() in ("england", "scotland", "wales", "northern ireland"):
        return (value,)
    return (value, *_country(code, region))


def _month(value: str, region: str) -> tuple[str, ...]:
    names = places.month_names_of(int(value), (places.main_language(region), "en"))
    return (value, value.zfill(2), *names)


def _day(value: str, region: str) -> tuple[str, ...]:
    return value, value.zfill(2)


def _no_hyphens(value: str, region: str) -> tuple[str, ...]:
    return value, value.replace("-", ""), value.replace("-", " ")


_WRITERS: dict[str, Callable[[str, str], tuple[str, ...]]] = {
    "tel": _tel, "tel-country-code": _calling_code, "iban": _iban, "country": _country, "country-name": _country_name,
    "bday-month": _month, "bday-day": _day, "sort-code": _no_hyphens, "routing-number": _no_hyphens,
    "tel-national": lambda value, region: (value, re.sub(r"\D", "", value)),
}
