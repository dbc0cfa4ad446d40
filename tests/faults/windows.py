"""The windows of the loop, and in which one a kill really fell: decided by what lay on disk, not by the plan. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tests.faults.book import Book


class Window(StrEnum):
    """The stretches of the loop that a kill can fall into, in order."""

    START = "start, self-test"
    FILLING = "filling"
    HELD = "held, waiting"
    APPROVED = "approved..sending"
    SENDING = "sending..answered"
    ANSWERED = "answered..receipt"
    APPROVING = "the approving process"
    AFTER = "after the end"


STRATA = (Window.START, Window.FILLING, Window.HELD, Window.APPROVED, Window.SENDING, Window.ANSWERED)
"""Windows of the running agent that a sweep must fill."""

STARTING, OPENING, HELD, ANSWERED = "Starting a browser", "Opening ", "Held for your decision", "The site answered"
"""How progress lines begin."""


def window_of(book: Book, task_id: int, lines: Sequence[str]) -> Window:
    """The window of a kill of the running agent.

    Args:
        book: as it lay on disk after the kill.
        task_id: the task at work.
        lines: the progress lines of the killed process about this task.
    """
    own = [each for each in book.submissions if each.task == task_id]
    task = next(each for each in book.tasks if each.id == task_id)
    last = own[-1] if own else None
    if last is None or (last.state == "answered" and last.step):
        if last is not None and lines and lines[-1].startswith(ANSWERED):
            return Window.ANSWERED
        return Window.FILLING if any(line.startswith(OPENING) for line in lines) else Window.START
    if last.state == "answered":
        return Window.AFTER if task.state == "done" else Window.ANSWERED
    return {"approved": Window.APPROVED, "sending": Window.SENDING, "held": Window.HELD,
            "unknown": Window.AFTER}.get(last.state, Window.FILLING)
