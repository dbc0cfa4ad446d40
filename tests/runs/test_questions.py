"""Questions: asked once, answered by any process, kept open by a wrong answer, and never answered by anybody else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from agent.intake.errors import BadFile
from agent.practice import PracticeSite, records, requests
from agent.profile.errors import ProfileError
from agent.store.problems import NotFound, NotNow
from tests.runs.household import FACTS, METER, Person, value_of
from tests.runs.test_practice_pages import PDF

pytestmark = pytest.mark.browser


@pytest.fixture
def forgetful(own_home: Path) -> Person:
    """A person whose profile lacks an e-mail address."""
    return Person(own_home, {kind: value for kind, value in FACTS.items() if kind != "email"})


async def test_a_missing_fact_is_asked_checked_and_remembered(forgetful: Person, site: PracticeSite) -> None:
    forgetful.add(METER, site.pages["meter-reading"])
    assert await forgetful.run() == {"t1": "needs_answer"}
    (asked,) = forgetful.questions()
    assert (asked["kind"], asked["id"], asked["task"], asked["asks"]) == ("question", "q1", "t1", "value")
    assert asked["summary"].startswith("Email address")
    for wrong, problem in (("not an address", ProfileError), ("", NotNow), ("  ", NotNow)):
        with pytest.raises(problem):
            forgetful.call("answer", question="q1", value=wrong, remember=True)
        assert [each["id"] for each in forgetful.questions()] == ["q1"]
    assert "email" not in forgetful.call("profile show")["facts"]
    assert await forgetful.run() == {"t1": "needs_answer"}
    assert forgetful.call("answer", question="q1", value="nora@example.org", remember=True) == {
        "id": "q1", "state": "answered"}
    assert forgetful.call("profile show")["facts"]["email"] == "nora@example.org"
    assert await forgetful.run() == {"t1": "needs_review"}
    held = forgetful.held()
    assert value_of(held, "email") == "nora@example.org"
    assert next(row["source"] for row in held["fields"] if row["name"] == "email") == "answer"


async def test_a_question_takes_one_answer(forgetful: Person, site: PracticeSite) -> None:
    forgetful.add(METER, site.pages["meter-reading"])
    await forgetful.run()
    forgetful.call("answer", question="q1", value="nora@example.org")
    with pytest.raises(NotNow, match="answered"):
        forgetful.call("answer", question="q1", value="else@example.org", remember=True)
    assert "email" not in forgetful.call("profile show")["facts"]
    with pytest.raises(NotFound):
        forgetful.call("answer", question="q2", value="x")
    await forgetful.run()
    assert value_of(forgetful.held(), "email") == "nora@example.org"


async def test_the_questions_of_a_cancelled_task_are_withdrawn(forgetful: Person, site: PracticeSite) -> None:
    forgetful.add(METER, site.pages["meter-reading"])
    await forgetful.run()
    forgetful.call("cancel", id="t1")
    assert forgetful.call("inbox") == []
    with pytest.raises(NotNow, match="withdrawn"):
        forgetful.call("answer", question="q1", value="nora@example.org")
    assert forgetful.call("retry", id="t1") == {"task": "t1", "state": "queued", "of": "t1"}
    assert await forgetful.run() == {"t1": "needs_answer"}


async def test_a_declaration_refused_ends_the_task_and_sends_nothing(person: Person, site: PracticeSite,
                                                                     tmp_path: Path) -> None:
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(PDF)
    person.add("Get me a library card", site.pages["library-card"], file=[str(bill)])
    assert await person.run() == {"t1": "needs_answer"}
    (asked,) = person.questions()
    assert (asked["asks"], asked["options"]) == ("declaration", ["yes", "no"])
    assert "I accept the terms of membership" in asked["summary"]
    with pytest.raises(NotNow, match="1 yes; 2 no"):
        person.call("answer", question=asked["id"], value="perhaps")
    person.call("answer", question=asked["id"], value="no")
    assert await person.run() == {"t1": "failed"}
    assert "I accept the terms of membership" in person.task()["message"]
    assert [each for each in requests(site.database) if each.method != "GET"] == []
    assert person.call("inbox") == []


@pytest.mark.slow
async def test_a_file_that_the_form_needs_is_asked_for(person: Person, site: PracticeSite, tmp_path: Path) -> None:
    person.add("Get me a library card", site.pages["library-card"])
    assert await person.run() == {"t1": "needs_answer"}
    asked = {each["asks"]: each["id"] for each in person.questions()}
    assert set(asked) == {"file", "declaration"}
    (tmp_path / "empty.pdf").write_bytes(b"")
    for wrong in (str(tmp_path / "none.pdf"), str(tmp_path), str(tmp_path / "empty.pdf")):
        with pytest.raises(BadFile):
            person.call("answer", question=asked["file"], value=wrong)
    assert asked["file"] in {each["id"] for each in person.questions()}
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(PDF)
    person.call("answer", question=asked["file"], value=str(bill))
    bill.unlink()  # the task has its own copy
    person.call("answer", question=asked["declaration"], value="1")
    assert await person.run() == {"t1": "needs_review"}
    person.call("approve", id=person.held()["id"])
    assert await person.run() == {"t1": "done"}
    assert records(site.database)[0].fields["proof_of_address"]["sha256"] == hashlib.sha256(PDF).hexdigest()


@pytest.mark.slow
async def test_answers_outlive_a_failed_attempt(forgetful: Person, tmp_path: Path) -> None:
    with PracticeSite(tmp_path / "short.db") as site:
        page, port = site.pages["meter-reading"], int(site.url.rpartition(":")[2])
        forgetful.add(METER, page)
        await forgetful.run()
        forgetful.call("answer", question="q1", value="nora@example.org")
    assert await forgetful.run() == {"t1": "failed"}
    with PracticeSite(tmp_path / "short.db", port):
        forgetful.call("retry", id="t1")
        assert await forgetful.run() == {"t1": "needs_review"}
