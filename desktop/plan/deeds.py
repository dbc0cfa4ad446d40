"""What can be done to all of a plan: pause, go on, cancel what is not finished, try again; each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop.shell import Shell
from desktop.task.deeds import Deeds, counted


class PlanDeeds(QObject):
    """One call for the whole plan; the way back is for those of its tasks that the deed reached."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._deeds = Deeds(shell, self)

    def pause(self, id: str) -> None:
        """Lets all unfinished tasks stand still."""
        self._do("plan pause", id, "Task paused", "{} tasks paused", self._deeds.resume)

    def resume(self, id: str) -> None:
        """Lets paused tasks go on."""
        self._do("plan resume", id, "The task goes on", "{} tasks go on", self._deeds.pause)

    def cancel(self, id: str) -> None:
        """Stops what is not finished; what was held for it is not sent. The way back prepares it again."""
        self._do("plan cancel", id, "Task cancelled", "{} tasks cancelled", self._deeds.retry)

    def retry(self, id: str) -> None:
        """Prepares again what failed or was cancelled and sent nothing."""
        self._do("plan retry", id, "The task is prepared again", "{} tasks are prepared again", self._deeds.cancel)

    def _do(self, method: str, id: str, one: str, many: str, back: Callable[..., None]) -> None:
        self._shell.desk.call(method, {"id": id}, owner=self, done=partial(self._done, one, many, back),
                              failed=lambda problem: self._shell.teller.say(problem.text, "warning"))

    def _done(self, one: str, many: str, back: Callable[..., None], answer: Any) -> None:
        tasks: list[str] = list(answer["tasks"])
        left: list[str] = list(answer["left"])
        if tasks:
            self._shell.undo.offer(counted(tasks, one, many), lambda: back(tasks, undoable=False))
        if left:
            reason = left[0].partition(": ")[2] or left[0]
            more = f" ({len(left) - 1} more were left as they are too.)" if len(left) > 1 else ""
            self._shell.teller.say(reason + more, "warning")
