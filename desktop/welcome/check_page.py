"""The second screen: looks whether a browser is there and whether anything gets past the gate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import CheckResult
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.welcome.phases import Check, checks, verdict
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.words import Foreign, Words


class CheckPage(QWidget):
    """Starts looking when it is shown first. ``finished`` says that an answer is there."""

    finished = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._number = 0
        self._begun = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        layout.addWidget(Words("Is everything in place?", "display"))
        layout.addWidget(Words("Countersign opens a browser of its own and tries every way it knows to get "
                               "something out of it unapproved. Only made-up data is used.", "secondary"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName("Checking")
        self._doing = Words("Checking. This can take half a minute; you can go on meanwhile.", "secondary")
        layout.addWidget(self.progress)
        layout.addWidget(self._doing)
        self._results = QVBoxLayout()
        self._results.setSpacing(SPACE.md)
        layout.addLayout(self._results)
        row = QHBoxLayout()
        self.again = button("Check again", self.start, icon="refresh-cw", icons=shell.icons)
        self.again.hide()
        row.addWidget(self.again)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)

    def start_once(self) -> None:
        """Looks, unless it has."""
        if not self._begun:
            self.start()

    def start(self) -> None:
        """Looks again."""
        self._begun = True
        self._number += 1
        number = self._number
        self._busy(True)
        self._shell.desk.call("doctor", done=lambda results: self._take(number, results),
                              failed=lambda problem: self._failed(number, problem), owner=self)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self._doing.setVisible(busy)
        self.again.setVisible(not busy)
        while self._results.count():
            found = self._results.takeAt(0)
            if found is not None and (widget := found.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _take(self, number: int, results: list[CheckResult]) -> None:
        if number != self._number:
            return
        self._busy(False)
        words, tone = verdict(results)
        self._results.addWidget(Banner(self._shell.icons, words, tone))
        for each in checks(results):
            self._results.addWidget(self._line(each))
        self.finished.emit()

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self._busy(False)
            self._results.addWidget(Banner(self._shell.icons, display(problem.text, 0), "danger"))
            self.finished.emit()

    def _line(self, check: Check) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.md)
        sign = QLabel()
        self._shell.icons.on_label(sign, "circle-check" if check.ok else "circle-x",
                                   "on_success_soft" if check.ok else "danger")
        sign.setAccessibleName("passed" if check.ok else "did not pass")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(check.words) if check.ours else Foreign(check.words))
        if not check.ok:
            words.addWidget(Words("Did not pass.", "danger"))
            if check.fix:
                fix = Foreign(check.fix, "secondary", limit=0)
                fix.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                words.addWidget(fix)
        row.addLayout(words, 1)
        return made
