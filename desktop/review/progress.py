"""Tells how a submission stands when it does not wait for a decision, calmly and truthfully."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from agent.protocol import SubmissionState
from desktop.review.states import telling
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner


class StateBar(QWidget):
    """A sentence, progress while something is under way, and what can be done then."""

    receipt = Signal()
    again = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.md)
        self._column.setSpacing(SPACE.xs)
        self._banner: Banner | None = None
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Under way")
        self._column.addWidget(self.progress)
        self.button: QPushButton | None = None
        self._state = ""
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._banner.words.text() if self._banner is not None else ""

    def tell(self, state: str) -> None:
        """Shows how a state stands; nothing for one that waits for a decision, nor for unknown, which has a panel."""
        how = telling(state)
        self.setVisible(bool(how.text) and state != SubmissionState.UNKNOWN)
        self.progress.setVisible(how.busy)
        if state == self._state:
            return
        self._state = state
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = Banner(self._shell.icons, how.text, how.tone)
        self._column.insertWidget(0, self._banner)
        self.button = None
        if state == SubmissionState.ANSWERED:
            self.button = button("Open receipt", self.receipt.emit, icon="receipt-text", icons=self._shell.icons)
        elif how.again:
            self.button = button(how.again, self.again.emit, icon="rotate-ccw", icons=self._shell.icons)
        if self.button is not None:
            self._banner.add(self.button)
