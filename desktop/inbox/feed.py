"""Fills the list from the agent's board, page by page, and keeps it fresh by the tasks that changed."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Board, Changed
from desktop.inbox.model import INTAKE, TaskModel
from desktop.link import Connection, Problem
from desktop.shell import Shell
from desktop.task.words import Group

PAGE = INTAKE
"""Finished tasks asked for at once: one event-loop turn's work."""


class BoardFeed(QObject):
    """``loaded`` once all pages are in; ``problem`` carries why the list can't be had, empty when it can."""

    loaded = Signal()
    plans_moved = Signal()       # tasks of plans came or changed
    problem = Signal(str)

    def __init__(self, shell: Shell, model: TaskModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self._model = model
        self._due: set[str] = set()
        self._asking = False
        self._round = 0
        self.is_loaded = False
        self._desk.changed.connect(self._changed)
        self._desk.connection.connect(self._connection)

    def load(self) -> None:
        """Reads the board from its beginning."""
        self._round += 1
        self.is_loaded = False
        self._ask("")

    def refresh(self, ids: set[str]) -> None:
        """Reads some tasks again; while an answer is under way, more are collected."""
        self._due |= ids
        if self._asking or not self._due:
            return
        some = sorted(self._due)[:PAGE]
        self._due -= set(some)
        self._asking = True
        self._desk.call("board", {"ids": some}, done=lambda answer: self._fresh(some, answer),
                        failed=lambda _problem: self._next(), owner=self)

    def _ask(self, after: str) -> None:
        number = self._round
        params: dict[str, object] = {"limit": PAGE} | ({"after": after} if after else {})
        self._desk.call("board", params, done=lambda answer: self._page(number, answer),
                        failed=lambda problem: self._missed(number, problem), owner=self)

    def _page(self, number: int, answer: Any) -> None:
        if number != self._round:
            return
        board = cast("Board", answer)
        self.problem.emit("")
        self._take(board)
        if board["next"]:
            self._ask(board["next"])
        else:
            self.is_loaded = True
            self.loaded.emit()

    def _take(self, board: Board) -> None:
        self._model.take(board["rows"])
        if any(row.get("plan") for row in board["rows"]):
            self.plans_moved.emit()

    def _missed(self, number: int, problem: Problem) -> None:
        if number == self._round:
            self.problem.emit(problem.text)

    def _fresh(self, asked: list[str], answer: Any) -> None:
        board = cast("Board", answer)
        self._take(board)
        gone = set(asked) - {row["id"] for row in board["rows"]}
        if gone:
            self._model.remove(gone)
        self._next()

    def _next(self) -> None:
        self._asking = False
        self.refresh(set())

    def _changed(self, what: Changed) -> None:
        self.refresh(set(what["tasks"]))

    def _connection(self, how: Connection) -> None:
        if how != Connection.READY:
            return
        # What stood open may have moved while nobody was there to tell.
        self._asking = False
        self.load()
        self.refresh({row.id for row in self._model.by_id.values() if row.group is not Group.DONE})
