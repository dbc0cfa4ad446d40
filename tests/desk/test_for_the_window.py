"""What a window asks for: the list, drafts, pausing, settings, the profile with where facts went."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from agent.intake.errors import IntakeError
from agent.protocol import settings
from agent.store.problems import NotFound, NotNow
from tests.runs.household import Person

URL = "https://council.example/meter"


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home, {"given-name": "Eleanor", "email": "e@example.org"})


def rows(person: Person) -> dict[str, Any]:
    return {each["id"]: each for each in person.call("board")["rows"]}


def test_the_board_lists_tasks_in_short(person: Person) -> None:
    person.add("Submit my meter reading, 48213", URL)
    person.add("Another", URL)
    person.call("cancel", id="t2")
    board = person.call("board", limit="1")
    assert (board["total"], board["next"], [each["id"] for each in board["rows"]]) == (2, "o1", ["t1"])
    assert [each["id"] for each in person.call("board")["rows"]] == ["t1", "t2"]
    assert rows(person)["t1"] | {"created_at": "", "updated_at": ""} == {
        "id": "t1", "title": "Submit my meter reading, 48213", "site": "council.example", "state": "queued",
        "message": "", "paused": False, "waits": [], "files": 0, "created_at": "", "updated_at": ""}
    assert person.call("board", after="t2", limit=5)["rows"] == []
    assert [each["id"] for each in person.call("board", ids=["t2", "t77"])["rows"]] == ["t2"]
    with pytest.raises(NotFound):
        person.call("board", after="nowhere")
    for bad in ("0", "x", "5001"):
        with pytest.raises(NotNow):
            person.call("board", limit=bad)


def test_a_draft_is_shown_and_not_filed(person: Person, tmp_path: Path) -> None:
    letter = tmp_path / "proof.pdf"
    letter.write_bytes(b"%PDF-1.4 proof")
    found = person.call("draft", text="Reading 48213", file=[str(letter)])
    assert found["files"] == [{"name": "proof.pdf", "path": str(letter), "media_type": "application/pdf", "size": 14}]
    assert "48213" in [each["value"] for each in found["values"]]
    assert (found["missing"], found["url"], found["start"]["why"]) == ([], "", "nothing")
    assert person.call("draft", text=f"Reading 48213 at {URL}")["start"]["why"] == "given"
    with pytest.raises(IntakeError):
        person.call("draft", text=" ")
    assert person.call("board")["total"] == 0


def test_a_task_can_be_paused_until_it_is_finished(person: Person) -> None:
    person.add("Reading 48213", URL)
    assert person.call("pause", id="t1") == {"id": "t1", "paused": True}
    assert rows(person)["t1"]["paused"]
    assert person.call("resume", id="t1") == {"id": "t1", "paused": False}
    person.call("cancel", id="t1")
    with pytest.raises(NotNow):
        person.call("pause", id="t1")


async def test_a_paused_task_is_not_taken_up(person: Person) -> None:
    person.add("Reading 48213", "https://127.0.0.1:1/never")
    person.call("pause", id="t1")
    assert await person.run() == {"t1": "queued"}
    assert person.task()["runs"] == []


def test_settings_are_checked_and_kept_privately(person: Person) -> None:
    shown = {each["key"]: each for each in person.call("settings show")}
    assert list(shown) == [each.key for each in settings.TABLE]
    assert shown["side-by-side"]["value"] == 2
    changed = {each["key"]: each["value"] for each in person.call("settings set", key="side-by-side", value="3")}
    assert changed["side-by-side"] == 3
    assert json.loads((person.home / settings.FILE).read_text()) == {"side-by-side": 3}
    assert stat.S_IMODE((person.home / settings.FILE).stat().st_mode) == 0o600
    for key, value in (("side-by-side", "9"), ("theme", "pink"), ("notify", "perhaps"), ("nothing", "1")):
        with pytest.raises(NotNow):
            person.call("settings set", key=key, value=value)
    (person.home / settings.FILE).write_text('{"theme": "dark", "side-by-side": 99, "gone": 1}')
    read = settings.read(person.home)
    assert (read["theme"], read["side-by-side"]) == ("dark", 2)
    (person.home / settings.FILE).write_text("{broken")
    assert settings.read(person.home)["theme"] == "system"


def test_kinds_and_facts_have_words_of_people(person: Person) -> None:
    kinds = {each["kind"]: each for each in person.call("profile kinds")}
    assert kinds["given-name"]["label"] == "First name"
    assert kinds["vehicle-registration"]["label"] == "Vehicle registration"
    assert "cc-number" not in kinds                   # never kept
    person.call("profile set", kind="custom-boat-name", value="Curlew")
    person.call("profile set", kind="billing postal-code", value="SY3 7QX")
    labels = {each["kind"]: each["label"] for each in person.call("profile facts")}
    assert labels == {"given-name": "First name", "email": "E-mail", "custom-boat-name": "Boat name",
                      "billing postal-code": "Billing postcode"}


@pytest.mark.parametrize(("kind", "value", "kept"), [
    ("postal-code", "sy37qx", "SY3 7QX"), ("postal-code", "nonsense", ""), ("no-such", "x", ""),
    ("cc-number", "4111111111111111", "")])
def test_a_value_is_tried_without_being_kept(person: Person, kind: str, value: str, kept: str) -> None:
    person.call("profile set", kind="country", value="GB")
    found = person.call("profile check", kind=kind, value=value)
    assert (found["value"], bool(found["problem"])) == (kept, not kept)
    assert set(person.call("profile show")["facts"]) == {"given-name", "email", "country"}


def test_an_import_is_shown_before_it_is_kept(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "me.json"
    file.write_text('{"given-name": "Ellie", "email": "e@example.org", "family-name": "Whitcombe"}')
    found = person.call("profile preview", file=str(file))
    assert [each["kind"] for each in found["facts"]] == ["given-name", "email", "family-name"]
    assert found["replaces"] == ["given-name"]
    assert person.call("profile show")["facts"]["given-name"] == "Eleanor"
    file.write_text('{"given-name": "Mallory"}')             # another file by the time it is taken over
    with pytest.raises(NotNow, match="changed since you looked"):
        person.call("profile import", file=str(file), seen=found["seen"])
    assert person.call("profile show")["facts"]["given-name"] == "Eleanor"
    assert person.call("profile import", file=str(file), seen=person.call("profile preview", file=str(file))["seen"])


def test_what_is_not_there_is_said(person: Person) -> None:
    for name, arguments in (("receipt", {"id": "r1"}), ("receipt", {"id": "x"}), ("task", {"id": "t1"}),
                            ("pause", {"id": "t1"})):
        with pytest.raises(NotFound):
            person.call(name, **arguments)
    assert person.call("receipts", limit="5") == []
