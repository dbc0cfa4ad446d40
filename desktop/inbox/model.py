"""The list of tasks for Qt: lanes of plans and of four groups, each with its head, filtered by itself in slices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from agent.protocol.display import display
from agent.protocol.messages import TaskRow
from agent.protocol.plans import PlanRow
from desktop.inbox.plan_tally import PlanTally
from desktop.inbox.rows import Lanes, Row, matches, matching, row_of, words_of
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


class PlanHead:
    """The head row of a plan; ``title`` and ``summary`` are empty until the agent has told them."""

    __slots__ = ("count", "id", "open", "summary", "title", "waits")

    def __init__(self, id: str, told: PlanRow | None, count: int, open_: bool, waits: bool) -> None:
        self.id, self.count, self.open, self.waits = id, count, open_, waits
        self.title = told["title"] if told is not None else ""
        self.summary = told["summary"] if told is not None else ""


class TaskModel(QAbstractTableModel):
    """One column. ``counted`` (needing the person, all) after every change; ``filtered`` when a filter is through."""

    counted = Signal(int, int)
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_id: dict[str, Row] = {}
        self._all = Lanes()
        self._shown = Lanes()
        self._tally = PlanTally()
        self._plans: dict[str, PlanRow] = {}
        self._closed: set[str] = set()
        self._chosen: set[str] = set()       # plans that the person folded or unfolded
        self._words: tuple[str, ...] = ()
        self._pass: tuple[list[Row], int, Lanes, tuple[str, ...]] | None = None
        self._late: dict[str, Row | None] = {}
        self._queue: list[TaskRow] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

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
                return self._head(lane) if row == 0 else self._shown.at(lane)[row - 1]
            row -= height
        return None

    def _head(self, lane: str) -> Heading | PlanHead:
        count, opened = len(self._shown.at(lane)), self.is_open(lane)
        if isinstance(lane, Group):
            return Heading(lane, count, opened)
        return PlanHead(lane, self._plans.get(lane), count, opened, self._tally.waits(lane))

    def in_plan(self, row: Row) -> bool:
        """Whether a row stands under its plan's head."""
        return row.plan in self._shown.standing

    def row_of_id(self, id: str) -> int:
        """The row in which a task or the head of a plan stands; -1 if it does not show."""
        if id in self._shown.standing:
            return self._start(id) if self._height(id) else -1
        row = self.by_id.get(id)
        if row is None or not self.is_open(self._shown.of(row)):
            return -1
        at, there = self._shown.place(row)
        return self._start(self._shown.of(row)) + 1 + at if there else -1

    def headings(self) -> list[int]:
        """Rows that are headings of groups."""
        return [self._start(group) for group in GROUPS if self._height(group)]

    def is_open(self, lane: str) -> bool:
        """Whether the rows of a group or of a plan show; a filter opens all."""
        return lane not in self._closed or bool(self._words)

    def is_plan(self, id: str) -> bool:
        """Whether this is a plan with a head of its own, or one that was told of."""
        return id in self._all.standing or id in self._plans

    def ids(self, first: int, last: int) -> list[str]:
        """Ids of the tasks in these rows, headings left out."""
        found: list[str] = []
        for lane in self._shown.names:
            start = self._start(lane) + 1
            if self.is_open(lane):
                rows = self._shown.at(lane)[max(0, first - start):max(0, last - start + 1)]
                found.extend(row.id for row in rows)
        return found

    def waiting(self) -> list[Row]:
        """Tasks that need the person, in the order of the list, whatever the filter."""
        of_plans = [row for plan in self._all.standing for row in self._all.at(plan) if row.group is Group.NEEDS_YOU]
        return of_plans + self._all.at(Group.NEEDS_YOU)

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
        plans = set()
        for id in ids:
            former = self.by_id.pop(id, None)
            if former is not None:
                self._take_out(former)
                self._tally.put(former, None)
                plans.add(former.plan)
        self._stand(plans)
        self._tell()

    def set_plans(self, plans: Mapping[str, PlanRow]) -> None:
        """What the agent tells of the plans, by id."""
        former, self._plans = self._plans, dict(plans)
        for each in self._shown.standing:
            if self._height(each) and former.get(each) != self._plans.get(each):
                self._changed(self._start(each))

    def fold(self, lane: str) -> None:
        """Shows or hides the rows of a group or of a plan."""
        if not self._words:
            self._chosen.add(lane)
            self._fold(lane)

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

    def set_filter(self, text: str) -> None:
        """Looks through all rows, a slice an event-loop turn; what shows changes once, at the end."""
        words = words_of(text)
        if words == (self._pass[3] if self._pass is not None else self._words):
            return
        self._begin_pass(words)

    def _begin_pass(self, words: tuple[str, ...]) -> None:
        self._late.clear()
        self._pass = (self._all.every(), 0, Lanes(self._all.standing), words)
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
        some = matching(rows[at:at + SLICE], words)
        if found.standing:
            for row in some:
                found.at(found.of(row)).append(row)
        else:
            for row in some:
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
        for lane, some in self._by_lane([self.by_id[id] for id in late if id in self.by_id], self._shown):
            self._reveal(lane, some)

    @staticmethod
    def _by_lane(rows: Iterable[Row], lanes: Lanes) -> list[tuple[str, list[Row]]]:
        found: dict[str, list[Row]] = {}
        for row in rows:
            found.setdefault(lanes.of(row), []).append(row)
        return [(lane, sorted(found[lane], key=lanes.rank)) for lane in lanes.names if lane in found]

    def _stand(self, plans: set[str]) -> None:
        """Gives plans that are under way a lane of their own, and puts those that ended among the rest."""
        for plan in sorted(plans - {""}):
            if self._tally.stands(plan) != (plan in self._all.standing):
                self._restand(plan)
        for plan in plans & set(self._all.standing):
            if plan in self._closed - self._chosen and self._tally.waits(plan):
                self._fold(plan)

    def _restand(self, plan: str) -> None:
        rows = [self.by_id[id] for id in self._tally.members(plan) if id in self.by_id]
        if self._pass is None:
            for row in rows:
                self._hide(row)
        for row in rows:
            self._all.drop(row)
        if plan not in self._all.standing and plan not in self._chosen:
            self._closed.add(plan)           # opened at once if anything of it waits
        self._all.standing = self._tally.standing({*self._all.standing, plan})
        for row in rows:
            self._all.put(row)
        if self._pass is not None:
            self._begin_pass(self._pass[3])
            return
        self._shown.standing = self._all.standing
        for row in rows:
            self._show(row)

    def _enter(self, rows: list[Row]) -> None:
        fresh: list[Row] = []
        for row in rows:
            self._tally.put(self.by_id.get(row.id), row)
        self._stand({row.plan for row in rows})
        for row in rows:
            former = self.by_id.get(row.id)
            if former is None:
                fresh.append(row)
            elif former != row:
                self._replace(former, row)
        for lane, some in self._by_lane(fresh, self._all):
            self._add(lane, some)
        self._tell()

    def _replace(self, former: Row, row: Row) -> None:
        self.by_id[row.id] = row
        if self._all.of(former) != self._all.of(row):
            self._all.drop(former)
        self._all.put(row)
        if self._pass is not None:
            self._late.setdefault(row.id, former)
            return
        lane = self._shown.of(row)
        if self._shown.of(former) == lane and matches(row, self._words) and self._shown.place(row)[1]:
            self._shown.put(row)
            if self.is_open(lane):
                self._changed(self._start(lane) + 1 + self._shown.place(row)[0])
            return
        if not self._move(former, row):
            self._hide(former)
            self._show(row)

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
        self._changed(self.row_of_id(row.id))
        self._changed(self._start(old))
        self._changed(self._start(new))
        return True

    def _take_out(self, former: Row) -> None:
        self._all.drop(former)
        if self._pass is not None:
            self._late.setdefault(former.id, former)
        else:
            self._hide(former)

    def _add(self, lane: str, rows: list[Row]) -> None:
        """Adds new rows of one lane; a run that belongs at the end goes in with one signal."""
        for row in rows:
            self.by_id[row.id] = row
        whole = self._all.at(lane)
        if not whole or self._all.rank(whole[-1]) < self._all.rank(rows[0]):
            whole.extend(rows)
        else:
            for row in rows:
                self._all.put(row)
        if self._pass is not None:
            self._late.update({row.id: None for row in rows if row.id not in self._late})
            return
        self._reveal(lane, rows)

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

    def _tell(self) -> None:
        waiting = len(self._all.at(Group.NEEDS_YOU)) + self._tally.waiting(self._all.standing)
        self.counted.emit(waiting, len(self.by_id))


def said(row: Row, now: datetime, *, in_plan: bool = False) -> str:
    """A whole row as a screen reader says it; under its plan's head by its place alone."""
    title = row.place if in_plan and row.place else row.title
    parts = (title, row.site, state_words(row.state, row.paused).words, ago(row.updated_at, now),
             "part of a plan" if row.plan and not in_plan else "")
    return ", ".join(display(each) for each in parts if each)
