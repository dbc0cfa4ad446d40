"""What the Chores view shows while nothing recurs: what chores are, and one way to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Words

WIDTH = 520


class Start(QWidget):
    """``begin`` is the one button that matters; a calendar is offered in small."""

    def __init__(self, shell: Shell, new: Callable[[], object], bring: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(SPACE.sm)
        sign = QLabel()
        shell.icons.on_label(sign, "repeat", "secondary", 40)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Words("Nothing recurs yet", "title"))
        column.addWidget(Words("A chore is a task that comes again: a meter reading each month, a permit each year. "
                               "When it is due it is filled in and waits for you. It is never sent by itself.",
                               "secondary"))
        column.addSpacing(SPACE.sm)
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        self.begin = button("New chore", new, look="primary", icon="plus", icons=shell.icons)
        row.addWidget(self.begin)
        row.addWidget(button("Import from a calendar …", bring, look="link"))
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        _centre(page, column)
        outer.addWidget(scrolled(page, "Chores"))


def _centre(page: QWidget, column: QVBoxLayout) -> None:
    held = QWidget()
    held.setMaximumWidth(WIDTH)
    held.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    across = QHBoxLayout()
    across.addStretch(1)
    across.addWidget(held, 20)
    across.addStretch(1)
    down = QVBoxLayout(page)
    down.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
    down.addStretch(2)
    down.addLayout(across)
    down.addStretch(3)
