"""One step back: whoever does something that can be taken back says how; the window offers it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

DEEPEST = 50
"""Steps kept."""


class Undo(QObject):
    """The steps that can be taken back, newest last. ``offered`` carries what was done, in words."""

    offered = Signal(str)
    undone = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[tuple[str, Callable[[], None]]] = []

    def offer(self, words: str, back: Callable[[], None]) -> None:
        """Notes what was done and how to take it back."""
        self._steps = [*self._steps[1 - DEEPEST:], (words, back)]
        self.offered.emit(words)

    def undo(self) -> bool:
        """Takes the newest step back; False if there is none."""
        if not self._steps:
            return False
        words, back = self._steps.pop()
        back()
        self.undone.emit(words)
        return True
