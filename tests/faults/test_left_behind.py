"""What a kill can leave on disk is put right by the next start."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.protocol import Digest, SubmissionState, TaskState
from agent.runs.recovery import recover
from agent.store import ledger, receipts, tasks
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Submission, Task


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(home_folder(str(tmp_path / "home")))
    yield opened
    opened.close()


@pytest.fixture
def held(store: Store) -> Submission:
    task = tasks.add(store, Task(text="a task", title="a task", url="https://council.example/"))
    run = tasks.start_run(store, task.id or 0)
    tasks.end_run(store, run.id or 0, "waiting")
    tasks.change(store, task.id or 0, state=TaskState.NEEDS_REVIEW)
    return ledger.hold(store, Submission(task_id=task.id or 0, run_id=run.id or 0, method="POST",
                                         url="https://council.example/send", origin="https://council.example",
                                         digest=Digest("d1"), sheet={"fields": []}))


def test_a_spooled_body_of_a_killed_gate_is_removed(store: Store) -> None:
    old, young = store.folder / "spool" / "old", store.folder / "spool" / "young"
    for path in (old, young):
        path.write_text("IBAN")
    an_hour_ago = time.time() - 3600
    os.utime(old, (an_hour_ago, an_hour_ago))
    recover(store)
    assert not old.exists()
    assert young.exists()  # may be another command's, at this moment


def test_a_rejection_cut_off_after_its_first_half_ends_the_task(store: Store, held: Submission) -> None:
    ledger.decide(store, held.id or 0, "reject", SubmissionState.REJECTED)
    recover(store)
    assert tasks.get(store, held.task_id).state == TaskState.CANCELLED


def test_a_doubt_noted_by_the_gate_just_before_the_kill_still_gets_its_receipt(store: Store, held: Submission) -> None:
    ledger.decide(store, held.id or 0, "approve", SubmissionState.APPROVED)
    tasks.change(store, held.task_id, state=TaskState.SENDING)
    ledger.begin_sending(store, held.id or 0, Digest("d1"))
    ledger.unknown(store, held.id or 0)
    recover(store)
    assert tasks.get(store, held.task_id).state == TaskState.UNKNOWN
    receipt = receipts.of_task(store, held.task_id)
    assert receipt is not None
    assert receipt.state == "unknown"


def test_what_waits_for_the_person_is_left_waiting(store: Store, held: Submission) -> None:
    recover(store)
    assert tasks.get(store, held.task_id).state == TaskState.NEEDS_REVIEW


def test_live_pictures_of_a_killed_run_are_removed_and_evidence_stays(store: Store) -> None:
    pictures = store.folder / "pictures"
    for name in ("live-t1-3.png", "live-t12-1.png", "t1-x1-1.png"):
        (pictures / name).write_bytes(b"a page with a name on it")
    outside = store.folder / "kept.png"
    outside.write_bytes(b"x")
    (pictures / "live-t9-1.png").symlink_to(outside)
    recover(store)
    assert [each.name for each in pictures.iterdir()] == ["t1-x1-1.png"]
    assert outside.exists()
