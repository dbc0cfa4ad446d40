"""Whether a sheet is sent a second time: for the same time of a chore, or the same values to the same place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from agent.protocol import Flag, SourceKind

_THE_SITES_OWN = frozenset({SourceKind.PAGE.value, SourceKind.HIDDEN.value})
PART_OF_PERIOD = 0.6
"""Of a rule's own period: what comes every month may be sent twice within 20 days only by mistake, what comes daily
within 14 hours."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that was sent, or may have been.

    ``period``: which of the chore's times it was for, in words, empty if it belongs to none. ``same_time``: it is the
    very time that the sheet is for. ``same_chore``: another or the same time of the same chore.
    """

    id: str
    at: datetime
    surely: bool
    period: str = ""
    reference: str = ""
    same_time: bool = False
    same_chore: bool = False
    same_values: bool = False


def window(days: int, period: timedelta | None) -> timedelta:
    """Within which a second sending is warned about: the setting, or less where the chore comes more often."""
    chosen = timedelta(days=days)
    return chosen if period is None else min(chosen, period * PART_OF_PERIOD)


def warnings(sent: Iterable[Sent], now: datetime, within: timedelta) -> list[str]:
    """A sentence for the latest that this would repeat."""
    found = []
    for each in sorted(sent, key=lambda one: one.at, reverse=True):
        near = now - each.at <= within
        if each.same_time or (near and (each.same_values or each.same_chore)):
            found.append(_sentence(each))
    return found[:1]


def _sentence(each: Sent) -> str:
    local = each.at.astimezone()
    day = f"{local.day} {local:%B %Y}"
    known = f", reference {each.reference}" if each.reference else ""
    what = f"what was due for {each.period}" if each.period else "the same values to this page"
    if not each.surely:
        return f"You may already have sent {what} on {day} ({each.id}): whether it arrived is not known."
    return f"You already sent {what} on {day}{known} ({each.id})."


def same_values(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two sheets carry the same values, tokens that the site renews aside, and any of the person's."""
    one, other = _values(old), _values(new)
    own = any(row["source"] not in _THE_SITES_OWN for row in new)
    return own and one == other


def _values(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    return {row["name"]: (row.get("file") or {}).get("sha256") or row["value"] for row in rows
            if Flag.RENEWED.value not in row["flags"]}
