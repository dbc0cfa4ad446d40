"""The calls that a decision makes: one at a time, each with its outcome or its problem told once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.link import DeskLink, Problem


class Decisions(QObject):
    """``calling`` is true from a decision until its outcome: nothing else is decided meanwhile."""

    moved = Signal()                     # calling changed
    made = Signal(str, object)           # verb, messages.Outcome
    refused = Signal(str, object)        # verb, Problem
    refused_late = Signal(str, object)   # the same, about one that is no longer shown

    def __init__(self, desk: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self.calling = ""

    def approve(self, id: str, digest: str, revision: int, accept: list[str], *, steps: bool) -> None:
        """Approves exactly what has that digest, as it stood on the sheet of that revision."""
        params: dict[str, object] = {"id": id, "digest": digest, "revision": revision}
        params |= {"accept": accept} if accept else {}
        self._call("approve", params | ({"steps": True} if steps else {}))

    def edit(self, id: str, values: Mapping[str, str]) -> None:
        """Has values put into the page."""
        self._call("edit", {"id": id, "set": [f"{name}={value}" for name, value in values.items()]})

    def send_back(self, id: str, note: str) -> None:
        """Has it prepared again with a note."""
        self._call("send-back", {"id": id, "text": note})

    def reject(self, id: str) -> None:
        """Ends it; nothing is sent."""
        self._call("reject", {"id": id})

    def retry(self, task: str, *, even_if_sent: bool = False) -> None:
        """Has the task prepared anew; that sends nothing."""
        self._call("retry", {"id": task} | ({"even_if_sent": True} if even_if_sent else {}))

    def forget(self) -> None:
        """Another submission is shown: of a call under way only a refusal is told, as a late one."""
        self._number += 1
        self._set("")

    def _call(self, verb: str, params: dict[str, object]) -> None:
        if self.calling:
            return
        self._number += 1
        self._set(verb)
        self._desk.call(verb, params, owner=self, done=self._once(self._number, lambda found: self._done(verb, found)),
                        failed=self._once(self._number, lambda problem: self._failed(verb, problem),
                                          lambda problem: self.refused_late.emit(verb, problem)))

    def _once(self, number: int, then: Callable[[Any], None],
              late: Callable[[Any], None] = lambda _found: None) -> Callable[[Any], None]:
        return lambda found: then(found) if number == self._number else late(found)

    def _done(self, verb: str, outcome: Any) -> None:
        self._set("")
        self.made.emit(verb, outcome)

    def _failed(self, verb: str, problem: Problem) -> None:
        self._set("")
        self.refused.emit(verb, problem)

    def _set(self, verb: str) -> None:
        if verb != self.calling:
            self.calling = verb
            self.moved.emit()
