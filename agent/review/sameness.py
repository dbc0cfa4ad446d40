"""Whether the wire carries what we put in, perhaps written the page's way."""

from __future__ import annotations

import re
from datetime import date

from agent.browser.read_back import same_value
from agent.gate.written_dates import as_date

_THOUSANDS_OR_POINT = re.compile(r"-?\d{1,3}[.,]\d{3}")
_PHONE = re.compile(r"\+\d[\d ()./-]{6,20}")
_NATIONAL_DIGITS = 7
"""Digits that a number without country code must share with the full one."""


def same(given: str, wire: str) -> bool:
    """Returns whether two writings are the same value.

    Case, spaces and punctuation aside, dates in any order of parts, phone numbers with or without country code.
    Strict where a mark could change an amount: 48213 is neither 48.213 nor 48,213 nor 482.13.
    """
    if given == wire or given.replace("\r\n", "\n") == wire.replace("\r\n", "\n"):
        return True
    if not given or not wire:
        return False
    if any(_THOUSANDS_OR_POINT.fullmatch(text.strip()) for text in (given, wire)):
        return given.strip() == wire.strip()
    if _is_negative(given) != _is_negative(wire):
        return False
    day = as_date(given)
    if day is not None:
        return _same_date(day, wire)
    if _PHONE.fullmatch(given.strip()):
        return _same_phone(given, wire)
    return same_value(given, wire)


def _is_negative(text: str) -> bool:
    return re.match(r"\s*[^\w\s]?\s*[-\u2212]\s*\d", text) is not None


def _same_date(day: date, wire: str) -> bool:
    parts = re.findall(r"\d+", wire)
    if len(parts) == 1 and len(parts[0]) == 8:
        digits = parts[0]
        parts = [digits[:4], digits[4:6], digits[6:]] if digits[:4] == str(day.year) else [
            digits[:2], digits[2:4], digits[4:]]
    if len(parts) != 3 or re.search(r"[^\d\s./-]", wire):
        return False
    numbers = tuple(map(int, parts))
    years = {day.year, day.year % 100}
    return any(
        numbers in {(year, day.month, day.day), (day.day, day.month, year), (day.month, day.day, year)}
        for year in years
    )


def _same_phone(given: str, wire: str) -> bool:
    if re.search(r"[^\d\s()+./-]", wire):
        return False
    full = re.sub(r"\D", "", given)
    written = re.sub(r"\D", "", wire.replace("(0)", ""))
    written = written.removeprefix("00") if written.startswith("00") else written
    if written == full:
        return True
    national = written.removeprefix("0")
    return len(national) >= _NATIONAL_DIGITS and full.endswith(national) and 1 <= len(full) - len(national) <= 3
