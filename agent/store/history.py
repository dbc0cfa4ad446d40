"""What was sent before, newest first: the task as the person gave it, and where its data went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from agent.protocol import ReceiptState, TaskState
from agent.store.engine import Store
from agent.store.tables import Receipt, Task


@dataclass(frozen=True, slots=True)
class Sent:
    """A task that sent something. ``surely``: it is done, and the site answered. ``contract`` as the task keeps it."""

    text: str
    title: str
    start: str
    url: str
    sent_at: str
    surely: bool
    contract: dict[str, Any]


def sent_before(store: Store, limit: int) -> list[Sent]:
    """The newest that were sent, one per receipt."""
    newest = select(Receipt.task_id, Receipt.url, Receipt.sent_at, Receipt.state).order_by(col(Receipt.id).desc())
    with store.read() as session:
        found = list(session.exec(newest.limit(limit)))
        numbers = {number for number, *_ in found}
        tasks = {task.id: task for task in session.exec(select(Task).where(col(Task.id).in_(numbers)))}
    return [Sent(task.text, task.title, task.url, url, at,
                 task.state == TaskState.DONE and answer != ReceiptState.UNKNOWN, task.contract)
            for number, url, at, answer in found if (task := tasks.get(number)) is not None and task.url]
