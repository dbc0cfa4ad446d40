"""Says times from the agent (ISO 8601, UTC) in local time and in words, the same in every system language."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNKNOWN = "at a time that is not known"


def local(when: str, zone: tzinfo | None = None) -> datetime | None:
    """The moment in local time (or in ``zone``); None if it can't be read."""
    try:
        read = datetime.fromisoformat(when)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(zone)


def month(when: str, zone: tzinfo | None = None) -> str:
    """``November 2026``."""
    at = local(when, zone)
    return f"{MONTHS[at.month - 1]} {at.year}" if at else "Date not known"


def day(when: str, zone: tzinfo | None = None) -> str:
    """``23 November 2026``."""
    at = local(when, zone)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}" if at else UNKNOWN


def short(when: str, zone: tzinfo | None = None) -> str:
    """``23 Nov, 18:52``: for a line under a heading that says the year."""
    at = local(when, zone)
    return f"{at.day} {MONTHS[at.month - 1][:3]}, {at:%H:%M}" if at else UNKNOWN


def full(when: str, zone: tzinfo | None = None) -> str:
    """``Monday 23 November 2026, 18:52``."""
    at = local(when, zone)
    return f"{DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}" if at else UNKNOWN
