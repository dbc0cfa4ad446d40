"""One run in full: its steps, the page with what was acted on, what it has put in, and how much it has used."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agent.protocol import TaskState
from agent.protocol.messages import LiveDoc, TaskDoc
from desktop.live.known import KnownList
from desktop.live.pulse import Pulse
from desktop.live.standing import ACTED_ON, box_of, budget_words, works
from desktop.navigation import View
from desktop.shell import Shell
from desktop.task.deeds import Deeds, allowed
from desktop.task.header import TaskHeader
from desktop.task.open_task import OpenTask
from desktop.task.steps import StepList, timeline
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.picture import PictureView
from desktop.widgets.when import span
from desktop.widgets.words import Foreign, Words

LEAST = QSize(320, 480)
"""What the narrowest arrangement does with; its lists scroll."""
WIDE = 900
"""Width from which steps, picture and values stand side by side."""
NARROW = 520
"""Width under which even steps and values stand one under the other."""
NEXT: dict[str, str] = {TaskState.NEEDS_REVIEW: "Review", TaskState.NEEDS_ANSWER: "Answer"}
"""What is asked of the person, by the state of the task."""
SMALLEST_PICTURE = QSize(220, 110)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where steps, picture and values stand (row, column, columns wide), and how columns and rows stretch."""

    places: tuple[tuple[int, int, int], ...]
    columns: tuple[int, ...]
    rows: tuple[int, ...]


PLANS = {
    "wide": Plan(((0, 0, 1), (0, 1, 1), (0, 2, 1)), (3, 5, 3), (0, 1, 0, 0, 0, 0)),
    "middle": Plan(((2, 0, 1), (0, 0, 2), (2, 1, 1)), (1, 1, 0), (0, 3, 0, 2, 0, 0)),
    "narrow": Plan(((2, 0, 1), (0, 0, 1), (4, 0, 1)), (1, 0, 0), (0, 3, 0, 2, 0, 2)),
}


class LivePane(QWidget):
    """Shows one run. Give it a task by `show_task` (fresh ones may follow), or let it `follow` one by id."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._deeds = Deeds(shell, self)
        self._task: TaskDoc | None = None
        self._live: LiveDoc | None = None
        self._got = 0.0
        self._room = ""
        self._own = OpenTask(shell, self)
        self._own.came.connect(lambda doc: self.show_task(cast("TaskDoc", doc)))
        self._pulse = Pulse(shell, self)
        self._pulse.beat.connect(self._take)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        layout.setSpacing(SPACE.md)
        self.header = TaskHeader(self._shell)
        icons = self._shell.icons
        self.pause = button("Pause", lambda: self._deed("pause"), icon="pause", icons=icons)
        self.resume = button("Go on", lambda: self._deed("resume"), look="primary", icon="play", icons=icons)
        self.stop = button("Stop", lambda: self._deed("cancel"), icon="square", icons=icons,
                           tip="Stops this task. What is held for it is not sent.")
        self.decide = button("", self._decide, look="primary", icon="signature", icons=icons)
        self.decide.hide()
        for each in (self.decide, self.pause, self.resume, self.stop):
            self.header.add_action(each)
        layout.addWidget(self.header)
        self.now = Foreign("", "strong")
        layout.addWidget(self.now)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.xl)
        self._grid.setVerticalSpacing(SPACE.sm)
        layout.addLayout(self._grid, 1)
        self.steps = StepList(self._shell)
        self.picture = PictureView(self._shell.theme)
        self.picture.setMinimumSize(SMALLEST_PICTURE)
        self._no_picture = Words("", "secondary")
        self._no_picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.known = KnownList(self._shell)
        self.known.words_wanted.connect(self._show_words)
        self._headings = [Words(text, "heading") for text in ("Steps", "The page", "What it knows and has put in")]
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self._no_picture)
        middle.addWidget(self.picture, 1)
        self.picture.hide()
        self.budget = Words("", "caption")
        layout.addWidget(self.budget)
        self._place("middle")

    def show_task(self, doc: TaskDoc) -> None:
        """Shows a task's run, or brings it up to date."""
        fresh = self._task is None or self._task["id"] != doc["id"]
        if fresh:
            self._reset()
        self._task = doc
        self.header.show_task(doc)
        may = allowed([(doc["id"], doc["state"], doc["paused"])])
        self.pause.setVisible(bool(may.pause))
        self.resume.setVisible(bool(may.resume))
        self.stop.setVisible(bool(may.cancel))
        self._offer(NEXT.get(doc["state"], ""))
        self.steps.show_entries(timeline(doc["runs"]), working=works(doc["state"], doc["paused"]))
        if fresh:
            self._pulse.ask()
        self._show_now()
        self._time_goes()

    def follow(self, id: str) -> None:
        """Shows the task of that id and keeps it fresh by itself."""
        self._own.follow(id)

    def clear(self) -> None:
        """Shows nothing and asks for nothing."""
        self._own.follow("")
        self._task = None
        self._reset()
        self._tick.stop()

    def _reset(self) -> None:
        self._live = None
        self.steps.show_entries((), working=False)
        self.known.show_known([])
        self.picture.show_picture("")
        self.picture.hide()
        self._no_picture.setText("No picture of the page yet." if self._shell.preferences["live-pictures"]
                                 else "Pictures of the page are switched off in Settings.")
        self._no_picture.show()
        self.budget.setText("")
        self.now.show_text("")
        self.header.time.setText("")

    def _take(self, doc: LiveDoc) -> None:
        if self._task is None or doc["task"] != self._task["id"]:
            return
        if self._live is not None and doc["at"] < self._live["at"]:
            return
        self._live, self._got = doc, monotonic()
        self._show_now()
        self.known.show_known(doc["known"])
        self._show_picture(doc)
        if doc["paused"] != self._task["paused"]:
            self._own_state(doc["paused"])
        self._time_goes()

    def _show_picture(self, doc: LiveDoc) -> None:
        if doc["picture"]:
            boxes = box_of(doc)
            self.picture.show_picture(doc["picture"], boxes)
            if boxes and not self.picture.hasFocus():  # whoever scrolls in the picture keeps their place
                self.picture.light(ACTED_ON)
        self.picture.setVisible(bool(self.picture.path))
        self._no_picture.setVisible(not self.picture.path)

    def _own_state(self, paused: bool) -> None:
        if self._task is not None:
            self.header.show_state(self._task["state"], paused)

    def _show_now(self) -> None:
        text = self._live["step"] if self._live is not None else ""
        if self.now.full != text:
            self.now.show_text(text)
        self.now.setVisible(bool(text))

    def _time_goes(self) -> None:
        goes = self._task is not None and works(self._task["state"], self._task["paused"])
        if goes and self.isVisible():
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()
        self._show_time()

    def _show_time(self) -> None:
        live = self._live
        if live is None:
            return
        seconds = live["seconds"] + (monotonic() - self._got if self._tick.isActive() else 0.0)
        for label, text in ((self.header.time, span(seconds)),
                            (self.budget, budget_words(live["turn"], live["turns"], seconds, live["cost"]))):
            if label.text() != text:
                label.setText(text)

    def _deed(self, name: str) -> None:
        if self._task is None:
            return
        ids = [self._task["id"]]
        {"pause": self._deeds.pause, "resume": self._deeds.resume, "cancel": self._deeds.cancel}[name](ids)

    def _offer(self, words: str) -> None:
        """Where the task waits for the person, the way to what it waits for; in the inbox that shows by itself."""
        self.decide.setText(words)
        self.decide.setVisible(bool(words and self._own.id))

    def _decide(self) -> None:
        if self._task is not None:
            self._shell.navigator.go(View.INBOX, self._task["id"])

    def _show_words(self) -> None:
        self.header.show_words()
        if self._task is not None and self._own.id:
            self._shell.navigator.go(View.INBOX, self._task["id"], "text")

    def _place(self, room: str) -> None:
        """Side by side where there is room; else the picture on top, steps and values under it."""
        if room == self._room:
            return
        self._room = room
        plan = PLANS[room]
        contents = (self.steps, self._middle, self.known)
        for heading, content, (row, column, width) in zip(self._headings, contents, plan.places, strict=True):
            for each in (heading, content):
                self._grid.removeWidget(each)
            self._grid.addWidget(heading, row, column, 1, width)
            self._grid.addWidget(content, row + 1, column, 1, width)
        for column, stretch in enumerate(plan.columns):
            self._grid.setColumnStretch(column, stretch)
        for row, stretch in enumerate(plan.rows):
            self._grid.setRowStretch(row, stretch)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: parts are placed anew as it narrows, so today's do not hold it wide."""
        return QSize(LEAST.width(), min(LEAST.height(), super().minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place("wide" if self.width() >= WIDE else "narrow" if self.width() < NARROW else "middle")

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent."""
        super().showEvent(event)
        self._time_goes()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget::hideEvent."""
        super().hideEvent(event)
        self._tick.stop()
