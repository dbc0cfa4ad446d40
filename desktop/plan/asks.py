"""What a plan's tasks ask: a question that several places ask in the same words stands once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.plans import PlanAsks
from desktop.plan.words import asked_for
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import card, line
from desktop.widgets.words import Foreign, Words


class AskList(QWidget):
    """``wanted`` carries the question to answer; its form says for how many places the answer may hold."""

    wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._asks: list[PlanAsks] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        self.heading = Words("", "heading")
        layout.addWidget(self.heading)
        self._frame, self._rows = card()
        layout.addWidget(self._frame)
        self.hide()

    def show_asks(self, asks: Sequence[PlanAsks]) -> None:
        """Shows these; the same ones are left alone."""
        self.setVisible(bool(asks))
        if list(asks) == self._asks:
            return
        self._asks = list(asks)
        self.heading.setText(f"To answer ({len(asks)})")
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in asks:
            if self._rows.count():
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(each))

    def _row(self, ask: PlanAsks) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.md)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Foreign(ask["label"] or "A question without words", "strong", limit=300))
        several = len(ask["places"]) > 1
        words.addWidget(Foreign(f"{len(ask['places'])} places ask this: {asked_for(ask)}" if several
                                else f"For {asked_for(ask)}", "secondary", limit=400))
        row.addLayout(words, 1)
        press = button("Answer", lambda: self.wanted.emit(ask["questions"][0]))
        press.setAccessibleName(f"Answer: {display(ask['label'], 80)}")
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return made
