"""What differs between two sheets: the one that was approved, or last time's, and this one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agent.protocol import Flag
from agent.review.sheet import Row, Sheet


class ChangeKind(StrEnum):
    """How a field differs."""

    NEW = "new"
    GONE = "gone"
    VALUE = "another value"
    SOURCE = "from another source"
    FLAGS = "other warnings"
    REQUEST = "another request"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``before`` and ``now`` are texts for `display`, '' where there is nothing."""

    name: str
    label: str
    before: str
    now: str
    kind: ChangeKind


def difference(old: Sheet, new: Sheet) -> tuple[Change, ...]:
    """Returns what differs, in the new sheet's order; values that the site renews (on both sheets) left out."""
    heads = (("method", old.method, new.method), ("address", old.address, new.address),
             ("type", old.media_type, new.media_type),
             ("what could not be read", " ".join(old.problems), " ".join(new.problems)))
    changes = [Change(f"({name})", name, was, now, ChangeKind.REQUEST) for name, was, now in heads if was != now]
    before = {row.name: row for row in old.rows}
    after = {row.name for row in new.rows}
    for row in new.rows:
        change = _change(before.get(row.name), row)
        changes += [change] if change else []
    gone = [row for row in old.rows if row.name not in after]
    changes += [Change(row.name, row.label, _text(row), "", ChangeKind.GONE) for row in gone]
    return tuple(changes)


def _change(old: Row | None, new: Row) -> Change | None:
    if old is None:
        return Change(new.name, new.label, "", _text(new), ChangeKind.NEW)
    same_place = (old.where, old.key, old.content_type) == (new.where, new.key, new.content_type)
    renewed = Flag.RENEWED in old.flags and Flag.RENEWED in new.flags
    if not same_place or (not renewed and _text(old) != _text(new)):
        return Change(new.name, new.label, _text(old), _text(new), ChangeKind.VALUE)
    if old.source.kind is not new.source.kind:
        return Change(new.name, new.label, old.source.kind.value, new.source.kind.value, ChangeKind.SOURCE)
    if new.flags - old.flags:
        return Change(new.name, new.label, _flags(old), _flags(new), ChangeKind.FLAGS)
    return None


def _text(row: Row) -> str:
    if row.file is None:
        return row.value
    return f"{row.file.filename} ({row.file.size} bytes of {row.file.media_type}, sha256 {row.file.sha256})"


def _flags(row: Row) -> str:
    return ", ".join(sorted(flag.value for flag in row.flags))
