"""The ledger lets a request out only once, only as approved, and its journal shows tampering."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, text

from agent.protocol import Digest, SubmissionState
from agent.store import ledger, submissions
from agent.store.engine import Store
from agent.store.problems import CannotRecord, NotNow
from agent.store.tables import Submission


def approve(store: Store, held: Submission) -> int:
    ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED)
    return held.id or 0


def test_an_approved_submission_is_spent_once(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.begin_sending(store, number, Digest("d1"))
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))


def test_of_many_at_once_one_spends_the_approval(store: Store, held: Submission) -> None:
    number = approve(store, held)

    def spend(_: int) -> bool:
        try:
            ledger.begin_sending(store, number, Digest("d1"))
        except NotNow:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(spend, range(24))) == 1


def test_nothing_goes_out_unapproved(store: Store, held: Submission) -> None:
    with pytest.raises(NotNow):
        ledger.begin_sending(store, held.id or 0, Digest("d1"))


def test_other_bytes_than_approved_do_not_go_out(store: Store, held: Submission) -> None:
    number = approve(store, held)
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d2"))
    assert submissions.get(store, number).state == SubmissionState.APPROVED


def test_an_approval_of_what_changed_since_is_refused(store: Store, held: Submission) -> None:
    with pytest.raises(NotNow, match="changed since"):
        ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED, Digest("older"))


def test_an_approval_of_an_earlier_revision_is_refused_though_the_bytes_are_the_same(
        store: Store, held: Submission) -> None:
    ledger.hold_again(store, held.id or 0, {"sheet": {"fields": ["another label"]}})
    with pytest.raises(NotNow, match="changed since you looked"):
        ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED, Digest("d1"), revision=1)
    done = ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED, Digest("d1"), revision=2)
    assert done.state == SubmissionState.APPROVED


def test_a_new_revision_voids_the_approval(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.hold_again(store, number, {"digest": "d2"})
    for digest in ("d1", "d2"):
        with pytest.raises(NotNow):
            ledger.begin_sending(store, number, Digest(digest))


def test_a_voided_approval_can_be_given_again(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.void_approval(store, number, "the page changed")
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))
    approve(store, held)
    ledger.begin_sending(store, number, Digest("d1"))


@pytest.mark.parametrize("verb", ["edit", "send-back", "reject"])
def test_a_decision_is_taken_once(store: Store, held: Submission, verb: str) -> None:
    states = {"edit": SubmissionState.EDITING, "send-back": SubmissionState.SENT_BACK,
              "reject": SubmissionState.REJECTED}
    ledger.decide(store, held.id or 0, verb, states[verb])
    with pytest.raises(NotNow):
        approve(store, held)


def test_sending_found_at_start_is_unknown_and_never_sent_again(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.begin_sending(store, number, Digest("d1"))
    assert [each.id for each in ledger.doubtful(store)] == [number]
    assert submissions.get(store, number).state == SubmissionState.UNKNOWN
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))
    with pytest.raises(NotNow):
        ledger.hold_again(store, number, {"digest": "d1"})


def test_a_late_answer_settles_the_doubt(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.begin_sending(store, number, Digest("d1"))
    ledger.unknown(store, number)
    ledger.answered(store, number, 303)
    assert submissions.get(store, number).state == SubmissionState.ANSWERED


def test_a_cancelled_task_takes_its_approval_with_it(store: Store, held: Submission) -> None:
    number = approve(store, held)
    ledger.withdraw(store, number)
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))


@pytest.mark.parametrize("attack", [
    "UPDATE ledgerentry SET event='approve' WHERE seq=1",
    "UPDATE ledgerentry SET digest='other' WHERE seq=2",
    "DELETE FROM ledgerentry WHERE seq=2",
])
def test_a_changed_journal_shows(store: Store, held: Submission, attack: str) -> None:
    number = approve(store, held)
    ledger.begin_sending(store, number, Digest("d1"))
    assert ledger.broken_links(store) == []
    with store.write() as session:
        session.connection().execute(text(attack))
    assert ledger.broken_links(store) != []


def test_a_full_disk_stops_the_sending(store: Store, held: Submission) -> None:
    number = approve(store, held)
    with store.engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    store.close()

    @event.listens_for(store.engine, "connect")
    def _small(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[attr-defined]  # a plain DBAPI connection


    def fill_up() -> None:
        for _ in range(2000):  # journal lines of the same size, until not one more fits
            with store.write() as session:
                ledger._note(session, ledger.get(session, number), "approve", "d1")

    with pytest.raises(CannotRecord):
        fill_up()
    with pytest.raises(CannotRecord, match="Nothing is sent"):
        ledger.begin_sending(store, number, Digest("d1"))
    assert submissions.get(store, number).state == SubmissionState.APPROVED
