"""All plans in short, kept fresh while there are any: for the heads in the inbox and the list of plans."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from agent.protocol.plans import PlanRow
from desktop.asking import Asking
from desktop.plan.following import REST
from desktop.shell import Shell


class PlanBook(Asking):
    """``changed`` after every answer that says something new; ``failed`` carries why there was none."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(shell, REST, parent)
        self.plans: dict[str, PlanRow] = {}
        self.is_loaded = False

    def request(self) -> tuple[str, dict[str, object]]:
        """All of them."""
        return "plan list", {}

    def take(self, answer: Any) -> None:
        """Keeps what is new."""
        found = {each["id"]: each for each in cast("list[PlanRow]", answer)}
        fresh = not self.is_loaded or found != self.plans
        self.plans, self.is_loaded = found, True
        if fresh:
            self.changed.emit()

    def miss(self, words: str) -> None:
        """Passes on why."""
        self.failed.emit(words)
