"""Keeps up with one submission: asks for it, asks again when its task changed, drops answers that are out of date."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Changed, SubmissionDoc
from desktop.link import Connection, DeskLink, Problem


class Following(QObject):
    """``came`` carries a `SubmissionDoc`, ``failed`` a `Problem`."""

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self.id = ""
        self.task = ""
        desk.changed.connect(self._changed)
        desk.connection.connect(self._connected)

    def follow(self, id: str) -> None:
        """Another submission, or none if empty."""
        self._number += 1
        self.id, self.task = id, ""
        self.ask()

    def ask(self) -> None:
        """Asks for it as it is now; earlier answers that are still to come are dropped."""
        if not self.id:
            return
        self._number += 1
        number = self._number
        self._desk.call("submission", {"id": self.id}, owner=self,
                        done=lambda doc: self._came(number, doc), failed=lambda problem: self._failed(number, problem))

    def drop(self) -> None:
        """What is on its way is out of date."""
        self._number += 1

    def _came(self, number: int, doc: SubmissionDoc) -> None:
        if number == self._number:
            self.task = doc["task"]
            self.came.emit(doc)

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self.failed.emit(problem)

    def _changed(self, what: Changed) -> None:
        if not self.task or self.task in what["tasks"]:
            self.ask()

    def _connected(self, how: Connection) -> None:
        if how is Connection.READY:
            self.ask()
