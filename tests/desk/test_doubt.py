"""A task in doubt: settled by the person who looked, in either way, and never by sending."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.desk import Desk
from agent.protocol import Digest, ReceiptState, SubmissionState, TaskState
from agent.receipts import filing
from agent.store import ledger, tasks
from agent.store.problems import NotNow
from agent.store.tables import Submission, Task
from tests.runs.household import Person


@pytest.fixture
def person(own_home: Path) -> Person:
    """Somebody whose task t1 was being sent when the line broke."""
    made = Person(own_home, {})
    desk = Desk(str(own_home))
    task = tasks.add(desk.store, Task(text="a", title="a", url="https://council.example/"))
    run = tasks.start_run(desk.store, task.id or 0)
    held = ledger.hold(desk.store, Submission(
        task_id=task.id or 0, run_id=run.id or 0, method="POST", url="https://council.example/send",
        origin="https://council.example", digest=Digest("d"), sheet={"fields": []}))
    ledger.decide(desk.store, held.id or 0, "approve", SubmissionState.APPROVED, Digest("d"))
    ledger.begin_sending(desk.store, held.id or 0, Digest("d"))
    ledger.unknown(desk.store, held.id or 0)
    filing.sent(desk.store, held, 0, ReceiptState.UNKNOWN)
    tasks.change(desk.store, task.id or 0, state=TaskState.UNKNOWN)
    desk.close()
    return made


def test_what_had_arrived_is_closed_in_the_persons_word_and_nothing_is_put_into_the_sites_mouth(person: Person) -> None:
    assert person.call("arrived", id="t1") == {"id": "t1", "state": "done"}
    assert person.task()["message"] == "You looked, and it had arrived."
    assert (person.receipt()["state"], person.receipt()["evidence"]) == ("unknown", "")
    with pytest.raises(NotNow):
        person.call("arrived", id="t1")
    assert person.call("submission", id="s1")["state"] == "unknown"      # the journal is not rewritten


def test_what_had_not_is_closed_when_it_is_tried_again(person: Person) -> None:
    with pytest.raises(NotNow):
        person.call("retry", id="t1")
    assert person.call("retry", id="t1", even_if_sent=True)["task"] == "t2"
    assert (person.state("t1"), person.state("t2")) == ("failed", "queued")
    assert "tried again as t2" in person.task("t1")["message"]


def test_a_task_without_doubt_is_left_alone(person: Person) -> None:
    person.add("b", "https://council.example/")
    with pytest.raises(NotNow):
        person.call("arrived", id="t2")
    assert person.state("t2") == "queued"
