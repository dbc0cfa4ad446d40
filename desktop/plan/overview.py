"""All plans, newest first: what each is called and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.plans import PlanRow
from desktop.navigation import View
from desktop.plan.bar import PlanBar
from desktop.plan.book import PlanBook
from desktop.plan.words import parts_of
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Empty, card, scrolled
from desktop.widgets.when import day
from desktop.widgets.words import Foreign, Words

MOST = 100
"""Plans that are shown; older ones are found through their tasks."""


class PlanOverview(QWidget):
    """Kept fresh by the book."""

    def __init__(self, shell: Shell, book: PlanBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._book = shell, book
        self._shown: list[PlanRow] | None = None
        content = QWidget()
        page = QVBoxLayout(content)
        page.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        page.setSpacing(SPACE.md)
        page.addWidget(Words("Plans", "title"))
        page.addWidget(Words("A plan is a task that needs several places: one task for each, prepared side by side. "
                             "Write a list of addresses to make one.", "secondary"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.sm)
        page.addLayout(self._rows)
        page.addStretch(1)
        self.stack = QStackedWidget()
        self._waiting = Empty(shell.icons, "loader", "One moment", "Reading the plans.")
        self._none = Empty(shell.icons, "list-checks", "No plans yet",
                           "Say what should be done, and list the addresses of the places under it, one a line. Each "
                           "becomes a task of one plan.")
        self._failed = Empty(shell.icons, "circle-alert", "The plans can't be read", "The agent did not tell them.",
                             "Try again", book.refresh)
        self._area = scrolled(content, "Plans")
        for each in (self._waiting, self._none, self._failed, self._area):
            self.stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.setAccessibleName("Plans")
        book.changed.connect(self._show)
        book.failed.connect(self._miss)
        if book.is_loaded:
            self._show()

    def _miss(self, words: str) -> None:
        if self._shown is None:
            self.stack.setCurrentWidget(self._failed)
            self._shell.teller.say(words, "warning")

    def _show(self) -> None:
        plans = list(self._book.plans.values())[:MOST]
        if plans != self._shown:
            self._shown = plans
            while (item := self._rows.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for each in plans:
                self._rows.addWidget(self._card(each))
        self.stack.setCurrentWidget(self._area if plans else self._none)

    def _card(self, plan: PlanRow) -> QWidget:
        frame, layout = card()
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Foreign(plan["title"], "strong"))
        words.addWidget(Words(plan["summary"], "secondary"))
        words.addWidget(Words(f"Added {day(plan['created_at'])}", "caption"))
        row.addLayout(words, 1)
        press = button("Open", lambda: self._shell.navigator.go(View.INBOX, plan["id"]))
        press.setAccessibleName(f"Open: {display(plan['title'])}")
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        bar = PlanBar(self._shell.theme)
        bar.show_parts(parts_of(plan["counts"]), plan["summary"])
        layout.addWidget(bar)
        return frame
