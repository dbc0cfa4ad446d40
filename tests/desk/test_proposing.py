"""What documents propose for a question or a chore is shown and never taken; a photo's as a letter's."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.cli import main
from agent.desk import Desk
from agent.intake.picture_reading import available
from agent.store import questions, tasks
from agent.store.tables import Question, Task
from tests.desk.test_chores import RULE

Ask = Callable[..., Any]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def one(*words: str, code: int = 0) -> Any:
        assert main([*words, "--json"]) == code
        return json.loads(capsys.readouterr().out)
    return one


def letter(folder: Path, text: str = "Your meter reading was 48213.\nCustomer number: 48300\n") -> str:
    path = folder / "letter.txt"
    path.write_text(text)
    return str(path)


def asked_by_a_form(kind: str = "value") -> None:
    desk = Desk(None)
    tasks.add(desk.store, Task(text="Do it", title="Do it", url="https://council.example/", planner="auto", files=[],
                               sites=[], contract={}))
    questions.ask(desk.store, [Question(task_id=1, key="x", kind=kind, prompt="Meter reading\nIn kWh",
                                        about={"form": "number"})])
    desk.close()


def test_a_forms_own_question_is_answered_from_a_letter_by_the_person_alone(
        ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked_by_a_form()
    found = ask("answer", "q1", "--from", letter(tmp_path))
    assert found == {"question": "q1", "notes": [], "proposed": [
        {"value": "48213", "where": "letter.txt: “Your meter reading was 48213”"}]}
    assert [each["id"] for each in ask("questions")] == ["q1"]
    assert main(["answer", "q1", "--from", letter(tmp_path)]) == 0
    assert "Not taken; choose with: answer q1 VALUE\n   48213   letter.txt: “" in capsys.readouterr().out
    nothing = ask("propose", "q1", "--files", letter(tmp_path, "Hello"))
    assert (nothing["proposed"], nothing["notes"]) == ([], ["Meter reading: nothing was found that is surely meant."])
    for words in (("answer", "q1"), ("answer", "q1", "1", "--from", letter(tmp_path))):
        assert "--from" in ask(*words, code=1)["error"]
    assert ask("answer", "q1", "48213")["state"] == "answered"
    assert "takes no answer" in ask("answer", "q1", "--from", letter(tmp_path), code=1)["error"]


def test_a_document_is_no_declaration(ask: Ask, tmp_path: Path) -> None:
    asked_by_a_form("declaration")
    assert "only say a value" in ask("answer", "q1", "--from", letter(tmp_path), code=1)["error"]


def test_a_chores_question_is_measured_by_its_last_value(ask: Ask, tmp_path: Path) -> None:
    ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    ask("chore", "edit", "h1", "--keep", "reading=47900")
    ask("chore", "edit", "h1", "--ask", "reading")
    task = ask("chore", "run", "h1", "--instead")["task"]
    (asked,) = ask("questions", "--task", task)
    found = ask("answer", asked["id"], "--from", letter(tmp_path, "Reading: 47900\nReading: 99999\nReading: 48213\n"))
    assert [each["value"] for each in found["proposed"]] == ["48213", "99999", "47900"]


def test_what_was_given_is_taken_back_and_left_out_again(ask: Ask, tmp_path: Path) -> None:
    ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    (given,) = ask("chore", "give", "h1", "--file", letter(tmp_path))
    assert given["undo"] == "what was given beforehand"
    assert ask("chore", "give", "h1", "--set", "reading=48213")[0]["given"] == {"reading": "48213"}
    ask("chore", "undo", "h1")
    (row,) = ask("chore", "show", "h1")["occurrences"]
    assert (row["given"], len(row["proposed"]["reading"])) == ({}, 1)
    ask("chore", "give", "h1", "--set", "reading=48213")
    assert ask("chore", "give", "h1", "--set", "reading=")[0]["given"] == {}
    (kept,) = ask("chore", "give", "h1", "--file", letter(tmp_path), "--attach", "--unread", "--at",
                  given["next"][1][:19])
    assert (kept["attached"], kept["proposed"], kept["notes"]) == (["letter.txt"], {}, [])
    ask("chore", "undo", "h1")
    assert [each["local"] for each in ask("chore", "show", "h1")["occurrences"]] == [given["at"]]
    assert "--unread" in ask("chore", "give", "h1", "--file", letter(tmp_path), "--unread", code=1)["error"]


@pytest.mark.skipif(not available(), reason="the extra for photos is absent")
def test_a_photo_of_a_meter_proposes_its_reading(ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.bench.photos.drawn import meter

    drawn = meter("display", "plain", random.Random(3))
    photo = tmp_path / "meter.jpg"
    drawn.picture.save(photo)
    ask("chore", "add", "Submit {reading}", *RULE, "--url", "https://example.org/form")
    ask("chore", "edit", "h1", "--keep", f"reading={drawn.last}")
    ask("chore", "edit", "h1", "--ask", "reading")
    assert main(["chore", "give", "h1", "--file", str(photo), "--json"]) == 0
    said = capsys.readouterr()
    (given,) = json.loads(said.out)
    assert given["parameters"][0]["last"] == drawn.last
    assert given["proposed"]["reading"][0]["value"] == drawn.value
    assert (given["given"], said.err) == ({}, "Reading meter.jpg.\n")
