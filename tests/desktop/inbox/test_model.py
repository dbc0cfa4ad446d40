"""The list of tasks: order, groups, plans, filter and folds, checked against a plain reference under random changes."""

import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agent.protocol.messages import TaskRow
from desktop.gallery.inbox import row
from desktop.gallery.plan import plan_row
from desktop.inbox.heads import Heading, PlanHead
from desktop.inbox.model import INTAKE, TaskModel
from desktop.inbox.rows import Row, words_of
from desktop.task.ids import number_of
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
    return [f"{each.group.value} {each.count}" if isinstance(each, Heading) else
            f"{each.id} {each.count}" if isinstance(each, PlanHead) else each.id for each in found if each is not None]


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


# Plans

def of_plan(number: int, plan: int, state: str, place: str = "") -> TaskRow:
    """A task of a plan."""
    made = row(number, f"Move: {place or number}", "x.example", state, 0)
    made["plan"], made["place"] = f"p{plan}", place or f"Place {number}"
    return made


def test_tasks_of_a_plan_stand_together_under_its_head_in_the_persons_order(model: TaskModel) -> None:
    model.take([row(9, "Alone", "", "needs_review", 0, ["s9"]), of_plan(1, 1, "needs_review"), of_plan(2, 1, "done"),
                of_plan(3, 1, "queued"), of_plan(5, 2, "running"), of_plan(6, 2, "queued"), of_plan(7, 3, "done")])
    assert lines(model) == ["p2 2", "p1 3", "t1", "t2", "t3", "Needs you 1", "t9", "Done 1", "t7"]
    assert [each.id for each in model.waiting()] == ["t1", "t9"]
    assert model.row_of_id("p1") == 1
    assert model.ids(0, 3) == ["t1", "t2"]
    model.fold("p2")
    assert lines(model)[:3] == ["p2 2", "t5", "t6"]
    model.set_plans({"p1": plan_row([], "p1", "Tell\u202e them")})
    said = [str(model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for place in (3, 4)]
    assert said[0] == "Plan: Tell⟨U+202E⟩ them, All 0 places are done."
    assert said[1].startswith("Place 1, x.example, Ready")


def test_a_folded_plan_opens_when_something_of_it_waits_but_not_against_the_person(model: TaskModel) -> None:
    model.take([of_plan(1, 1, "running"), of_plan(2, 1, "queued")])
    assert lines(model) == ["p1 2"]
    model.take([of_plan(1, 1, "needs_answer")])
    assert lines(model) == ["p1 2", "t1", "t2"]
    model.fold("p1")
    model.take([of_plan(2, 1, "needs_review")])
    assert lines(model) == ["p1 2"]


def test_a_plan_that_ended_joins_what_is_done_and_one_that_goes_on_again_comes_back(model: TaskModel) -> None:
    model.take([of_plan(1, 1, "needs_review"), of_plan(2, 1, "failed"), row(3, "Alone", "", "done", 0)])
    assert lines(model) == ["p1 2", "t1", "t2", "Done 1", "t3"]
    model.take([of_plan(1, 1, "done")])
    assert lines(model) == ["Done 3", "t3", "t2", "t1"]
    said = str(model.index(model.row_of_id("t1"), 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("part of a plan")
    model.take([of_plan(2, 1, "needs_answer")])
    assert lines(model) == ["p1 2", "t1", "t2", "Done 1", "t3"]


class Lanes:
    """What a plain table would show of tasks and plans: which plans are folded is kept as the person was told."""

    def __init__(self) -> None:
        self.table: dict[str, TaskRow] = {}
        self.folded: set[str] = set()
        self.chosen: set[str] = set()
        self.stood: set[str] = set()

    def settle(self) -> None:
        standing = {each["plan"] for each in self.table.values() if each.get("plan")
                    and state_words(each["state"]).group is not Group.DONE}
        self.folded |= standing - self.stood - self.chosen
        waits = {each["plan"] for each in self.table.values() if each.get("plan")
                 and state_words(each["state"]).group is Group.NEEDS_YOU}
        self.folded -= waits - self.chosen
        self.stood = standing

    def expected(self, words: tuple[str, ...]) -> list[str]:
        made: list[str] = []
        for plan in sorted(self.stood, key=number_of, reverse=True):
            ids = [id for id, each in sorted(self.table.items(), key=lambda pair: number_of(pair[0]))
                   if each.get("plan") == plan and self.has(each, words)]
            made += [f"{plan} {len(ids)}", *(ids if plan not in self.folded or words else [])] if ids else []
        rest = {id: each for id, each in self.table.items() if each.get("plan") not in self.stood}
        return made + expected(rest, words, frozenset())

    @staticmethod
    def has(each: TaskRow, words: tuple[str, ...]) -> bool:
        return all(word in f"{each['title']}\n{each['site']}".casefold() for word in words)


@pytest.mark.parametrize("seed", range(6))
def test_random_changes_of_plans_leave_what_a_plain_table_would_show(model: TaskModel, qtbot: QtBot, seed: int) -> None:
    chance = random.Random(100 + seed)
    lanes = Lanes()
    words = ""
    for _ in range(60):
        what = chance.random()
        if what < 0.7:
            numbers = chance.sample(range(1, 31), chance.randint(1, 4))
            some = [of_plan(number, number % 3, chance.choice(STATES), chance.choice("ab")) if number % 3 else
                    row(number, f"Task {chance.choice('ab')}", "", chance.choice(STATES), 0) for number in numbers]
            lanes.table |= {each["id"]: each for each in some}
            model.take(some)
        elif what < 0.8 and lanes.table:
            gone = chance.sample(sorted(lanes.table), min(3, len(lanes.table)))
            for id in gone:
                del lanes.table[id]
            model.remove(gone)
        elif what < 0.88 and not words and not model.busy and lanes.stood:
            plan = chance.choice(sorted(lanes.stood))
            model.fold(plan)
            lanes.folded ^= {plan}
            lanes.chosen.add(plan)
        else:
            words = chance.choice(("", "a", "move", "b"))
            model.set_filter(words)
            if chance.random() < 0.5:
                qtbot.waitUntil(lambda: not model.busy)
        lanes.settle()
        if not model.busy:
            assert lines(model) == lanes.expected(words_of(words))
            assert all(model.row_of_id(each) >= 0 for each in lines(model) if each.startswith("t"))
    qtbot.waitUntil(lambda: not model.busy)
    assert lines(model) == lanes.expected(words_of(words))
