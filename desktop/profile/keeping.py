"""Keeps and forgets facts, and offers to take that back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from agent.protocol.display import display
from desktop.link import Problem
from desktop.shell import Shell

Then = Callable[[], None]
Failed = Callable[[Problem], None]


def keep(shell: Shell, owner: QObject, kind: str, label: str, value: str, before: str | None, then: Then,
         failed: Failed) -> None:
    """Sets a fact. ``before`` is its former value; None if there was none."""
    def done(_result: object) -> None:
        words = f"{display(label)} {'added' if before is None else 'changed'}"
        shell.undo.offer(words, lambda: put_back(shell, {kind: before}))
        then()
    shell.desk.call("profile set", {"kind": kind, "value": value}, done=done, failed=failed, owner=owner)


def forget(shell: Shell, owner: QObject, kind: str, label: str, value: str, failed: Failed) -> None:
    """Removes a fact."""
    def done(_result: object) -> None:
        shell.undo.offer(f"{display(label)} removed", lambda: put_back(shell, {kind: value}))
    shell.desk.call("profile remove", {"kind": kind}, done=done, failed=failed, owner=owner)


def put_back(shell: Shell, former: Mapping[str, str | None]) -> None:
    """Sets these values again, one after another; None: the fact was not there."""
    _next(shell, list(former.items()))


def _next(shell: Shell, rest: Sequence[tuple[str, str | None]]) -> None:
    if not rest:
        return
    kind, value = rest[0]
    method = "profile remove" if value is None else "profile set"
    params = {"kind": kind} if value is None else {"kind": kind, "value": value}

    def failed(problem: Problem) -> None:
        shell.teller.say(f"Not everything could be taken back. {display(problem.text, 0)}", "danger")
    shell.desk.call(method, params, done=lambda _result: _next(shell, rest[1:]), failed=failed)
