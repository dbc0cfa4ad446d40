"""The commands of the review and their keys; they work while the focus is in the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.commands.registry import Commands

Run = Callable[[], object]

_TABLE: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("review.next", "Go to the next line to check", "Review", ("N",)),
    ("review.down", "Go one line down", "Review", ("J",)),
    ("review.up", "Go one line up", "Review", ("K",)),
    ("review.edit", "Change the value", "Review", ("F2",)),
    ("review.source", "Show where the value is from", "Review", ("O",)),
    ("review.whole", "Show the whole value", "Review", ("V",)),
    ("review.zoom", "Zoom the picture", "Review", ("Z",)),
    ("review.unchanged", "Show or hide what is unchanged", "Review", ("U",)),
    ("review.picture", "Show or hide the picture", "Review", ("P",)),
    ("review.apply", "Apply your changes", "Review decision", ("Ctrl+S",)),
    ("review.approve", "Approve and send", "Review decision", ("Ctrl+Return", "Ctrl+Enter")),
    ("review.send-back", "Send back with a note", "Review decision", ("E",)),
    ("review.reject", "Reject", "Review decision", ("R",)),
    ("review.skip", "Leave it for later", "Review decision", ("S",)),
)
"""id, title, group, keys. Approval has no plain key, and none of them repeats while held down."""


def register(commands: Commands, pane: QWidget, runs: dict[str, Run]) -> None:
    """Registers every command of the review with what it does."""
    for id, title, group, keys in _TABLE:
        action = commands.add(id, title, runs[id], group=group, keys=keys, within=pane)
        action.setAutoRepeat(id in {"review.down", "review.up"})
