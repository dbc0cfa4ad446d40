"""What can be done to chores: paused, resumed, skipped, run, removed, each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from agent.protocol.chores import ChoreDoc
from agent.protocol.display import display
from desktop.chores.wording import plain, short_day
from desktop.navigation import View
from desktop.shell import Shell
from desktop.task.deeds import Deeds, counted

_NAME = 60
"""Signs of a chore's title in a sentence."""


def named(doc: ChoreDoc) -> str:
    """The chore in a sentence."""
    return f"“{display(plain(doc['title']), _NAME)}”"


class ChoreDeeds(QObject):
    """Asks the agent; a problem is told by the window, as always."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._tasks = Deeds(shell, self)

    def pause(self, doc: ChoreDoc) -> None:
        """Lets a chore rest."""
        self._do("chore pause", {"id": doc["id"]}, f"Paused {named(doc)}", [doc["id"]])

    def resume(self, doc: ChoreDoc) -> None:
        """Lets it come again."""
        self._do("chore resume", {"id": doc["id"]}, f"{named(doc)} comes again", [doc["id"]])

    def pause_all(self) -> None:
        """Lets every chore rest that does not yet."""
        self._all("chore pause", "1 chore paused", "{} chores paused", "Every chore is paused already.")

    def resume_all(self) -> None:
        """Lets every chore come again."""
        self._all("chore resume", "1 chore comes again", "{} chores come again", "No chore is paused.")

    def skip(self, doc: ChoreDoc) -> None:
        """Leaves the next time out."""
        if doc["next"]:
            words = f"Skipped {named(doc)} on {short_day(doc['next'][0])}"
            self._do("chore skip", {"id": doc["id"]}, words, [doc["id"]])

    def remove(self, doc: ChoreDoc, done: Callable[[], object]) -> None:
        """Removes it; its tasks and receipts stay."""
        self._do("chore remove", {"id": doc["id"]}, f"Removed {named(doc)}", [doc["id"]], done)

    def run(self, doc: ChoreDoc, *, instead: bool = False) -> None:
        """Makes a task of it now and goes there; taking it back cancels the task.

        With ``instead`` the next time does not come; that stays so when the task is cancelled, and is said.
        """
        place = f" in place of {short_day(doc['next'][0])}" if instead and doc["next"] else ""

        def back(task: str) -> None:
            self._tasks.cancel([task], undoable=False)
            if place:
                self._shell.teller.say(f"Cancelled. {named(doc)} still does not come on {short_day(doc['next'][0])}.")

        def made(answer: Any) -> None:
            task = str(answer["task"])
            self._shell.undo.offer(f"{named(doc)} is being prepared{place}", lambda: back(task))
            self._shell.navigator.go(View.INBOX, task)
        self._shell.desk.call("chore run", {"id": doc["id"], **({"instead": True} if place else {})}, done=made,
                              owner=self)

    def undo(self, ids: Sequence[str]) -> None:
        """Takes the last change of each chore back."""
        for id in ids:
            self._shell.desk.call("chore undo", {"id": id})

    def open_receipt(self, task: str) -> None:
        """Goes to a task's receipt, or to the task if it has none."""
        def found(answer: Any) -> None:
            if answer["receipt"]:
                self._shell.navigator.go(View.RECEIPTS, str(answer["receipt"]))
            else:
                self._shell.navigator.go(View.INBOX, task)
        self._shell.desk.call("task", {"id": task}, done=found, owner=self)

    def _do(self, method: str, params: dict[str, object], words: str, ids: list[str],
            after: Callable[[], object] | None = None) -> None:
        def done(_answer: Any) -> None:
            self._shell.undo.offer(words, lambda: self.undo(ids))
            if after is not None:
                after()
        self._shell.desk.call(method, params, done=done, owner=self)

    def _all(self, method: str, one: str, many: str, none: str) -> None:
        def done(answer: Any) -> None:
            ids = [str(each["id"]) for each in answer]
            if not ids:
                self._shell.teller.say(none)
                return
            self._shell.undo.offer(counted(ids, one, many), lambda: self.undo(ids))
        self._shell.desk.call(method, {}, done=done, owner=self)
