"""The list of receipts with its search field: loads page by page, finds by any word, keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agent.protocol.display import display
from agent.protocol.messages import ReceiptDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.receipts.delegate import HEADING_HEIGHT, ReceiptDelegate
from desktop.receipts.model import ReceiptsModel
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.words import Foreign

PAGE = 100
DEBOUNCE = 180
"""Milliseconds without a key before it is searched: below what feels slow, above most gaps between keys."""


class ReceiptList(QFrame):
    """``chosen`` carries the id of the receipt that was selected; ``settled`` fires when an answer has been shown."""

    chosen = Signal(str)
    settled = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self._shell = shell
        self._number = 0             # of the newest question; answers to older ones are dropped
        self._selected = ""
        self.failing = False         # the newest question was not answered
        self.searched = ""           # what the rows shown were found by
        self.model = ReceiptsModel()
        self.model.setParent(self)
        self.model.wanted.connect(self._more)
        self.search = self._search_field()
        self.table = self._table()
        self._none = Foreign("", "secondary")
        self._none.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.lg)
        self._none.hide()
        self._problem = Banner(shell.icons, "", "danger")
        self._problem.add(button("Try again", self.refresh, look="link"))
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.md, 0, 0)
        layout.setSpacing(SPACE.sm)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.md, 0, SPACE.md, 0)
        top.addWidget(self.search)
        top.addWidget(self._problem)
        layout.addLayout(top)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE.md, 0, SPACE.md, SPACE.sm)
        foot.addWidget(button("How reliably it went", lambda: shell.navigator.go(View.FIGURES), look="quiet",
                              icon="activity", icons=shell.icons), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(foot)
        self._later = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._later.timeout.connect(self._find)
        shell.theme.changed.connect(self._heights)

    @property
    def selected(self) -> str:
        """Id of the selected receipt, or empty."""
        return self._selected

    def refresh(self) -> None:
        """Asks again for what is shown; place and selection stay."""
        self._ask(max(PAGE, len(self.model.docs)))

    def select(self, id: str) -> None:
        """Selects a receipt if it is listed; another one's selection goes in any case."""
        self._selected = id
        row = self.model.row_of(id)
        self.table.selectionModel().blockSignals(True)
        if row < 0:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        else:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()

    def step(self, by: int) -> None:
        """Selects the next receipt (1) or the one before (-1)."""
        rows = [row for row in range(self.model.rowCount()) if self.model.line(row).id]
        at = self.model.row_of(self._selected)
        later = [row for row in rows if row > at] if by > 0 else [row for row in reversed(rows) if row < at]
        if later:
            self.table.setCurrentIndex(self.model.index(later[0], 0))

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("Search receipts")
        field.setAccessibleName("Search receipts by any word")
        field.setClearButtonEnabled(True)
        for clear in field.findChildren(QToolButton):
            clear.setAccessibleName("Clear")
        field.textChanged.connect(lambda _text: self._later.start())
        return field

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        self._delegate = ReceiptDelegate(self._shell.theme, self._shell.icons)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName("Receipts")
        table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a stop for Tab once there is something on it
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setMinimumSectionSize(1)
        table.selectionModel().currentChanged.connect(self._moved)
        return table

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and (id := self.model.line(now.row()).id) and id != self._selected:
            self._selected = id
            self.chosen.emit(id)

    def _find(self) -> None:
        if self.search.text().strip() != self.searched:
            self._ask(PAGE)

    def _ask(self, limit: int, before: str = "") -> None:
        self._number += 1
        number, words = self._number, self.search.text().strip()
        params: dict[str, object] = {"limit": limit} | ({"search": words} if words else {})
        if before:
            params["before"] = before
        self._shell.desk.call(
            "receipts", params, done=lambda docs: self._take(number, words, docs, limit, add=bool(before)),
            failed=lambda problem: self._failed(number, problem), owner=self)

    def _more(self) -> None:
        if self.model.docs:
            self._ask(PAGE, self.model.docs[-1]["id"])

    def _take(self, number: int, words: str, docs: list[ReceiptDoc], limit: int, *, add: bool) -> None:
        if number != self._number:
            return
        more = len(docs) >= limit
        if add:
            self.model.add_docs(docs, more)
        else:
            self._show(docs, more, words)
        self.failing = False
        self._problem.say("")
        self._heights()
        self.settled.emit()

    def _show(self, docs: list[ReceiptDoc], more: bool, words: str) -> None:
        bar = self.table.verticalScrollBar()
        place = bar.value() if words == self.searched else 0
        kept = self._selected
        self.searched = words
        self.model.show_docs(docs, more)
        self._heights()
        if self.model.row_of(kept) >= 0:
            self.select(kept)
        bar.setValue(place)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if docs else Qt.FocusPolicy.ClickFocus)
        self._none.show_text(f"Nothing found for “{words}”." if words else "")
        self._none.setVisible(bool(words) and not docs)

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.failing = True
            self._problem.say(display(problem.text, 0))
            self.settled.emit()

    def _heights(self) -> None:
        header = self.table.verticalHeader()
        header.setDefaultSectionSize(self._shell.theme.row_height)
        for row in self.model.headings():
            header.resizeSection(row, HEADING_HEIGHT)
