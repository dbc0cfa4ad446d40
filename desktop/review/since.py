"""What is different from the last time of the same chore, in words, and which rows fold away for it. Pure.

Nothing here changes what must be looked at or ticked: a row folds only if it needs neither.
"""

from __future__ import annotations

from agent.protocol.chores import SinceLast, SinceRow
from agent.protocol.messages import SubmissionDoc
from desktop.widgets.marks import Mark, source_mark
from desktop.widgets.when import day

_ABOUT = {
    "site": Mark("Another site", "danger", "globe"),
    "amount": Mark("Amount", "warning", "coins"),
    "consent": Mark("Consent", "warning", "signature"),
    "request": Mark("Another way of sending", "warning", "send"),
    "warning": Mark("Other warnings", "warning", "triangle-alert"),
}
_WHAT = {
    "new": Mark("New field", "warning", "plus"),
    "gone": Mark("No longer sent", "warning", "minus"),
    "another value": Mark("Another value", "info", "pencil"),
    "from another source": Mark("From another source", "warning", "triangle-alert"),
    "other warnings": Mark("Other warnings", "warning", "triangle-alert"),
}
_DIFFERENT = Mark("Different", "warning", "triangle-alert")


def since_of(doc: SubmissionDoc) -> SinceLast | None:
    """The difference from the chore's last time; None where there was none."""
    return doc.get("since_last")


def title(since: SinceLast) -> str:
    """``Since last time (3 October 2026)``: when that was sent."""
    return f"Since last time ({day(since['sent_at'])})"


def hint(folded: int) -> str:
    """How much is as it was, and the key that shows it."""
    if not folded:
        return ""
    if folded == 1:
        return "1 value is the same; U shows or hides it."
    return f"{folded} values are the same; U shows or hides them."


def marks(row: SinceRow) -> tuple[Mark, ...]:
    """What a change is about, weightiest first: a new or vanished amount or consent says both."""
    about, what = _ABOUT.get(row["about"]), _WHAT.get(row["what"], _DIFFERENT)
    if about is None:
        return (what,)
    return (about, what) if row["about"] in ("amount", "consent") else (about,)


def shown(row: SinceRow) -> tuple[str, str]:
    """Before and now; sources in the words that the sheet has for them. Not escaped."""
    if row["what"] == "from another source":
        return source_mark(row["before"]).text, source_mark(row["now"]).text
    return row["before"], row["now"]
