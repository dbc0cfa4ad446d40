"""One task kept fresh: asks the agent for it, again when it changed, never twice at once."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Changed, TaskDoc
from desktop.asking import Asking
from desktop.link import Connection
from desktop.shell import Shell


class OpenTask(Asking):
    """Follows the task of `follow`; ``came`` carries its TaskDoc, ``missed`` the words why it can't be shown."""

    came = Signal(object)
    missed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, parent=parent)
        self.id = ""
        self._desk.changed.connect(self._changed)
        self._desk.ended.connect(lambda id: self.refresh() if id == self.id else None)
        self._desk.connection.connect(lambda how: self.refresh() if how == Connection.READY else None)

    def follow(self, id: str) -> None:
        """Another task, or none."""
        self.id = id
        self.anew()

    def request(self) -> tuple[str, dict[str, object]] | None:
        """The task, if there is one."""
        return ("task", {"id": self.id}) if self.id else None

    def take(self, answer: Any) -> None:
        """Passes it on."""
        self.came.emit(cast("TaskDoc", answer))

    def miss(self, words: str) -> None:
        """Passes on why."""
        self.missed.emit(words)

    def _changed(self, what: Changed) -> None:
        if self.id in what["tasks"]:
            self.refresh()
