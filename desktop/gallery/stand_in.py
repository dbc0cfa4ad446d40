"""An agent that answers from a table, for pictures and tests of views: same interface, no process behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.link import Connection, DeskLink, Done, Failed, Problem

Reply = Any
"""A result, a `Problem`, or a function of the params that gives either."""

_WAITS = object()


class StandIn(DeskLink):
    """``calls`` keeps what was asked for, oldest first. Answers come later, as real ones do."""

    def __init__(self, replies: Mapping[str, Reply] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls: list[tuple[str, dict[str, object]]] = []
        self.restarts = 0
        self._replies: dict[str, Reply] = dict(replies or {})

    def reply(self, method: str, reply: Reply) -> None:
        """Sets what a method answers from now on."""
        self._replies[method] = reply

    def hold(self, method: str) -> None:
        """Lets calls of a method wait without an answer."""
        self._replies[method] = _WAITS

    def asked(self, method: str) -> list[dict[str, object]]:
        """The params of every call of a method."""
        return [params for name, params in self.calls if name == method]

    def call(self, method: str, params: Mapping[str, object] | None = None, *, done: Done | None = None,
             failed: Failed | None = None, owner: QObject | None = None) -> None:
        """Override DeskLink.call."""
        self.calls.append((method, dict(params or {})))
        found = self._replies.get(method, Problem(f"The stand-in does not answer “{method}”.", "NoMethod"))
        answer = found(dict(params or {})) if callable(found) else found
        if answer is _WAITS:
            return
        if isinstance(answer, Problem):
            QTimer.singleShot(0, lambda: self._refuse(owner, failed, answer))
        else:
            QTimer.singleShot(0, lambda: self._deliver(owner, done, answer))

    def restart(self) -> None:
        """Override DeskLink.restart."""
        self.restarts += 1
        self.connection.emit(Connection.READY)
