"""The one table of commands and their keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the person can do. ``group`` is its heading on the key sheet; ``action`` carries text, keys, state."""

    id: str
    title: str
    group: str
    action: QAction

    @property
    def keys(self) -> str:
        """Its keys as the system writes them; empty if it has none."""
        return " or ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in self.action.shortcuts())


class Commands(QObject):
    """Commands of the window, and of views while they have the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rows: dict[str, Command] = {}

    def add(self, id: str, title: str, run: Callable[[], object], *, group: str = "General", keys: tuple[str, ...] = (),
            within: QWidget | None = None) -> QAction:
        """Registers a command; a second one of the same id takes the place of the first.

        Args:
            id: such as ``review.approve``.
            title: as the palette shows it, beginning with a verb.
            run: called without arguments.
            group: heading on the key sheet.
            keys: in Qt's portable form, such as ``Ctrl+K``. Single letters stay text while a field is being typed in.
            within: keys work only while this widget or one inside it has the focus; None: anywhere in the window.
        """
        place = within if within is not None else self._window
        action = QAction(title, place)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut if within is not None
                                  else Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: run())
        place.addAction(action)
        former = self._rows.get(id)
        if former is not None and isValid(former.action):
            former.action.setShortcuts([])
            former.action.deleteLater()
        self._rows[id] = Command(id, title, group, action)
        return action

    def listed(self) -> list[Command]:
        """All commands in order of registration."""
        self._rows = {name: each for name, each in self._rows.items() if isValid(each.action)}
        return list(self._rows.values())

    def run(self, id: str) -> None:
        """Does it, if it is enabled.

        Raises:
            KeyError: there is none of that id.
        """
        self._rows[id].action.trigger()
