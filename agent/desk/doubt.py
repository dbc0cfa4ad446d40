"""Settling a doubt at the desk: the person looked, and says that it had arrived. Nothing here sends anything."""

from __future__ import annotations

from typing import Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.protocol import TaskState
from agent.store import tasks
from agent.store.ids import number_of, shown
from agent.store.problems import NotNow

LOOKED = "You looked, and it had arrived."


@capability("arrived", "Say that a task in doubt had arrived, after you looked", Argument("id", "its id", metavar="ID"))
def arrived(desk: Desk, id: str) -> dict[str, Any]:
    """Closes a task in doubt, in the person's word; its receipt stays as it is: the site's answer was never seen.

    Raises:
        NotFound: there is none.
        NotNow: nothing about it is in doubt.
    """
    task = tasks.get(desk.store, number_of("t", id))
    if task.state != TaskState.UNKNOWN:
        raise NotNow(f"Task {id} is {task.state}; there is no doubt about it.")
    done = tasks.change(desk.store, task.id or 0, state=TaskState.DONE, message=LOOKED)
    return {"id": shown("t", done.id), "state": done.state}
