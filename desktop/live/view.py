"""The Running view: every run at work side by side, and the chosen one in full."""

from __future__ import annotations

from time import monotonic
from typing import cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from agent.protocol.messages import FleetDoc, LiveDoc
from desktop.live.pane import LivePane
from desktop.live.pulse import Pulse
from desktop.live.run_card import RunCard
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.task.deeds import Deeds
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import Banner, Empty, scrolled
from desktop.widgets.words import Words

COLUMN = QSize(350, 0)
"""Width of the cards at first, and the least they can do with."""


class RunningView(QWidget):
    """Shows all runs; wire `go` to the navigator's places of `View.RUNNING`."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._deeds = Deeds(shell, self)
        self.cards: dict[str, RunCard] = {}
        self._got: dict[str, float] = {}
        self.chosen = ""
        self._wished = ""
        self._pulse = Pulse(shell, self)
        self._pulse.beat.connect(self._beat)
        self._pulse.ended.connect(self._end)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.fleet = Banner(shell.icons, "", "warning")
        self.fleet.say("")
        layout.addWidget(self.fleet)
        self.stack = QStackedWidget()
        self.empty = Empty(shell.icons, "activity", "Nothing is being worked on",
                           "Tasks show here while they are prepared: the page, every step, and what is put in.",
                           "Open the Inbox", lambda: shell.navigator.go(View.INBOX))
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._split())
        layout.addWidget(self.stack, 1)
        shell.desk.fleet.connect(self._fleet)
        self._pulse.ask()

    def _split(self) -> QSplitter:
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.lg)
        self._column.setSpacing(SPACE.md)
        self.count = Words("", "heading")
        self._column.addWidget(self.count)
        self._column.addStretch(1)
        area = scrolled(column, "Runs")
        area.setMinimumWidth(COLUMN.width())
        self.pane = LivePane(self._shell)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(area)
        split.addWidget(self.pane)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([COLUMN.width(), 2 * COLUMN.width()])
        return split

    def go(self, place: Place) -> None:
        """Shows the run of the place's task, now or once it comes."""
        self._wished = place.id
        if place.id in self.cards:
            self.choose(place.id)

    def standing_at(self) -> str:
        """The task that the person looks at, or empty."""
        return self.chosen

    def choose(self, task: str) -> None:
        """Shows a run in full."""
        if task not in self.cards or task == self.chosen:
            return
        self.chosen = task
        self._wished = ""
        for id, card in self.cards.items():
            card.pick(id == task)
        self.pane.follow(task)

    def _beat(self, answer: object) -> None:
        doc = cast("LiveDoc", answer)
        task = doc["task"]
        self._got[task] = monotonic()
        card = self.cards.get(task)
        if card is None:
            card = self._put(task)
        card.show_live(doc)

    def _put(self, task: str) -> RunCard:
        card = RunCard(self._shell, task)
        card.chosen.connect(self.choose)
        card.pause_wanted.connect(lambda id, on: (self._deeds.pause if on else self._deeds.resume)([id]))
        card.stop_wanted.connect(lambda id: self._deeds.cancel([id]))
        self.cards[task] = card
        self._column.insertWidget(self._column.count() - 1, card)
        self._show_count()
        if not self.chosen or task == self._wished:
            self.choose(task)
        return card

    def _end(self, task: str) -> None:
        card = self.cards.pop(task, None)
        if card is None:
            return
        card.hide()
        card.deleteLater()
        if self.chosen == task:
            self.chosen = ""  # its pane stays in view, ended, until another run is chosen or comes
        if not self.cards:
            self.pane.clear()
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.cards)
        self.count.setText("One task is being worked on" if count == 1 else f"{count} tasks are being worked on")
        self.stack.setCurrentIndex(1 if count else 0)

    def _show_time(self) -> None:
        now = monotonic()
        for task, card in self.cards.items():
            doc = self._pulse.newest.get(task)
            if doc is not None and not doc["paused"]:
                card.show_seconds(doc["seconds"] + now - self._got[task], doc["paused"])

    def _fleet(self, doc: FleetDoc) -> None:
        self.fleet.say(doc["problem"])

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent."""
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget::hideEvent."""
        super().hideEvent(event)
        self._tick.stop()
