"""One task kept fresh: asks the agent for it, again when it changed, never twice at once."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Changed, TaskDoc
from desktop.link import Connection, Problem
from desktop.shell import Shell


class OpenTask(QObject):
    """Follows the task of `follow`; ``came`` carries its TaskDoc, ``missed`` the words why it can't be shown."""

    came = Signal(object)
    missed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self.id = ""
        self._asking = False
        self._again = False
        self._round = 0
        self._desk.changed.connect(self._changed)
        self._desk.ended.connect(lambda id: self.refresh() if id == self.id else None)
        self._desk.connection.connect(lambda how: self.refresh() if how == Connection.READY else None)

    def follow(self, id: str) -> None:
        """Another task, or none."""
        self.id = id
        self._round += 1
        self._asking = self._again = False
        self.refresh()

    def refresh(self) -> None:
        """Asks for it now, or once more after the answer that is under way."""
        if not self.id:
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        number = self._round
        self._desk.call("task", {"id": self.id}, done=lambda answer: self._take(number, answer),
                        failed=lambda problem: self._miss(number, problem), owner=self)

    def _changed(self, what: Changed) -> None:
        if self.id in what["tasks"]:
            self.refresh()

    def _take(self, number: int, answer: Any) -> None:
        if number != self._round:
            return  # of a task that is no longer looked at
        self._asking = False
        self.came.emit(cast("TaskDoc", answer))
        self._next()

    def _miss(self, number: int, problem: Problem) -> None:
        if number != self._round:
            return
        self._asking = False
        self.missed.emit(problem.text)
        self._next()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self.refresh()
