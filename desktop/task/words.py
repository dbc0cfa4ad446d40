"""The one mapping from a task's state to its group, words, icon and tone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from agent.protocol import TaskState


class Group(StrEnum):
    """Headings of the list of tasks, in their order; the value is the heading."""

    NEEDS_YOU = "Needs you"
    RUNNING = "Running"
    QUEUED = "Queued"
    DONE = "Done"


GROUPS = tuple(Group)


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a state is shown. ``tone`` is a look of chips and banners; ``icon`` a drawing of the theme."""

    group: Group
    words: str
    icon: str
    tone: str


_TABLE: Mapping[TaskState, StateWords] = {
    TaskState.QUEUED: StateWords(Group.QUEUED, "Waiting for its turn", "clock", "neutral"),
    TaskState.RUNNING: StateWords(Group.RUNNING, "Being prepared", "activity", "info"),
    TaskState.NEEDS_REVIEW: StateWords(Group.NEEDS_YOU, "Ready for your review", "signature", "warning"),
    TaskState.NEEDS_ANSWER: StateWords(Group.NEEDS_YOU, "Needs an answer", "message-circle-question", "warning"),
    TaskState.SENDING: StateWords(Group.RUNNING, "Being sent", "send", "info"),
    TaskState.DONE: StateWords(Group.DONE, "Done", "circle-check", "success"),
    TaskState.FAILED: StateWords(Group.DONE, "Could not be finished", "circle-x", "danger"),
    # Finished for the agent, which never touches it again; the person must look.
    TaskState.UNKNOWN: StateWords(Group.NEEDS_YOU, "May or may not have arrived", "circle-help", "danger"),
    TaskState.CANCELLED: StateWords(Group.DONE, "Cancelled", "ban", "neutral"),
}

_NEW = StateWords(Group.QUEUED, "In a state this version does not know", "circle-help", "neutral")

FINISHED = frozenset({TaskState.DONE, TaskState.FAILED, TaskState.UNKNOWN, TaskState.CANCELLED})
"""States in which the agent does nothing more by itself."""


def state_words(state: str, paused: bool = False) -> StateWords:
    """How a state is shown; a paused task says so while it would otherwise work or wait for its turn."""
    try:
        found = _TABLE[TaskState(state)]
    except ValueError:
        return _NEW
    if paused and state in (TaskState.QUEUED, TaskState.RUNNING):
        return replace(found, words="Paused", icon="pause", tone="neutral")
    return found
