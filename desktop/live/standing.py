"""What a live view says of a run: pure words from the agent's `LiveDoc` and the task's state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from agent.protocol import SourceKind, TaskState
from agent.protocol.messages import KnownDoc, LiveDoc
from desktop.navigation import View
from desktop.widgets.boxes import drawable
from desktop.widgets.when import money, span

ACTED_ON = "acted on"
"""Name of the outlined box."""


_OPENS = {SourceKind.PROFILE: View.PROFILE, SourceKind.TASK: View.INBOX, SourceKind.DOCUMENT: View.INBOX}


def opened_by(source: str) -> View | None:
    """The view that shows where a value comes from; None: there is nowhere to go."""
    return _OPENS.get(SourceKind(source)) if source in frozenset(SourceKind) else None


def budget_words(turn: int, turns: int, seconds: float, cost: float) -> str:
    """How much of what a run may take is used: ``Step 4 of at most 40 · 1 min 5 s · no cost``."""
    steps = f"Step {turn} of at most {turns}" if turns else f"Step {turn}"
    return f"{steps} · {span(seconds)} · {money(cost)}"


def box_of(doc: LiveDoc) -> tuple[tuple[str, QRectF], ...]:
    """The outlined part of the picture, if there is one and it is a box at all."""
    return drawable([(ACTED_ON, doc["box"])])


def works(state: str, paused: bool) -> bool:
    """Whether time goes on for a task."""
    return state in (TaskState.RUNNING, TaskState.SENDING) and not paused


def added(before: Sequence[KnownDoc], now: Sequence[KnownDoc]) -> Sequence[KnownDoc] | None:
    """The values that only came on top; None when it is another list and must be shown anew."""
    return now[len(before):] if list(now[:len(before)]) == list(before) else None
