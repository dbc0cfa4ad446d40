"""A form's questions answered together: all taken or none, each by its id or label, what may stay empty left so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agent.desk import Desk, registered
from agent.protocol import QuestionState
from agent.store import questions, tasks
from agent.store.problems import NotNow
from agent.store.tables import Question, Task


class Asked:
    """A desk with one task that asks."""

    def __init__(self, home: Path) -> None:
        self.desk = Desk(str(home))
        tasks.add(self.desk.store, Task(text="Do it", title="Do it", url="https://council.example/", planner="auto",
                                        files=[], sites=[], contract={}))
        questions.ask(self.desk.store, [self.question(*each[:2], **each[2]) for each in FORM])

    def question(self, key: str, kind: str, **more: Any) -> Question:
        about = {"section": "", "several": False, "form": "text", "longest": -1, "least": "", "most": ""}
        return Question(task_id=1, key=key, kind=kind, prompt=more.pop("prompt", key), options=more.pop("options", []),
                        fact=more.pop("fact", ""), required=more.pop("required", True), about=about | more)

    def call(self, name: str, **arguments: Any) -> Any:
        return registered()[name].call(self.desk, **arguments)

    def answers(self) -> dict[str, str]:
        return questions.answers_of(self.desk.store, 1)


FORM: list[tuple[str, str, dict[str, Any]]] = [
    ("When?", "value", {"form": "date", "section": "The visit", "least": "2026-12-01"}),
    ("Email address", "value", {"form": "email", "fact": "email"}),
    ("Which bins?", "choice", {"options": ["Brown, garden", "Blue", "Grey"], "several": True}),
    ("How many?", "value", {"form": "number", "most": "4"}),
    ("Time", "value", {"form": "time"}),
    ("Anything else?", "value", {"required": False, "longest": 10}),
]
GOOD = ["q1=3 December 2026", "Email address=n@example.org", "q3=Blue; Grey", "q4=2", "q5=9:05"]


@pytest.fixture
def asked(tmp_path: Path) -> Any:
    made = Asked(tmp_path / "home")
    yield made
    made.desk.close()


def test_what_is_needed_comes_first_with_the_forms_words(asked: Asked) -> None:
    found = asked.call("questions", task="t1")
    assert [(each["id"], each["required"]) for each in found] == [
        ("q1", True), ("q2", True), ("q3", True), ("q4", True), ("q5", True), ("q6", False)]
    assert (found[0]["section"], found[0]["form"], found[2]["several"]) == ("The visit", "date", True)
    assert [each["id"] for each in asked.call("inbox")] == ["q1", "q2", "q3", "q4", "q5"]
    assert asked.call("board")["rows"][0]["waits"] == ["q1", "q2", "q3", "q4", "q5"]


def test_all_are_taken_at_once_and_kept_in_one_form(asked: Asked) -> None:
    done = asked.call("answers", task="t1", set=GOOD, remember=["q2"])
    assert (done["answered"], done["open"], done["problems"]) == (["q1", "q2", "q3", "q4", "q5"], [], [])
    assert asked.answers() == {"When?": "2026-12-03", "Email address": "n@example.org", "Which bins?": "Blue\nGrey",
                               "How many?": "2", "Time": "09:05"}
    assert asked.call("profile show")["facts"] == {"email": "n@example.org"}
    assert questions.get(asked.desk.store, 6).state == QuestionState.WITHDRAWN  # left empty


@pytest.mark.parametrize(("wrong", "question", "words"), [
    ("q1=soon", "q1", "not a date"), ("q1=31 February 2027", "q1", "no such day"), ("q1=1 May 2026", "q1", "before"),
    ("q2=n@", "q2", "e-mail"), ("q3=Blue; Pink", "q3", "1 Brown, garden; 2 Blue"), ("q3=", "q3", "empty"),
    ("q4=many", "q4", "not a number"), ("q4=5", "q4", "above 4"), ("q5=25:00", "q5", "14:30"),
    ("q6=more than ten letters", "q6", "takes 10"),
])
def test_one_wrong_answer_and_none_is_taken(asked: Asked, wrong: str, question: str, words: str) -> None:
    rest = [each for each in GOOD if not each.startswith(question)]
    if question == "q2":
        rest = [each for each in rest if not each.startswith("Email")]
    found = asked.call("answers", task="t1", set=[*rest, wrong], check=True)
    assert [each["question"] for each in found["problems"]] == [question]
    assert words.casefold() in found["problems"][0]["problem"].casefold()
    with pytest.raises(NotNow, match=question):
        asked.call("answers", task="t1", set=[*rest, wrong], remember=["q2"] if question != "q2" else [])
    assert asked.answers() == {}
    assert asked.call("profile show")["facts"] == {}


def test_options_are_taken_by_place_and_one_with_a_comma_stays_whole(asked: Asked) -> None:
    asked.call("answers", task="t1", set=["q3=Brown, garden"])
    assert asked.answers()["Which bins?"] == "Brown, garden"
    questions.ask(asked.desk.store, [asked.question("Which bins?", "choice", options=["A", "B", "C"], several=True)])
    asked.call("answer", question="q3", value="1; 3")
    assert asked.answers()["Which bins?"] == "A\nC"


def test_a_file_answers_with_lists_and_leaves_empty(asked: Asked, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({
        "When?": "2026-12-24", "q2": {"value": "n@example.org", "remember": True}, "q3": ["Blue", "Brown, garden"],
        "q4": 3, "Time": "10:00", "q6": None}))
    done = asked.call("answers", task="t1", file=str(file))
    assert (done["left_empty"], done["open"]) == (["q6"], [])
    assert asked.answers()["Which bins?"] == "Blue\nBrown, garden"
    assert asked.call("profile show")["facts"] == {"email": "n@example.org"}


def test_what_may_stay_empty_can_be_answered_first_and_never_holds_the_task_up(asked: Asked) -> None:
    assert asked.call("answer", question="q6", value="") == {"id": "q6", "state": "withdrawn"}
    asked.call("answers", task="t1", set=GOOD[:2])
    assert asked.call("answers", task="t1", set=GOOD[2:])["open"] == []


@pytest.mark.parametrize("name", ["q9=x", "nothing", "What?=x"])
def test_a_name_that_is_no_question_is_refused_with_those_that_are(asked: Asked, name: str) -> None:
    with pytest.raises(NotNow, match=r"q1 When|QUESTION=VALUE"):
        asked.call("answers", task="t1", set=[name])


def test_what_stays_empty_once_is_not_asked_again(asked: Asked) -> None:
    asked.call("answers", task="t1", set=GOOD)
    questions.ask(asked.desk.store, [asked.question("Anything else?", "value", required=False)])
    assert asked.call("questions") == []
