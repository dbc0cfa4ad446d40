"""Several sheets of one plan side by side: what they all send alike stands once, the rest at its place. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agent.protocol import Flag, SourceKind

_OURS = frozenset({SourceKind.PROFILE, SourceKind.TASK, SourceKind.DOCUMENT, SourceKind.ANSWER, SourceKind.PERSON})
_PLAIN = frozenset({Flag.SENSITIVE, Flag.FILE})
"""Flags that a value has by what it is; all others say something about one sheet."""

Row = Mapping[str, Any]
"""A row of `agent.review.sheet_json`."""


@dataclass(frozen=True, slots=True)
class Same:
    """A value that every one of the sheets sends, under the first one's label."""

    label: str
    value: str
    source: str
    detail: str


@dataclass(frozen=True, slots=True)
class Together:
    """``same`` stands on all sheets; ``own`` are the other rows of each, in the order of the sheets."""

    same: tuple[Same, ...]
    own: tuple[tuple[Row, ...], ...]


def together(sheets: Sequence[Sequence[Row]]) -> Together:
    """Groups the rows of sheets. Of one sheet alone nothing is the same as elsewhere.

    A row is put under "the same" only where it is our own value from the same source, on all sheets, with nothing
    said against it on any: a row with a doubt, a consent, an amount or a value of the page's own stays at its place.
    """
    shown = [[row for row in rows if Flag.RENEWED not in row["flags"] and (row["value"] or row.get("file"))]
             for rows in sheets]
    keys = [{_key(row) for row in rows if _may_be_shared(row)} for rows in shown]
    common = set.intersection(*keys) if len(keys) > 1 else set()
    first = {_key(row): row for row in reversed(shown[0]) if _key(row) in common} if shown else {}
    same = tuple(Same(row["label"] or row["name"], row["shown"] or row["value"], row["source"], row["detail"])
                 for row in reversed(first.values()))
    return Together(same, tuple(tuple(row for row in rows if not (_may_be_shared(row) and _key(row) in common))
                                for rows in shown))


def _may_be_shared(row: Row) -> bool:
    return (row["source"] in _OURS and not row.get("doubts") and not row["needs_own_yes"] and not row.get("file")
            and not set(row["flags"]) - _PLAIN and not row.get("opened") and not row.get("inside"))


def _key(row: Row) -> tuple[str, str, str]:
    """What a value is of: the fact's kind where it has one, the page's label otherwise; and the value as sent."""
    about = row["detail"] if row["source"] == SourceKind.PROFILE else str(row["label"] or row["name"]).casefold()
    return (row["source"], about, row["shown"] or row["value"])


def needs_attention(row: Row) -> bool:
    """Whether a row is more than a value of the person's own: something is said about it, or it needs a yes."""
    return bool(row.get("doubts") or row["needs_own_yes"] or set(row["flags"]) - _PLAIN - {Flag.RENEWED})
