"""Plans at the desk: filed whole or not at all, stopped and tried again together, one answer to the same question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.desk import registered
from agent.intake.errors import BadAddress
from agent.planner.base import AskKind
from agent.runs.contract import contract_of
from agent.store import plans, questions, tasks
from agent.store.migrate import open_store
from agent.store.problems import NotFound, NotNow
from agent.store.tables import Question
from tests.runs.household import Person

LISTED = "Change my address:\n- Energy: https://energy.example/x number 123456\n- Water: https://water.example/y"


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home, {"given-name": "Eleanor"})


def ask(person: Person, task: int, label: str, kind: str = AskKind.VALUE, options: list[str] | None = None,
        **about: Any) -> None:
    store = open_store(person.home)
    tasks.change(store, task, state="needs_answer")
    questions.ask(store, [Question(task_id=task, key=f"{label}-{kind}", kind=kind, prompt=f"{label}\nhint {task}",
                                   options=options or [], about=about)])
    store.close()


def open_ids(person: Person) -> list[str]:
    return [each["id"] for each in person.call("questions")]


def test_a_list_becomes_a_plan_and_each_task_knows_its_own_place_alone(person: Person) -> None:
    assert person.call("add", text=LISTED, limit="50 GBP", site=["https://id.example"]) == {
        "plan": "p1", "tasks": ["t1", "t2"]}
    store = open_store(person.home)
    energy, water = tasks.every(store)
    store.close()
    for task, mine, theirs in ((energy, "energy", "water"), (water, "water", "energy")):
        contract = contract_of(task.url, task.sites, task.contract)
        assert [each for each in contract.sites if mine in each]
        assert not any(theirs in each for each in contract.sites)
        assert (str(contract.limit), theirs in task.text) == ("50 GBP", False)
        assert task.title == f"Change my address: {mine.title()}"
    assert ("123456" in energy.text, "123456" in water.text) == (True, False)
    rows = {each["id"]: (each["plan"], each["place"]) for each in person.call("board")["rows"]}
    assert rows == {"t1": ("p1", "Energy"), "t2": ("p1", "Water")}
    assert person.task()["plan"] == "p1"


def test_a_draft_says_what_it_would_become_and_files_nothing(person: Person) -> None:
    drafted = person.call("draft", text=LISTED)["plan"]
    assert (drafted["title"], [each["site"] for each in drafted["places"]]) == (
        "Change my address", ["energy.example", "water.example"])
    assert person.call("draft", text=LISTED, url="https://a.example")["plan"]["places"] == []
    assert person.call("plan list") == []
    assert person.call("tasks") == []


def test_one_task_if_the_person_says_so(person: Person) -> None:
    assert person.call("add", text=LISTED, one=True) == {"task": "t1"}
    assert person.call("add", text=LISTED, url="https://a.example") == {"task": "t2"}
    assert person.call("add", text="Change my address", at=["https://a.example"]) == {"task": "t3"}
    assert person.call("plan list") == []


def test_a_place_that_can_not_be_used_files_nothing(person: Person) -> None:
    with pytest.raises(BadAddress):
        person.call("add", text="Change it", at=["https://a.example", "https://me@b.example"])
    assert person.call("tasks") == []
    assert person.call("plan list") == []
    with pytest.raises(NotFound):
        person.call("plan show", id="p1")


def test_a_named_place_asks_where_to_start(person: Person) -> None:
    person.call("add", text="Change my address", at=["Thornmere Energy", "https://a.example"])
    shown = person.call("plan show", id="p1")
    assert [(each["place"], each["group"]) for each in shown["places"]] == [
        ("Thornmere Energy", "answer"), ("a.example", "queued")]
    assert shown["summary"] == "2 places: 1 to answer, 1 to come."
    assert [(each["questions"], each["places"]) for each in shown["asks"]] == [(["q1"], ["Thornmere Energy"])]


def test_all_of_it_is_paused_stopped_and_tried_again(person: Person) -> None:
    person.call("add", text=LISTED)
    assert person.call("plan pause", id="p1")["tasks"] == ["t1", "t2"]
    assert person.call("plan show", id="p1")["summary"] == "2 places: 2 paused."
    assert person.call("plan resume", id="p1")["tasks"] == ["t1", "t2"]
    person.call("cancel", id="t1")
    assert person.call("plan cancel", id="p1") == {"id": "p1", "tasks": ["t2"], "left": []}
    shown = person.call("plan show", id="p1")
    assert (shown["summary"], shown["finished"]) == ("2 places: 2 stopped.", True)
    assert person.call("plan retry", id="p1")["tasks"] == ["t1", "t2"]
    assert person.call("plan list")[0]["summary"] == "2 places: 2 to come."


def test_one_answer_holds_for_the_same_question_elsewhere_now_and_later(person: Person) -> None:
    person.call("add", text=LISTED + "\n- Gas: https://gas.example")
    for task in (1, 2):
        ask(person, task, "Moving date")
    ask(person, 2, "Reading")
    assert [each["questions"] for each in person.call("plan show", id="p1")["asks"]] == [["q1", "q2"], ["q3"]]
    assert person.call("answer", question="q1", value="1 March", plan=True) == {
        "id": "q1", "state": "answered", "also": ["q2"]}
    assert open_ids(person) == ["q3"]
    ask(person, 3, "moving date")
    ask(person, 3, "Moving date", longest=4)        # takes less: it is another question
    store = open_store(person.home)
    assert plans.answer_known(store, 3) == ["moving date"]
    assert questions.answers_of(store, 3) == {f"moving date-{AskKind.VALUE}": "1 March"}
    assert plans.answer_known(store, 3) == []
    store.close()
    assert open_ids(person) == ["q3", "q5"]


def test_the_same_words_under_another_heading_are_another_question(person: Person) -> None:
    person.call("add", text=LISTED + "\n- Gas: https://gas.example")
    ask(person, 1, "Number", section="Your meter")
    ask(person, 2, "Number", section="Bank account")
    assert [each["questions"] for each in person.call("plan show", id="p1")["asks"]] == [["q1"], ["q2"]]
    assert person.call("answer", question="q1", value="48213", plan=True)["also"] == []
    ask(person, 3, "Number", section="Contact")
    store = open_store(person.home)
    assert plans.answer_known(store, 3) == []
    store.close()
    assert open_ids(person) == ["q2", "q3"]


def test_an_answer_without_that_word_is_one_task_s_alone(person: Person) -> None:
    person.call("add", text=LISTED)
    for task in (1, 2):
        ask(person, task, "Moving date")
    person.call("answer", question="q1", value="1 March")
    assert open_ids(person) == ["q2"]


@pytest.mark.parametrize("kind", [AskKind.DECLARATION, AskKind.SITE, AskKind.ALLOW, AskKind.SPEND])
def test_leave_and_declarations_are_given_to_one_site_at_a_time(person: Person, kind: AskKind) -> None:
    person.call("add", text=LISTED)
    for task in (1, 2):
        ask(person, task, "I declare", kind, ["yes", "no"])
    with pytest.raises(NotNow, match="each site by itself"):
        person.call("answer", question="q1", value="yes", plan=True)
    assert open_ids(person) == ["q1", "q2"]


def test_a_task_of_no_plan_has_no_others_to_answer_for(person: Person) -> None:
    person.add("Anything", "https://a.example")
    ask(person, 1, "Moving date")
    with pytest.raises(NotNow, match="no plan"):
        person.call("answer", question="q1", value="x", plan=True)


def test_every_command_of_plans_is_there() -> None:
    assert {f"plan {verb}" for verb in ("list", "show", "cancel", "pause", "resume", "retry")} <= set(registered())
