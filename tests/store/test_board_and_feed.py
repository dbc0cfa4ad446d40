"""The list of tasks page by page, and what changed since the last look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.protocol import SubmissionState, TaskState
from agent.store import board, chores, facts, ledger, lessons, questions, receipts, recipes, tasks
from agent.store.engine import Store
from agent.store.feed import Change, Feed
from agent.store.migrate import open_store
from agent.store.tables import Chore, Lesson, Occurrence, Question, Receipt, Recipe, Submission, Task


@pytest.fixture
def feed(store: Store) -> Iterator[Feed]:
    made = Feed(store)
    yield made
    made.close()


def add(store: Store, state: TaskState = TaskState.QUEUED) -> int:
    return tasks.add(store, Task(text="a task", title="a task", state=state)).id or 0


def test_pages_hold_every_task_once_with_the_open_ones_first(store: Store) -> None:
    states = [TaskState.DONE, TaskState.QUEUED, TaskState.FAILED, TaskState.NEEDS_REVIEW] * 6
    made = [add(store, state) for state in states]
    seen: list[int] = []
    place, pages = "", 0
    while True:
        page = board.page(store, board.Place.read(place), 5)
        seen += [task.id or 0 for task in page.tasks]
        pages += 1
        assert len(page.tasks) <= 5
        if page.next is None:
            break
        place = str(page.next)
    assert sorted(seen) == made
    assert seen[:12] == [number for number, state in sorted(zip(made, states, strict=True), reverse=True)
                         if state not in tasks.FINISHED]
    assert page.total == 24
    assert pages == 5


def test_a_row_says_what_waits_for_the_person(store: Store, held: Submission) -> None:
    questions.ask(store, [Question(task_id=held.task_id, key="k", kind="value", prompt="?")])
    assert board.page(store, board.Place(), 10).waits == {held.task_id: [f"s{held.id}", "q1"]}
    assert board.some(store, [held.task_id, 999]).waits == {held.task_id: [f"s{held.id}", "q1"]}


def test_a_quiet_database_has_no_news(store: Store, held: Submission, feed: Feed) -> None:
    assert feed.look() == Change()
    assert not feed.look()


def test_every_kind_of_change_is_told_once(store: Store, held: Submission, feed: Feed) -> None:
    changes = {
        "task": lambda: tasks.change(store, held.task_id, message="new"),
        "submission": lambda: ledger.decide(store, held.id or 0, "reject", SubmissionState.REJECTED),
        "question": lambda: questions.ask(store, [Question(task_id=held.task_id, key="k", kind="value", prompt="?")]),
        "answer": lambda: questions.answer(store, 1, "yes"),
        "step": lambda: tasks.add_step(store, held.run_id, "Pressed something"),
    }
    for name, change in changes.items():
        change()
        assert feed.look().tasks == {held.task_id}, name
        assert not feed.look(), name


def test_receipts_and_profile_are_told_apart(store: Store, held: Submission, feed: Feed) -> None:
    receipts.file(store, Receipt(task_id=held.task_id, run_id=held.run_id, origin="", url="", sent_at=""))
    found = feed.look()
    assert found.receipts
    assert not found.profile
    facts.put(store, [("email", "e@example.org", "personal")])
    assert feed.look() == Change(profile=True)
    facts.remove(store, "email")
    assert feed.look() == Change(profile=True)


def test_chores_and_their_times_are_told(store: Store, feed: Feed) -> None:
    chore = chores.add(store, Chore(text="x", title="x", rule="FREQ=DAILY", start="", zone="", floor_at="", seen_at=""))
    assert feed.look() == Change(chores=True)
    chores.put(store, Occurrence(chore_id=chore.id or 0, local="2026-12-07T09:00:00", due_at="", state="skipped"))
    assert feed.look() == Change(chores=True)
    assert chores.take_back(store, chore.id or 0, "2026-12-07T09:00:00")
    assert feed.look() == Change(chores=True)
    assert not feed.look()


def test_recipes_and_lessons_are_told(store: Store, feed: Feed) -> None:
    recipe = recipes.add(store, Recipe(title="x"), "", {}, "Imported.")
    assert feed.look() == Change(recipes=True)
    for change in (lambda: recipes.went_through(store, recipe.id or 0),
                   lambda: lessons.keep(store, [Lesson(label="Bin size", option="140 litres", site="x.example")]),
                   lambda: lessons.forget(store, 1),
                   lambda: recipes.change(store, recipe.id or 0, removed_at="2026-11-27T09:00:00Z")):
        change()
        assert feed.look() == Change(recipes=True)
    assert not feed.look()


def test_what_another_process_writes_is_told_too(store: Store, folder: Path, feed: Feed) -> None:
    other = open_store(folder)
    number = add(other)
    other.close()
    assert feed.look().tasks == {number}


def test_two_changes_within_one_millisecond_are_both_told(store: Store, feed: Feed,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = add(store), add(store)
    feed.look()
    monkeypatch.setattr("agent.store.tasks.now", lambda: "2099-01-01T00:00:00.000Z")
    tasks.change(store, one, message="a")
    first = feed.look()
    tasks.change(store, two, message="b")
    assert (first.tasks, feed.look().tasks) == ({one}, {two})
