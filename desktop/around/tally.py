"""Keeps the rows of open tasks up to date and tells how many need the person and which ones moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.around.standing import OPEN, Counts, Move, count
from desktop.link import Connection, DeskLink

if TYPE_CHECKING:
    from agent.protocol.messages import Board, Changed, TaskRow

PAGE = 500
"""Rows asked for at once."""


class Tally(QObject):
    """Open tasks as they stand. ``counted`` carries `Counts`; ``moved`` a list of `Move`, never for the first look."""

    counted = Signal(object)
    moved = Signal(object)

    def __init__(self, desk: DeskLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = False
        self._fresh: dict[str, TaskRow] = {}
        self.rows: dict[str, TaskRow] = {}
        self.counts = Counts()
        desk.connection.connect(self._connected)
        desk.changed.connect(self._changed)

    def load(self) -> None:
        """Reads all open tasks anew."""
        self._fresh = {}
        self._ask("")

    def _connected(self, state: Connection) -> None:
        if state is Connection.READY:
            self.load()

    def _ask(self, after: str) -> None:
        params: dict[str, object] = {"limit": PAGE} | ({"after": after} if after else {})
        self._desk.call("board", params, done=self._page, failed=lambda _problem: None, owner=self)

    def _page(self, board: Board) -> None:
        self._fresh |= {row["id"]: row for row in board["rows"]}
        if board["next"] and board["rows"] and board["rows"][-1]["state"] in OPEN:
            self._ask(board["next"])
            return
        self._put(self._fresh, whole=True)

    def _changed(self, change: Changed) -> None:
        if ids := change["tasks"]:
            self._desk.call("board", {"ids": list(ids), "limit": len(ids)},
                            done=lambda board: self._some(list(ids), board), failed=lambda _problem: None, owner=self)

    def _some(self, ids: list[str], board: Board) -> None:
        fresh = {row["id"]: row for row in board["rows"]}
        gone = set(ids) - set(fresh)
        self._put({id: row for id, row in self.rows.items() if id not in gone} | fresh, whole=False)

    def _put(self, fresh: dict[str, TaskRow], *, whole: bool) -> None:
        moves: list[Move] = [(self.rows.get(id), row) for id, row in fresh.items() if self.rows.get(id) != row]
        former = self._known
        self.rows = fresh
        self._known = self._known or whole
        self.counts = count(fresh.values())
        self.counted.emit(self.counts)
        # A finished task seen for the first time on a whole page is old; only what was open before has moved.
        told = [move for move in moves if not whole or move[0] is not None]
        if former and told:
            self.moved.emit(told)
