"""The pane's own words for flags, reasons and counts. Pure; no outside text passes through here."""

from __future__ import annotations

from agent.protocol import Flag
from desktop.widgets.marks import Mark

FLAGS: dict[str, Mark] = {
    Flag.UNREADABLE: Mark("Can't be read", "danger", "file-warning"),
    Flag.CHANGED: Mark("Changed by the page", "danger", "triangle-alert"),
    Flag.DOUBT: Mark("May be wrong", "warning", "circle-alert"),
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


def count(number: int, one: str, many: str = "") -> str:
    """``1 value``, ``3 values``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
