"""How the tasks stand as a whole: what needs the person, what is at work. Pure decisions on rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from agent.protocol import TaskState
from desktop.navigation import Place, View

if TYPE_CHECKING:
    from agent.protocol.messages import TaskRow

NEEDS = frozenset({TaskState.NEEDS_REVIEW, TaskState.NEEDS_ANSWER})
AT_WORK = frozenset({TaskState.RUNNING, TaskState.SENDING})
OPEN = frozenset({TaskState.QUEUED, *NEEDS, *AT_WORK})


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sidebar and the tray show."""

    needs: int = 0
    running: int = 0
    sending: int = 0
    can_pause: int = 0           # open and not paused
    paused: int = 0


class Kind(StrEnum):
    """What a notice is about."""

    NEEDS = "needs"
    FAILED = "failed"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. ``text`` holds no personal value: no title, no site, no message."""

    kind: Kind
    text: str
    place: Place


Move: TypeAlias = "tuple[TaskRow | None, TaskRow]"
"""A task before and after; None: it was not there before."""

_ONE = {Kind.NEEDS: "A task needs you.", Kind.FAILED: "A task could not be finished.",
        Kind.FINISHED: "A task is finished."}
_MANY = {Kind.NEEDS: "{} tasks need you.", Kind.FAILED: "{} tasks could not be finished.",
         Kind.FINISHED: "{} tasks are finished."}
_CHORE = {TaskState.NEEDS_REVIEW: "A chore is filled in and waits for you.",
          TaskState.NEEDS_ANSWER: "A chore is due and has a question for you."}
"""Of a task that came by itself: that it was prepared, and is not sent, is said."""
_SHARPER = {TaskState.NEEDS_REVIEW: "A task is ready for your review.",
            TaskState.NEEDS_ANSWER: "A task has a question for you.",
            TaskState.UNKNOWN: "It is not known whether a form arrived. Please have a look."}


def needs_person(row: TaskRow) -> bool:
    """Whether the task waits for the person; the same as the list's own "Needs you"."""
    return row["state"] in (*NEEDS, TaskState.UNKNOWN)


def count(rows: Iterable[TaskRow]) -> Counts:
    """Counts for the sidebar and the tray."""
    needs = running = sending = can_pause = paused = 0
    for row in rows:
        needs += needs_person(row)
        running += row["state"] in AT_WORK
        sending += row["state"] == TaskState.SENDING
        if row["state"] in OPEN:
            paused += row["paused"]
            can_pause += not row["paused"]
    return Counts(needs, running, sending, can_pause, paused)


def kind_of(before: TaskRow | None, after: TaskRow) -> Kind | None:
    """What a move of a task is worth telling as; None: nothing."""
    state = after["state"]
    fresh_waits = set(after["waits"]) - set(before["waits"] if before else ())
    turned = before is None or before["state"] != state
    if fresh_waits or (turned and state in (*NEEDS, TaskState.UNKNOWN)):
        return Kind.NEEDS
    if turned and state == TaskState.FAILED:
        return Kind.FAILED
    return Kind.FINISHED if turned and state == TaskState.DONE else None


def notices(moves: Sequence[Move], looked_at: str = "") -> list[Notice]:
    """What to tell about tasks that moved.

    Args:
        moves: tasks before and after.
        looked_at: the task in front of the person in the active window, which is not told about.

    Returns:
        At most one notice a kind, what needs the person first.
    """
    found: dict[Kind, list[TaskRow]] = {kind: [] for kind in Kind}
    for before, after in moves:
        kind = kind_of(before, after)
        if kind is not None and after["id"] != looked_at:
            found[kind].append(after)
    return [_notice(kind, rows) for kind, rows in found.items() if rows]


def merged(earlier: Mapping[str, Move], moves: Iterable[Move]) -> dict[str, Move]:
    """Moves that are not told yet with newer ones: the first "before" and the last "after" of each task."""
    merged_moves = dict(earlier)
    for before, after in moves:
        known = merged_moves.get(after["id"])
        merged_moves[after["id"]] = (known[0] if known else before, after)
    return merged_moves


def _notice(kind: Kind, rows: list[TaskRow]) -> Notice:
    if len(rows) == 1:
        state = TaskState(rows[0]["state"])
        sharper = {**_SHARPER, **(_CHORE if rows[0].get("chore") else {})}
        text = sharper.get(state, _ONE[kind]) if kind is Kind.NEEDS else _ONE[kind]
        return Notice(kind, text, Place(View.INBOX, rows[0]["id"]))
    return Notice(kind, _MANY[kind].format(len(rows)), Place(View.INBOX))
