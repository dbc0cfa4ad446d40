"""The days of a month for Qt: weeks by weekdays, each day with how many times it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.chores.month import weeks
from desktop.chores.wording import day_words

DAY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day as it is painted."""

    day: date
    count: int
    today: bool
    other: bool                  # of the month before or after


class StripModel(QAbstractTableModel):
    """Six weeks at most; a day under the role `DAY`."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.month = (today.year, today.month)
        self._weeks = weeks(*self.month)
        self._dots: Mapping[date, int] = {}

    def show_month(self, day: date) -> bool:
        """Shows the month of a day; False if it stands there already."""
        if (day.year, day.month) == self.month:
            return False
        self.beginResetModel()
        self.month = (day.year, day.month)
        self._weeks = weeks(*self.month)
        self.endResetModel()
        return True

    def show_dots(self, dots: Mapping[date, int], today: date) -> None:
        """Shows which days have something."""
        self._dots, self.today = dots, today
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))

    def where(self, day: date) -> QModelIndex:
        """The index of a day, of the shown weeks."""
        for row, week in enumerate(self._weeks):
            if day in week:
                return self.index(row, week.index(day))
        return QModelIndex()

    def cell(self, index: Index) -> DayCell:
        """A day as it is painted."""
        day = self._weeks[index.row()][index.column()]
        return DayCell(day, self._dots.get(day, 0), day == self.today, (day.year, day.month) != self.month)

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index | None = None) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent is not None and parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == DAY:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            count = "" if not cell.count else ", 1 chore" if cell.count == 1 else f", {cell.count} chores"
            return f"{day_words(cell.day, self.today)}{count}"
        return None
