"""The shapes of tasks, before and after they are filed: plain JSON, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from agent.protocol.chores import ForChore, OfChore
from agent.protocol.recipes import OfRecipe
from agent.protocol.starts import DraftPlan, StartDoc


class TaskRow(OfChore):
    """One task in a list. ``waits`` are the ids of what needs the person (``s1``, ``q2``), oldest first."""

    id: str
    title: str
    site: str                    # host of the start address
    state: str                   # a TaskState
    message: str                 # why it stands where it stands
    paused: bool
    waits: list[str]
    files: int
    created_at: str              # ISO 8601, UTC
    updated_at: str
    plan: NotRequired[str]       # id of the plan that it belongs to, or empty
    place: NotRequired[str]      # what that plan calls it


class Board(TypedDict):
    """A page of the list of tasks: open ones first, then the finished, newest first."""

    rows: list[TaskRow]
    next: str                    # what to ask on with as ``after``; empty when that was all
    total: int                   # of all tasks


class StepDoc(TypedDict):
    """One thing a run did."""

    at: str
    text: str
    picture: str


class RunDoc(TypedDict):
    """One attempt. ``state``: running, waiting, ended, interrupted."""

    id: str
    state: str
    message: str
    started_at: str
    ended_at: str
    cost: NotRequired[float]     # US dollars
    steps: list[StepDoc]


class FileDoc(TypedDict):
    """A file of a task or draft; ``path`` is where the copy (of a draft: the file itself) stands."""

    name: str
    path: str
    media_type: str
    size: int                    # bytes


class ValueDoc(TypedDict):
    """A value that the task's own words give."""

    label: str
    value: str


class TaskDoc(ForChore, OfRecipe):
    """One task with what was done."""

    id: str
    text: str
    title: str
    url: str                     # empty until the person has said where it starts
    site: str
    start: StartDoc
    state: str
    message: str
    paused: bool
    planner: str
    runs: list[RunDoc]
    cost: float                  # US dollars
    files: list[str]
    attachments: list[FileDoc]
    notes: list[str]
    waits: list[str]
    submissions: list[str]       # every submission of the task, oldest first
    receipt: str                 # id or empty
    plan: NotRequired[str]       # id of the plan that it belongs to, or empty
    seen: NotRequired[int]       # turns of which is kept what a model saw
    created_at: str
    updated_at: str


class DraftDoc(TypedDict):
    """What a new task would be; nothing is filed yet. ``missing`` are sentences about what it still needs.

    Without ``url`` it can be added all the same, and then asks where to start.
    """

    text: str
    title: str
    url: str
    site: str
    start: StartDoc
    files: list[FileDoc]
    values: list[ValueDoc]
    missing: list[str]
    links: list[str]             # addresses in its documents: offered, never taken by themselves
    plan: NotRequired[DraftPlan]     # the tasks that it would become
