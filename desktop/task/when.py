"""Times, spans, sizes and money in words, from what the agent tells: ISO 8601 in UTC, seconds, bytes, dollars."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")


def moment(iso: str, zone: tzinfo | None = None) -> datetime | None:
    """The time in ``zone`` (None: the computer's own); None if it can't be read. Without an offset it is UTC."""
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(zone)


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
    day = f"{at.day} {_MONTHS[at.month - 1][:3]}"
    return day if at.year == here.year else f"{day} {at.year}"


def clock(iso: str, zone: tzinfo | None = None) -> str:
    """The time of day to the second, for steps of a run."""
    at = moment(iso, zone)
    return f"{at:%H:%M:%S}" if at else ""


def full(iso: str, zone: tzinfo | None = None) -> str:
    """Day and time in full: ``23 November 2026 at 14:03``."""
    at = moment(iso, zone)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year} at {at:%H:%M}" if at else "a time that was not noted"


def span(seconds: float) -> str:
    """How long something takes: ``12 s``, ``3 min 5 s``, ``1 h 2 min``."""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def size(count: int) -> str:
    """A file's size: ``310 bytes``, ``12 kB``, ``3.4 MB``."""
    if count < 1000:
        return f"{count} bytes"
    if count < 1_000_000:
        return f"{round(count / 1000)} kB"
    return f"{count / 1_000_000:.1f} MB"


def money(dollars: float) -> str:
    """What a run has cost: nothing, less than a cent, or dollars and cents."""
    if dollars <= 0:
        return "no cost"
    return f"${dollars:.2f}" if dollars >= 0.01 else "less than $0.01"
