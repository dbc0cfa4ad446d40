"""The list of receipts with its search field: loads page by page, finds by any word, keeps its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from agent.protocol.messages import ReceiptDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.receipts.rows import joined, rows
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.list_pane import ListPane
from desktop.widgets.words import Foreign

PAGE = 100
DEBOUNCE = 180
"""Milliseconds without a key before it is searched: below what feels slow, above most gaps between keys."""


class ReceiptList(ListPane):
    """A `ListPane` of the receipts that are loaded (``docs``)."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell.theme, shell.icons, "Receipts", self.refresh, parent)
        self._shell = shell
        self._number = 0             # of the newest question; answers to older ones are dropped
        self.docs: Sequence[ReceiptDoc] = ()
        self.searched = ""           # what the rows shown were found by
        self.table.rows.wanted.connect(self._more)
        self.search = self._search_field()
        self._none = Foreign("", "secondary")
        self._none.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.lg)
        self._none.hide()
        top = QVBoxLayout()
        top.addWidget(self.search)
        layout = self.arrange(top, self._none)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE.md, 0, SPACE.md, SPACE.sm)
        foot.addWidget(button("How reliably it went", lambda: shell.navigator.go(View.FIGURES), look="quiet",
                              icon="activity", icons=shell.icons), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(foot)
        self._later = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._later.timeout.connect(self._find)

    def refresh(self) -> None:
        """Asks again for what is shown; place and selection stay."""
        self._ask(max(PAGE, len(self.docs)))

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText("Search receipts")
        field.setAccessibleName("Search receipts by any word")
        field.setClearButtonEnabled(True)
        for clear in field.findChildren(QToolButton):
            clear.setAccessibleName("Clear")
        field.textChanged.connect(lambda _text: self._later.start())
        return field

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
        if self.docs:
            self._ask(PAGE, self.docs[-1]["id"])

    def _take(self, number: int, words: str, docs: list[ReceiptDoc], limit: int, *, add: bool) -> None:
        if number != self._number:
            return
        anew, self.searched = words != self.searched, words
        self.docs = joined(self.docs, docs) if add else tuple(docs)
        self._none.show_text(f"Nothing found for “{words}”." if words else "")
        self._none.setVisible(bool(words) and not self.docs)
        self.show_rows(rows(self.docs), len(docs) >= limit)
        if anew:
            self.table.scrollToTop()

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.fail(problem.text)
