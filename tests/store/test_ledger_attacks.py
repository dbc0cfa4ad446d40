"""The ledger under attack: a journal edited by SQL, approvals replayed, races, clocks, databases set back."""

from __future__ import annotations

import errno
import multiprocessing
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import permutations
from pathlib import Path

import pytest
from sqlmodel import col, select

from agent.desk import Desk
from agent.desk.tools import doctor
from agent.protocol import Digest, SubmissionState, TaskState
from agent.runs.recovery import OLDER_COPY, recover
from agent.store import heads, ledger, submissions, tasks
from agent.store.engine import Store
from agent.store.migrate import open_store
from agent.store.problems import CannotRecord, NotNow
from agent.store.tables import LedgerEntry, Submission, Task

SHARED = ("countersign.db", "countersign.db-wal", "countersign.db-shm")


def another(store: Store, number: int = 1) -> int:
    task = tasks.add(store, Task(text="a task", title="a task", url="https://council.example/"))
    run = tasks.start_run(store, task.id or 0)
    filed = ledger.hold(store, Submission(
        task_id=task.id or 0, run_id=run.id or 0, method="POST", url="https://council.example/send",
        origin="https://council.example", digest=Digest(f"d{number}"), sheet={"fields": []}))
    return filed.id or 0


def approve(store: Store, number: int) -> int:
    ledger.decide(store, number, "approve", SubmissionState.APPROVED)
    return number


def by_sql(store: Store, *attack: str) -> None:
    with closing(sqlite3.connect(str(store.engine.url.database))) as db:
        for each in attack:
            db.execute(each)
        db.commit()


def heads_of(store: Store) -> Path:
    return Path(str(store.engine.url.database) + heads.ENDING)


@pytest.fixture
def sent(store: Store, held: Submission) -> int:
    """Six lines: held, approve, sending, answered, and another one's held and approve."""
    number = approve(store, held.id or 0)
    ledger.begin_sending(store, number, Digest("d1"))
    ledger.answered(store, number, 303)
    approve(store, another(store))
    assert ledger.broken_links(store) == []
    return number


# The journal edited

COLUMNS = ("submission_id = 2", "event = 'rejected'", "digest = 'd9'", "detail = 'x'",
           "at = '2020-01-01T00:00:00.000Z'", "previous = hash", "hash = previous")


def test_every_column_of_every_line_shows_a_change(store: Store, sent: int) -> None:
    before = journal(store)
    for line in range(1, 7):
        for change in COLUMNS:
            with undone(store, f"UPDATE ledgerentry SET {change} WHERE seq = {line}"):
                assert bool(ledger.broken_links(store)) == (journal(store) != before), (line, change)
    assert ledger.broken_links(store) == []


def test_every_line_taken_out_shows(store: Store, sent: int) -> None:
    for line in range(1, 7):
        with undone(store, f"DELETE FROM ledgerentry WHERE seq = {line}"):
            assert ledger.broken_links(store)


def test_lines_in_another_order_show(store: Store, sent: int) -> None:
    for one, other in permutations(range(1, 7), 2):
        with undone(store, f"UPDATE ledgerentry SET seq = 99 WHERE seq = {one}",
                    f"UPDATE ledgerentry SET seq = {one} WHERE seq = {other}",
                    f"UPDATE ledgerentry SET seq = {other} WHERE seq = 99"):
            assert ledger.broken_links(store)


def test_a_line_put_in_shows(store: Store, sent: int) -> None:
    for place in (0, 7):
        with undone(store, "INSERT INTO ledgerentry (seq, submission_id, event, digest, detail, at, previous, hash) "
                    f"SELECT {place}, submission_id, event, digest, detail, at, previous, hash FROM ledgerentry "
                    "WHERE seq = 2"):
            assert ledger.broken_links(store)


def test_a_cut_end_shows_by_the_second_place_though_the_rest_is_a_whole_chain(store: Store, sent: int) -> None:
    known = heads_of(store).read_bytes()
    for kept in range(6):
        with undone(store, f"DELETE FROM ledgerentry WHERE seq > {kept}"):
            assert ledger.broken_links(store) == list(range(kept + 1, 7))
            assert ledger.is_older(store)
            heads_of(store).unlink()
            assert ledger.broken_links(store) == []  # the chain alone can't show it
            heads_of(store).write_bytes(known)


def test_an_end_cut_and_grown_again_shows(store: Store, sent: int) -> None:
    by_sql(store, "DELETE FROM ledgerentry WHERE seq > 4")
    another(store)
    assert ledger.broken_links(store) == [5, 6]


def test_a_last_line_that_a_crash_cut_off_in_the_second_place_is_no_alarm(store: Store, sent: int) -> None:
    whole = heads_of(store).read_bytes()
    for cut in range(1, 60):
        heads_of(store).write_bytes(whole[:-cut])
        assert ledger.broken_links(store) == []
        assert not ledger.is_older(store)
    another(store)
    assert ledger.broken_links(store) == []
    assert len(heads.read(heads_of(store))) == 6  # one line lost, the next one whole


def test_the_newest_line_is_found_at_the_end_of_a_long_file_whatever_the_order(tmp_path: Path) -> None:
    file = tmp_path / "heads"
    for numbers in (range(1, 998), (999, 998)):  # the last two by two processes
        heads.append(file, [(number, f"{number:064}") for number in numbers])
        for extra in ("", "12", f"1000 {'f' * 63}"):  # and then a line that was cut off
            file.write_bytes(file.read_bytes() + extra.encode())
            assert heads.last(file) == max(heads.read(file))
            file.write_bytes(file.read_bytes()[:len(file.read_bytes()) - len(extra)])
    assert heads.last(file) == (999, f"{999:064}")
    heads.begin_anew(file)
    assert (heads.last(file), heads.read(file)) == (None, [])
    heads.append(file, [(7, "a" * 64)])
    assert heads.last(file) == (7, "a" * 64)


def test_the_second_place_is_private(store: Store, sent: int) -> None:
    assert heads_of(store).stat().st_mode & 0o777 == 0o600


def journal(store: Store) -> list[dict[str, object]]:
    with store.read() as session:
        return [each.model_dump() for each in session.exec(select(LedgerEntry).order_by(col(LedgerEntry.seq)))]


@contextmanager
def undone(store: Store, *attack: str) -> Iterator[None]:
    """Attacks the journal, and puts it back afterwards."""
    by_sql(store, "CREATE TABLE kept AS SELECT * FROM ledgerentry", *attack)
    yield
    by_sql(store, "DELETE FROM ledgerentry", "INSERT INTO ledgerentry SELECT * FROM kept", "DROP TABLE kept")


# Approvals used in ways they were not given

def test_a_spent_submission_set_back_by_sql_is_not_sent_again(store: Store, sent: int) -> None:
    by_sql(store, f"UPDATE submission SET state = 'approved' WHERE id = {sent}")
    with pytest.raises(NotNow, match="may have been sent"):
        ledger.begin_sending(store, sent, Digest("d1"))


def test_an_empty_digest_stands_for_nothing(store: Store, held: Submission) -> None:
    number = approve(store, held.id or 0)
    with pytest.raises(NotNow, match="not what was approved"):
        ledger.begin_sending(store, number, Digest(""))


def test_what_stood_for_a_voided_approval_does_not_stand_for_the_next(store: Store, held: Submission) -> None:
    number = approve(store, held.id or 0)
    ledger.rebuilt(store, number, Digest("d1 with a new token"), ["token"])
    ledger.void_approval(store, number, "the page changed")
    approve(store, number)
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1 with a new token"))
    ledger.begin_sending(store, number, Digest("d1"))


def test_nothing_can_be_rebuilt_for_what_is_not_approved(store: Store, held: Submission) -> None:
    number = held.id or 0
    with pytest.raises(NotNow):
        ledger.rebuilt(store, number, Digest("d2"), [])
    approve(store, number)
    ledger.begin_sending(store, number, Digest("d1"))
    with pytest.raises(NotNow):
        ledger.rebuilt(store, number, Digest("d2"), [])


def test_an_old_approval_moved_to_the_new_revision_by_sql_does_not_fit_it(store: Store, held: Submission) -> None:
    number = approve(store, held.id or 0)
    ledger.hold_again(store, number, {"digest": "d2"})
    by_sql(store, "UPDATE decision SET revision = 2", "UPDATE submission SET state = 'approved'")
    for digest in ("d1", "d2"):
        with pytest.raises(NotNow):
            ledger.begin_sending(store, number, Digest(digest))


def test_a_second_approval_is_refused(store: Store, held: Submission) -> None:
    approve(store, held.id or 0)
    with pytest.raises(NotNow, match="already approved"):
        approve(store, held.id or 0)


@pytest.mark.parametrize("verb", ["reject", "edit", "send-back"])
def test_no_other_decision_is_an_approval(store: Store, held: Submission, verb: str) -> None:
    number = held.id or 0
    ledger.decide(store, number, verb, SubmissionState.APPROVED)  # a caller's slip
    with pytest.raises(NotNow, match="no approval"):
        ledger.begin_sending(store, number, Digest("d1"))


def test_a_clock_set_back_changes_nothing(store: Store, held: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    number = approve(store, held.id or 0)
    ledger.begin_sending(store, number, Digest("d1"))
    monkeypatch.setattr("agent.store.ledger.now", lambda: "1999-12-31T23:59:59.999Z")
    monkeypatch.setattr(LedgerEntry.model_fields["at"], "default_factory", lambda: "1999-12-31T23:59:59.999Z")
    ledger.answered(store, number, 200)
    assert [each.event for each in submissions.journal(store, number)] == ["held", "approve", "sending", "answered"]
    assert ledger.broken_links(store) == []
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))


# Many at once

def spend(folder: Path, numbers: list[int]) -> list[int]:
    """Tries every approval from four threads; returns those that were won. Runs in a process of its own."""
    store = open_store(folder)

    def one(number: int) -> bool:
        try:
            ledger.begin_sending(store, number, Digest("d1"))
        except NotNow:
            return False
        return True

    try:
        with ThreadPoolExecutor(4) as pool:
            wanted = [number for number in numbers for _ in range(4)]
            return [number for number, won in zip(wanted, pool.map(one, wanted), strict=True) if won]
    finally:
        store.close()


def test_of_processes_and_their_threads_exactly_one_spends_each_approval(store: Store, folder: Path) -> None:
    numbers = [approve(store, another(store)) for _ in range(12)]
    with ProcessPoolExecutor(3, mp_context=multiprocessing.get_context("spawn")) as pool:
        tries = [pool.submit(spend, folder, numbers) for _ in range(3)]
        won = [number for each in tries for number in each.result(120)]
    assert sorted(won) == numbers
    assert ledger.broken_links(store) == []
    assert len(heads.read(heads_of(store))) == 12 * 3


# A database set back

@pytest.fixture
def set_back(store: Store, folder: Path, held: Submission, tmp_path: Path) -> Iterator[Store]:
    """A home whose database was copied when its submission was approved, and put back after it had been sent."""
    number = approve(store, held.id or 0)
    tasks.change(store, held.task_id, state=TaskState.NEEDS_REVIEW)
    store.close()
    copy(folder, tmp_path / "copy")
    ledger.begin_sending(store, number, Digest("d1"))
    ledger.answered(store, number, 303)
    store.close()
    copy(tmp_path / "copy", folder)
    opened = open_store(folder)
    yield opened
    opened.close()


def copy(source: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for name in SHARED:
        (target / name).unlink(missing_ok=True)
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)


def test_an_approval_that_an_older_copy_brings_back_is_not_spent_again(set_back: Store) -> None:
    assert submissions.get(set_back, 1).state == SubmissionState.APPROVED
    assert ledger.broken_links(set_back) == [3, 4]
    with pytest.raises(NotNow, match="earlier copy"):
        ledger.begin_sending(set_back, 1, Digest("d1"))


def test_the_next_start_voids_what_an_older_copy_brought_back_and_stops_its_tasks(set_back: Store) -> None:
    recover(set_back)
    filed = submissions.get(set_back, 1)
    assert filed.state == SubmissionState.HELD
    assert any("may have been sent already" in each for each in filed.sheet["warnings"])
    task = tasks.get(set_back, filed.task_id)
    assert (task.paused, task.message, task.state) == (True, OLDER_COPY, TaskState.NEEDS_REVIEW)
    with pytest.raises(NotNow):
        ledger.begin_sending(set_back, 1, Digest("d1"))
    assert ledger.broken_links(set_back) == []  # known now, and said
    approve(set_back, 1)  # the person looked
    ledger.begin_sending(set_back, 1, Digest("d1"))


def test_a_start_on_an_older_copy_that_is_cut_off_still_stops_the_tasks(
        set_back: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(BaseException):
        pass

    def crash(_store: Store) -> list[Submission]:
        raise Cut

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "doubtful", crash)
        with pytest.raises(Cut):
            recover(set_back)
    recover(set_back)
    assert tasks.get(set_back, 1).paused
    assert submissions.get(set_back, 1).state == SubmissionState.HELD


def test_a_home_of_before_the_second_place_sends_as_ever(store: Store, held: Submission) -> None:
    number = approve(store, held.id or 0)
    heads_of(store).unlink()
    assert not ledger.is_older(store)
    ledger.begin_sending(store, number, Digest("d1"))
    assert ledger.broken_links(store) == []


def test_a_second_place_that_cannot_be_read_stops_the_sending(store: Store, held: Submission) -> None:
    number = approve(store, held.id or 0)
    heads_of(store).unlink()
    heads_of(store).mkdir()
    for attempt in (lambda: ledger.begin_sending(store, number, Digest("d1")), lambda: recover(store),
                    lambda: ledger.broken_links(store)):
        with pytest.raises(CannotRecord, match="Nothing is sent"):
            attempt()
    assert submissions.get(store, number).state == SubmissionState.APPROVED


def test_a_second_place_that_cannot_be_written_stops_the_sending_and_says_so(
        store: Store, held: Submission, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: Path, _heads: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(heads, "append", full)
        number = approve(store, held.id or 0)  # nothing is sent by that
        with pytest.raises(CannotRecord, match="Nothing is sent"):
            ledger.begin_sending(store, number, Digest("d1"))
    assert submissions.get(store, number).state == SubmissionState.NOT_SENT
    with pytest.raises(NotNow):
        ledger.begin_sending(store, number, Digest("d1"))


async def test_the_doctor_says_in_plain_words_that_the_journal_is_not_whole(
        store: Store, folder: Path, sent: int) -> None:
    desk = Desk(str(folder))
    by_sql(store, "DELETE FROM ledgerentry WHERE seq > 4")
    try:
        (found,) = [each for each in await doctor(desk) if each["check"] == "journal of submissions is whole"]
    finally:
        desk.close()
    assert not found["ok"]
    assert "replaced by an older copy" in found["fix"]
