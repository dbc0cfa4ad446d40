"""Takes the practice task through a second agent with its own data folder, and tells where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from agent.protocol.messages import Board, Changed, LiveDoc, PracticeDoc, TaskDoc
from desktop.link import Connection, DeskLink, Problem
from desktop.welcome.phases import OPEN, Phase, Standing, standing

TASK = "Renew my parking permit for AB12 CDE for 12 months"
PAGE = "parking-permit"

Factory = Callable[[], DeskLink]


class PracticeRun(QObject):
    """``moved`` carries a `Standing`; ``worked`` a sentence about what is being done; ``receipt`` the receipt."""

    moved = Signal(object)
    worked = Signal(str)
    task_changed = Signal(object)    # TaskDoc
    receipt = Signal(object)         # ReceiptDetail

    def __init__(self, factory: Factory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factory = factory
        self._task = ""
        self._gone = False
        self.link: DeskLink | None = None
        self.standing = Standing(Phase.INTRO)

    def start(self) -> None:
        """Starts the second agent and the practice task in it; a former one is ended first."""
        self.stop()
        self._gone, self._task = False, ""
        self._move(Standing(Phase.STARTING))
        self.worked.emit("Starting a second agent, for practice alone")
        link = self.link = self._factory()
        link.connection.connect(self._connection)
        link.changed.connect(self._changed)
        link.live.connect(self._live)
        link.fleet.connect(self._fleet)
        if not getattr(link, "process_id", 0):
            getattr(link, "start", lambda: None)()
        self._ask("board", {}, self._tidy)

    def stop(self) -> None:
        """Ends the second agent; what it had prepared is not sent."""
        link, self.link = self.link, None
        if link is None:
            return
        for signal, slot in ((link.connection, self._connection), (link.changed, self._changed),
                             (link.live, self._live), (link.fleet, self._fleet)):
            signal.disconnect(slot)
        getattr(link, "stop", lambda: None)()

    def look(self) -> None:
        """Asks where the task stands."""
        if self._task:
            self._ask("task", {"id": self._task}, self._looked)

    def _ask(self, method: str, params: dict[str, object], done: Callable[..., None]) -> None:
        link = self.link
        if link is None:
            return

        def answered(result: object) -> None:
            if link is self.link:    # not of a practice that was ended meanwhile
                done(result)

        def refused(problem: Problem) -> None:
            if link is self.link:
                self._move(Standing(Phase.STOPPED, reason=problem.text))
        link.call(method, params, done=answered, failed=refused, owner=self)

    def _tidy(self, board: Board) -> None:
        for row in board["rows"]:
            if row["state"] in OPEN and self.link is not None:
                self.link.call("cancel", {"id": row["id"]}, failed=lambda _problem: None)
        self.worked.emit("Opening the practice council on this computer")
        self._ask("practice open", {}, self._opened)

    def _opened(self, site: PracticeDoc) -> None:
        self._ask("practice person", {}, lambda _person: self._add(site["pages"][PAGE]))

    def _add(self, url: str) -> None:
        self.worked.emit("Dropping the task in")
        self._ask("add", {"text": TASK, "url": url}, self._added)

    def _added(self, answer: dict[str, str]) -> None:
        self._task = answer["task"]
        self._move(Standing(Phase.WORKING))
        self.look()

    def _looked(self, doc: TaskDoc) -> None:
        self.task_changed.emit(doc)
        now = standing(doc)
        self._move(now)
        if now.phase is Phase.FILED:
            self._ask("receipt", {"id": now.id}, self.receipt.emit)

    def _changed(self, what: Changed) -> None:
        if self._task in what["tasks"]:
            self.look()

    def _live(self, doc: LiveDoc) -> None:
        if doc["task"] == self._task:
            self.worked.emit(doc["step"])

    def _fleet(self, doc: dict[str, object]) -> None:
        if doc["problem"]:
            self._move(Standing(Phase.STOPPED, reason=str(doc["problem"])))

    def _connection(self, state: Connection) -> None:
        if state in (Connection.CRASHED, Connection.GONE):
            self._move(Standing(Phase.STOPPED, reason="The practice agent stopped by itself. Nothing was sent."))

    def _move(self, now: Standing) -> None:
        if now != self.standing:
            self.standing = now
            self.moved.emit(now)
