"""What the window adds to plans: places left out one by one, and several answers of a form that hold for the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.intake.errors import BadText
from agent.intake.several import Place, Several, without
from agent.planner.base import AskKind
from agent.store.problems import NotNow
from tests.desk.test_plans import ask, open_ids
from tests.runs.household import Person

THREE = ("Change my address:\n- Energy: https://energy.example/x number 123456\n- Water: https://water.example/y\n"
         "- Gas: https://gas.example/z")
ENERGY, WATER, GAS = "https://energy.example/x", "https://water.example/y", "https://gas.example/z"


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home, {"given-name": "Eleanor"})


def test_a_place_is_left_out_by_its_address_or_by_its_name_where_it_has_none() -> None:
    places = (Place(ENERGY, "a", "Energy"), Place("", "b", "the bank"), Place(GAS, "c", "Gas"))
    assert without(Several("3 places", places), [ENERGY]) == Several("2 places", places[1:])
    assert without(Several("Move", places), ["the bank", GAS]) == Several("Move", places[:1])
    assert without(Several("Move", places), []) == Several("Move", places)
    for bad in (["Energy"], [ENERGY, "the bank", GAS]):
        with pytest.raises(BadText):
            without(Several("Move", places), bad)


def test_what_is_left_out_is_not_filed_and_the_others_keep_their_own_words(person: Person) -> None:
    assert person.call("add", text=THREE, skip=[WATER]) == {"plan": "p1", "tasks": ["t1", "t2"]}
    assert [each["place"] for each in person.call("plan show", id="p1")["places"]] == ["Energy", "Gas"]
    assert "123456" in person.call("task", id="t1")["text"]
    assert not any("water" in person.call("task", id=id)["text"] for id in ("t1", "t2"))


def test_one_place_that_is_left_is_one_task_with_its_own_words(person: Person) -> None:
    assert person.call("add", text=THREE, skip=[WATER, GAS])["task"] == "t1"
    task = person.call("task", id="t1")
    assert (task["url"], task["plan"], "123456" in task["text"], "water" in task["text"]) == (ENERGY, "", True, False)
    assert person.call("plan list") == []


def test_what_is_no_place_of_the_list_files_nothing(person: Person) -> None:
    with pytest.raises(BadText):
        person.call("add", text=THREE, skip=["https://elsewhere.example/"])
    with pytest.raises(NotNow):
        person.call("add", text="Change my address at https://energy.example/x", skip=[ENERGY])
    assert person.call("board")["total"] == 0


def test_of_several_answers_those_marked_hold_for_the_plan(person: Person) -> None:
    person.call("add", text=THREE)
    for task in (1, 2, 3):
        ask(person, task, "When do you move?")
        ask(person, task, "Your number there")
    assert open_ids(person) == ["q1", "q2", "q3", "q4", "q5", "q6"]
    given = {"task": "t1", "set": ["q1=1 December", "q2=77"], "plan": ["q1"]}
    assert person.call("answers", **given, check=True)["also"] == []
    assert len(open_ids(person)) == 6                       # a mere look takes nothing
    assert person.call("answers", **given)["also"] == ["q3", "q5"]
    assert open_ids(person) == ["q4", "q6"]


def test_a_declaration_among_several_answers_never_holds_for_the_plan(person: Person) -> None:
    person.call("add", text=THREE)
    for task in (1, 2):
        ask(person, task, "I declare that it is true", AskKind.DECLARATION, ["yes", "no"])
    with pytest.raises(NotNow):
        person.call("answers", task="t1", set=["q1=yes"], plan=["q1"])
    assert open_ids(person) == ["q1", "q2"]
