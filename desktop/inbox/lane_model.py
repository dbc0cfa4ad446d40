"""The lanes that show, for Qt: heads and rows in one column, with a signal for each that comes, goes or moves."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent.protocol.display import display
from desktop.inbox.heads import Heading, PlanHead, said
from desktop.inbox.rows import Lanes, Row, matches, matching
from desktop.task.words import GROUPS

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class LaneModel(QAbstractTableModel):
    """One column; which rows belong in it is decided by `TaskModel`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Lanes()
        self._closed: set[str] = set()
        self._words: tuple[str, ...] = ()

    def head(self, lane: str) -> Heading | PlanHead:
        """The head of a lane."""
        raise NotImplementedError

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else sum(self._height(lane) for lane in self._shown.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW_ROLE):
            return None
        found = self.at(index.row())
        if role == ROW_ROLE or found is None:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.group.value if isinstance(found, Heading) else display(found.title)
        folded = "" if isinstance(found, Row) or found.open else ", folded"
        if isinstance(found, Heading):
            return f"{found.group.value}, {found.count}{folded}"
        if isinstance(found, PlanHead):
            return f"Plan: {display(found.title)}, {found.summary or found.count}{folded}"
        return said(found, datetime.now(UTC), in_plan=self.in_plan(found))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # What the view asks

    def at(self, row: int) -> Row | Heading | PlanHead | None:
        """What stands in a row; nothing above the first, which is what Qt says of a place without a row."""
        if row < 0:
            return None
        for lane in self._shown.names:
            height = self._height(lane)
            if row < height:
                return self.head(lane) if row == 0 else self._shown.at(lane)[row - 1]
            row -= height
        return None

    def in_plan(self, row: Row) -> bool:
        """Whether a row stands under its plan's head."""
        return row.plan in self._shown.standing

    def headings(self) -> list[int]:
        """Rows that are headings of groups."""
        return [self._start(group) for group in GROUPS if self._height(group)]

    def is_open(self, lane: str) -> bool:
        """Whether the rows of a group or of a plan show; a filter opens all."""
        return lane not in self._closed or bool(self._words)

    def ids(self, first: int, last: int) -> list[str]:
        """Ids of the tasks in these rows, headings left out."""
        found: list[str] = []
        for lane in self._shown.names:
            start = self._start(lane) + 1
            if self.is_open(lane):
                rows = self._shown.at(lane)[max(0, first - start):max(0, last - start + 1)]
                found.extend(row.id for row in rows)
        return found

    # What changes it

    def _fold(self, lane: str) -> None:
        count = len(self._shown.at(lane)) if lane in self._shown.names else 0
        if self._words or not count:
            self._closed ^= {lane}
            return
        start = self._start(lane)
        if lane in self._closed:
            self.beginInsertRows(QModelIndex(), start + 1, start + count)
            self._closed.discard(lane)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), start + 1, start + count)
            self._closed.add(lane)
            self.endRemoveRows()
        self._changed(start)

    def _move(self, former: Row, row: Row) -> bool:
        """Moves a row between two open lanes that both keep their heads: selection and focus go with it."""
        old, new = self._shown.of(former), self._shown.of(row)
        if (old == new or not self._shown.place(former)[1] or not matches(row, self._words)
                or len(self._shown.at(old)) < 2 or not self._shown.at(new)
                or not (self.is_open(old) and self.is_open(new))):
            return False
        origin = self._start(old) + 1 + self._shown.place(former)[0]
        target = self._start(new) + 1 + self._shown.place(row)[0]
        if not self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), target):
            return False
        self._shown.drop(former)
        self._shown.put(row)
        self.endMoveRows()
        self._changed(self._start(new) + 1 + self._shown.place(row)[0])
        self._changed(self._start(old))
        self._changed(self._start(new))
        return True

    def _reveal(self, lane: str, rows: list[Row]) -> None:
        found = matching(rows, self._words)
        there, rank = self._shown.at(lane), self._shown.rank
        if len(found) > 1 and (not there or rank(there[-1]) < rank(found[0])):
            self._append(lane, found)
        else:
            for row in found:
                self._show(row)

    def _append(self, lane: str, rows: list[Row]) -> None:
        there = self._shown.at(lane)
        start = self._start(lane)
        if not self.is_open(lane):
            self._show(rows[0])
            there.extend(rows[1:])
        else:
            first = start + 1 + len(there) if there else start
            last = first + len(rows) - 1 + (0 if there else 1)
            self.beginInsertRows(QModelIndex(), first, last)
            there.extend(rows)
            self.endInsertRows()
        self._changed(start)

    def _show(self, row: Row) -> None:
        at, there = self._shown.place(row)
        if there or not matches(row, self._words):
            return
        lane = self._shown.of(row)
        start, rows, opened = self._start(lane), self._shown.at(lane), self.is_open(lane)
        first = start if not rows else start + 1 + at
        count = (1 if opened else 0) + (0 if rows else 1)
        if count:
            self.beginInsertRows(QModelIndex(), first, first + count - 1)
        rows.insert(at, row)
        if count:
            self.endInsertRows()
        self._changed(start)

    def _hide(self, row: Row) -> None:
        at, there = self._shown.place(row)
        if not there:
            return
        lane = self._shown.of(row)
        start, rows, opened = self._start(lane), self._shown.at(lane), self.is_open(lane)
        first = start if len(rows) == 1 else start + 1 + at
        count = (1 if opened else 0) + (1 if len(rows) == 1 else 0)
        if count:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
        del rows[at]
        if count:
            self.endRemoveRows()
        if rows:
            self._changed(start)

    def _changed(self, row: int) -> None:
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def _height(self, lane: str) -> int:
        count = len(self._shown.at(lane))
        return 0 if not count else 1 + count if self.is_open(lane) else 1

    def _start(self, lane: str) -> int:
        names = self._shown.names
        return sum(self._height(each) for each in names[:names.index(lane)])
