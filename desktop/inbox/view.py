"""The inbox: quick entry, filter and list on the left, the chosen task on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.inbox.detail import MakeReview, TaskDetail, make_review
from desktop.inbox.entry import Dropped, QuickEntry
from desktop.inbox.feed import BoardFeed
from desktop.inbox.model import TaskModel
from desktop.inbox.task_list import TaskList
from desktop.navigation import NEW, Place, View
from desktop.shell import Shell
from desktop.task.deeds import Deeds
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Empty
from desktop.widgets.words import Words

LEFT = QSize(380, 300)
"""Width of the list at first, and the least it can do with."""
_SAMPLE = "Submit my meter reading, 48213"


class InboxView(QWidget):
    """Wire `take_drop` to the window's drops, `go` to places of `View.INBOX`; ``needs_you`` counts for the sidebar."""

    needs_you = Signal(int)

    def __init__(self, shell: Shell, make_review: MakeReview = make_review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wished = ""
        self._part = ""
        self._knows_plans = False
        self._deeds = Deeds(shell, self)
        self.model = TaskModel(self)
        self.feed = BoardFeed(shell, self.model, self)
        self.entry = QuickEntry(shell)
        self.list = TaskList(shell, self.model)
        self.detail = TaskDetail(shell, make_review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._left())
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([LEFT.width(), 2 * LEFT.width()])
        layout.addWidget(self.split)
        self._connect()
        self._commands()
        self._show_count(0, 0)
        self.feed.load()

    def _left(self) -> QWidget:
        left = QWidget()
        left.setMinimumWidth(LEFT.height())
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, SPACE.lg, 0, 0)
        layout.setSpacing(SPACE.md)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.lg, 0, SPACE.lg, 0)
        top.setSpacing(SPACE.md)
        top.addWidget(self.entry)
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter tasks")
        self.filter.setAccessibleName("Filter tasks")
        self.filter.setClearButtonEnabled(True)
        self.count = Words("", "caption", wrap=False)
        self.plans = button("Plans", self._all_plans, look="link", icon="list-checks", icons=self._shell.icons)
        self.plans.setAccessibleName("Show all plans")
        self.plans.hide()
        row.addWidget(self.filter, 1)
        row.addWidget(self.plans)
        row.addWidget(self.count)
        top.addLayout(row)
        self.problem = Banner(self._shell.icons, "", "warning")
        self.problem.say("")
        self.problem.add(button("Try again", self.feed.load, look="quiet"))
        top.addWidget(self.problem)
        layout.addLayout(top)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.empty = Empty(self._shell.icons, "inbox", "Nothing to do",
                           "Say above what should be done. Nothing is sent before you have seen it.",
                           "Start with an example", self._sample)
        self.stack.addWidget(self.empty)
        self.no_match = Empty(self._shell.icons, "search", "No task matches", "Try fewer or shorter words.",
                              "Show all tasks", self.filter.clear)
        self.stack.addWidget(self.no_match)
        layout.addWidget(self.stack, 1)
        return left

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.set_filter)
        self.model.counted.connect(self._show_count)
        self.model.filtered.connect(lambda: self._show_list())
        self.feed.loaded.connect(self._show_list)
        self.feed.problem.connect(self.problem.say)
        self.feed.plans_moved.connect(self._read_plans)
        self.detail.plans_wanted.connect(self._all_plans)
        self.list.picked.connect(self._picked)
        self.list.entered.connect(self.detail.focus)
        self.list.deed.connect(self._deed)
        self.entry.added.connect(self._added)

    def _commands(self) -> None:
        add = self._shell.commands.add
        add("inbox.next", "Show the next task that needs you", self.select_next_waiting, group="Inbox",
            keys=("Ctrl+J",))
        add("inbox.address", "Change where the open task starts", self.detail.change_address, group="Inbox")
        add("inbox.plans", "Show all plans", self._all_plans, group="Inbox", keys=("Ctrl+L",))
        add("inbox.plan", "Show the plan of this task", self._to_plan, group="Inbox", keys=("Ctrl+Shift+L",))
        rows = (("down", "Next task", lambda: self.list.step(1), ("J",)),
                ("up", "Previous task", lambda: self.list.step(-1), ("K",)),
                ("open", "Go to the open task", self.list.enter, ("Return", "Enter")),
                ("filter", "Filter tasks", self.focus_filter, ("/",)),
                ("cancel", "Cancel the selected tasks", lambda: self.list.do("cancel"), ("Del",)),
                ("retry", "Try the selected tasks again", lambda: self.list.do("retry"), ("R",)),
                ("pause", "Pause the selected tasks, or let them go on", self._pause_or_resume, ("P",)))
        for name, title, run, keys in rows:
            add(f"inbox.{name}", title, run, group="Inbox", keys=keys, within=self.list)

    # What the window calls

    def take_drop(self, dropped: Dropped) -> None:
        """Takes what was dropped anywhere on the window."""
        self.entry.take_drop(dropped)

    def new_task(self) -> None:
        """Puts the focus into quick entry."""
        self.entry.edit.setFocus()

    def standing_at(self) -> str:
        """The task that the person looks at, or empty."""
        return self.detail.task_id

    def focus_list(self) -> None:
        """Puts the focus into the list."""
        self.list.setFocus()
        if not self.list.selected():
            self.list.step(1)

    def focus_filter(self) -> None:
        """Puts the focus into the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def go(self, place: Place) -> None:
        """Shows the place's task, even if the list has not come to it yet; with ``new`` a new one for that file."""
        if not place.id:
            return
        if place.part == NEW:
            self.entry.attach([place.id])
            self.new_task()
            return
        if place.id.startswith("p"):
            self._wished = ""
            if not self.list.select(place.id):
                self.list.forget()
            self.detail.show_plan(place.id)
            return
        self._part = place.part
        if not self.list.select(place.id):
            self._wished = place.id
            self.feed.refresh({place.id})
        self.detail.show_task(place.id, place.part)
        self._part = ""

    def select_next_waiting(self) -> None:
        """Shows the next task that needs the person, of the same plan first; round and round."""
        ids = [row.id for row in self.model.waiting()]
        if not ids:
            self._shell.teller.say("Nothing needs you.", "success")
            return
        onward = self.detail.next_of_plan
        at = ids.index(self.detail.task_id) + 1 if self.detail.task_id in ids else 0
        wanted = onward.task if onward is not None and onward.task in ids else ids[at % len(ids)]
        if not self.list.select(wanted):
            self._wished = wanted
            self.filter.clear()
        self.detail.show_task(wanted)

    # Within

    def _picked(self, id: str) -> None:
        if id.startswith("p"):
            self._wished = ""
            self.detail.show_plan(id)
        elif id:
            self._wished = ""
            self.detail.show_task(id, self._part)
        else:
            self.detail.clear()

    def _added(self, ids: list[str]) -> None:
        self._wished = ids[0]
        self.feed.refresh({each for each in ids if each.startswith("t")})

    def _read_plans(self) -> None:
        if not self._knows_plans:
            self._knows_plans = True
            self.detail.book.changed.connect(self._show_plans)
        self.detail.book.refresh()

    def _show_plans(self) -> None:
        self.model.set_plans(self.detail.book.plans)
        self.plans.setVisible(bool(self.detail.book.plans))

    def _all_plans(self) -> None:
        self._shell.navigator.go(View.INBOX)
        self.list.forget()
        self.detail.show_plans()

    def _to_plan(self) -> None:
        if self.detail.plan_of_task:
            self._shell.navigator.go(View.INBOX, self.detail.plan_of_task)
        else:
            self._shell.teller.say("This task belongs to no plan.")

    def _deed(self, name: str, ids: list[str]) -> None:
        {"cancel": self._deeds.cancel, "retry": self._deeds.retry, "pause": self._deeds.pause,
         "resume": self._deeds.resume}[name](ids)

    def _pause_or_resume(self) -> None:
        self.list.do("pause" if self.list.may().pause else "resume")

    def _sample(self) -> None:
        self.entry.edit.setPlainText(_SAMPLE)
        self.entry.edit.setFocus()

    def _show_count(self, waiting: int, total: int) -> None:
        self.needs_you.emit(waiting)
        self.count.setText("" if not total else "1 task" if total == 1 else f"{total:,} tasks")
        self.count.setVisible(bool(total))
        self._show_list()

    def _show_list(self) -> None:
        if self._wished and not self.detail.half_done() and self.list.select(self._wished):
            self._wished = ""
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        elif self.model.by_id and self.model.filter_words:
            self.stack.setCurrentWidget(self.no_match)
        elif self.feed.is_loaded and not self.model.by_id:
            self.stack.setCurrentWidget(self.empty)
