"""The journal of submissions: the only code that moves one from held to sent, each move on disk before it counts.

    held -> approved -> sending -> answered | unknown
                     -> not_sent (provably before the first byte)

Each line carries the hash of the one before, and its own stands in a second place as well (`heads`), so that a changed,
removed or cut-off line shows (`broken_links`). Nothing here ever leads from ``sending`` back to sending; a submission
with a line ``sending`` is spent, whatever its row says.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from agent.protocol import Digest, SubmissionState
from agent.store import heads
from agent.store.engine import Store
from agent.store.problems import CannotRecord, NotFound, NotNow
from agent.store.tables import Decision, LedgerEntry, Submission, now

FIRST = "0" * 64
"""What the first line names as the hash before it."""

OLDER = ("The database is older than its own journal: it was replaced by an earlier copy, or cut. What it has "
         "forgotten may have been sent. Nothing is sent until the next start has put that right.")

FORGOTTEN = ("The database was replaced by an older copy of itself, so this may have been sent already. Look on the "
             "site, or ask them, before you approve.")

log = logging.getLogger(__name__)


def hold(store: Store, submission: Submission) -> Submission:
    """Files a new held request."""
    with _writing(store) as session:
        session.add(submission)
        session.flush()
        _note(session, submission, "held", submission.digest)
    return submission


def hold_again(store: Store, submission_id: int, changes: dict[str, Any]) -> Submission:
    """Files the next revision of a submission whose page was filled again: its old approval, if any, is void."""
    with _writing(store) as session:
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
    with _writing(store) as session:
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
    with _writing(store) as session:
        submission = get(session, submission_id)
        if submission.state == SubmissionState.APPROVED:
            _move(submission, SubmissionState.HELD)
            submission.revision += 1
            submission.rebuilt_digest = ""
            _note(session, submission, "approval void", submission.digest, why)


def withdraw(store: Store, submission_id: int) -> None:
    """Ends a submission that is not being sent, because its task is cancelled; an approval of it is void.

    Raises:
        NotNow: it is being sent or was.
    """
    with _writing(store) as session:
        submission = get(session, submission_id)
        if submission.state in (SubmissionState.SENDING, SubmissionState.ANSWERED, SubmissionState.UNKNOWN):
            raise NotNow(_why_not(submission))
        _move(submission, SubmissionState.REJECTED)
        _note(session, submission, "withdrawn", submission.digest)


def rebuilt(store: Store, submission_id: int, digest: Digest, renewed: list[str]) -> None:
    """Notes that a page filled again would send what was approved, but for the tokens named."""
    with _writing(store) as session:
        submission = get(session, submission_id)
        if submission.state != SubmissionState.APPROVED:
            raise NotNow(_why_not(submission))
        submission.rebuilt_digest = digest
        submission.updated_at = now()
        _note(session, submission, "rebuilt", digest, "renewed: " + ", ".join(renewed))


def begin_sending(store: Store, submission_id: int, digest: Digest) -> None:
    """Spends the approval: on disk, in both places, when this returns, before the first byte may go out.

    Raises:
        NotNow: not approved, already spent, these are not the approved bytes, or the database is an older copy.
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
        if not digest or digest not in (submission.digest, submission.rebuilt_digest):
            raise NotNow("This is not what was approved.")
        if _is_spent(session, submission_id):
            raise NotNow(_WHY[SubmissionState.UNKNOWN])
        if _is_older(store, session):
            raise NotNow(OLDER)
        _move(submission, SubmissionState.SENDING)
        _note(session, submission, "sending", digest)
    try:
        heads.append(_heads_of(store), _noted(session))
    except OSError as problem:  # not a byte is out: the row may say so
        with store.write() as session:
            submission = get(session, submission_id)
            _move(submission, SubmissionState.NOT_SENT)
            _note(session, submission, "not_sent", digest, "its line could not be written in the second place")
        raise CannotRecord(f"The journal can't be written ({problem.strerror or problem}). Nothing is sent while this "
                           "lasts. Free some disk space and run again.") from problem


def answered(store: Store, submission_id: int, status: int) -> None:
    """The site answered with an HTTP status."""
    _settle(store, submission_id, SubmissionState.ANSWERED, status)


def unknown(store: Store, submission_id: int) -> None:
    """It may or may not have arrived; only looking can tell."""
    _settle(store, submission_id, SubmissionState.UNKNOWN, 0)


def not_sent(store: Store, submission_id: int, why: str) -> None:
    """Stopped before the first byte: an approved submission that provably never left."""
    with _writing(store) as session:
        submission = get(session, submission_id)
        if submission.state == SubmissionState.APPROVED:
            _move(submission, SubmissionState.NOT_SENT)
            _note(session, submission, "not_sent", submission.digest, why)


def doubtful(store: Store) -> list[Submission]:
    """Settles every ``sending`` left by a crash as ``unknown``; returns them. Called once at start, under the lock."""
    with _writing(store) as session:
        found = list(session.exec(select(Submission).where(Submission.state == SubmissionState.SENDING)))
        for submission in found:
            _move(submission, SubmissionState.UNKNOWN)
            _note(session, submission, "unknown", submission.digest, "found in doubt at start")
    return found


def broken_links(store: Store) -> list[int]:
    """Numbers of journal lines that do not fit the chain, or not the second place: empty unless somebody changed one.

    What this can't show: both places changed alike, the file removed, the last lines of both cut.
    """
    broken, previous = [], FIRST
    known = heads.read(_heads_of(store))  # before the database: lines that come in between are no loss
    found: dict[int, str] = {}
    with store.read() as session:
        for line in session.exec(select(LedgerEntry).order_by(col(LedgerEntry.seq))):
            if line.previous != previous or line.hash != _hash(line):
                broken.append(line.seq or 0)
            previous = line.hash
            found[line.seq or 0] = line.hash
    return sorted({*broken, *(seq for seq, line_hash in known if found.get(seq) != line_hash)})


def is_older(store: Store) -> bool:
    """Whether the end of the journal is gone: the database was cut, or replaced by an earlier copy of itself."""
    with store.read() as session:
        return _is_older(store, session)


def accept_older(store: Store) -> list[Submission]:
    """Goes on with a database that has forgotten its end: every approval in it is void, for it may be a spent one.

    Returns:
        The submissions that still wait or waited, for which the person must look at the site first.
    """
    still = (SubmissionState.APPROVED, SubmissionState.HELD, SubmissionState.EDITING, SubmissionState.SENT_BACK)
    with _writing(store, restored=True) as session:
        found = list(session.exec(select(Submission).where(col(Submission.state).in_(still))))
        for submission in found:
            if submission.state == SubmissionState.APPROVED:
                _move(submission, SubmissionState.HELD)
            submission.revision += 1  # an approval under way was of what the person saw without the warning
            submission.rebuilt_digest = ""
            submission.sheet = {**submission.sheet, "warnings": [*submission.sheet.get("warnings", []), FORGOTTEN]}
            _note(session, submission, "approval void", submission.digest, "the database is an older copy")
    return found


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
    with _writing(store) as session:
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


@contextmanager
def _writing(store: Store, *, restored: bool = False) -> Iterator[Session]:
    """A write transaction whose journal lines go to the second place once they are on disk.

    Only before sending must that succeed: a line that is missing there is one that is not watched.
    """
    with store.write() as session:
        yield session
    try:
        if restored:
            heads.begin_anew(_heads_of(store))
        heads.append(_heads_of(store), _noted(session))
    except OSError as problem:
        log.warning("the journal's second place can't be written: %s", problem.strerror)


def _heads_of(store: Store) -> Path:
    database = Path(str(store.engine.url.database))
    return database.with_name(database.name + heads.ENDING)


def _noted(session: Session) -> list[tuple[int, str]]:
    lines: list[LedgerEntry] = session.info.pop("journal", [])
    return [(line.seq or 0, line.hash) for line in lines]


def _is_spent(session: Session, submission_id: int) -> bool:
    return session.exec(select(LedgerEntry).where(
        LedgerEntry.submission_id == submission_id, LedgerEntry.event == "sending")).first() is not None


def _is_older(store: Store, session: Session) -> bool:
    known = heads.last(_heads_of(store))
    if known is None:
        return False
    line = session.get(LedgerEntry, known[0])
    return line is None or line.hash != known[1]


def _note(session: Session, submission: Submission, event: str, digest: str, detail: str = "") -> None:
    last = session.exec(select(LedgerEntry).order_by(col(LedgerEntry.seq).desc()).limit(1)).one_or_none()
    session.add(submission)
    line = LedgerEntry(submission_id=submission.id or 0, event=event, digest=digest, detail=detail,
                       previous=last.hash if last else FIRST, hash="")
    line.hash = _hash(line)
    session.add(line)
    session.flush()
    session.info.setdefault("journal", []).append(line)


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
