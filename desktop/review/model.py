"""The sheet as a Qt model: headings with their lines under them, grown in slices so that no slice is long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent.protocol.messages import SubmissionDoc
from desktop.review.grouping import Item, Section, items_of, sections
from desktop.review.lines import Line, line_of, spoken

ITEM = int(Qt.ItemDataRole.UserRole)
SECTION = ITEM + 1

SLICE = 40
"""Lines added at once: at most a few milliseconds of the UI thread."""

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class SheetModel(QAbstractItemModel):
    """Two levels: sections and items. Keeps what was looked at, what was ticked and what is to be changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: tuple[Section, ...] = ()
        self.items: tuple[Item, ...] = ()
        self.seen: set[str] = set()
        self.ticked: set[str] = set()
        self.pending: dict[str, str] = {}      # item id -> the person's value
        self.deciding = False                  # it waits for a decision: there are lines to look at and to tick
        self._grown: list[int] = []
        self._lines: dict[str, Line] = {}

    # What is in it

    def show(self, doc: SubmissionDoc | None, *, after: str = "", seen: set[str] | None = None,
             ticked: set[str] | None = None, pending: dict[str, str] | None = None) -> None:
        """Takes another document; the first slice is there at once, the rest by `grow`."""
        self.beginResetModel()
        self.sections = sections(doc, after=after) if doc is not None else ()
        self.items = items_of(self.sections)
        self.seen, self.ticked = seen or set(), ticked or set()
        self.pending = pending or {}
        self._lines = {}
        self._grown = [0] * len(self.sections)
        room = SLICE
        for at, section in enumerate(self.sections):
            self._grown[at] = min(room, len(section.items))
            room -= self._grown[at]
        self.endResetModel()

    @property
    def whole(self) -> bool:
        """Whether all lines are there."""
        return all(grown == len(section.items) for grown, section in zip(self._grown, self.sections, strict=True))

    def grow(self) -> bool:
        """Adds the next slice; False when that was all."""
        room = SLICE
        for at, section in enumerate(self.sections):
            fresh = min(room, len(section.items) - self._grown[at])
            if fresh > 0:
                first = self._grown[at]
                self.beginInsertRows(self.index(at, 0), first, first + fresh - 1)
                self._grown[at] += fresh
                self.endInsertRows()
                room -= fresh
        return not self.whole

    def line(self, item: Item) -> Line:
        """The item's line as it is shown now."""
        found = self._lines.get(item.id)
        if found is None:
            found = self._lines[item.id] = line_of(item, self.pending.get(item.id))
        return found

    def where(self, wanted: Callable[[Item], bool]) -> QModelIndex:
        """The first item that is wanted; grows as far as it must."""
        for at, section in enumerate(self.sections):
            for row, item in enumerate(section.items):
                if wanted(item):
                    while row >= self._grown[at] and self.grow():
                        pass
                    return self.index(row, 0, self.index(at, 0))
        return QModelIndex()

    def decide(self, on: bool) -> None:
        """Whether it waits for a decision."""
        if on != self.deciding:
            self.deciding = on
            self.layoutChanged.emit()

    # What the person did

    def see(self, id: str) -> bool:
        """Notes that a line was looked at; False if it already was."""
        if id in self.seen:
            return False
        self.seen.add(id)
        self._changed(id)
        return True

    def tick(self, id: str) -> None:
        """Ticks or unticks an own yes."""
        self.ticked ^= {id}
        self._changed(id)

    def change(self, id: str, value: str | None) -> None:
        """Notes a value that is to be put in, or None: no change."""
        if value is None:
            self.pending.pop(id, None)
        else:
            self.pending[id] = value
        self._lines.pop(id, None)
        self._changed(id)

    def discard(self) -> None:
        """Forgets all values that are to be put in."""
        for id in list(self.pending):
            self.change(id, None)

    def _changed(self, id: str) -> None:
        index = self.where(lambda item: item.id == id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # As Qt asks for it

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """Override QAbstractItemModel::index."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has the name too
        """Override QAbstractItemModel::parent."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Override QAbstractItemModel::rowCount."""
        if not parent.isValid():
            return len(self.sections)
        return self._grown[parent.row()] if parent.internalId() == 0 else 0

    def columnCount(self, _parent: Index = _NONE) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item = self.item_at(index)
        if item is None:
            return plain
        plain |= Qt.ItemFlag.ItemNeverHasChildren
        if item.name:
            plain |= Qt.ItemFlag.ItemIsEditable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if item.own_yes and self.deciding else plain

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Override QAbstractItemModel::data."""
        if not index.isValid():
            return None
        item = self.item_at(index)
        if item is None:
            section = self.sections[index.row()]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"{section.title}. {section.hint}" if section.hint else section.title
            return section if role == SECTION else None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.CheckStateRole and item.own_yes:
            return Qt.CheckState.Checked if item.id in self.ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.line(item), must_see=item.must_see and self.deciding, seen=item.id in self.seen,
                          ticked=item.id in self.ticked)
        return None

    def item_at(self, index: Index) -> Item | None:
        """The item of an index; None for a heading."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self.sections[index.internalId() - 1].items[index.row()]
