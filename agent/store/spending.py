"""What models used up, of one task or of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import col, func, select

from agent.store.engine import Store
from agent.store.tables import Run, Spending, Task, now


@dataclass(frozen=True, slots=True)
class Used:
    """Answers of models, seconds at work, US dollars."""

    steps: int = 0
    seconds: float = 0.0
    dollars: float = 0.0


def add(store: Store, spending: Spending) -> float:
    """Files it and counts it on its run and task; returns what the task has cost by now.

    Raises:
        CannotRecord: the disk refused it.
    """
    with store.write() as session:
        session.add(spending)
        run = session.get(Run, spending.run_id) if spending.run_id is not None else None
        if run is not None:
            run.cost += spending.cost
            session.add(run)
        task = session.get(Task, spending.task_id) if spending.task_id is not None else None
        if task is None:
            return spending.cost
        task.cost, task.updated_at = task.cost + spending.cost, now()
        session.add(task)
    return task.cost


def of_task(store: Store, task_id: int) -> Used:
    """All that a task has used up, in all its runs."""
    return _sum(store, col(Spending.task_id) == task_id)


def of_day(store: Store, at: datetime) -> Used:
    """All that was used up since the midnight before ``at``, in that time's own zone."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return _sum(store, col(Spending.at) >= midnight.isoformat(timespec="milliseconds").replace("+00:00", "Z"))


def _sum(store: Store, which: object) -> Used:
    query = select(func.count(col(Spending.id)), func.coalesce(func.sum(Spending.seconds), 0.0),
                   func.coalesce(func.sum(Spending.cost), 0.0)).where(which)  # type: ignore[arg-type]
    with store.read() as session:
        steps, seconds, dollars = session.exec(query).one()
        return Used(int(steps), float(seconds), float(dollars))
