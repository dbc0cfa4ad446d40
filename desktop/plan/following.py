"""One plan kept fresh: asks the agent for it, again when one of its tasks changed, with a rest between."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from agent.protocol.messages import Changed
from agent.protocol.plans import PlanDoc
from desktop.link import Connection, Problem
from desktop.shell import Shell
from desktop.task.ids import number_of

REST = 400
"""Milliseconds between two readings: a plan of a hundred places changes many times a second."""


class OpenPlan(QObject):
    """Follows the plan of `follow`; ``came`` carries its PlanDoc, ``missed`` the words why it can't be shown."""

    came = Signal(object)
    missed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self.id = ""
        self._tasks: set[str] = set()
        self._newest = 0
        self._round = 0
        self._asking = self._again = False
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._next)
        self._desk.changed.connect(self._changed)
        self._desk.connection.connect(lambda how: self.refresh() if how == Connection.READY else None)

    def follow(self, id: str) -> None:
        """Another plan, or none."""
        if id == self.id:
            return
        self.id = id
        self._tasks, self._newest = set(), 0
        self._round += 1
        self._asking = self._again = False
        self._rest.stop()
        self.refresh()

    def refresh(self) -> None:
        """Asks for it now, or once more after the answer that is under way and a rest."""
        if not self.id:
            return
        if self._asking or self._rest.isActive():
            self._again = True
            return
        self._asking = True
        number = self._round
        self._desk.call("plan show", {"id": self.id}, done=lambda answer: self._take(number, answer),
                        failed=lambda problem: self._miss(number, problem), owner=self)

    def _changed(self, what: Changed) -> None:
        # A task that was added later may belong to it too: one that is prepared once more after it was sent does.
        if any(each in self._tasks or number_of(each) > self._newest for each in what["tasks"]):
            self.refresh()

    def _take(self, number: int, answer: Any) -> None:
        if number != self._round:
            return
        doc = cast("PlanDoc", answer)
        self._tasks = {each["task"] for each in doc["places"]}
        self._newest = max((number_of(each) for each in self._tasks), default=0)
        self._settle()
        self.came.emit(doc)

    def _miss(self, number: int, problem: Problem) -> None:
        if number == self._round:
            self._settle()
            self.missed.emit(problem.text)

    def _settle(self) -> None:
        self._asking = False
        self._rest.start()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self.refresh()
