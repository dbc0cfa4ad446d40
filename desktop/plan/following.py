"""One plan kept fresh: asks the agent for it, again when one of its tasks changed, with a rest between."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Changed
from agent.protocol.plans import PlanDoc
from desktop.asking import Asking
from desktop.link import Connection
from desktop.shell import Shell
from desktop.task.ids import number_of

REST = 400
"""Milliseconds between two readings: a plan of a hundred places changes many times a second."""


class OpenPlan(Asking):
    """Follows the plan of `follow`; ``came`` carries its PlanDoc, ``missed`` the words why it can't be shown."""

    came = Signal(object)
    missed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, REST, parent)
        self.id = ""
        self._tasks: set[str] = set()
        self._newest = 0
        self._desk.changed.connect(self._changed)
        self._desk.connection.connect(lambda how: self.refresh() if how == Connection.READY else None)

    def follow(self, id: str) -> None:
        """Another plan, or none."""
        if id != self.id:
            self.id, self._tasks, self._newest = id, set(), 0
            self.anew()

    def request(self) -> tuple[str, dict[str, object]] | None:
        """The plan, if there is one."""
        return ("plan show", {"id": self.id}) if self.id else None

    def take(self, answer: Any) -> None:
        """Passes it on."""
        doc = cast("PlanDoc", answer)
        self._tasks = {each["task"] for each in doc["places"]}
        self._newest = max((number_of(each) for each in self._tasks), default=0)
        self.came.emit(doc)

    def miss(self, words: str) -> None:
        """Passes on why."""
        self.missed.emit(words)

    def _changed(self, what: Changed) -> None:
        # A task that was added later may belong to it too: one that is prepared once more after it was sent does.
        if any(each in self._tasks or number_of(each) > self._newest for each in what["tasks"]):
            self.refresh()
