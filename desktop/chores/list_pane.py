"""The left side: a new chore, what can be done with all, and the list of chores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDoc
from agent.protocol.display import display
from desktop.chores.row_list import RowList
from desktop.chores.rows import chore_rows
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import Banner


class ChoreList(QFrame):
    """``chosen`` carries a chore's id; ``loaded`` fires when an answer has been shown."""

    chosen = Signal(str)
    loaded = Signal()
    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self._shell, self._now = shell, now
        self._number = 0             # of the newest question; answers to older ones are dropped
        self.docs: list[ChoreDoc] = []
        self.is_empty = False        # it is known that there is none
        self.table = RowList(shell, "Chores", at_once=True)
        self.table.chosen.connect(lambda row: self.chosen.emit(row.id))
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.add(button("Try again", self.refresh, look="link"))
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.md, 0, 0)
        layout.setSpacing(SPACE.sm)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.md, 0, SPACE.md, 0)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        self.new_button = button("New chore", self.new_wanted.emit, look="primary", icon="plus", icons=shell.icons)
        self.more = self._more()
        row.addWidget(self.new_button)
        row.addStretch(1)
        row.addWidget(self.more)
        top.addLayout(row)
        top.addWidget(self.problem)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

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
        if number != self._number:
            return
        self.docs = docs
        self.is_empty = not docs
        self.problem.say("")
        self.table.show_rows(chore_rows(docs, self._now()))
        self.loaded.emit()

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.is_empty = False
            self.problem.say(display(problem.text, 0))
            self.loaded.emit()
