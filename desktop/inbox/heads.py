"""The heads of the list's lanes, and what a screen reader says of a row."""

from __future__ import annotations

from datetime import datetime

from agent.protocol.display import display
from agent.protocol.plans import PlanRow
from desktop.inbox.rows import Row
from desktop.task.words import Group, state_words
from desktop.widgets.when import ago


class Heading:
    """The heading row of a group."""

    __slots__ = ("count", "group", "open")

    def __init__(self, group: Group, count: int, open_: bool) -> None:
        self.group, self.count, self.open = group, count, open_


class PlanHead:
    """The head row of a plan; ``title`` and ``summary`` are empty until the agent has told them."""

    __slots__ = ("count", "id", "open", "summary", "title", "waits")

    def __init__(self, id: str, told: PlanRow | None, count: int, open_: bool, waits: bool) -> None:
        self.id, self.count, self.open, self.waits = id, count, open_, waits
        self.title = told["title"] if told is not None else ""
        self.summary = told["summary"] if told is not None else ""


def said(row: Row, now: datetime, *, in_plan: bool = False) -> str:
    """A whole row as a screen reader says it; under its plan's head by its place alone."""
    title = row.place if in_plan and row.place else row.title
    parts = (title, row.site, state_words(row.state, row.paused).words, ago(row.updated_at, now),
             "part of a plan" if row.plan and not in_plan else "")
    return ", ".join(display(each) for each in parts if each)
