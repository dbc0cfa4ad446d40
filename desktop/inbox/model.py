"""The list of tasks for Qt: headings and rows of four groups, filtered by itself in slices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from agent.protocol.display import display
from agent.protocol.messages import TaskRow
from desktop.inbox.rows import Groups, Row, matches, matching, row_of, words_of
from desktop.task.words import GROUPS, Group, state_words
from desktop.widgets.when import ago

SLICE = 8000
"""Rows looked through in one event-loop turn: about 2 ms."""
INTAKE = 400
"""Rows of the agent's answer taken in one event-loop turn: about 3 ms."""
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class Heading:
    """The heading row of a group."""

    __slots__ = ("count", "group", "open")

    def __init__(self, group: Group, count: int, open_: bool) -> None:
        self.group, self.count, self.open = group, count, open_


class TaskModel(QAbstractTableModel):
    """One column. ``counted`` (needing the person, all) after every change; ``filtered`` when a filter is through."""

    counted = Signal(int, int)
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_id: dict[str, Row] = {}
        self._all = Groups()
        self._shown = Groups()
        self._closed: set[Group] = set()
        self._words: tuple[str, ...] = ()
        self._pass: tuple[list[Row], int, Groups, tuple[str, ...]] | None = None
        self._late: dict[str, Row | None] = {}
        self._queue: list[TaskRow] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else sum(self._height(group) for group in GROUPS)

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
        if isinstance(found, Heading):
            return f"{found.group.value}, {found.count}" + ("" if found.open else ", folded")
        return said(found, datetime.now(UTC))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # What the view asks

    def at(self, row: int) -> Row | Heading | None:
        """What stands in a row; nothing above the first, which is what Qt says of a place without a row."""
        if row < 0:
            return None
        for group in GROUPS:
            height = self._height(group)
            if row < height:
                rows = self._shown.rows[group]
                return Heading(group, len(rows), self.is_open(group)) if row == 0 else rows[row - 1]
            row -= height
        return None

    def row_of_id(self, id: str) -> int:
        """The row in which a task stands; -1 if it does not show."""
        row = self.by_id.get(id)
        if row is None or not self.is_open(row.group):
            return -1
        at, there = self._shown.place(row)
        return self._start(row.group) + 1 + at if there else -1

    def headings(self) -> list[int]:
        """Rows that are headings."""
        return [self._start(group) for group in GROUPS if self._height(group)]

    def is_open(self, group: Group) -> bool:
        """Whether a group's rows show; a filter opens all."""
        return group not in self._closed or bool(self._words)

    def ids(self, first: int, last: int) -> list[str]:
        """Ids of the tasks in these rows, headings left out."""
        found: list[str] = []
        for group in GROUPS:
            start = self._start(group) + 1
            if self.is_open(group):
                rows = self._shown.rows[group][max(0, first - start):max(0, last - start + 1)]
                found.extend(row.id for row in rows)
        return found

    def waiting(self) -> list[Row]:
        """Tasks that need the person, in the order of the list, whatever the filter."""
        return self._all.rows[Group.NEEDS_YOU]

    @property
    def filter_words(self) -> tuple[str, ...]:
        """The filter in use."""
        return self._words

    @property
    def busy(self) -> bool:
        """Whether rows are still being taken or looked through."""
        return self._timer.isActive()

    # What changes it

    def take(self, tasks: Sequence[TaskRow]) -> None:
        """Takes rows from the agent: a few at once, many over several event-loop turns."""
        if len(tasks) <= INTAKE and not self._queue:
            self._enter([row_of(task) for task in tasks])
            return
        self._queue.extend(tasks)
        self._timer.start()

    def remove(self, ids: Iterable[str]) -> None:
        """Takes tasks out that the agent no longer has."""
        for id in ids:
            former = self.by_id.pop(id, None)
            if former is not None:
                self._take_out(former)
        self._tell()

    def fold(self, group: Group) -> None:
        """Shows or hides a group's rows."""
        if self._words:
            return
        start, count = self._start(group), len(self._shown.rows[group])
        if group in self._closed:
            self.beginInsertRows(QModelIndex(), start + 1, start + count)
            self._closed.discard(group)
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), start + 1, start + count)
            self._closed.add(group)
            self.endRemoveRows()
        self._changed(start)

    def set_filter(self, text: str) -> None:
        """Looks through all rows, a slice an event-loop turn; what shows changes once, at the end."""
        words = words_of(text)
        if words == (self._pass[3] if self._pass is not None else self._words):
            return
        self._late.clear()
        self._pass = (self._all.every(), 0, Groups(), words)
        self._timer.start()

    # Within

    def _work(self) -> None:
        if self._pass is not None:
            self._look_on()
        elif self._queue:
            some, self._queue = self._queue[:INTAKE], self._queue[INTAKE:]
            self._enter([row_of(task) for task in some])
        if self._pass is None and not self._queue:
            self._timer.stop()

    def _look_on(self) -> None:
        assert self._pass is not None
        rows, at, found, words = self._pass
        for row in matching(rows[at:at + SLICE], words):
            found.rows[row.group].append(row)
        if at + SLICE < len(rows):
            self._pass = (rows, at + SLICE, found, words)
            return
        self._pass = None
        self.beginResetModel()
        self._shown, self._words = found, words
        self.endResetModel()
        self._settle()
        self._tell()
        self.filtered.emit()

    def _settle(self) -> None:
        """Brings what shows up to date with rows that changed while a filter looked through the former ones."""
        late, self._late = self._late, {}
        for former in late.values():
            if former is not None:
                self._hide(former)
        rows = sorted(self.by_id[id] for id in late if id in self.by_id)
        for group in GROUPS:
            self._reveal(group, [row for row in rows if row.group is group])

    def _enter(self, rows: list[Row]) -> None:
        fresh: list[Row] = []
        for row in rows:
            former = self.by_id.get(row.id)
            if former is None:
                fresh.append(row)
            elif former != row:
                self._replace(former, row)
        for group in GROUPS:
            self._add(group, sorted(row for row in fresh if row.group is group))
        self._tell()

    def _replace(self, former: Row, row: Row) -> None:
        self.by_id[row.id] = row
        if former.group is not row.group:
            self._all.drop(former)
        self._all.put(row)
        if self._pass is not None:
            self._late.setdefault(row.id, former)
            return
        if former.group is row.group and matches(row, self._words) and self._shown.place(row)[1]:
            self._shown.put(row)
            if self.is_open(row.group):
                self._changed(self._start(row.group) + 1 + self._shown.place(row)[0])
            return
        if not self._move(former, row):
            self._hide(former)
            self._show(row)

    def _move(self, former: Row, row: Row) -> bool:
        """Moves a row between two open groups that both keep their headings: selection and focus go with it."""
        there = self._shown.rows
        if (former.group is row.group or not self._shown.place(former)[1] or not matches(row, self._words)
                or len(there[former.group]) < 2 or not there[row.group]
                or not (self.is_open(former.group) and self.is_open(row.group))):
            return False
        origin = self._start(former.group) + 1 + self._shown.place(former)[0]
        target = self._start(row.group) + 1 + self._shown.place(row)[0]
        if not self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), target):
            return False
        self._shown.drop(former)
        self._shown.put(row)
        self.endMoveRows()
        self._changed(self.row_of_id(row.id))
        self._changed(self._start(former.group))
        self._changed(self._start(row.group))
        return True

    def _take_out(self, former: Row) -> None:
        self._all.drop(former)
        if self._pass is not None:
            self._late.setdefault(former.id, former)
        else:
            self._hide(former)

    def _add(self, group: Group, rows: list[Row]) -> None:
        """Adds new rows of one group; a run that belongs at the end goes in with one signal."""
        if not rows:
            return
        for row in rows:
            self.by_id[row.id] = row
        whole = self._all.rows[group]
        if not whole or whole[-1].order < rows[0].order:
            whole.extend(rows)
        else:
            for row in rows:
                self._all.put(row)
        if self._pass is not None:
            self._late.update({row.id: None for row in rows if row.id not in self._late})
            return
        self._reveal(group, rows)

    def _reveal(self, group: Group, rows: list[Row]) -> None:
        found = matching(rows, self._words)
        there = self._shown.rows[group]
        if len(found) > 1 and (not there or there[-1].order < found[0].order):
            self._append(group, found)
        else:
            for row in found:
                self._show(row)

    def _append(self, group: Group, rows: list[Row]) -> None:
        there = self._shown.rows[group]
        start = self._start(group)
        if not self.is_open(group):
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
        start, rows = self._start(row.group), self._shown.rows[row.group]
        opened = self.is_open(row.group)
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
        start, rows = self._start(row.group), self._shown.rows[row.group]
        opened = self.is_open(row.group)
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

    def _height(self, group: Group) -> int:
        count = len(self._shown.rows[group])
        return 0 if not count else 1 + count if self.is_open(group) else 1

    def _start(self, group: Group) -> int:
        return sum(self._height(each) for each in GROUPS[:GROUPS.index(group)])

    def _tell(self) -> None:
        self.counted.emit(len(self._all.rows[Group.NEEDS_YOU]), len(self.by_id))


def said(row: Row, now: datetime) -> str:
    """A whole row as a screen reader says it."""
    parts = (row.title, row.site, state_words(row.state, row.paused).words, ago(row.updated_at, now))
    return ", ".join(display(each) for each in parts if each)
