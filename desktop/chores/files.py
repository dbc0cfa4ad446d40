"""The files that go with a chore's task each time: shown, taken off, added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.inbox.entry import choose_files
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.words import Foreign, Words


class ChoreFiles(QWidget):
    """``kept``: names of files that it has; those taken off stand in ``off``. ``added``: paths of new ones."""

    edited = Signal()

    def __init__(self, shell: Shell, kept: Sequence[str] = (),
                 choose: Callable[[QWidget], list[str]] = choose_files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._choose = shell, choose
        self.kept = tuple(kept)
        self.off: tuple[str, ...] = ()
        self.added: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(Words("Files that go with it each time", "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(button("Attach a file …", self._ask, icon="paperclip", icons=shell.icons), 0,
                         Qt.AlignmentFlag.AlignLeft)
        self._show()

    def add(self, paths: Sequence[str]) -> None:
        """Adds files."""
        self.added = tuple(dict.fromkeys((*self.added, *paths)))
        self._changed()

    def _ask(self) -> None:
        if paths := self._choose(self):
            self.add(paths)

    def _take_off(self, name: str) -> None:
        self.off = (*self.off, name)
        self._changed()

    def _take_back(self, path: str) -> None:
        self.added = tuple(each for each in self.added if each != path)
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name in self.kept:
            if name not in self.off:
                self._rows.addWidget(self._row(name, partial(self._take_off, name)))
        for path in self.added:
            self._rows.addWidget(self._row(path.replace("\\", "/").rsplit("/", 1)[-1], partial(self._take_back, path)))

    def _row(self, name: str, off: Callable[[], None]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.sm)
        sign = QLabel()
        self._shell.icons.on_label(sign, "paperclip", "secondary", SPACE.lg)
        press = icon_button(self._shell.icons, "x", "Take off this file", off)
        press.setAccessibleDescription(display(name))
        line.addWidget(sign)
        line.addWidget(Foreign(name), 1)
        line.addWidget(press)
        return made
