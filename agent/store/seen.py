"""What models saw of tasks, turn by turn."""

from __future__ import annotations

from sqlmodel import col, func, select

from agent.store.engine import Store
from agent.store.tables import Seen


def add(store: Store, seen: Seen) -> None:
    """Files one turn.

    Raises:
        CannotRecord: the disk refused it.
    """
    with store.write() as session:
        session.add(seen)


def of_task(store: Store, task_id: int) -> list[Seen]:
    """Every turn of a task, oldest first."""
    with store.read() as session:
        return list(session.exec(select(Seen).where(Seen.task_id == task_id).order_by(col(Seen.id))))


def count(store: Store, task_id: int) -> int:
    """How many turns of a task are kept."""
    with store.read() as session:
        return session.exec(select(func.count(col(Seen.id))).where(Seen.task_id == task_id)).one()


def forget(store: Store, task_id: int) -> int:
    """Removes what models saw of a task; returns how many turns that were. What they cost stays known."""
    with store.write() as session:
        found = list(session.exec(select(Seen).where(Seen.task_id == task_id)))
        for each in found:
            session.delete(each)
    return len(found)
