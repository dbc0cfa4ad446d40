"""The fourth screen: a practice task, live, from dropping it in to its receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, cast

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from agent.protocol.messages import ReceiptDetail, TaskDoc
from desktop.commands.registry import Commands
from desktop.navigation import Navigator
from desktop.receipts import sections
from desktop.receipts.words import state_words
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.undo import Undo
from desktop.welcome.phases import Phase, Standing
from desktop.welcome.practice_run import TASK, Factory, PracticeRun
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, card, scrolled
from desktop.widgets.words import Foreign, Words

IS_PRACTICE = "Practice: an invented person, an invented council, both on this computer. Nothing leaves it."
WIDEST = 680
"""Pixels that a column of text is wide at most."""


class Reviewing(Protocol):
    """What is used of the review pane."""

    decided: SignalInstance

    def show_submission(self, id: str) -> None:
        """Shows it."""


class Asking(Protocol):
    """What is used of the pane of questions."""

    def show_task(self, doc: TaskDoc) -> None:
        """Shows its questions."""


@dataclass(frozen=True, slots=True)
class Panes:
    """Makes the real panes, on a shell whose agent is the practice one."""

    review: Callable[[Shell], QWidget]
    questions: Callable[[Shell], QWidget]


def _review(shell: Shell) -> QWidget:
    from desktop.review.pane import ReviewPane  # only who practises pays for loading it

    return ReviewPane(shell)


def _questions(shell: Shell) -> QWidget:
    from desktop.questions.pane import QuestionsPane  # as above

    return QuestionsPane(shell)


REAL = Panes(_review, _questions)


class PracticePage(QWidget):
    """Starts on the person's word only. `leave` ends the second agent."""

    def __init__(self, shell: Shell, factory: Factory, panes: Panes = REAL) -> None:
        super().__init__()
        self._shell, self._panes = shell, panes
        self._task: TaskDoc | None = None
        self._seen = 0               # steps of the task that are listed
        self._review: QWidget | None = None
        self._questions: QWidget | None = None
        self.run = PracticeRun(factory, self)
        self.run.moved.connect(self._moved)
        self.run.worked.connect(self._worked)
        self.run.task_changed.connect(self._task_changed)
        self.run.receipt.connect(self._filed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        self._said = Banner(shell.icons, IS_PRACTICE, "info")
        layout.addWidget(self._said)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self._intro = self._made_intro()
        self._working = self._made_working()
        self._end = QWidget()
        for each in (self._intro, self._working, self._end):
            self._stack.addWidget(each)

    @property
    def wide(self) -> bool:
        """Whether it needs the whole width of the window."""
        return self.run.standing.phase in (Phase.REVIEWING, Phase.ASKING)

    def leave(self) -> None:
        """Ends the second agent; nothing that waits there is sent."""
        self.run.stop()

    def _made_intro(self) -> QWidget:
        page, layout = _column()
        layout.addWidget(Words("Try it on something harmless", "display"))
        layout.addWidget(Words("Eleanor Whitcombe wants this done at her council:", "secondary"))
        frame, inside = card()
        inside.addWidget(Words(TASK, "heading"))
        layout.addWidget(frame)
        layout.addWidget(Words("Countersign opens a browser and fills in the form. Then it stops and shows you what "
                               "would be sent. You look at it and approve with Ctrl+Enter, as you will with your own.",
                               "secondary"))
        row = QHBoxLayout()
        self.start_button = button("Start practising", self.run.start, look="primary", icon="play",
                                   icons=self._shell.icons)
        row.addWidget(self.start_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        return page

    def _made_working(self) -> QWidget:
        page, layout = _column()
        self._heading = Words("Starting", "title")
        layout.addWidget(self._heading)
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setAccessibleName("At work")
        layout.addWidget(progress)
        self.steps = QVBoxLayout()
        self.steps.setSpacing(SPACE.xs)
        inside = QWidget()
        inside.setLayout(self.steps)
        self.steps.addStretch(1)
        layout.addWidget(scrolled(inside, "Practice"), 1)
        return page

    def _worked(self, words: str) -> None:
        last = self.steps.itemAt(self.steps.count() - 2)
        former = last.widget() if last is not None else None
        if not words or (isinstance(former, Foreign) and former.full == words):
            return
        said = Foreign(words, "secondary")
        self.steps.insertWidget(self.steps.count() - 1, said)
        said.show()

    def _moved(self, now: Standing) -> None:
        if now.phase is Phase.STARTING:
            self._clear_steps()
        if now.phase is Phase.ASKING:
            self._ask()
        elif now.phase is Phase.REVIEWING:
            self._show_review(now.id)
        elif now.phase is Phase.STOPPED:
            self._stopped(now.reason)
        elif now.phase is not Phase.FILED:
            self._heading.setText({Phase.STARTING: "Starting", Phase.SENDING: "Sending what you approved, once"}.get(
                now.phase, "Filling in the form"))
            self._stack.setCurrentWidget(self._working)

    def _task_changed(self, doc: TaskDoc) -> None:
        self._task = doc
        steps = [step["text"] for run in doc["runs"] for step in run["steps"]]
        for words in steps[self._seen:]:
            self._worked(words)
        self._seen = len(steps)
        if self._questions is not None and self._stack.currentWidget() is self._questions:
            cast("Asking", self._questions).show_task(doc)

    def _clear_steps(self) -> None:
        self._task = None
        self._seen = 0
        while self.steps.count() > 1:
            found = self.steps.takeAt(0)
            if found is not None and (widget := found.widget()) is not None:
                widget.deleteLater()
        for pane in (self._review, self._questions):
            if pane is not None:     # it belongs to an agent that has ended
                self._stack.removeWidget(pane)
                pane.deleteLater()
        self._review = self._questions = None

    def _practice_shell(self, owner: QWidget) -> Shell:
        assert self.run.link is not None
        # Commands, places and undo of its own: nothing of the practice may reach the window's.
        navigator, undo = Navigator(owner), Undo(owner)
        navigator.wanted.connect(lambda _place: self._shell.teller.say(
            "In your own tasks this opens where the value comes from.", "info"))
        return replace(self._shell, desk=self.run.link, commands=Commands(owner), navigator=navigator, undo=undo)

    def _show_review(self, id: str) -> None:
        if self._review is None:
            self._review = self._panes.review(self._practice_shell(self))
            cast("Reviewing", self._review).decided.connect(lambda _id: self.run.look())
            self._stack.addWidget(self._review)
        cast("Reviewing", self._review).show_submission(id)
        self._stack.setCurrentWidget(self._review)
        # The button that was pressed before is gone; without this the focus would fall on "Skip and finish".
        self._review.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if self._questions is None:
            self._questions = self._panes.questions(self._practice_shell(self))
            self._stack.addWidget(self._questions)
        if self._task is not None:
            cast("Asking", self._questions).show_task(self._task)
        self._stack.setCurrentWidget(self._questions)
        self._questions.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stopped(self, reason: str) -> None:
        page, layout = _column()
        layout.addWidget(Words("The practice stopped", "title"))
        layout.addWidget(Banner(self._shell.icons, "Your own data and tasks are not touched by this.", "info"))
        layout.addWidget(Foreign(reason, limit=0))
        layout.addWidget(Words("If no browser was found, the check two screens back says how to get one.", "secondary"))
        row = QHBoxLayout()
        row.addWidget(button("Try again", self.run.start, look="primary", icon="refresh-cw", icons=self._shell.icons))
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self._put_end(page)

    def _filed(self, doc: ReceiptDetail) -> None:
        page, layout = _column()
        layout.addWidget(Words("Done. This is your receipt.", "display"))
        words = state_words(doc["state"])
        layout.addWidget(Banner(self._shell.icons, words.sentence, words.tone))
        frame, inside = card()
        inside.addWidget(Foreign(doc["title"], "heading"))
        inside.addWidget(Words("Reference", "caption"))
        inside.addWidget(Foreign(doc["reference"], "title") if doc["reference"]
                         else Words("None was found in the site's answer.", "secondary"))
        inside.addWidget(Words("The site's own words", "caption"))
        inside.addWidget(sections.site_words(doc))
        layout.addWidget(frame)
        layout.addWidget(Words("That is all there is to it: drop a task in, look at what would be sent, countersign. "
                               "The next one can be yours.", "secondary"))
        layout.addStretch(1)
        self._put_end(scrolled(page, "How the practice ended"))

    def _put_end(self, page: QWidget) -> None:
        self._stack.removeWidget(self._end)
        self._end.deleteLater()
        self._end = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    sides = QHBoxLayout(page)
    sides.setContentsMargins(0, 0, 0, 0)
    inside = QWidget()
    inside.setMaximumWidth(WIDEST)
    sides.addStretch(1)
    sides.addWidget(inside, 1000)
    sides.addStretch(1)
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, SPACE.lg, 0, 0)
    layout.setSpacing(SPACE.md)
    return page, layout
