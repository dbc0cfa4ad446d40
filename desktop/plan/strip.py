"""The strip over a task that belongs to a plan: the way back to the plan, and the next of it that waits."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.plans import PlanAsks, PlanDoc
from desktop.navigation import View
from desktop.plan.following import OpenPlan
from desktop.plan.words import Next, next_of
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words

TITLE, PLACE = 44, 24
"""Characters of the plan's title and of a place on buttons, which do not wrap."""


class PlanStrip(QFrame):
    """Follows the plan of the task in view. ``asks`` carries what the plan's tasks ask (list of PlanAsks)."""

    asks = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._task = ""
        self.next: Next | None = None
        self.last_asks: list[PlanAsks] = []
        self._doc: PlanDoc | None = None
        self._plan = OpenPlan(shell, self)
        self._plan.came.connect(self._came)
        self.setProperty("look", "sunken")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.md, SPACE.sm, SPACE.md, SPACE.sm)
        layout.setSpacing(SPACE.xs)
        self.back = button("Part of a plan", self._back, look="link", icon="list-checks", icons=shell.icons)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        self.summary = Words("", "secondary")
        row.addWidget(self.summary, 1)
        self.onward = button("", self.go_on, tip="Ctrl+J")
        row.addWidget(self.onward, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        self.setAccessibleName("The plan of this task")
        self.hide()

    @property
    def plan(self) -> str:
        """The plan that is followed, or empty."""
        return self._plan.id

    def follow(self, plan: str, task: str) -> None:
        """Shows a task's plan; none where it has none."""
        self._task = task
        if plan != self._plan.id:
            self._doc = None
            self._ask([])
            self.back.setText("Part of a plan")
            self.summary.setText("")
            self._plan.follow(plan)
        self.setVisible(bool(plan))
        self._show_next()

    def go_on(self) -> None:
        """Shows the next task of the plan that waits."""
        if self.next is not None:
            self._shell.navigator.go(View.INBOX, self.next.task)

    def _back(self) -> None:
        self._shell.navigator.go(View.INBOX, self._plan.id)

    def _came(self, answer: object) -> None:
        doc = cast("PlanDoc", answer)
        self._doc = doc
        title = display(doc["title"], TITLE)
        self.back.setText(f"Part of the plan: {title}".replace("&", "&&"))
        self.back.setAccessibleName(f"Part of the plan: {title}. Open it")
        self.summary.setText(doc["summary"])
        self._show_next()
        self._ask(doc["asks"])

    def _ask(self, asks: list[PlanAsks]) -> None:
        self.last_asks = asks
        self.asks.emit(asks)

    def _show_next(self) -> None:
        self.next = next_of(self._doc["places"], self._task) if self._doc is not None else None
        if self.next is not None:
            words = f"Next: {display(self.next.place, PLACE)} ({self.next.left} left)"
            self.onward.setText(words.replace("&", "&&"))
            self.onward.setAccessibleName(f"Next of this plan: {display(self.next.place)}, {self.next.left} left")
        self.onward.setVisible(self.next is not None)
