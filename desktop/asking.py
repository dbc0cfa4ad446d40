"""Asks the agent one thing at a time, and once more where something changed meanwhile: what is shown stays fresh."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from desktop.link import Problem
from desktop.shell import Shell


class Asking(QObject):
    """Says what to ask with `request`, and hears the answer in `take` or `miss`; older answers are dropped.

    Args:
        shell: whose agent is asked.
        rest: milliseconds between two questions, where what is asked changes many times a second.
    """

    def __init__(self, shell: Shell, rest: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self._round = 0
        self._asking = self._again = False
        self._rest = QTimer(self, interval=rest, singleShot=True)
        self._rest.timeout.connect(self._go_on)

    def request(self) -> tuple[str, dict[str, object]] | None:
        """The capability and its arguments; None: there is nothing to ask."""
        raise NotImplementedError

    def take(self, answer: Any) -> None:
        """The newest answer."""
        raise NotImplementedError

    def miss(self, words: str) -> None:
        """Why there was none."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Asks now, or once more after the answer that is under way and a rest."""
        wanted = self.request()
        if wanted is None:
            return
        if self._asking or self._rest.isActive():
            self._again = True
            return
        self._asking = True
        number = self._round
        self._desk.call(*wanted, done=lambda answer: self._came(number, answer),
                        failed=lambda problem: self._missed(number, problem), owner=self)

    def anew(self) -> None:
        """Asks of another thing: what is under way is of the one before."""
        self._round += 1
        self._asking = self._again = False
        self._rest.stop()
        self.refresh()

    def _came(self, number: int, answer: Any) -> None:
        if number == self._round:
            self._settle()
            self.take(answer)
            self._go_on()

    def _missed(self, number: int, problem: Problem) -> None:
        if number == self._round:
            self._settle()
            self.miss(problem.text)
            self._go_on()

    def _settle(self) -> None:
        self._asking = False
        if self._rest.interval():
            self._rest.start()

    def _go_on(self) -> None:
        if self._again and not self._rest.isActive():
            self._again = False
            self.refresh()
