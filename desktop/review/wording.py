"""The pane's own words for sources, flags, reasons, sizes and days. Pure; no outside text passes through here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agent.protocol import Flag, SourceKind

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Mark:
    """A small word of ours on a row, with tone and icon."""

    text: str
    tone: str
    icon: str


SOURCES: dict[str, Mark] = {
    SourceKind.PROFILE: Mark("Your profile", "neutral", "user-round"),
    SourceKind.TASK: Mark("Your task", "neutral", "pen-line"),
    SourceKind.DOCUMENT: Mark("Document", "neutral", "file-text"),
    SourceKind.ANSWER: Mark("Your answer", "neutral", "message-circle-question"),
    SourceKind.PERSON: Mark("You", "info", "hand"),
    SourceKind.PAGE: Mark("The page", "warning", "globe"),
    SourceKind.HIDDEN: Mark("Hidden", "warning", "eye-off"),
    SourceKind.GUESSED: Mark("Guessed", "warning", "sparkles"),
}
UNCLEAR = Mark("Unclear", "warning", "circle-help")

FLAGS: dict[str, Mark] = {
    Flag.UNREADABLE: Mark("Can't be read", "danger", "file-warning"),
    Flag.CHANGED: Mark("Changed by the page", "danger", "triangle-alert"),
    Flag.NOT_ON_PAGE: Mark("Not on the page", "warning", "eye-off"),
    Flag.MONEY: Mark("Money", "warning", "coins"),
    Flag.CONSENT: Mark("Consent", "warning", "signature"),
    Flag.DECLARATION: Mark("Declaration", "warning", "scale"),
    Flag.SENSITIVE: Mark("Sensitive", "info", "shield"),
    Flag.FILE: Mark("File", "info", "paperclip"),
    Flag.RENEWED: Mark("Renewed by the site", "neutral", "refresh-cw"),
}
"""In the order in which they stand on a row."""

YOUR_CHANGE = Mark("Your change, not applied yet", "info", "pencil")

REASONS = {
    "left empty": "Left empty",
    "was ticked by the page, now empty": "The page had ticked it; now it is empty",
    "nothing chosen": "Nothing chosen",
    "we filled it in, and the page does not send it": "It was filled in, and the page does not send it",
}
"""Why something on the page is not sent; the agent's words to ours."""

CHANGES = {
    "new": "New", "added": "New", "gone": "No longer sent", "removed": "No longer sent",
    "another value": "Another value", "changed": "Another value", "from another source": "From another source",
    "other warnings": "Other warnings", "another request": "Another way of sending",
}


def marks_of(flags: list[str]) -> tuple[Mark, ...]:
    """The marks of a row's flags, weightiest first; a flag of another version says only that it is there."""
    known = tuple(mark for flag, mark in FLAGS.items() if flag in flags)
    return known if all(flag in FLAGS for flag in flags) else (*known, Mark("Needs a look", "warning", "circle-alert"))


def size(count: int) -> str:
    """``812 bytes``, ``12 kB``, ``3.4 MB``: decimal, as file managers say it."""
    if count < 1000:
        return f"{count} byte{'' if count == 1 else 's'}"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def day(moment: str) -> str:
    """``3 Oct 2026`` in local time, of an ISO 8601 moment; empty if it is none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError):
        return ""
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def count(number: int, one: str, many: str = "") -> str:
    """``1 value``, ``3 values``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
