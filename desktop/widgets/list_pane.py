"""The left side of a view: what stands over a list of rows, why it can't be read, and the list; keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.row import Row
from desktop.widgets.row_list import RowList


class ListPane(QFrame):
    """``chosen`` carries the id of a row that was selected; ``settled`` fires when an answer has been shown.

    ``selected`` stays also while that row is not listed. ``failing``: the newest question was not answered.
    """

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme, icons: Icons, name: str, again: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self.selected = ""
        self.failing = False
        self.table = RowList(theme, icons, name, at_once=True)
        self.table.chosen.connect(self._moved)
        self.problem = Banner(icons, "", "danger")
        self.problem.add(button("Try again", again, look="link"))
        self.problem.hide()

    def arrange(self, top: QLayout, *between: QWidget) -> QVBoxLayout:
        """Puts everything in its place; what belongs under the list is added to the layout returned."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.md, 0, 0)
        layout.setSpacing(SPACE.sm)
        above = QVBoxLayout()
        above.setContentsMargins(SPACE.md, 0, SPACE.md, 0)
        above.addLayout(top)
        above.addWidget(self.problem)
        layout.addLayout(above)
        for each in between:
            layout.addWidget(each)
        layout.addWidget(self.table, 1)
        return layout

    def select(self, id: str) -> None:
        """Selects a row if it is listed; another one's selection goes in any case."""
        self.selected = id
        self.table.select(id)

    def step(self, by: int) -> None:
        """Selects the next row (1) or the one before (-1)."""
        self.table.step(by)

    def show_rows(self, rows: Sequence[Row], more: bool = False) -> None:
        """Shows an answer; place and selection stay."""
        self.failing = False
        self.problem.say("")
        self.table.show_rows(rows, more, self.selected)
        self.settled.emit()

    def fail(self, why: str) -> None:
        """Says that there was no answer; what shows stays."""
        self.failing = True
        self.problem.say(display(why, 0))
        self.settled.emit()

    def _moved(self, row: Row) -> None:
        if row.id != self.selected:
            self.selected = row.id
            self.chosen.emit(row.id)
