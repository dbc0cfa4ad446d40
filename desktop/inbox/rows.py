"""The list of tasks as plain data: light rows, kept by lane in the order of the board, found in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.protocol.messages import TaskRow
from desktop.task.ids import number_of
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
    plan: str = ""
    place: str = ""


def row_of(task: TaskRow) -> Row:
    """The light row of a task."""
    return Row(-number_of(task["id"]), task["id"], task["title"], task["site"], task["state"], task["message"],
               task["paused"], tuple(task["waits"]), task["updated_at"],
               state_words(task["state"], task["paused"]).group, f"{task['title']}\n{task['site']}".casefold(),
               task.get("plan", ""), task.get("place", ""))


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


class Lanes:
    """Rows by lane. No Qt: the model tells Qt what it does with it.

    A plan that stands (`standing`, newest first) is a lane of its own, its tasks in the person's order; all other rows
    stand in their group's, newest first.
    """

    def __init__(self, standing: tuple[str, ...] = ()) -> None:
        self.standing = standing
        self.rows: dict[str, list[Row]] = {group: [] for group in GROUPS}

    @property
    def names(self) -> tuple[str, ...]:
        """All lanes in their order: plans by their ids, then the groups."""
        return (*self.standing, *GROUPS)

    def of(self, row: Row) -> str:
        """The lane in which a row stands or would stand."""
        return row.plan if row.plan in self.standing else row.group

    def at(self, lane: str) -> list[Row]:
        """A lane's rows."""
        return self.rows.setdefault(lane, [])

    def rank(self, row: Row) -> int:
        """What rows are sorted by within a lane."""
        return -row.order if row.plan in self.standing else row.order

    def place(self, row: Row) -> tuple[int, bool]:
        """Where a row stands or would stand within its lane, and whether it stands there."""
        rows = self.at(self.of(row))
        at = bisect_left(rows, self.rank(row), key=self.rank)
        return at, at < len(rows) and rows[at].id == row.id

    def put(self, row: Row) -> None:
        """Puts a row into its lane, in place of one of the same id."""
        at, there = self.place(row)
        if there:
            self.at(self.of(row))[at] = row
        else:
            self.at(self.of(row)).insert(at, row)

    def drop(self, row: Row) -> None:
        """Takes a row out."""
        at, there = self.place(row)
        if there:
            del self.at(self.of(row))[at]

    def every(self) -> list[Row]:
        """All rows, in order."""
        return [row for lane in self.names for row in self.at(lane)]
