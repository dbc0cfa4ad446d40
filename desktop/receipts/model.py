"""The list of receipts for Qt: one column, months as rows of their own, further pages asked for at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from agent.protocol.display import display
from agent.protocol.messages import ReceiptDoc
from desktop.receipts.rows import Line, joined, lines
from desktop.receipts.words import site_of, state_words
from desktop.widgets import when

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ReceiptsModel(QAbstractTableModel):
    """Rows are `Line`s under the role `LINE`. ``wanted`` fires when the view has reached the end and there is more."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._docs: tuple[ReceiptDoc, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._more = False

    @property
    def docs(self) -> tuple[ReceiptDoc, ...]:
        """The receipts that are loaded."""
        return self._docs

    def show_docs(self, docs: Sequence[ReceiptDoc], more: bool) -> None:
        """Shows these instead; ``more`` says whether there are older ones."""
        self.beginResetModel()
        self._docs, self._lines, self._more = tuple(docs), lines(docs), more
        self.endResetModel()

    def add_docs(self, docs: Sequence[ReceiptDoc], more: bool) -> None:
        """Shows an older page behind."""
        every = joined(self._docs, docs)
        fresh = lines(every)
        self._more = more
        if len(fresh) == len(self._lines):
            return
        self.beginInsertRows(QModelIndex(), len(self._lines), len(fresh) - 1)
        self._docs, self._lines = every, fresh
        self.endInsertRows()

    def line(self, row: int) -> Line:
        """What stands in a row."""
        return self._lines[row]

    def headings(self) -> list[int]:
        """Rows that are months."""
        return [row for row, line in enumerate(self._lines) if line.heading]

    def row_of(self, id: str) -> int:
        """The row of a receipt, or -1."""
        return next((row for row, line in enumerate(self._lines) if id and line.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if index.isValid() and self._lines[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        """Override QAbstractItemModel::canFetchMore."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractItemModel::fetchMore."""
        if self.canFetchMore(parent):
            self._more = False  # until the answer says so again
            self.wanted.emit()


def said(line: Line) -> str:
    """What a screen reader says of a row."""
    if line.receipt is None:
        return line.heading
    doc = line.receipt
    parts = [display(doc["title"]), state_words(doc["state"]).word, display(site_of(doc["origin"])),
             when.full(doc["sent_at"])]
    if doc["reference"]:
        parts.append(f"reference {display(doc['reference'])}")
    return ", ".join(parts)
