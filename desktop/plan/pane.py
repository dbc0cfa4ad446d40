"""One plan: how far it is, what waits for the person in it, and what became of each place."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from agent.protocol import TaskState
from agent.protocol.plans import PlanDoc
from desktop.navigation import View
from desktop.plan.asks import AskList
from desktop.plan.bar import PlanBar
from desktop.plan.deeds import PlanDeeds
from desktop.plan.following import OpenPlan
from desktop.plan.places import PlaceList
from desktop.plan.reviews import ReviewList
from desktop.plan.words import parts_of
from desktop.shell import Shell
from desktop.task.deeds import allowed
from desktop.task.words import FINISHED
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Banner, Empty, Fold, scrolled
from desktop.widgets.words import Foreign, Words

WHOLE_TEXT = 4000
"""Characters of the plan's text that are shown at once."""


class PlanPane(QWidget):
    """``listed`` asks for the list of all plans."""

    listed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.doc: PlanDoc | None = None
        self._deeds = PlanDeeds(shell, self)
        self._plan = OpenPlan(shell, self)
        self._plan.came.connect(self._came)
        self._plan.missed.connect(self._missed)
        content = QWidget()
        page = QVBoxLayout(content)
        page.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        page.setSpacing(SPACE.md)
        self.all = button("All plans", self.listed.emit, look="link", icon="arrow-left", icons=shell.icons)
        back = QHBoxLayout()
        back.addWidget(self.all)
        back.addStretch(1)
        page.addLayout(back)
        self.title = Foreign("", "title")
        self.summary = Words("", "secondary")
        self.bar = PlanBar(shell.theme)
        self.problem = Banner(shell.icons, "", "warning")
        self.problem.say("")
        for each in (self.title, self.summary, self.bar, self._deeds_line(), self.problem):
            page.addWidget(each)
        self.words = Foreign(limit=WHOLE_TEXT)
        self.words.setContentsMargins(SPACE.xl, 0, 0, SPACE.sm)
        self.words_fold = Fold(shell.icons, "What you asked for", self.words)
        page.addWidget(self.words_fold)
        self.asks = AskList(shell)
        self.asks.wanted.connect(self._answer)
        self.reviews = ReviewList(shell)
        self.reviews.wanted.connect(self._go)
        self.places_heading = Words("", "heading")
        self.places = PlaceList(shell)
        for widget in (self.asks, self.reviews, self.places_heading, self.places):
            page.addWidget(widget)
        page.addStretch(1)
        self.area: QScrollArea = scrolled(content, "Plan")
        self.stack = QStackedWidget()
        self._waiting = Empty(shell.icons, "loader", "One moment", "Reading where the plan stands.")
        self._failed = Empty(shell.icons, "circle-alert", "This plan can't be shown", "The list of all plans may help.",
                             "Try again", self._plan.refresh)
        for face in (self._waiting, self._failed, self.area):
            self.stack.addWidget(face)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.setAccessibleName("Plan")

    def _deeds_line(self) -> QWidget:
        icons, deeds = self._shell.icons, self._deeds
        self.deeds = QWidget()
        row = Flow(parent=self.deeds)
        self.retry = button("Try again what failed", lambda: deeds.retry(self._plan.id), icon="rotate-ccw", icons=icons)
        self.resume = button("Go on", lambda: deeds.resume(self._plan.id), icon="play", icons=icons)
        self.pause = button("Pause all", lambda: deeds.pause(self._plan.id), icon="pause", icons=icons)
        self.cancel = button("Cancel what is not finished", lambda: deeds.cancel(self._plan.id), icon="x", icons=icons)
        for each in (self.pause, self.resume, self.retry, self.cancel):
            row.addWidget(each)
        return self.deeds

    @property
    def plan_id(self) -> str:
        """The plan that is shown, or empty."""
        return self._plan.id

    def show_plan(self, id: str) -> None:
        """Shows a plan and follows it; empty: none."""
        if id == self._plan.id:
            return
        self.doc = None
        self.problem.say("")
        self.stack.setCurrentWidget(self._waiting)
        if self.words_fold.is_open:
            self.words_fold.toggle()
        self.area.verticalScrollBar().setValue(0)
        self._plan.follow(id)

    def _came(self, answer: object) -> None:
        doc = cast("PlanDoc", answer)
        self.doc = doc
        self.problem.say("")
        self.title.show_text(doc["title"])
        self.summary.setText(doc["summary"])
        self.bar.show_parts(parts_of(doc["counts"]), doc["summary"])
        self.words.show_text(doc["text"])
        self._show_deeds(doc)
        self.asks.show_asks(doc["asks"])
        self.reviews.show_doc(doc)
        self.places_heading.setText(f"Places ({len(doc['places'])})")
        self.places.show_places(doc["places"])
        self.stack.setCurrentWidget(self.area)

    def _show_deeds(self, doc: PlanDoc) -> None:
        places = doc["places"]
        may = allowed((each["task"], each["state"], each["paused"]) for each in places)
        unfinished = [each for each in places if each["state"] not in FINISHED]
        self.retry.setVisible(bool(may.retry))
        failed = any(each["state"] == TaskState.FAILED for each in places)
        self.retry.setText("Try again what failed" if failed else "Prepare again what was cancelled")
        self.resume.setVisible(bool(may.resume))
        self.pause.setVisible(any(not each["paused"] for each in unfinished) and bool(may.pause))
        self.cancel.setVisible(bool(may.cancel))
        self.deeds.setVisible(bool(may.retry or may.resume or may.pause or may.cancel))

    def _missed(self, words: str) -> None:
        if self.doc is None:
            self.stack.setCurrentWidget(self._failed)
            self._shell.teller.say(words, "warning")
        else:
            self.problem.say(f"This may be out of date. {words}")

    def _answer(self, question: str) -> None:
        places = self.doc["places"] if self.doc is not None else []
        task = next((each["task"] for each in places if question in each["waits"]), "")
        if task:
            self._go(task)

    def _go(self, task: str) -> None:
        self._shell.navigator.go(View.INBOX, task)
