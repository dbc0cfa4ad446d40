"""The list of tasks as plain data: light rows, kept by group in the order of the board, found in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.protocol.messages import TaskRow
from desktop.task.words import GROUPS, Group, state_words


class Row(NamedTuple):
    """One task of the list. ``order`` falls as tasks get newer; ``needle`` is what the filter looks in."""

    order: int
    id: str
    title: str
    site: str
    state: str
    message: str
    paused: bool
    waits: tuple[str, ...]
    updated_at: str
    group: Group
    needle: str


def number_of(id: str) -> int:
    """The number in a task's id; 0 if there is none."""
    digits = id[1:]
    return int(digits) if digits.isdecimal() and digits.isascii() else 0


def row_of(task: TaskRow) -> Row:
    """The light row of a task."""
    return Row(-number_of(task["id"]), task["id"], task["title"], task["site"], task["state"], task["message"],
               task["paused"], tuple(task["waits"]), task["updated_at"],
               state_words(task["state"], task["paused"]).group, f"{task['title']}\n{task['site']}".casefold())


def words_of(filter: str) -> tuple[str, ...]:
    """The words a filter asks for; all must occur."""
    return tuple(filter.casefold().split())


def matching(rows: Iterable[Row], words: Sequence[str]) -> list[Row]:
    """Rows in which every word occurs."""
    found = list(rows)
    for word in words:
        found = [row for row in found if word in row.needle]
    return found


def matches(row: Row, words: Sequence[str]) -> bool:
    """Whether every word occurs in a row."""
    return all(word in row.needle for word in words)


class Groups:
    """Rows by group, each group newest first. No Qt: the model tells Qt what it does with it."""

    def __init__(self) -> None:
        self.rows: dict[Group, list[Row]] = {group: [] for group in GROUPS}

    def place(self, row: Row) -> tuple[int, bool]:
        """Where a row stands or would stand within its group, and whether it stands there."""
        rows = self.rows[row.group]
        at = bisect_left(rows, row.order, key=lambda each: each.order)
        return at, at < len(rows) and rows[at].id == row.id

    def put(self, row: Row) -> None:
        """Puts a row into its group, in place of one of the same id."""
        at, there = self.place(row)
        if there:
            self.rows[row.group][at] = row
        else:
            self.rows[row.group].insert(at, row)

    def drop(self, row: Row) -> None:
        """Takes a row out."""
        at, there = self.place(row)
        if there:
            del self.rows[row.group][at]

    def every(self) -> list[Row]:
        """All rows, in order."""
        return [row for group in GROUPS for row in self.rows[group]]

    def copy(self) -> Groups:
        """The same rows in lists of its own."""
        made = Groups()
        made.rows = {group: list(rows) for group, rows in self.rows.items()}
        return made
