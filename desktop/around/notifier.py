"""Collects what moved for a moment and tells it by the tray: grouped, without any personal value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.around.standing import Move, merged, notices
from desktop.around.tray import Tray
from desktop.shell import Preferences

GATHER = 1500
"""Milliseconds between the first move and the notification, so that what ends together is told together."""


class Notifier(QObject):
    """Tells by the tray what needs the person, failed or is finished.

    Args:
        tray: where it is told; a click there leads to the place.
        preferences: "notify" switches it off.
        looked_at: the task in front of the person in the active window, or nothing.
        gather: milliseconds to wait for more.
    """

    def __init__(self, tray: Tray, preferences: Preferences, looked_at: Callable[[], str], *, gather: int = GATHER,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray, self._preferences, self._looked_at = tray, preferences, looked_at
        self._moves: dict[str, Move] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(gather)
        self._timer.timeout.connect(self._tell)

    def take(self, moves: list[Move]) -> None:
        """Tasks moved."""
        self._moves = merged(self._moves, moves)
        if not self._timer.isActive():
            self._timer.start()

    def close(self) -> None:
        """Tells no more."""
        self._timer.stop()
        self._moves = {}

    def _tell(self) -> None:
        moves, self._moves = list(self._moves.values()), {}
        if not self._preferences["notify"]:
            return
        found = notices(moves, self._looked_at())
        if found:
            # One balloon at a time is all that trays show: the first leads, the rest follow in its text.
            self._tray.tell(" ".join(each.text for each in found), found[0].place)

