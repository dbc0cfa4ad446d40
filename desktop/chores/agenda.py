"""The agenda: the month strip beside or above what comes and came from the chosen day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from agent.protocol.chores import AgendaDay
from agent.protocol.display import display
from desktop.chores.month import dots, wanted
from desktop.chores.rows import agenda_rows
from desktop.chores.strip import WIDTH, MonthStrip
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.row_list import RowList

QWIDGETSIZE_MAX = (1 << 24) - 1
BESIDE = 620
"""Width from which the strip stands beside the list."""


class Agenda(QFrame):
    """``chore_wanted`` carries the id of a chore whose time was chosen. ``now`` gives today; tests give their own."""

    chore_wanted = Signal(str)

    def __init__(self, shell: Shell, now: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self._shell, self._now = shell, now
        self._number = 0             # of the newest question; answers to older ones are dropped
        self._days: list[AgendaDay] = []
        self.strip = MonthStrip(shell, now())
        self.list = RowList(shell.theme, shell.icons, "What comes and came, by day")
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.add(button("Try again", self.refresh, look="link"))
        self.problem.hide()
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.strip, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setContentsMargins(0, SPACE.sm, 0, 0)
        right.setSpacing(SPACE.sm)
        right.addWidget(self.problem)
        right.addWidget(self.list, 1)
        self._beside.addLayout(right, 1)
        self.strip.chosen.connect(lambda _day: self._chosen())
        self.list.chosen.connect(lambda row: self.chore_wanted.emit(row.id.partition(" ")[0]))

    def refresh(self) -> None:
        """Asks again for the days around the chosen one."""
        self._number += 1
        number, span = self._number, wanted(self.strip.day)
        self._shell.desk.call("chore agenda", {"from": span.first.isoformat(), "to": span.last.isoformat()},
                              done=lambda days: self._take(number, cast("list[AgendaDay]", days)),
                              failed=lambda problem: self._failed(number, problem), owner=self)

    def go_to_today(self) -> None:
        """Chooses today."""
        self.strip.stand_on(self._now())
        self._chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._beside.direction():
            self._beside.setDirection(way)
        self.strip.setMaximumWidth(WIDTH + SPACE.xl if beside else QWIDGETSIZE_MAX)

    def _chosen(self) -> None:
        self._show()
        self.list.scrollToTop()
        self.refresh()

    def _take(self, number: int, days: list[AgendaDay]) -> None:
        if number == self._number:
            self._days = days
            self.problem.say("")
            self._show()

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.problem.say(display(problem.text, 0))

    def _show(self) -> None:
        today = self._now()
        self.strip.show_dots(dots(self._days), today)
        self.list.show_rows(agenda_rows(self._days, self.strip.day, today))
