"""Rows for Qt: one column, headings as rows of their own, further ones asked for at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.widgets.row import Row

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractTableModel):
    """`Row`s under the role `ROW`. ``wanted`` fires when the view has reached the end and there are more."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._more = False

    def show_rows(self, rows: Sequence[Row], more: bool = False) -> bool:
        """Shows these instead; False if they are the same. ``more``: there are others behind them."""
        fresh, held, self._more = tuple(rows), len(self.rows), more
        if fresh == self.rows:
            return False
        if held and fresh[:held] == self.rows:
            self.beginInsertRows(QModelIndex(), held, len(fresh) - 1)
            self.rows = fresh
            self.endInsertRows()
        else:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
        return True

    def row_of(self, id: str) -> int:
        """The row of an id, or -1."""
        return next((at for at, row in enumerate(self.rows) if id and row.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        if role == ROW:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()].spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        """Override QAbstractItemModel::canFetchMore."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Override QAbstractItemModel::fetchMore."""
        if self.canFetchMore(parent):
            self._more = False   # until the answer says so again
            self.wanted.emit()
