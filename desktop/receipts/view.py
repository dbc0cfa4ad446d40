"""The receipts view: the list by month, and the receipt that is selected in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from agent.protocol.messages import Changed
from desktop.navigation import Place
from desktop.receipts.detail import ReceiptPane
from desktop.receipts.list_pane import ReceiptList
from desktop.shell import Shell
from desktop.widgets.beside import Beside
from desktop.widgets.frames import Empty


class ReceiptsView(QWidget):
    """What the sidebar's Receipts shows. `go` opens a receipt by its id."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.list = ReceiptList(shell)
        self.pane = ReceiptPane(shell)
        self._empty = Empty(shell.icons, "receipt-text", "No receipts yet",
                            "Whatever you approve is sent once, and what the site answered is kept here.")
        self._split = Beside(self.list, self.pane)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        self.list.chosen.connect(self.pane.load)
        self.list.settled.connect(self._settled)
        shell.desk.changed.connect(self._changed)
        self._add_commands()
        self.list.refresh()

    def go(self, place: Place) -> None:
        """Shows the receipt of that id, listed or not."""
        if place.id:
            self._open(place.id)

    def _open(self, id: str) -> None:
        self._stack.setCurrentWidget(self._split)
        self.list.select(id)
        self.pane.load(id)

    def _settled(self) -> None:
        docs = self.list.docs
        nothing = not (docs or self.list.searched or self.list.selected or self.list.failing)
        self._stack.setCurrentWidget(self._empty if nothing else self._split)
        listed = self.list.table.rows.row_of(self.list.selected) >= 0
        if docs and not listed and (not self.list.selected or self.list.searched):
            self._open(docs[0]["id"])

    def _changed(self, what: Changed) -> None:
        if what["receipts"]:
            self.list.refresh()
            if self.list.selected:
                self.pane.load(self.list.selected)

    def _add_commands(self) -> None:
        add = self._shell.commands.add
        add("receipts.search", "Search receipts", self._focus_search, group="Receipts", keys=("/",), within=self)
        add("receipts.copy", "Copy the reference", self.pane.copy_reference, group="Receipts", keys=("C",), within=self)
        add("receipts.export", "Export the receipt as PDF", self.pane.ask_and_export, group="Receipts",
            keys=("Ctrl+E",), within=self)
        add("receipts.next", "Next receipt", lambda: self.list.step(1), group="Receipts", keys=("J",), within=self)
        add("receipts.previous", "Previous receipt", lambda: self.list.step(-1), group="Receipts", keys=("K",),
            within=self)

    def _focus_search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()
