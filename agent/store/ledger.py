"""The journal of submissions: the only code that moves one from held to sent, each move on disk before it counts.

    held -> approved -> sending -> answered | unknown
                     -> not_sent (provably before the first byte)

Each line carries the hash of the one before, so that a changed or removed line shows (`broken_links`). Nothing here
ever leads from ``sending`` back to sending.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlmodel import Session, col, select

from agent.protocol import Digest, SubmissionState
from agent.store.engine import Store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Decision, LedgerEntry, Submission, now

FIRST = "0" * 64
"""What the first line names as the hash before it."""


def hold(store: Store, submission: Submission) -> Submission:
    """Files a new held request."""
    with store.write() as session:
        session.add(submission)
        session.flush()
        _note(session, submission, "held", submission.digest)
    return submission


def hold_again(store: Store, submission_id: int, changes: dict[str, Any]) -> Submission:
    """Files the next revision of a submission whose page was filled again: its old approval, if any, is void."""
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state in (SubmissionState.SENDING, SubmissionState.ANSWERED, SubmissionState.UNKNOWN):
            raise NotNow("This has already been sent.")
        for name, value in changes.items():
            setattr(submission, name, value)
        submission.revision += 1
        submission.rebuilt_digest = ""
        _move(submission, SubmissionState.HELD)
        _note(session, submission, "held", submission.digest, f"revision {submission.revision}")
    return submission


def decide(store: Store, submission_id: int, verb: str, to: SubmissionState, digest: Digest | None = None,
           detail: dict[str, Any] | None = None, edits: dict[str, str] | None = None,
           revision: int | None = None) -> Submission:
    """Takes the person's one decision about the revision that is held.

    ``digest`` is what the person saw and must be the digest held now; None takes the one held now. ``revision``
    likewise: labels, own yeses and grants can change while the bytes stay.

    Raises:
        NotNow: nothing is held, or it changed since the person looked.
    """
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state != SubmissionState.HELD:
            raise NotNow(_why_not(submission))
        if (digest is not None and digest != submission.digest) or (
                revision is not None and revision != submission.revision):
            raise NotNow("What would be sent has changed since you looked. Look at it again.")
        session.add(Decision(submission_id=submission_id, revision=submission.revision, verb=verb,
                             digest=submission.digest, detail=detail or {}))
        submission.edits = {**submission.edits, **(edits or {})}
        _move(submission, to)
        _note(session, submission, verb, submission.digest)
    return submission


def void_approval(store: Store, submission_id: int, why: str) -> None:
    """Takes an approval back before anything was sent, because what would go out is no longer what was approved."""
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state == SubmissionState.APPROVED:
            _move(submission, SubmissionState.HELD)
            submission.revision += 1
            _note(session, submission, "approval void", submission.digest, why)


def withdraw(store: Store, submission_id: int) -> None:
    """Ends a submission that is not being sent, because its task is cancelled; an approval of it is void.

    Raises:
        NotNow: it is being sent or was.
    """
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state in (SubmissionState.SENDING, SubmissionState.ANSWERED, SubmissionState.UNKNOWN):
            raise NotNow(_why_not(submission))
        _move(submission, SubmissionState.REJECTED)
        _note(session, submission, "withdrawn", submission.digest)


def rebuilt(store: Store, submission_id: int, digest: Digest, renewed: list[str]) -> None:
    """Notes that a page filled again would send what was approved, but for the tokens named."""
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state != SubmissionState.APPROVED:
            raise NotNow(_why_not(submission))
        submission.rebuilt_digest = digest
        submission.updated_at = now()
        _note(session, submission, "rebuilt", digest, "renewed: " + ", ".join(renewed))


def begin_sending(store: Store, submission_id: int, digest: Digest) -> None:
    """Spends the approval: on disk when this returns, before the first byte may go out.

    Raises:
        NotNow: not approved, already spent, or these are not the approved bytes.
        CannotRecord: the disk refused; nothing may be sent.
    """
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state != SubmissionState.APPROVED:
            raise NotNow(_why_not(submission))
        decision = session.exec(select(Decision).where(
            Decision.submission_id == submission_id, Decision.revision == submission.revision)).one_or_none()
        if decision is None or decision.verb not in ("approve", "grant") or decision.digest != submission.digest:
            raise NotNow("There is no approval for this.")
        if digest not in (submission.digest, submission.rebuilt_digest):
            raise NotNow("This is not what was approved.")
        _move(submission, SubmissionState.SENDING)
        _note(session, submission, "sending", digest)


def answered(store: Store, submission_id: int, status: int) -> None:
    """The site answered with an HTTP status."""
    _settle(store, submission_id, SubmissionState.ANSWERED, status)


def unknown(store: Store, submission_id: int) -> None:
    """It may or may not have arrived; only looking can tell."""
    _settle(store, submission_id, SubmissionState.UNKNOWN, 0)


def not_sent(store: Store, submission_id: int, why: str) -> None:
    """Stopped before the first byte: an approved submission that provably never left."""
    with store.write() as session:
        submission = get(session, submission_id)
        if submission.state == SubmissionState.APPROVED:
            _move(submission, SubmissionState.NOT_SENT)
            _note(session, submission, "not_sent", submission.digest, why)


def doubtful(store: Store) -> list[Submission]:
    """Settles every ``sending`` left by a crash as ``unknown``; returns them. Called once at start, under the lock."""
    with store.write() as session:
        found = list(session.exec(select(Submission).where(Submission.state == SubmissionState.SENDING)))
        for submission in found:
            _move(submission, SubmissionState.UNKNOWN)
            _note(session, submission, "unknown", submission.digest, "found in doubt at start")
    return found


def broken_links(store: Store) -> list[int]:
    """Sequence numbers of journal lines whose hash does not fit: empty unless somebody changed the file."""
    broken, previous = [], FIRST
    with store.read() as session:
        for line in session.exec(select(LedgerEntry).order_by(col(LedgerEntry.seq))):
            if line.previous != previous or line.hash != _hash(line):
                broken.append(line.seq or 0)
            previous = line.hash
    return broken


def get(session: Session, submission_id: int) -> Submission:
    """The submission.

    Raises:
        NotFound: there is none of that id.
    """
    submission = session.get(Submission, submission_id)
    if submission is None:
        raise NotFound(f"There is no submission s{submission_id}.")
    return submission


def _settle(store: Store, submission_id: int, to: SubmissionState, status: int) -> None:
    with store.write() as session:
        submission = get(session, submission_id)
        # unknown -> answered is allowed: the answer may arrive after the doubt was noted, by the same request.
        if submission.state not in (SubmissionState.SENDING, SubmissionState.UNKNOWN):
            raise NotNow(_why_not(submission))
        submission.status = status
        _move(submission, to)
        _note(session, submission, to.value, submission.digest, str(status) if status else "")


def _move(submission: Submission, to: SubmissionState) -> None:
    submission.state = to
    submission.updated_at = now()


def _note(session: Session, submission: Submission, event: str, digest: str, detail: str = "") -> None:
    last = session.exec(select(LedgerEntry).order_by(col(LedgerEntry.seq).desc()).limit(1)).one_or_none()
    session.add(submission)
    line = LedgerEntry(submission_id=submission.id or 0, event=event, digest=digest, detail=detail,
                       previous=last.hash if last else FIRST, hash="")
    line.hash = _hash(line)
    session.add(line)
    session.flush()


def _hash(line: LedgerEntry) -> str:
    parts = (line.previous, str(line.submission_id), line.event, line.digest, line.detail, line.at)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


_WHY = {
    SubmissionState.HELD: "It waits for your decision.",
    SubmissionState.EDITING: "It is being filled in again with your changes; look at it when that is done.",
    SubmissionState.SENT_BACK: "It was sent back and is being prepared again.",
    SubmissionState.REJECTED: "It was rejected; nothing was sent.",
    SubmissionState.APPROVED: "It is already approved.",
    SubmissionState.SENDING: "It is being sent.",
    SubmissionState.ANSWERED: "It has already been sent and answered.",
    SubmissionState.UNKNOWN: "It may have been sent. Check with the site before doing anything else.",
    SubmissionState.NOT_SENT: "The site could not be reached; nothing was sent. Retry the task.",
}


def _why_not(submission: Submission) -> str:
    return _WHY[SubmissionState(submission.state)]
