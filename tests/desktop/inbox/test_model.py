"""The list of tasks: order, groups, filter and folds, checked against a plain reference under random changes."""

import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agent.protocol.messages import TaskRow
from desktop.gallery.inbox import row
from desktop.inbox.model import INTAKE, Heading, TaskModel
from desktop.inbox.rows import Row, number_of, words_of
from desktop.task.words import GROUPS, Group, state_words

STATES = ("queued", "running", "needs_review", "needs_answer", "done", "failed", "unknown", "sending", "cancelled")


@pytest.fixture
def model(qapp: Any) -> TaskModel:
    made = TaskModel()
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Warning)
    return made


def lines(model: TaskModel) -> list[str]:
    """What shows: headings as their words with the count, tasks as ids."""
    found = [model.at(place) for place in range(model.rowCount())]
    return [f"{each.group.value} {each.count}" if isinstance(each, Heading) else each.id
            for each in found if each is not None]


def expected(tasks: dict[str, TaskRow], words: tuple[str, ...], closed: frozenset[Group]) -> list[str]:
    """The same from the plain table."""
    made: list[str] = []
    for group in GROUPS:
        ids = [id for id, each in sorted(tasks.items(), key=lambda pair: -number_of(pair[0]))
               if state_words(each["state"]).group is group
               and all(word in f"{each['title']}\n{each['site']}".casefold() for word in words)]
        if ids:
            made.append(f"{group.value} {len(ids)}")
            made.extend(ids if group not in closed or words else [])
    return made


def test_groups_stand_in_order_newest_first(model: TaskModel) -> None:
    model.take([row(1, "A", "", "done", 0), row(2, "B", "", "queued", 0), row(3, "C", "", "needs_review", 0, ["s1"]),
                row(4, "D", "", "queued", 0)])
    assert lines(model) == ["Needs you 1", "t3", "Queued 2", "t4", "t2", "Done 1", "t1"]


def test_a_row_says_all_of_itself_to_a_screen_reader(model: TaskModel) -> None:
    model.take([row(1, "Renew\u202e it", "council.example", "needs_review", 0, ["s1"])])
    said = [model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(2)]
    assert said == ["Needs you, 1", "Renew⟨U+202E⟩ it, council.example, Ready for your review, just now"]


def test_one_changed_row_is_told_as_one_changed_row(model: TaskModel, qtbot: QtBot) -> None:
    model.take([row(number, f"Task {number}", "", "queued", 0) for number in range(1, 200)])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append((-1, -1)))
    model.take([row(150, "Another title", "", "queued", 0)])
    place = model.row_of_id("t150")
    assert told == [(place, place)]
    found = model.at(place)
    assert isinstance(found, Row)
    assert found.title == "Another title"


def test_many_rows_are_taken_over_several_turns(model: TaskModel, qtbot: QtBot) -> None:
    model.take([row(number, f"Task {number}", "", "done", 0) for number in range(INTAKE * 3, 0, -1)])
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: not model.busy)
    assert model.rowCount() == INTAKE * 3 + 1


def test_a_filter_shows_what_has_all_its_words_whatever_is_folded(model: TaskModel, qtbot: QtBot) -> None:
    model.take([row(1, "Renew permit", "council.example", "done", 0), row(2, "Permit", "shop.example", "done", 0),
                row(3, "Meter", "council.example", "queued", 0)])
    model.fold(Group.DONE)
    assert lines(model) == ["Queued 1", "t3", "Done 2"]
    with qtbot.waitSignal(model.filtered):
        model.set_filter("  PERMIT council ")
    assert lines(model) == ["Done 1", "t1"]
    with qtbot.waitSignal(model.filtered):
        model.set_filter("")
    assert lines(model) == ["Queued 1", "t3", "Done 2"]


def test_a_change_during_a_filter_is_not_lost(model: TaskModel, qtbot: QtBot) -> None:
    model.take([row(number, f"Permit {number}", "", "queued", 0) for number in range(1, 20)])
    with qtbot.waitSignal(model.filtered):
        model.set_filter("permit")
        model.take([row(5, "Meter", "", "queued", 0), row(6, "Permit 6", "", "done", 0),
                    row(30, "Permit 30", "", "running", 0)])
        model.remove(["t7"])
    assert lines(model)[:3] == ["Running 1", "t30", "Queued 16"]
    assert lines(model)[-2:] == ["Done 1", "t6"]


@pytest.mark.parametrize("seed", range(6))
def test_random_changes_leave_what_a_plain_table_would_show(model: TaskModel, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    table: dict[str, TaskRow] = {}
    closed: set[Group] = set()
    words = ""
    for _ in range(60):
        what = chance.random()
        if what < 0.65:
            some = [row(chance.randint(1, 40), f"Task {chance.choice('ab')}", chance.choice(("x.example", "y.example")),
                        chance.choice(STATES), 0) for _ in range(chance.randint(1, 5))]
            some = list({each["id"]: each for each in some}.values())
            table |= {each["id"]: each for each in some}
            model.take(some)
        elif what < 0.75 and table:
            gone = chance.sample(sorted(table), min(3, len(table)))
            for id in gone:
                del table[id]
            model.remove(gone)
        elif what < 0.85 and not words and not model.busy:
            group = chance.choice(GROUPS)
            if any(state_words(each["state"]).group is group for each in table.values()):
                model.fold(group)
                closed ^= {group}
        elif what < 0.95:
            words = chance.choice(("", "a", "b x", "task"))
            model.set_filter(words)
            if chance.random() < 0.5:
                qtbot.waitUntil(lambda: not model.busy)
        if not model.busy:
            assert lines(model) == expected(table, words_of(words), frozenset(closed))
            shown = [each for each in lines(model) if each.startswith("t")]
            assert all(model.row_of_id(id) >= 0 for id in shown)
    qtbot.waitUntil(lambda: not model.busy)
    assert lines(model) == expected(table, words_of(words), frozenset(closed))
