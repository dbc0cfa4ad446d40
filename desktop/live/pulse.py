"""Takes live events as they come and passes on the newest of each task a few times a second: updates stay cheap."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from agent.protocol.messages import LiveDoc
from desktop.link import Connection
from desktop.shell import Shell

BEAT = 250
"""Milliseconds between two updates of what the person sees; faster can't be read."""


class Pulse(QObject):
    """``beat`` carries one task's newest LiveDoc, one task an event-loop turn; ``ended`` a task id."""

    beat = Signal(object)
    ended = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self.newest: dict[str, LiveDoc] = {}
        self._due: list[str] = []
        self._timer = QTimer(self, interval=BEAT, singleShot=True)
        self._timer.timeout.connect(self._pass_on)
        self._desk.live.connect(self._take)
        self._desk.ended.connect(self._end)
        self._desk.connection.connect(self._connection)

    def ask(self) -> None:
        """Asks for all that runs now; what comes is passed on at once."""
        self._desk.call("live", done=self._take_all, failed=lambda _problem: None, owner=self)

    def _take_all(self, answer: Any) -> None:
        found = {doc["task"]: doc for doc in cast("list[LiveDoc]", answer)}
        for task in [each for each in self.newest if each not in found]:
            self._end(task)
        for task, doc in found.items():
            self.newest[task] = doc
            self.beat.emit(doc)

    def _take(self, doc: LiveDoc) -> None:
        task = doc["task"]
        known = task in self.newest
        self.newest[task] = doc
        if not known:
            self.beat.emit(doc)
            return
        if task not in self._due:
            self._due.append(task)
        if not self._timer.isActive():
            self._timer.start(BEAT)

    def _pass_on(self) -> None:
        if not self._due:
            return
        task = self._due.pop(0)
        doc = self.newest.get(task)
        if doc is not None:
            self.beat.emit(doc)
        if self._due:  # the others have waited as long; one a turn keeps each turn short
            self._timer.start(BEAT // (4 * len(self._due)))

    def _end(self, task: str) -> None:
        if self.newest.pop(task, None) is not None:
            self._due = [each for each in self._due if each != task]
            self.ended.emit(task)

    def _connection(self, how: Connection) -> None:
        if how == Connection.READY:
            self.ask()
        elif how in (Connection.CRASHED, Connection.GONE):
            for task in list(self.newest):
                self._end(task)
