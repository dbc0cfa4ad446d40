"""What differs between the sheet that was on the screen and the one that came in its place. Pure."""

from __future__ import annotations

from agent.protocol import Flag
from agent.protocol.messages import DifferenceRow, SheetRow, SubmissionDoc


def told_difference(before: SubmissionDoc | None, now: SubmissionDoc) -> SubmissionDoc:
    """The document with what changed on the screen filled in where the agent gives no difference of its own."""
    if before is None or now["difference"] or before["id"] != now["id"]:
        return now
    kept = before["difference"] if before["digest"] == now["digest"] else difference(before, now)
    return SubmissionDoc(**{**now, "difference": kept}) if kept else now


def same_sheet(one: SubmissionDoc, other: SubmissionDoc) -> bool:
    """Whether two documents differ in their state at most."""
    return {**one, "state": ""} == {**other, "state": ""}


def difference(before: SubmissionDoc, now: SubmissionDoc) -> list[DifferenceRow]:
    """What changed, in the new sheet's order; values that the site renews left out."""
    heads = [DifferenceRow(name="", label=label, before=was, now=will, what="another request")
             for label, was, will in (("Address", before["url"], now["url"]),
                                      ("Way of sending", before["method"], now["method"])) if was != will]
    old = {row["name"]: row for row in before["fields"]}
    new = {row["name"]: row for row in now["fields"]}
    changes = [_row(row, _text(old[name]) if name in old else "", _text(row), "changed" if name in old else "added")
               for name, row in new.items()
               if name not in old or (_text(old[name]) != _text(row) and not _renewed(old[name], row))]
    gone = [_row(row, _text(row), "", "removed") for name, row in old.items() if name not in new]
    return [*heads, *changes, *gone]


def _row(row: SheetRow, before: str, now: str, what: str) -> DifferenceRow:
    return DifferenceRow(name=row["name"], label=row["label"], before=before, now=now, what=what)


def _renewed(old: SheetRow, new: SheetRow) -> bool:
    return Flag.RENEWED in old["flags"] and Flag.RENEWED in new["flags"]


def _text(row: SheetRow) -> str:
    file = row["file"]
    return f"{file['filename']} ({file['size']} bytes, {file['sha256']})" if file else row["value"]
