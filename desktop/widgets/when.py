"""Times, spans, sizes and money in words, from what the agent tells: ISO 8601 in UTC, seconds, bytes, dollars."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
UNKNOWN = "a day that is not known"


def moment(iso: str, zone: tzinfo | None = None) -> datetime | None:
    """The time in ``zone`` (None: the computer's own); None if it can't be read. Without an offset it is UTC."""
    try:
        found = datetime.fromisoformat(iso)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def month(iso: str, zone: tzinfo | None = None) -> str:
    """``November 2026``: a heading."""
    at = moment(iso, zone)
    return f"{MONTHS[at.month - 1]} {at.year}" if at else "Date not known"


def day(iso: str, zone: tzinfo | None = None) -> str:
    """``23 November 2026``."""
    at = moment(iso, zone)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}" if at else UNKNOWN


def short_day(iso: str, zone: tzinfo | None = None) -> str:
    """``3 Oct 2026``, for small places; empty where there is no time."""
    at = moment(iso, zone)
    return f"{at.day} {MONTHS[at.month - 1][:3]} {at.year}" if at else ""


def short(iso: str, zone: tzinfo | None = None) -> str:
    """``23 Nov, 18:52``: for a line under a heading that says the year."""
    at = moment(iso, zone)
    return f"{at.day} {MONTHS[at.month - 1][:3]}, {at:%H:%M}" if at else UNKNOWN


def full(iso: str, zone: tzinfo | None = None) -> str:
    """Day and time in full: ``23 November 2026 at 14:03``."""
    at = moment(iso, zone)
    return f"{day(iso, zone)} at {at:%H:%M}" if at else UNKNOWN


def ago(iso: str, now: datetime, zone: tzinfo | None = None) -> str:
    """A time as seen from ``now``, short: ``just now``, ``4 min ago``, ``14:03``, ``yesterday``, ``3 Nov``."""
    at = moment(iso, zone)
    if at is None:
        return ""
    here = now.astimezone(zone)
    seconds = (here - at).total_seconds()
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    days = (here.date() - at.date()).days
    if days == 0:
        return f"{at:%H:%M}"
    if days == 1:
        return "yesterday"
    date = f"{at.day} {MONTHS[at.month - 1][:3]}"
    return date if at.year == here.year else f"{date} {at.year}"


def clock(iso: str, zone: tzinfo | None = None) -> str:
    """The time of day to the second, for steps of a run."""
    at = moment(iso, zone)
    return f"{at:%H:%M:%S}" if at else ""


def span(seconds: float) -> str:
    """How long something takes: ``12 s``, ``3 min 5 s``, ``1 h 2 min``."""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def size(count: int) -> str:
    """A file's size, decimal, as file managers say it: ``310 bytes``, ``12 kB``, ``3.4 MB``."""
    if count < 1000:
        return f"{count} byte{'' if count == 1 else 's'}"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def money(dollars: float) -> str:
    """What a run has cost: nothing, less than a cent, or dollars and cents."""
    if dollars <= 0:
        return "no cost"
    return f"${dollars:.2f}" if dollars >= 0.01 else "less than $0.01"
