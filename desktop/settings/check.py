"""A check that the agent runs: a button, a bar while it lasts, and the results below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.model import ProbeDoc
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.words import Foreign, Words


@dataclass(frozen=True, slots=True)
class Line:
    """One result. ``text`` and ``fix`` are shown inert."""

    ok: bool
    text: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of them under one sentence."""

    ok: bool
    text: str
    lines: tuple[Line, ...] = ()


def doctor_verdict(rows: list[dict[str, Any]]) -> Verdict:
    """What ``doctor`` found: what is wrong first."""
    found = [Line(bool(row["ok"]), str(row["check"]), str(row["fix"])) for row in rows]
    lines = sorted(found, key=lambda line: line.ok)
    wrong = sum(not line.ok for line in lines)
    text = ("Everything is in place." if not wrong else "One thing needs attention." if wrong == 1
            else f"{wrong} things need attention.")
    return Verdict(not wrong, text, tuple(lines))


def probe_verdict(answer: ProbeDoc) -> Verdict:
    """What ``model probe`` found, as it was tried; what a planner can do without is no fault."""
    lines = tuple(Line(each["ok"] or not each["needed"], each["says"]) for each in answer["lines"])
    return Verdict(answer["usable"], answer["summary"], lines)


def gate_verdict(answer: dict[str, Any]) -> Verdict:
    """What ``gate check`` found; only channels that leak are listed, because a hundred names help nobody."""
    channels, leaks = answer["channels"], int(answer["leaks"])
    if not leaks:
        return Verdict(True, f"All {len(channels)} known ways out of the browser were tried, and nothing got out.")
    text = "One way out of the browser is open." if leaks == 1 else f"{leaks} ways out of the browser are open."
    lines = tuple(Line(False, str(each["name"])) for each in channels if str(each["result"]).lower().startswith("leak"))
    return Verdict(False, f"{text} No task is worked on until it is closed.", lines)


class CheckPane(QWidget):
    """Runs one capability when its button is pressed, and shows what it found until the next time.

    ``finished`` fires once that shows.
    """

    finished = Signal()

    def __init__(self, shell: Shell, title: str, help: str, action: str, method: str,
                 judge: Callable[[Any], Verdict], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._method, self._judge = shell, method, judge
        self._action = action
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        column.setSpacing(SPACE.sm)
        head = QHBoxLayout()
        head.setSpacing(SPACE.lg)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(title))
        words.addWidget(Words(help, "secondary"))
        head.addLayout(words, 1)
        self.start: QPushButton = button(action, self.run)
        self.start.setAccessibleName(title)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(f"{title}: at work")
        self.bar.hide()
        column.addWidget(self.bar)
        self._found = QVBoxLayout()
        self._found.setSpacing(SPACE.xs)
        column.addLayout(self._found)

    @property
    def shows(self) -> bool:
        """Whether what was found stands below its button."""
        return self._found.count() > 0

    def run(self) -> None:
        """Starts it; a second press while it runs does nothing."""
        if not self.start.isEnabled():
            return
        self._clear()
        self.start.setEnabled(False)
        self.start.setText("Checking")
        self.bar.show()
        self._shell.desk.call(self._method, done=self._done, failed=self._failed, owner=self)

    def _done(self, answer: Any) -> None:
        self._rest()
        verdict = self._judge(answer)
        tone = "success" if verdict.ok else "warning"
        self._found.addWidget(Banner(self._shell.icons, display(verdict.text, 400), tone))
        for each in verdict.lines:
            self._found.addWidget(self._line(each))
        self.finished.emit()

    def _failed(self, problem: Problem) -> None:
        self._rest()
        banner = Banner(self._shell.icons, "", "danger")
        text = Foreign(problem.text)
        banner.say(text.text())
        self._found.addWidget(banner)

    def _rest(self) -> None:
        self._clear()
        self.bar.hide()
        self.start.setEnabled(True)
        self.start.setText(self._action)

    def _clear(self) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _line(self, line: Line) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(SPACE.md, SPACE.xs, SPACE.md, SPACE.xs)
        row.setSpacing(SPACE.sm)
        sign = QLabel()
        sign.setAccessibleName("in order" if line.ok else "needs attention")
        self._shell.icons.on_label(sign, "circle-check" if line.ok else "circle-alert",
                                   "secondary" if line.ok else "danger")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Foreign(line.text))
        if line.fix and not line.ok:
            words.addWidget(Foreign(line.fix, "secondary", limit=400))
        row.addLayout(words, 1)
        return made
