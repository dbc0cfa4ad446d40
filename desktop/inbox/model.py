"""The list of tasks: takes the agent's rows, puts them in lanes of plans and of four groups, and filters in slices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from agent.protocol.messages import TaskRow
from agent.protocol.plans import PlanRow
from desktop.inbox.heads import Heading, PlanHead
from desktop.inbox.lane_model import LaneModel
from desktop.inbox.plan_tally import PlanTally
from desktop.inbox.rows import Lanes, Row, matches, matching, row_of, words_of
from desktop.task.words import Group

SLICE = 8000
"""Rows looked through in one event-loop turn: about 2 ms."""
INTAKE = 400
"""Rows of the agent's answer taken in one event-loop turn: about 3 ms."""


class TaskModel(LaneModel):
    """``counted`` (needing the person, all) after every change; ``filtered`` when a filter is through."""

    counted = Signal(int, int)
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by_id: dict[str, Row] = {}
        self._all = Lanes()
        self._tally = PlanTally()
        self._plans: dict[str, PlanRow] = {}
        self._chosen: set[str] = set()       # plans that the person folded or unfolded
        self._pass: tuple[list[Row], int, Lanes, tuple[str, ...]] | None = None
        self._late: dict[str, Row | None] = {}
        self._queue: list[TaskRow] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    # What the view asks

    def head(self, lane: str) -> Heading | PlanHead:
        """Override LaneModel::head."""
        count, opened = len(self._shown.at(lane)), self.is_open(lane)
        if isinstance(lane, Group):
            return Heading(lane, count, opened)
        return PlanHead(lane, self._plans.get(lane), count, opened, self._tally.waits(lane))

    def row_of_id(self, id: str) -> int:
        """The row in which a task or the head of a plan stands; -1 if it does not show."""
        if id in self._shown.standing:
            return self._start(id) if self._height(id) else -1
        row = self.by_id.get(id)
        if row is None or not self.is_open(self._shown.of(row)):
            return -1
        at, there = self._shown.place(row)
        return self._start(self._shown.of(row)) + 1 + at if there else -1

    def is_plan(self, id: str) -> bool:
        """Whether this is a plan with a head of its own, or one that was told of."""
        return id in self._all.standing or id in self._plans

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

    def _tell(self) -> None:
        waiting = len(self._all.at(Group.NEEDS_YOU)) + self._tally.waiting(self._all.standing)
        self.counted.emit(waiting, len(self.by_id))
