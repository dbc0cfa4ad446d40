"""Says what is wrong with one answer: pure functions from a value to a sentence, empty when all is well."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

Check = Callable[[str], str]
"""Takes an answer that is not empty; returns what the person should do about it, or an empty string."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
# The general shape of a British postcode; whether it exists is not asked.
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)
_REGISTRATION = re.compile(r"(?=.*[0-9])[A-Z0-9]{2,7}", re.IGNORECASE)


def email(value: str) -> str:
    """An e-mail address of the usual shape."""
    return "" if _EMAIL.fullmatch(value) else "Enter an email address in the correct format, like name@example.org"


def phone(value: str) -> str:
    """Seven to fifteen digits (the most that E.164 allows) with the usual marks between them."""
    digits = sum(character.isdigit() for character in value)
    plain = re.fullmatch(r"\+?[0-9 ().\-]+", value)
    return "" if plain and 7 <= digits <= 15 else "Enter a phone number, like 01632 960 001 or +44 1632 960 001"


def postcode(value: str) -> str:
    """A British postcode, with or without its space."""
    return "" if _POSTCODE.fullmatch(" ".join(value.split())) else "Enter a full postcode, like TV2 4AB"


def registration(value: str) -> str:
    """Two to seven letters and digits, blanks aside."""
    fits = _REGISTRATION.fullmatch(value.replace(" ", ""))
    return "" if fits else "Enter a registration number, like TV19 KLM"


def reading(value: str) -> str:
    """One to eight digits."""
    fits = re.fullmatch(r"[0-9]{1,8}", value)
    return "" if fits else "The reading must be a whole number of up to 8 digits, like 48213"


def identifier(what: str) -> Check:
    """Letters, digits, blanks and hyphens with at least four of the first two, as on a bill or a meter."""
    def check(value: str) -> str:
        solid = re.sub(r"[ \-]", "", value)
        fits = re.fullmatch(r"[A-Za-z0-9]{4,24}", solid)
        return "" if fits else f"{what} must be 4 to 24 letters and numbers"
    return check


def past_date(what: str) -> Check:
    """A date as a date control sends it (YYYY-MM-DD), not after today and not before 1900."""
    def check(value: str) -> str:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return f"{what} must be a real date, like 2026-03-27"
        if day > date.today():
            return f"{what} must be today or in the past"
        return "" if day.year >= 1900 else f"{what} must be after 1900"
    return check


def date_parts(what: str, day: str, month: str, year: str) -> str:
    """A date of the past in three parts."""
    parts = {"a day": day, "a month": month, "a year": year}
    missing = [name for name, value in parts.items() if not value]
    if missing:
        return f"{what} must include {' and '.join(missing)}"
    if not (day.isdecimal() and month.isdecimal() and year.isdecimal() and len(year) == 4):
        return f"{what} must be a real date, like 27 3 1985"
    return past_date(what)(f"{year}-{month:0>2}-{day:0>2}").replace("2026-03-27", "27 3 1985")


def longest(limit: int) -> Check:
    """At most so many characters."""
    def check(value: str) -> str:
        over = len(value) - limit
        return "" if over <= 0 else f"This is {over} characters too long: use {limit} or fewer"
    return check
