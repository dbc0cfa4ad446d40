"""What the person allowed single tasks beyond their contracts: look-ups, addresses, open channels."""

from __future__ import annotations

from sqlmodel import Session, col, select

from agent.protocol import QuestionState
from agent.store.engine import Store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Grant, Question, now

YES = "yes"
"""The answer that gives a grant; every other declines it."""


def ask(store: Store, grant: Grant) -> bool:
    """Files what the person is to be asked for; False if it was asked for in this task before."""
    with store.write() as session:
        if _of(session, grant.task_id, grant.key) is not None:
            return False
        session.add(grant)
    return True


def settle(store: Store, task_id: int) -> list[Grant]:
    """Takes in the answers that came; returns the grants that hold now, oldest first."""
    with store.write() as session:
        rows = list(session.exec(select(Grant).where(Grant.task_id == task_id).order_by(col(Grant.id))))
        for row in rows:
            if row.state != "asked":
                continue
            answer = session.exec(select(Question.answer).where(
                Question.task_id == task_id, Question.key == row.key,
                Question.state == QuestionState.ANSWERED)).one_or_none()
            if answer is not None:
                row.state, row.updated_at = ("given" if answer == YES else "declined"), now()
                session.add(row)
    return [row for row in rows if row.state == "given"]


def holds(store: Store, grant_id: int) -> bool:
    """Whether a grant was given and not taken back, by whichever process."""
    with store.read() as session:
        return session.exec(select(Grant.state).where(Grant.id == grant_id)).one_or_none() == "given"


def revoke(store: Store, grant_id: int) -> Grant:
    """Takes a grant back. What it let pass has been sent; nothing more is.

    Raises:
        NotFound: there is none.
        NotNow: it does not hold.
    """
    with store.write() as session:
        grant = session.get(Grant, grant_id)
        if grant is None:
            raise NotFound(f"There is no grant g{grant_id}.")
        if grant.state != "given":
            raise NotNow(f"Grant g{grant_id} is {grant.state}; there is nothing to take back.")
        grant.state, grant.updated_at = "revoked", now()
        session.add(grant)
    return grant


def of_task(store: Store, task_id: int) -> list[Grant]:
    """All grants of a task, oldest first, whatever became of them."""
    with store.read() as session:
        return list(session.exec(select(Grant).where(Grant.task_id == task_id).order_by(col(Grant.id))))


def _of(session: Session, task_id: int, key: str) -> Grant | None:
    return session.exec(select(Grant).where(Grant.task_id == task_id, Grant.key == key)).one_or_none()
