"""Reading submissions and their decisions. Moving them is the ledger's alone."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import col, or_, select

from agent.protocol import SubmissionState
from agent.store import ledger
from agent.store.engine import Store
from agent.store.tables import Decision, LedgerEntry, Submission

OPEN = (SubmissionState.HELD, SubmissionState.EDITING, SubmissionState.SENT_BACK, SubmissionState.APPROVED)
"""States in which a task's submission is still to be sent, or not."""


def get(store: Store, submission_id: int) -> Submission:
    """The submission.

    Raises:
        NotFound: there is none of that id.
    """
    with store.read() as session:
        return ledger.get(session, submission_id)


def of_task(store: Store, task_id: int) -> list[Submission]:
    """All submissions of a task, oldest first."""
    with store.read() as session:
        return list(session.exec(select(Submission).where(Submission.task_id == task_id)
                                 .order_by(col(Submission.id))))


def open_of_task(store: Store, task_id: int) -> Submission | None:
    """The submission of a task that is not settled yet: at most one."""
    return next((each for each in reversed(of_task(store, task_id)) if each.state in OPEN), None)


def in_state(store: Store, states: Iterable[SubmissionState]) -> list[Submission]:
    """Submissions in any of the states, oldest first."""
    with store.read() as session:
        return list(session.exec(select(Submission).where(col(Submission.state).in_(list(states)))
                                 .order_by(col(Submission.id))))


def decision_on(store: Store, submission: Submission) -> Decision | None:
    """The decision on the submission's present revision."""
    with store.read() as session:
        return session.exec(select(Decision).where(Decision.submission_id == submission.id,
                                                   Decision.revision == submission.revision)).one_or_none()


def decisions(store: Store, submission_id: int) -> list[Decision]:
    """Every decision taken about a submission, oldest first."""
    with store.read() as session:
        return list(session.exec(select(Decision).where(Decision.submission_id == submission_id)
                                 .order_by(col(Decision.id))))


def last_verb(store: Store, submission: Submission) -> str:
    """How the person decided on the latest revision before the present one; empty if they never did."""
    former = [each for each in decisions(store, submission.id or 0) if each.revision < submission.revision]
    return former[-1].verb if former else ""


def last_sent(store: Store, origin: str, path: str, below: int) -> Submission | None:
    """The latest submission with a smaller number that was sent to the same address, its query aside."""
    with store.read() as session:
        found = session.exec(select(Submission).where(
            Submission.origin == origin, Submission.state == SubmissionState.ANSWERED, col(Submission.id) < below,
            or_(Submission.url == path, col(Submission.url).startswith(f"{path}?", autoescape=True)))
            .order_by(col(Submission.id).desc()))
        return found.first()


def journal(store: Store, submission_id: int) -> list[LedgerEntry]:
    """The ledger lines of a submission, oldest first."""
    with store.read() as session:
        return list(session.exec(select(LedgerEntry).where(LedgerEntry.submission_id == submission_id)
                                 .order_by(col(LedgerEntry.seq))))


def was_sent_before(store: Store, digest: str, origin: str) -> Submission | None:
    """An earlier submission with the very same content to the same origin that was sent or may have been."""
    with store.read() as session:
        return session.exec(select(Submission).where(
            Submission.digest == digest, Submission.origin == origin,
            col(Submission.state).in_([SubmissionState.ANSWERED, SubmissionState.UNKNOWN]))).first()
