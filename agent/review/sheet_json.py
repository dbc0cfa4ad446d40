"""The sheet as JSON, in the form of the command line's contract, and back again from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from agent.gate.fields import FilePart, Where
from agent.protocol import Flag, Origin, Source, SourceKind
from agent.review.sheet import Attached, LeftOut, NotSent, Row, Sheet

SECOND_LOOK = "second_look"
"""Where a stored sheet keeps what a model said of this revision; no part of the sheet itself."""


def row_to_json(row: Row) -> dict[str, Any]:
    """Returns ``{"name", "label", "value", "source", "flags", …}``: source and flags in the words the person reads."""
    return {
        "name": row.name, "label": row.label, "value": row.value, "source": row.source.kind.value,
        "flags": sorted(flag.value for flag in row.flags), "detail": row.source.detail, "why": row.why,
        "needs_own_yes": row.needs_own_yes, "shown": row.shown, "before": row.before, "given": row.given,
        "carries": list(row.carries), "where": row.where.value, "key": row.key, "content_type": row.content_type,
        "file": {**asdict(row.file), "attached": row.attached.value} if row.file else None,
        "inside": row.inside, "opened": row.opened, "doubts": list(row.doubts),
    }


def sheet_to_json(sheet: Sheet) -> dict[str, Any]:
    """Returns the whole sheet; `sheet_from_json` reads it back unchanged."""
    return {
        "fields": [row_to_json(row) for row in sheet.rows],
        "not_sent": [{"name": one.name, "label": one.label, "reason": one.reason.value, "doubts": list(one.doubts)}
                     for one in sheet.not_sent],
        "problems": list(sheet.problems), "method": sheet.method, "address": sheet.address, "origin": sheet.origin,
        "media_type": sheet.media_type,
    }


def row_from_json(data: Mapping[str, Any]) -> Row:
    """Reads a row back; only the contract's five entries are required.

    Raises:
        KeyError, ValueError: one of those is missing, or a word is none of ours.
    """
    file = dict(data.get("file") or {})
    attached = Attached(file.pop("attached", ""))
    return Row(
        name=data["name"], label=data["label"], value=data["value"],
        source=Source(SourceKind(data["source"]), data.get("detail", "")),
        flags=frozenset(Flag(flag) for flag in data["flags"]), why=data.get("why", ""),
        needs_own_yes=data.get("needs_own_yes", False), shown=data.get("shown", ""), before=data.get("before", ""),
        given=data.get("given", ""), carries=tuple(data.get("carries", ())), where=Where(data.get("where", "body")),
        key=data.get("key", ""), content_type=data.get("content_type", ""), file=FilePart(**file) if file else None,
        attached=attached, inside=data.get("inside", ""), opened=data.get("opened", False),
        doubts=tuple(data.get("doubts", ())))


def sheet_from_json(data: Mapping[str, Any]) -> Sheet:
    """Reads a sheet back, also out of a larger document such as a submission (``url`` stands for ``address`` there).

    Raises:
        KeyError, ValueError: the data is not what `sheet_to_json` writes.
    """
    return Sheet(
        rows=tuple(map(row_from_json, data["fields"])),
        not_sent=tuple(NotSent(one["name"], one["label"], LeftOut(one["reason"]), tuple(one.get("doubts", ())))
                       for one in data.get("not_sent", ())),
        problems=tuple(data.get("problems", ())), method=data["method"],
        address=data["address"] if "address" in data else data["url"], origin=Origin(data["origin"]),
        media_type=data.get("media_type", ""))
