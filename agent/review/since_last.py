"""A sheet beside the one that the same chore sent the last time: what changed, and which rows did not. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.protocol import Flag
from agent.protocol.chores import SinceRow
from agent.review.differing import Change, ChangeKind, difference
from agent.review.sheet import Row, Sheet
from agent.review.sheet_json import sheet_from_json

_SITE = "(site)"


def since_last(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[list[SinceRow], list[str]]:
    """What changed, the weightiest first, and the names of the rows that are as they were.

    Args:
        old: the document of the submission that was sent.
        new: the one that is looked at.
    """
    before, now = sheet_from_json(old), sheet_from_json(new)
    found = list(difference(before, now))
    if before.origin != now.origin:
        found = [Change(_SITE, "site", before.origin, now.origin, ChangeKind.REQUEST),
                 *(each for each in found if each.name != "(address)")]
    changed = {each.name for each in found}
    rows = [_row(each, before, now) for each in found]
    weights = ("site", "amount", "consent", "request", "field", "value", "warning")
    return (sorted(rows, key=lambda each: weights.index(each["about"])),
            [row.name for row in now.rows if row.name not in changed])


def _row(change: Change, before: Sheet, now: Sheet) -> SinceRow:
    return SinceRow(name=change.name, label=change.label or change.name, before=change.before, now=change.now,
                    what=change.kind.value, about=_about(change, before, now))


def _about(change: Change, before: Sheet, now: Sheet) -> str:
    if change.name == _SITE:
        return "site"
    if change.kind is ChangeKind.REQUEST:
        return "request"
    flags = _flags(before, change.name) | _flags(now, change.name)
    if Flag.MONEY in flags:
        return "amount"
    if flags & {Flag.CONSENT, Flag.DECLARATION}:
        return "consent"
    if change.kind in (ChangeKind.NEW, ChangeKind.GONE):
        return "field"
    return "warning" if change.kind is ChangeKind.FLAGS else "value"


def _flags(sheet: Sheet, name: str) -> frozenset[Flag]:
    found: Row | None = next((row for row in sheet.rows if row.name == name), None)
    return found.flags if found is not None else frozenset()
