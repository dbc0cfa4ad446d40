"""Local civil time and UTC: zones by their IANA names, and the computer's own."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agent.chores.problems import BadZone

HERE = ""
"""The zone of a chore that goes by the computer's clock, wherever that is."""

_LOCALTIME = Path("/etc/localtime")


def zone_of(name: str) -> ZoneInfo:
    """The zone of a name; of an empty one the computer's, found anew each time since people travel.

    Raises:
        BadZone: there is none.
    """
    try:
        return ZoneInfo(name.strip() or system_zone())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadZone(f"“{name}” is no time zone. Those look like Europe/London or America/New_York.") from None


def system_zone() -> str:
    """The computer's zone by its IANA name; ``UTC`` where it can't be found."""
    candidates = [os.environ.get("TZ", "").lstrip(":"), _windows() if sys.platform == "win32" else _linked()]
    for name in candidates:
        if name and _known(name):
            return name
    return "UTC"


def resolved(local: datetime, zone: ZoneInfo) -> datetime:
    """When a local time comes, in UTC: one that the clock leaves out later by as much, one it shows twice the first.

    With ``fold=0`` the offset is that before the change (PEP 495), which is both.
    """
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def local_of(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock shows in a zone, without the zone."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _linked() -> str:
    """The name that ``/etc/localtime`` points to, on Linux and macOS."""
    try:
        target = str(_LOCALTIME.resolve(strict=True))
    except OSError:
        return ""
    _, found, name = target.partition("/zoneinfo/")
    return name.removeprefix("posix/").removeprefix("right/") if found else ""


def _windows() -> str:
    """The registry's name, translated by the table of the calendar library (Unicode CLDR's)."""
    if sys.platform != "win32":
        return ""
    import winreg

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    key = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            name = str(winreg.QueryValueEx(opened, "TimeZoneKeyName")[0]).split("\0")[0]
    except OSError:
        return ""
    return str(WINDOWS_TO_OLSON.get(name, ""))
