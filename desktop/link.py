"""How the app reaches the agent: one call for every capability, signals for what the agent tells by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a call was not carried out. ``text`` is for the person; ``kind`` the agent's name for it."""

    text: str
    kind: str = ""


Failed = Callable[[Problem], None]


class Connection(StrEnum):
    """Where the agent stands, as the window shows it."""

    STARTING = "starting"
    READY = "ready"
    CRASHED = "crashed"          # it stopped by itself; it is being started again
    GONE = "gone"                # it could not be kept running; the person can start it again


class DeskLink(QObject):
    """The agent as views see it. Every view takes one; nobody but `desktop.worker` knows of a process.

    Results and events have the shapes of `agent.protocol.messages`.
    """

    changed = Signal(object)     # messages.Changed
    live = Signal(object)        # messages.LiveDoc
    ended = Signal(str)          # task id: its run ended
    fleet = Signal(object)       # messages.FleetDoc
    told = Signal(str)           # a sentence for the person
    problem = Signal(object)     # Problem of a call that gave no `failed`
    connection = Signal(object)  # Connection

    def call(self, method: str, params: Mapping[str, object] | None = None, *, done: Done | None = None,
             failed: Failed | None = None, owner: QObject | None = None) -> None:
        """Asks for a capability by its command-line words, such as ``"profile show"``; returns at once.

        Args:
            method: the capability.
            params: its arguments by name.
            done: called with the result, on the UI thread, later.
            failed: called with the problem; without it `problem` is emitted.
            owner: if it is gone by then, neither is called.
        """
        raise NotImplementedError

    def restart(self) -> None:
        """Starts the agent again after `Connection.GONE`."""

    def _deliver(self, owner: QObject | None, done: Done | None, result: Any) -> None:
        if done is not None and (owner is None or isValid(owner)):
            done(result)

    def _refuse(self, owner: QObject | None, failed: Failed | None, problem: Problem) -> None:
        if owner is not None and not isValid(owner):
            return
        if failed is not None:
            failed(problem)
        else:
            self.problem.emit(problem)
