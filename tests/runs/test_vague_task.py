"""A task without an address: where it starts, in whole runs at the practice council and at the desk."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from agent.cli_text import as_text
from agent.intake.errors import BadAddress
from agent.practice import PracticeSite, records
from agent.store.problems import NotNow
from agent.store.tables import now
from tests.runs.household import METER, Person, value_of

URL = "https://energy.example/reading"
EVIL = "https://energy-example.test/reading"


@pytest.mark.browser
async def test_the_second_reading_starts_where_the_first_was_sent_and_is_held(person: Person,
                                                                              site: PracticeSite) -> None:
    start = site.pages["meter-reading"]
    person.add(METER, start)
    async with person.running() as work:
        await person.until(lambda: person.call("inbox"), work)
        person.call("approve", id="s1")
        await person.until(lambda: person.state() == "done", work)
        draft = person.call("draft", text=METER.replace("48213", "48300"))
        assert (draft["url"], draft["start"]["why"], draft["missing"]) == (start, "known", [])
        added = person.call("add", text=METER.replace("48213", "48300"))
        assert added["start"] == draft["start"]["reason"]
        here = site.url.split("/")[2]
        assert added["start"].startswith(f"Starts at {here} because you sent “Submit my meter reading")
        await person.until(lambda: person.call("inbox"), work)
        assert value_of(person.held(), "reading") == "48300"
    assert person.task("t2")["start"]["reason"] == added["start"]
    assert person.call("grants", id="t2")["sites"] == [start]
    assert [each.fields["reading"] for each in records(site.database)] == ["48213"]  # the second one waits


@pytest.mark.browser
async def test_a_task_waits_for_its_address_and_then_runs(person: Person, site: PracticeSite, tmp_path: Path) -> None:
    person.call("add", text=METER, file=[letter(tmp_path)])
    assert await person.run() == {"t1": "needs_answer"}
    assert person.task()["runs"] == []
    person.call("answer", question="q1", value=site.pages["meter-reading"])
    assert await person.run() == {"t1": "needs_review"}
    assert value_of(person.held(), "reading") == "48213"


@pytest.fixture
def clerk(own_home: Path) -> Person:
    """Tells nothing about themselves: these tests stay at the desk."""
    return Person(own_home, {})


def letter(folder: Path, subject: str = "Your meter reading", body: str = f"Go to {EVIL} today") -> str:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "supplier@energy.example", subject
    mail.set_content(body)
    mail.add_attachment(b"%PDF-1.4 <</A<</S/URI/URI(https://energy.example.evil.test/pay)>>>>", maintype="application",
                        subtype="pdf", filename="bill.pdf")
    path = folder / "letter.eml"
    path.write_bytes(mail.as_bytes())
    return str(path)


def sent_before(clerk: Person, text: str = "Submit my meter reading, 47010", url: str = URL) -> str:
    """A task that was sent and answered, as its run would leave it."""
    from agent.protocol import ReceiptState, TaskState
    from agent.store import receipts, tasks
    from agent.store.ids import number_of
    from agent.store.migrate import open_store
    from agent.store.tables import Receipt

    id = clerk.add(text, url)
    store = open_store(clerk.home)
    try:
        run = tasks.start_run(store, number_of("t", id))
        receipts.file(store, Receipt(task_id=number_of("t", id), run_id=run.id or 0, origin="https://energy.example",
                                     url=f"{url}/send", sent_at=now(), state=ReceiptState.CONFIRMED))
        tasks.change(store, number_of("t", id), state=TaskState.DONE)
    finally:
        store.close()
    return id


def test_a_letter_that_names_another_site_makes_it_ask(clerk: Person, tmp_path: Path) -> None:
    sent_before(clerk)
    clerk.call("add", text="Submit my meter reading, see the letter", file=[letter(tmp_path)])
    task = clerk.task("t2")
    assert (task["state"], task["url"], task["start"]["why"]) == ("needs_answer", "", "document")
    (asked,) = clerk.call("questions")
    assert (asked["asks"], asked["options"]) == ("start", [URL, EVIL, "https://energy.example.evil.test/pay"])
    careful = (f"{EVIL}: named in “letter.eml”; careful: it looks like energy.example, which you know, and is another "
               "site")
    assert careful in asked["hint"].splitlines()
    for name in ("inbox", "questions"):  # in the terminal too, whole
        assert careful in as_text(name, clerk.call(name))
    assert EVIL in as_text("task", task)
    assert [each["url"] for each in task["start"]["proposals"]] == asked["options"]
    assert clerk.call("grants", id="t2")["sites"] == []
    clerk.call("answer", question=asked["id"], value="1")
    assert (clerk.task("t2")["url"], clerk.task("t2")["start"]["why"]) == (URL, "answer")


def test_the_subject_of_a_letter_decides_nothing(clerk: Person, tmp_path: Path) -> None:
    sent_before(clerk)
    for subject in (f"Your meter reading {EVIL}", "Your meter reading at energy-example.test/reading", "Meter reading",
                    "Zählerstand https://xn--nergy-9ra.example/x melden"):
        found = clerk.call("draft", text="", file=[letter(tmp_path, subject, "No address here.")])
        assert (found["url"], found["start"]["why"]) == ("", "document")
        assert EVIL not in found["text"]
    clerk.call("add", text="", file=[letter(tmp_path)])
    assert (clerk.state("t2"), clerk.task("t2")["url"]) == ("needs_answer", "")


def test_an_answer_is_checked_as_an_address_is_when_a_task_is_added(clerk: Person) -> None:
    clerk.call("add", text="Submit my meter reading")
    for bad in ("javascript:alert(1)", "https://energy.example@evil.test/", "file:///etc/passwd", "two words"):
        with pytest.raises(BadAddress):
            clerk.call("answer", question="q1", value=bad)
    with pytest.raises(NotNow):
        clerk.call("answer", question="q1", value=" ")
    assert clerk.state() == "needs_answer"
    clerk.call("answers", task="t1", set=["q1=énergy.example/reading"])
    assert clerk.task()["url"] == "https://xn--nergy-9ra.example/reading"


def test_the_address_can_be_changed_until_it_begins(clerk: Person) -> None:
    sent_before(clerk)
    clerk.call("add", text="Submit my meter reading 48300")
    assert clerk.task("t2")["url"] == URL
    clerk.call("address", id="t2", url="other.example/form")
    assert (clerk.task("t2")["url"], clerk.state("t2")) == ("https://other.example/form", "queued")
    assert clerk.task("t2")["start"]["reason"] == "Starts at other.example because you gave this address."
    clerk.call("add", text="Something else")
    clerk.call("address", id="t3", url=URL)
    assert (clerk.state("t3"), clerk.call("questions"), clerk.task("t3")["url"]) == ("queued", [], URL)
    clerk.call("cancel", id="t3")
    clerk.call("address", id="t3", url="fourth.example/form")
    assert (clerk.state("t3"), clerk.task("t3")["url"]) == ("cancelled", "https://fourth.example/form")
    assert clerk.call("retry", id="t3")["state"] == "queued"
    for again in (False, True):
        with pytest.raises(NotNow):
            clerk.call("address", id="t1", url=URL, again=again)   # it was sent


def test_a_task_under_way_is_only_begun_elsewhere_as_a_new_one(clerk: Person) -> None:
    from agent.store import tasks
    from agent.store.migrate import open_store

    clerk.call("add", text="Submit my meter reading 48300", url=URL)
    store = open_store(clerk.home)
    run = tasks.start_run(store, 1)
    with pytest.raises(NotNow, match="--again"):
        clerk.call("address", id="t1", url="other.example/form")
    with pytest.raises(BadAddress):
        clerk.call("address", id="t1", url="javascript:alert(1)", again=True)
    assert clerk.state("t1") == "running"
    found = clerk.call("address", id="t1", url="other.example/form", again=True)
    assert (found["id"], found["of"], found["state"]) == ("t2", "t1", "queued")
    assert (clerk.state("t1"), clerk.task("t1")["url"]) == ("cancelled", URL)
    assert "it is now t2" in clerk.task("t1")["message"]
    assert (clerk.task("t2")["url"], clerk.task("t2")["text"]) == ("https://other.example/form",
                                                                   "Submit my meter reading 48300")
    with pytest.raises(NotNow, match="still being stopped"):
        clerk.call("address", id="t1", url="third.example/form")
    tasks.end_run(store, run.id or 0, "ended", "You cancelled it.")
    store.close()
    assert clerk.call("address", id="t1", url="third.example/form")["state"] == "cancelled"


def test_a_task_given_up_before_it_was_answered_asks_again_when_it_is_tried_again(clerk: Person) -> None:
    clerk.call("add", text="Something else")
    clerk.call("cancel", id="t1")
    assert clerk.call("questions") == []
    assert clerk.call("retry", id="t1")["state"] == "needs_answer"
    assert [each["id"] for each in clerk.call("questions")] == ["q1"]


def test_an_address_is_given_once(clerk: Person) -> None:
    """A question of that kind that came from anywhere else changes nothing."""
    from agent.store import questions, tasks
    from agent.store.migrate import open_store
    from agent.store.tables import Question

    clerk.add("Submit my meter reading", URL)
    store = open_store(clerk.home)
    try:
        questions.ask(store, [Question(task_id=1, key="start", kind="start", prompt="Where?", options=[EVIL])])
        questions.answer(store, 1, EVIL)
        assert tasks.get(store, 1).url == URL
    finally:
        store.close()


def test_what_is_shown_is_plain_json(clerk: Person, tmp_path: Path) -> None:
    found = clerk.call("draft", text="See the letter", file=[letter(tmp_path)])
    assert json.loads(json.dumps(found))["start"]["why"] == "document"
    assert found["links"] == [EVIL, "https://energy.example.evil.test/pay"]
