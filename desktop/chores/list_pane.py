"""The left side: a new chore, what can be done with all, and the list of chores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from agent.protocol.chores import ChoreDoc
from desktop.chores.rows import chore_rows
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.list_pane import ListPane
from desktop.widgets.row import Row


class ChoreList(ListPane):
    """A `ListPane` of chores (``docs``)."""

    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(shell.theme, shell.icons, "Chores", self.refresh, parent)
        self._shell, self._now = shell, now
        self._number = 0             # of the newest question; answers to older ones are dropped
        self.docs: list[ChoreDoc] = []
        self.is_empty = False        # it is known that there is none
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        self.new_button = button("New chore", self.new_wanted.emit, look="primary", icon="plus", icons=shell.icons)
        self.more = self._more()
        row.addWidget(self.new_button)
        row.addStretch(1)
        row.addWidget(self.more)
        self.arrange(row)

    def refresh(self) -> None:
        """Asks again; the selection stays."""
        self._number += 1
        number = self._number
        self._shell.desk.call("chore list", done=lambda docs: self._take(number, cast("list[ChoreDoc]", docs)),
                              failed=lambda problem: self._failed(number, problem), owner=self)

    def _more(self) -> QToolButton:
        made = icon_button(self._shell.icons, "ellipsis", "More about all chores")
        menu = QMenu(made)
        for words, signal in (("Pause all", self.pause_wanted), ("Let all come again", self.resume_wanted),
                              ("Import from a calendar …", self.import_wanted),
                              ("Export all to a calendar …", self.export_wanted)):
            menu.addAction(words, signal.emit)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _take(self, number: int, docs: list[ChoreDoc]) -> None:
        if number == self._number:
            self.docs, self.is_empty = docs, not docs
            self.show_rows(chore_rows(docs, self._now()))

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.is_empty = False
            self.fail(problem.text)

    def _moved(self, row: Row) -> None:
        """Also the selected chore is opened again: another page may stand in its place."""
        self.selected = row.id
        self.chosen.emit(row.id)
