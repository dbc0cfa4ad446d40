"""The Chores view: nothing recurs yet, and it says so, with what can be done today instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.navigation import View
from desktop.shell import Shell
from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Words

WIDTH = 520
TODAY: tuple[tuple[str, str, str], ...] = (
    ("rotate-ccw", "Do it again when it is due",
     "Write it again in the Inbox, or drop the same letter. The review shows what differs from last time."),
    ("receipt-text", "Look up what you sent last time",
     "Receipts keep every value, so that this month's can be held against last month's."),
)
"""Icon, heading and words of what helps today."""


class ChoresView(QWidget):
    """``pages`` has one page so far; the list of chores becomes another."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAccessibleName("Chores")
        self.pages = QStackedWidget()
        self.pages.addWidget(scrolled(self._none(), "Chores"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def focus_list(self) -> None:
        """Puts the focus on the first thing that can be done."""
        self.inbox.setFocus()

    def _none(self) -> QWidget:
        page = QWidget()
        middle = QVBoxLayout()
        middle.setSpacing(SPACE.sm)
        sign = QLabel()
        self._shell.icons.on_label(sign, "repeat", "secondary", 40)
        middle.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addSpacing(SPACE.xs)
        middle.addWidget(Words("Nothing recurs yet", "title"))
        middle.addWidget(Words("Chores are tasks that come again: a meter reading each month, a permit each year. They "
                               "come with a later version. Until then a task is done once.", "secondary"))
        middle.addSpacing(SPACE.lg)
        middle.addWidget(Words("What you can do today", "strong"))
        for icon, title, text in TODAY:
            middle.addLayout(_hint(self._shell.icons, icon, title, text))
        middle.addSpacing(SPACE.md)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.sm)
        go = self._shell.navigator.go
        self.inbox = button("Open the Inbox", lambda: go(View.INBOX), icon="inbox", icons=self._shell.icons)
        foot.addWidget(self.inbox)
        foot.addWidget(button("Open Receipts", lambda: go(View.RECEIPTS), icon="receipt-text", icons=self._shell.icons))
        foot.addStretch(1)
        middle.addLayout(foot)
        return centred(page, middle)


def centred(page: QWidget, column: QVBoxLayout) -> QWidget:
    """Puts a column of reading width into the middle of a page."""
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
    return page


def _hint(icons: Icons, icon: str, title: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.md)
    row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
    sign = QLabel()
    icons.on_label(sign, icon, "secondary")
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Words(title))
    words.addWidget(Words(text, "secondary"))
    row.addLayout(words, 1)
    return row
