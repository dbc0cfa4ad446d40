"""All plans in short, kept fresh while there are any: for the heads in the inbox and the list of plans."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from agent.protocol.plans import PlanRow
from desktop.plan.following import REST
from desktop.shell import Shell


class PlanBook(QObject):
    """``changed`` after every answer that says something new; ``failed`` carries why there was none."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self.plans: dict[str, PlanRow] = {}
        self.is_loaded = False
        self._asking = self._again = False
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._next)

    def refresh(self) -> None:
        """Reads them again, now or after the answer that is under way and a rest."""
        if self._asking or self._rest.isActive():
            self._again = True
            return
        self._asking = True
        self._desk.call("plan list", {}, done=self._take, failed=lambda problem: self._miss(problem.text), owner=self)

    def _take(self, answer: Any) -> None:
        found = {each["id"]: each for each in cast("list[PlanRow]", answer)}
        fresh = not self.is_loaded or found != self.plans
        self.plans, self.is_loaded = found, True
        self._settle()
        if fresh:
            self.changed.emit()

    def _miss(self, words: str) -> None:
        self._settle()
        self.failed.emit(words)

    def _settle(self) -> None:
        self._asking = False
        self._rest.start()

    def _next(self) -> None:
        if self._again:
            self._again = False
            self.refresh()
