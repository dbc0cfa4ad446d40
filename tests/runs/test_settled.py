"""What state a task is in that no process is running, and what a start after a crash puts right."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.protocol import ReceiptState, SubmissionState, TaskState
from agent.runs.recovery import recover, settled
from agent.store import receipts, submissions, tasks
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Receipt, Submission, Task


def submission(state: SubmissionState, *, step: bool = False, task: int = 1, run: int = 1) -> Submission:
    return Submission(task_id=task, run_id=run, state=state, step=step, method="POST", url="https://a.example/",
                      origin="https://a.example", digest="d", sheet={"fields": []})


def receipt(state: ReceiptState) -> Receipt:
    return Receipt(task_id=1, run_id=1, origin="https://a.example", url="https://a.example/", sent_at="", state=state)


S, T = SubmissionState, TaskState


@pytest.mark.parametrize(("states", "filed", "waiting", "expected"), [
    ([], None, False, T.QUEUED),
    ([], None, True, T.NEEDS_ANSWER),
    ([S.HELD], None, False, T.NEEDS_REVIEW),
    ([S.HELD], None, True, T.NEEDS_REVIEW),
    ([S.EDITING], None, False, T.QUEUED),
    ([S.SENT_BACK], None, False, T.QUEUED),
    ([S.APPROVED], None, False, T.QUEUED),
    ([S.NOT_SENT], None, False, T.QUEUED),
    ([S.REJECTED], None, False, T.CANCELLED),
    ([S.SENDING], None, False, T.UNKNOWN),
    ([S.UNKNOWN], None, False, T.UNKNOWN),
    ([S.UNKNOWN, S.HELD], None, False, T.UNKNOWN),
    ([S.SENDING, S.APPROVED], None, True, T.UNKNOWN),
    ([S.ANSWERED], None, False, T.UNKNOWN),
    ([S.ANSWERED], ReceiptState.ANSWERED, False, T.UNKNOWN),
    ([S.ANSWERED], ReceiptState.CONFIRMED, False, T.DONE),
    ([S.ANSWERED, S.HELD], ReceiptState.ANSWERED, False, T.NEEDS_REVIEW),
])
def test_the_state_of_a_task_follows_from_its_records(states: list[SubmissionState], filed: ReceiptState | None,
                                                      waiting: bool, expected: TaskState) -> None:
    state, message = settled([submission(each) for each in states], receipt(filed) if filed else None, waiting=waiting)
    assert state == expected
    assert bool(message) == (expected in (T.UNKNOWN, T.CANCELLED))


def test_after_a_step_of_a_longer_form_the_task_goes_on() -> None:
    assert settled([submission(S.ANSWERED, step=True)], None, waiting=False)[0] == T.QUEUED


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(home_folder(str(tmp_path / "h")))


def a_task(store: Store, state: SubmissionState) -> int:
    number = tasks.add(store, Task(text="x", title="x", url="https://a.example/")).id or 0
    run = tasks.start_run(store, number).id or 0
    with store.write() as session:
        session.add(submission(state, task=number, run=run))
    return number


@pytest.mark.parametrize("left", [S.SENDING, S.UNKNOWN])
@pytest.mark.parametrize("stands", [T.SENDING, T.RUNNING])
def test_a_doubt_found_at_start_is_said_and_filed_once(store: Store, left: SubmissionState, stands: TaskState) -> None:
    number = a_task(store, left)
    tasks.change(store, number, state=stands)
    for _ in range(2):
        recover(store)
        assert tasks.get(store, number).state == T.UNKNOWN
        assert [each.state for each in receipts.every(store)] == [ReceiptState.UNKNOWN]
        assert [each.state for each in submissions.of_task(store, number)] == [S.UNKNOWN]
        assert tasks.unfinished_runs(store) == []
    store.close()


def test_an_answer_without_a_receipt_gets_one(store: Store) -> None:
    number = a_task(store, S.ANSWERED)
    recover(store)
    assert tasks.get(store, number).state == T.UNKNOWN
    assert [each.state for each in receipts.every(store)] == [ReceiptState.ANSWERED]
    store.close()


def test_what_a_finished_task_could_come_back_to_is_forgotten(store: Store) -> None:
    number = a_task(store, S.REJECTED)
    kept = store.folder / "resume" / f"t{number}.json"
    kept.write_text("{}")
    recover(store)
    assert tasks.get(store, number).state == T.CANCELLED
    assert not kept.exists()
    store.close()
