"""The welcome screens: four pages with Back, Next and Leave, and dots that say where one stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.welcome.check_page import CheckPage
from desktop.welcome.facts_page import FactsPage
from desktop.welcome.phases import Phase, Standing
from desktop.welcome.practice_page import REAL, WIDEST, Panes, PracticePage
from desktop.welcome.practice_run import Factory
from desktop.welcome.promise_page import PromisePage
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Words

TITLES = ("What it promises", "Is everything in place", "A few facts", "Practice")


class Dots(QWidget):
    """Which of the screens is shown, as dots and in words for a screen reader."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        self._dots = [QLabel() for _ in TITLES]
        for dot in self._dots:
            row.addWidget(dot)
        self._words = Words("", "caption", wrap=False)
        row.addSpacing(SPACE.sm)
        row.addWidget(self._words)

    def show_step(self, at: int) -> None:
        """Marks one."""
        for number, dot in enumerate(self._dots):
            here = number == at
            self._shell.icons.on_label(dot, "circle-dot" if here else "circle", "accent" if here else "secondary",
                                       SPACE.md)
        said = f"Screen {at + 1} of {len(TITLES)}"
        self._words.setText(said)
        self.setAccessibleName(f"{said}: {TITLES[at]}")


class WelcomeScreens(QWidget):
    """``finished`` fires once, at the end or when the person leaves; the setting ``welcomed`` is set then.

    Args:
        shell: what every view is given.
        practice_factory: gives an agent with a data folder of its own, not started yet; ended with its ``stop``.
        panes: makes the panes of the practice; tests give others.
    """

    finished = Signal()

    def __init__(self, shell: Shell, practice_factory: Factory, panes: Panes = REAL,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._over = False
        self._going_on = False
        self.setAccessibleName("Welcome")
        self.check, self.facts = CheckPage(shell), FactsPage(shell)
        self.facts.kept.connect(self._facts_kept)
        self.practice = PracticePage(shell, practice_factory, panes)
        self.practice.run.moved.connect(self._practice_moved)
        self._stack = QStackedWidget()
        for page in (PromisePage(shell), self.check, self.facts):
            self._stack.addWidget(scrolled(_middle(page), "Welcome"))
        self._practice_frame = QWidget()
        self._around = QVBoxLayout(self._practice_frame)
        self._around.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.sm)
        self._around.addWidget(self.practice)
        self._stack.addWidget(self._practice_frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._made_bar())
        self._leave_key = shell.commands.add("welcome.leave", "Leave the welcome screens", self.leave, group="Welcome",
                                             keys=("Esc",), within=self)
        self.show_step(0)

    @property
    def step(self) -> int:
        """The screen that is shown, from 0."""
        return self._stack.currentIndex()

    def show_step(self, at: int) -> None:
        """Shows a screen."""
        self._going_on = False
        self._stack.setCurrentIndex(at)
        self.dots.show_step(at)
        self.back.setEnabled(at > 0)
        if at == 1:
            self.check.start_once()
        elif at == 2:
            self.facts.load()
        self._rename_next()
        first = self.facts.first() if at == 2 else self.next
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next screen, keeping what was typed; a value that can't be kept is shown instead."""
        if self.step == 2:
            wrong = self.facts.wrong()
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                self._shell.teller.say("One value does not fit yet. Mend it, empty it, or leave these screens.",
                                       "warning")
                return
            self._going_on = True
            self.facts.save()        # goes on when all is kept
        elif self.step == len(TITLES) - 1:
            self._finish()
        else:
            self.show_step(self.step + 1)

    def go_back(self) -> None:
        """To the screen before."""
        if self.step:
            self.show_step(self.step - 1)

    def leave(self) -> None:
        """Ends it at once. What was typed and fits is kept."""
        if self._over:
            return
        wrong = self.facts.wrong()
        self.facts.save()
        if wrong is not None:
            self._shell.teller.say("What fits was kept. One value did not fit: enter it in your profile.", "warning")
        self._finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent."""
        super().showEvent(event)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, SPACE.md)
        row.setSpacing(SPACE.sm)
        self.leave_button = button("Leave", self.leave, look="quiet", tip="Esc")
        self.leave_button.setAccessibleName("Leave the welcome screens")
        self.dots = Dots(self._shell)
        self.back = button("Back", self.go_back, icon="arrow-left", icons=self._shell.icons)
        self.next = button("Next", self.go_on, look="primary")
        row.addWidget(self.leave_button)
        row.addStretch(1)
        row.addWidget(self.dots)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        return bar

    def _rename_next(self) -> None:
        last = self.step == len(TITLES) - 1
        filed = self.practice.run.standing.phase is Phase.FILED
        self.next.setText("Finish" if last and filed else "Skip and finish" if last else "Next")
        # Beside the review there must be one primary action only, and it is not this one.
        self.next.setProperty("look", "" if last and not filed else "primary")
        self.next.style().unpolish(self.next)
        self.next.style().polish(self.next)

    def _facts_kept(self) -> None:
        if self._going_on and self.step == 2:
            self.show_step(3)
        self._going_on = False

    def _practice_moved(self, _now: Standing) -> None:
        # In the review and in questions Escape closes what is open there; the button still leaves.
        wide = self.practice.wide
        self._leave_key.setEnabled(not wide)
        side = SPACE.sm if wide else SPACE.xl
        self._around.setContentsMargins(side, SPACE.sm if wide else SPACE.lg, side, 0 if wide else SPACE.sm)
        self._rename_next()
        if self.practice.run.standing.phase is Phase.FILED:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)  # the review that had it is over

    def _finish(self) -> None:
        if self._over:
            return
        self._over = True
        self.practice.leave()
        self._shell.desk.call("settings set", {"key": "welcomed", "value": True}, failed=self._not_noted)
        self._shell.preferences.take("welcomed", True)
        self.finished.emit()

    def _not_noted(self, problem: Problem) -> None:
        self._shell.teller.say("These screens may open again at the next start: the setting could not be kept.",
                               "warning")


def _middle(page: QWidget) -> QWidget:
    made = QWidget()
    sides = QHBoxLayout(made)
    sides.setContentsMargins(SPACE.xl, SPACE.xxl, SPACE.xl, SPACE.xl)
    page.setMaximumWidth(WIDEST)
    sides.addStretch(1)
    sides.addWidget(page, 1000)
    sides.addStretch(1)
    return made
