"""The receipts' rows: one per run that sent something."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from agent.store.engine import Store
from agent.store.problems import NotFound
from agent.store.tables import Receipt, now


def of_run(store: Store, run_id: int) -> Receipt | None:
    """The receipt of a run, if it has sent anything."""
    with store.read() as session:
        return session.exec(select(Receipt).where(Receipt.run_id == run_id)).one_or_none()


def of_task(store: Store, task_id: int) -> Receipt | None:
    """The latest receipt of a task: a form of many steps goes on with it after a restart."""
    with store.read() as session:
        return session.exec(select(Receipt).where(Receipt.task_id == task_id)
                            .order_by(col(Receipt.id).desc())).first()


def file(store: Store, receipt: Receipt) -> Receipt:
    """Files a new receipt."""
    with store.write() as session:
        session.add(receipt)
    return receipt


def change(store: Store, receipt_id: int, **values: Any) -> Receipt:
    """Sets columns of a receipt."""
    with store.write() as session:
        receipt = session.get_one(Receipt, receipt_id)
        for name, value in values.items():
            setattr(receipt, name, value)
        receipt.updated_at = now()
        session.add(receipt)
    return receipt


def get(store: Store, receipt_id: int) -> Receipt:
    """The receipt.

    Raises:
        NotFound: there is none of that id.
    """
    with store.read() as session:
        found = session.get(Receipt, receipt_id)
    if found is None:
        raise NotFound(f"There is no receipt r{receipt_id}.")
    return found


def page(store: Store, below: int, limit: int) -> list[Receipt]:
    """Receipts with smaller numbers (0: any), newest first."""
    with store.read() as session:
        query = select(Receipt).order_by(col(Receipt.id).desc()).limit(limit)
        return list(session.exec(query.where(col(Receipt.id) < below) if below else query))


def every(store: Store) -> list[Receipt]:
    """All receipts, newest first."""
    with store.read() as session:
        return list(session.exec(select(Receipt).order_by(col(Receipt.id).desc())))
