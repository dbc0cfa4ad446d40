"""The ledger and the disk: on it before the first byte, all or nothing when torn, no sending past a failed write."""

from __future__ import annotations

import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from agent.protocol import Digest, SubmissionState
from agent.store import ledger, submissions
from agent.store.engine import Store, make_engine
from agent.store.migrate import open_store
from agent.store.problems import CannotRecord, NotNow
from agent.store.tables import Submission

resource = pytest.importorskip("resource", reason="limits on files are a matter of Unix")

ROOT = Path(__file__).resolve().parents[2]

DATABASE = "countersign.db"
WAL = f"{DATABASE}-wal"
HEADS = f"{DATABASE}.heads"

SECTOR = 512
"""Bytes that a disk writes whole or not at all, at the least."""

FULL = 2
"""SQLite's number for ``synchronous=FULL``."""


@pytest.fixture
def approved(store: Store, held: Submission) -> int:
    ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED)
    return held.id or 0


# What is in force

def pragmas(store: Store) -> tuple[int, str]:
    with store.write() as session:
        run = session.connection().exec_driver_sql
        return run("PRAGMA synchronous").scalar_one(), run("PRAGMA journal_mode").scalar_one()


def test_every_connection_waits_for_the_disk_also_in_threads_and_after_reopening(store: Store, folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: pragmas(store), range(8))) == {(FULL, "wal")}
    store.close()
    assert pragmas(store) == (FULL, "wal")
    again = open_store(folder)
    assert pragmas(again) == (FULL, "wal")
    again.close()


# Before the first byte

@contextmanager
def answering() -> Iterator[int]:
    """A server for one request on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        def answer() -> None:
            talk, _ = server.accept()
            with talk:
                talk.recv(65536)
                talk.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def calls_of_a_sending(home: Path, log: Path, *more: str) -> list[str]:
    """The system calls of a process that sends what is approved, in order."""
    with answering() as port:
        done = subprocess.run(
            ["strace", "-f", "-y", "-qq", "-s", "16", "-o", str(log), "-e",
             "trace=fsync,fdatasync,sendto,sendmsg,write,pwrite64", sys.executable, "-m", "tests.store.send_once",
             str(home), str(port), *more], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    if "ptrace" in done.stderr or "PTRACE" in done.stderr:
        pytest.skip("this machine does not let a process be traced")
    assert done.returncode == 0, done.stderr
    return log.read_text().splitlines()


def synced_before_the_first_byte(calls: list[str], file: str) -> bool:
    """Whether a file's last write before the request was followed by a sync of it, also before the request."""
    first = next(place for place, call in enumerate(calls) if '"POST /send' in call)
    written = [place for place, call in enumerate(calls[:first])
               if re.search(rf"(?:pwrite64|write)\(\d+<[^>]*/{re.escape(file)}>", call)]
    synced = [place for place, call in enumerate(calls[:first])
              if re.search(rf"(?:fsync|fdatasync)\(\d+<[^>]*/{re.escape(file)}>", call)]
    return bool(written) and bool(synced) and synced[-1] > written[-1]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_both_places_are_synced_to_disk_before_the_first_byte(
        store: Store, folder: Path, approved: int, tmp_path: Path) -> None:
    store.close()
    shutil.copytree(folder, tmp_path / "careless")
    calls = calls_of_a_sending(folder, tmp_path / "calls")
    assert synced_before_the_first_byte(calls, WAL)
    assert synced_before_the_first_byte(calls, HEADS)
    careless = calls_of_a_sending(tmp_path / "careless", tmp_path / "careless.calls", "off")
    assert not synced_before_the_first_byte(careless, WAL)  # so the look can fail


# Torn writes

def image(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in (DATABASE, WAL, HEADS) if (folder / name).exists()}


def state_of(files: dict[str, bytes], place: Path) -> str:
    """What a start finds: the submission's state, or what is wrong with the files."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, content in files.items():
        (place / name).write_bytes(content)
    with closing(sqlite3.connect(place / DATABASE)) as db:
        if (told := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            return str(told)
    store = Store(make_engine(place / DATABASE), place)
    try:
        events = [each.event for each in submissions.journal(store, 1)]
        if ledger.broken_links(store) or ledger.is_older(store):
            return f"broken: {ledger.broken_links(store)}"
        state = submissions.get(store, 1).state
        if (state == "sending") != ("sending" in events):
            return f"{state} with {events}"
        return str(state)
    finally:
        store.close()


@pytest.fixture
def before_and_after(store: Store, folder: Path, approved: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files right before and right after the approval was spent, by then in the write-ahead log alone."""
    before = image(folder)
    ledger.begin_sending(store, approved, Digest("d1"))
    after = image(folder)
    assert before[DATABASE] == after[DATABASE]
    assert len(after[WAL]) > len(before[WAL])
    assert after[WAL].startswith(before[WAL])
    return before, after


def test_a_log_cut_anywhere_in_the_last_commit_is_all_or_nothing(
        before_and_after: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path) -> None:
    before, after = before_and_after
    old, new = len(before[WAL]), len(after[WAL])
    cuts = [*range(old, new, SECTOR), new - 1]
    found = [state_of({**before, WAL: after[WAL][:cut]}, tmp_path / "image") for cut in cuts]
    assert set(found) == {"approved"}  # the commit counts with its last byte
    assert state_of({**before, WAL: after[WAL]}, tmp_path / "image") == "sending"  # crash before the second place
    assert state_of(after, tmp_path / "image") == "sending"


def test_sectors_of_the_last_commit_that_came_in_any_order_are_all_or_nothing(
        before_and_after: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path) -> None:
    before, after = before_and_after
    chance = random.Random(5)
    sectors = range(len(before[WAL]), len(after[WAL]), SECTOR)
    found = set()
    for _ in range(60):
        torn = bytearray(after[WAL])
        lost = chance.sample(sectors, chance.randint(1, min(4, len(sectors))))
        for start in lost:
            torn[start:start + SECTOR] = chance.choice((bytes(SECTOR), chance.randbytes(SECTOR)))
        if torn != after[WAL]:  # a sector of zeros is no loss where zeros stood
            found.add(state_of({**before, WAL: bytes(torn[:len(after[WAL])])}, tmp_path / "image"))
    assert found == {"approved"}


def test_a_checkpoint_torn_anywhere_loses_nothing(
        store: Store, folder: Path, before_and_after: tuple[dict[str, bytes], dict[str, bytes]],
        tmp_path: Path) -> None:
    _, after = before_and_after
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        db.execute("PRAGMA wal_checkpoint(FULL)")
        whole = (folder / DATABASE).read_bytes()
    assert whole != after[DATABASE]
    chance = random.Random(6)
    for _ in range(20):  # the log is only given up once the database is whole
        torn = bytearray(after[DATABASE].ljust(len(whole), b"\0"))
        for start in range(0, len(whole), SECTOR):
            if chance.random() < 0.5:
                torn[start:start + SECTOR] = whole[start:start + SECTOR]
        assert state_of({**after, DATABASE: bytes(torn)}, tmp_path / "image") == "sending"


# A disk that refuses

@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """Every write beyond this length of a file fails, in the middle of the write if need be (as on a full disk)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_fails_anywhere_refuses_to_send_and_leaves_the_approval(
        store: Store, folder: Path, approved: int, tmp_path: Path) -> None:
    store.close()
    template = tmp_path / "template"
    shutil.copytree(folder, template)
    outcomes = []
    for attempt in range(60):
        home = tmp_path / "full"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(template, home)
        opened = open_store(home)
        assert submissions.get(opened, approved).state == SubmissionState.APPROVED
        with files_no_longer_than(attempt * SECTOR):
            outcomes.append(tried(opened, approved))
        opened.close()
        outcome = outcomes[-1]
        again = open_store(home)  # the disk has room again
        state = submissions.get(again, approved).state
        assert (outcome == "sent") == (state == SubmissionState.SENDING)
        assert ledger.broken_links(again) == []
        if outcome == "refused" and state == SubmissionState.APPROVED:
            ledger.begin_sending(again, approved, Digest("d1"))
        with pytest.raises(NotNow):
            ledger.begin_sending(again, approved, Digest("d1"))
        again.close()
    assert set(outcomes) == {"refused", "sent"}  # from no room at all to room enough
    assert outcomes == sorted(outcomes)


def tried(store: Store, number: int) -> str:
    try:
        ledger.begin_sending(store, number, Digest("d1"))
    except CannotRecord:
        return "refused"
    return "sent"
