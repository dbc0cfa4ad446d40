"""Moves a task on, unless the person has ended it meanwhile: a cancelled task never comes back by itself."""

from __future__ import annotations

from agent.protocol import TaskState
from agent.runs.problems import Ended
from agent.store import tasks
from agent.store.engine import Store


def move(store: Store, task_id: int, state: TaskState) -> None:
    """Puts a task that is being run into its next state.

    Raises:
        Ended: the person cancelled it; it stays as it is.
    """
    if not tasks.move(store, task_id, state):
        raise Ended("You cancelled it.")
