"""The tables of figures: by month and by chore; as high as their rows, so that the page alone scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from agent.protocol.display import display
from desktop.figures.words import HEADINGS

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, tuple[str, ...]]
"""What it is about, and its cells under `HEADINGS`."""


class FiguresModel(QAbstractTableModel):
    """Rows of words; the first column says what a row is about."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self._first = first
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else 1 + len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        about, cells = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[column - 1] if column else display(about)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{display(about)}, {HEADINGS[column - 1]}: {cells[column - 1]}" if column else display(about)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::headerData."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section - 1] if section else self._first
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """``first`` heads the first column; ``name`` is what a screen reader says."""

    def __init__(self, first: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FiguresModel(first)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self.updateGeometry())
        self.setProperty("look", "figures")
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these, as high as they are."""
        self.rows.show_rows(rows)
        self.updateGeometry()

    def stand_on(self, row: int) -> None:
        """Marks a row."""
        self.setCurrentIndex(self.rows.index(row, 0))
        self.selectRow(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent. It stands on a cell from the first, so that one sees where one is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))

    def sizeHint(self) -> QSize:
        """Override QAbstractScrollArea::sizeHint."""
        header = self.horizontalHeader()
        rows = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(480, header.sizeHint().height() + rows + across + 4)

    def minimumSizeHint(self) -> QSize:
        """Override QAbstractScrollArea::minimumSizeHint."""
        return QSize(200, self.sizeHint().height())
