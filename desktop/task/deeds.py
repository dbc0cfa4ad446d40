"""What can be done to tasks from any view: cancel, prepare again, pause, go on; each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from agent.protocol import TaskState
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.words import FINISHED


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which of some tasks take which deed, by id."""

    cancel: tuple[str, ...] = ()
    retry: tuple[str, ...] = ()
    pause: tuple[str, ...] = ()
    resume: tuple[str, ...] = ()


def allowed(tasks: Iterable[tuple[str, str, bool]]) -> Allowed:
    """What may be done to tasks given as (id, state, paused).

    Not offered here: trying again what was sent or may have been. That has its own screen.
    """
    rows = list(tasks)
    return Allowed(
        cancel=tuple(id for id, state, _ in rows if state not in FINISHED and state != TaskState.SENDING),
        retry=tuple(id for id, state, _ in rows if state in (TaskState.FAILED, TaskState.CANCELLED)),
        pause=tuple(id for id, state, paused in rows if not paused and state in (TaskState.QUEUED, TaskState.RUNNING)),
        resume=tuple(id for id, state, paused in rows if paused and state not in FINISHED))


def counted(ids: Sequence[str], one: str, many: str) -> str:
    """``one`` for a single task, else ``many`` with the number in it."""
    return one if len(ids) == 1 else many.format(len(ids))


class _Round:
    """One deed on several tasks: waits for every answer, then tells once."""

    def __init__(self, count: int, finished: Callable[[list[str], list[Problem]], None]) -> None:
        self._open = count
        self._finished = finished
        self._good: list[str] = []
        self._bad: list[Problem] = []

    def good(self, id: str, answer: Any) -> None:
        self._good.append(str(answer.get("task") or answer.get("id") or id) if isinstance(answer, dict) else id)
        self._one_less()

    def bad(self, problem: Problem) -> None:
        self._bad.append(problem)
        self._one_less()

    def _one_less(self) -> None:
        self._open -= 1
        if not self._open:
            self._finished(self._good, self._bad)


class Deeds(QObject):
    """Asks the agent, tells what went wrong, and offers the way back as one step for all."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def cancel(self, ids: Sequence[str], *, undoable: bool = True) -> None:
        """Stops tasks; what was held for them is not sent. The way back is to try them again."""
        self._each("cancel", ids, counted(ids, "Task cancelled", "{} tasks cancelled"), self.retry, undoable)

    def retry(self, ids: Sequence[str], *, undoable: bool = True) -> None:
        """Queues failed or cancelled tasks again. The way back is to cancel them."""
        self._each("retry", ids, counted(ids, "The task is prepared again", "{} tasks are prepared again"),
                   self.cancel, undoable)

    def pause(self, ids: Sequence[str], *, undoable: bool = True) -> None:
        """Lets tasks stand where they are after the step they are at."""
        self._each("pause", ids, counted(ids, "Task paused", "{} tasks paused"), self.resume, undoable)

    def resume(self, ids: Sequence[str], *, undoable: bool = True) -> None:
        """Lets paused tasks go on."""
        self._each("resume", ids, counted(ids, "The task goes on", "{} tasks go on"), self.pause, undoable)

    def _each(self, method: str, ids: Sequence[str], words: str, back: Callable[..., None], undoable: bool) -> None:
        if not ids:
            return

        def finished(good: list[str], bad: list[Problem]) -> None:
            if good and undoable:
                self._shell.undo.offer(words, lambda: back(good, undoable=False))
            if bad:
                more = f" ({len(bad) - 1} more could not be changed either.)" if len(bad) > 1 else ""
                self._shell.teller.say(bad[0].text + more, "warning")

        whole = _Round(len(ids), finished)
        for id in ids:
            self._shell.desk.call(method, {"id": id}, done=partial(whole.good, id), failed=whole.bad, owner=self)
