"""What a live view says of a run: pure words from the agent's `LiveDoc` and the task's state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from agent.protocol import SourceKind, TaskState
from agent.protocol.messages import KnownDoc, LiveDoc
from desktop.navigation import View
from desktop.task.when import money, span

ACTED_ON = "acted on"
"""Name of the outlined box."""


@dataclass(frozen=True, slots=True)
class SourceLook:
    """A source chip: its words, its tone, and the view that its press opens (None: nowhere to go)."""

    words: str
    tone: str = "neutral"
    view: View | None = None


_SOURCES = {
    SourceKind.PROFILE: SourceLook("Profile", view=View.PROFILE),
    SourceKind.TASK: SourceLook("Your words", view=View.INBOX),
    SourceKind.DOCUMENT: SourceLook("Your file", view=View.INBOX),
    SourceKind.ANSWER: SourceLook("Your answer"),
    SourceKind.PERSON: SourceLook("You"),
    SourceKind.PAGE: SourceLook("The page's own", "warning"),
    SourceKind.HIDDEN: SourceLook("Hidden on the page", "warning"),
    SourceKind.GUESSED: SourceLook("Guessed", "warning"),
}


def source_look(source: str) -> SourceLook:
    """How a value's source is shown."""
    return _SOURCES[SourceKind(source)] if source in set(SourceKind) else SourceLook("From elsewhere", "warning")


def budget_words(turn: int, turns: int, seconds: float, cost: float) -> str:
    """How much of what a run may take is used: ``Step 4 of at most 40 · 1 min 5 s · no cost``."""
    steps = f"Step {turn} of at most {turns}" if turns else f"Step {turn}"
    return f"{steps} · {span(seconds)} · {money(cost)}"


def box_of(doc: LiveDoc) -> tuple[tuple[str, QRectF], ...]:
    """The outlined part of the picture, if there is one and it is a box at all."""
    box = doc["box"]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        return ()
    return ((ACTED_ON, QRectF(*box)),)


def works(state: str, paused: bool) -> bool:
    """Whether time goes on for a task."""
    return state in (TaskState.RUNNING, TaskState.SENDING) and not paused


def added(before: Sequence[KnownDoc], now: Sequence[KnownDoc]) -> Sequence[KnownDoc] | None:
    """The values that only came on top; None when it is another list and must be shown anew."""
    return now[len(before):] if list(now[:len(before)]) == list(before) else None
