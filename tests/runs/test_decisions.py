"""Decisions taken after a run has ended: the next run fills the page again and sends only what was approved."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from agent.practice import PracticeSite, records, requests
from agent.store import ledger, submissions
from agent.store.migrate import open_store
from agent.store.problems import NotNow
from tests.parts.recording import Arrived, RecordingSite, Reply
from tests.runs.household import METER, Person, value_of

pytestmark = pytest.mark.browser


async def meter_reading_held(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    assert await person.run() == {"t1": "needs_review"}


def nothing_arrived(site: PracticeSite) -> bool:
    return all(each.method == "GET" for each in requests(site.database))


async def test_what_waits_is_not_touched_by_further_runs(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    runs = len(person.task()["runs"])
    assert await person.run() == {"t1": "needs_review"}
    assert len(person.task()["runs"]) == runs
    assert nothing_arrived(site)


async def test_an_edit_makes_a_new_revision_that_needs_its_own_approval(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    first = person.held()
    assert person.call("edit", id="s1", set=["reading=48214"]) == {"id": "s1", "state": "editing"}
    with pytest.raises(NotNow, match="filled in again"):
        person.call("approve", id="s1", digest=first["digest"])
    await person.run()
    second = person.held()
    assert (second["id"], second["revision"], value_of(second, "reading")) == ("s1", first["revision"] + 1, "48214")
    assert [row["source"] for row in second["fields"] if row["name"] == "reading"] == ["you"]
    assert [(each["before"], each["now"]) for each in second["difference"]] == [("48213", "48214")]
    with pytest.raises(NotNow, match="changed since"):
        person.call("approve", id="s1", digest=first["digest"])
    assert nothing_arrived(site)
    person.call("approve", id="s1", digest=second["digest"])
    assert await person.run() == {"t1": "done"}
    assert [each.fields["reading"] for each in records(site.database)] == ["48214"]


async def test_what_can_not_be_edited_is_refused_and_stays_held(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    for wrong in ("csrf_token=x", "no-such=1", "reading", ""):
        with pytest.raises(NotNow):
            person.call("edit", id="s1", set=[wrong])
    assert person.held()["state"] == "held"


async def test_one_part_of_a_date_can_be_edited(person: Person, site: PracticeSite) -> None:
    person.add("I have moved. My old postcode was TV1 3AA.", site.pages["change-of-address"])
    await person.run()
    day = next(row for row in person.held()["fields"] if row["value"] == "14")
    person.call("edit", id="s1", set=[f"{day['name']}=15"])
    await person.run()
    again = person.held()
    assert [row["value"] for row in again["fields"] if row["name"].startswith(day["name"][:4])] == ["15", "3", "1986"]
    assert again["warnings"] == []


@pytest.mark.slow
async def test_an_edit_that_is_none_of_the_choices_is_refused(person: Person, site: PracticeSite) -> None:
    person.add("Book an appointment about planning and building at the first available time", site.pages["appointment"])
    await person.run()
    with pytest.raises(NotNow, match=r"Housing and homelessness; .*Planning and building"):
        person.call("edit", id="s1", set=["reason=Dragons"])
    person.call("edit", id="s1", set=["reason=Housing and homelessness"])
    await person.run()
    assert value_of(person.held(), "reason") == "housing"


SHOUTS = """<!doctype html><html lang=en><title>Names</title><h1>Names</h1><form method=post action=/send>
<label>First name <input name=first autocomplete=given-name required></label><button>Send</button></form>
<script>document.forms[0].addEventListener("submit", () => { document.forms[0].first.value = "ELSE"; });</script>"""


async def test_an_edit_that_the_page_overrides_is_said(person: Person) -> None:
    with RecordingSite({"/": SHOUTS}) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        assert value_of(person.held(), "first") == "ELSE"
        person.call("edit", id="s1", set=["first=Nora"])
        await person.run()
        again = person.held()
        assert value_of(again, "first") == "ELSE"
        assert any("“First name” could not be put" in each for each in again["warnings"])
        assert site.writes == []


async def test_a_note_that_carries_a_value_is_followed(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("send-back", id="s1", text="The meter reading is 48300")
    await person.run()
    again = person.held()
    assert value_of(again, "reading") == "48300"
    assert again["warnings"] == []
    assert nothing_arrived(site)


@pytest.mark.slow
async def test_a_note_has_the_last_word_over_an_older_edit_of_the_same(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("edit", id="s1", set=["reading=48214", "email=nora@example.org"])
    await person.run()
    person.call("send-back", id="s1", text="The meter reading is 48215")
    await person.run()
    again = person.held()
    assert (value_of(again, "reading"), value_of(again, "email")) == ("48215", "nora@example.org")
    person.call("approve", id="s1")
    assert await person.run() == {"t1": "done"}
    assert [each.fields["reading"] for each in records(site.database)] == ["48215"]


async def test_a_note_that_changes_nothing_is_said(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("send-back", id="s1", text="Hm, are you sure?")
    await person.run()
    assert "changed nothing" in " ".join(person.held()["warnings"])


async def test_a_note_on_what_is_no_longer_held_is_not_kept(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("approve", id="s1")
    with pytest.raises(NotNow):
        person.call("send-back", id="s1", text="The meter reading is 1")
    assert await person.run() == {"t1": "done"}
    assert records(site.database)[0].fields["reading"] == "48213"


async def test_after_reject_nothing_ever_arrives(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    assert person.call("reject", id="s1") == {"id": "s1", "state": "rejected"}
    assert person.state() == "cancelled"
    with pytest.raises(NotNow, match="rejected"):
        person.call("approve", id="s1")
    assert await person.run() == {}
    assert nothing_arrived(site)
    assert person.call("receipts") == []
    assert list((person.home / "resume").iterdir()) == []
    store = open_store(person.home)
    assert [each.event for each in submissions.journal(store, 1)] == ["held", "reject"]
    assert ledger.broken_links(store) == []
    store.close()


async def test_a_decision_is_taken_once(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("approve", id="s1")
    for verb, more in (("approve", {}), ("reject", {}), ("edit", {"set": ["reading=1"]}), ("send-back", {"text": "x"})):
        with pytest.raises(NotNow, match="already approved"):
            person.call(verb, id="s1", **more)
    assert await person.run() == {"t1": "done"}
    with pytest.raises(NotNow, match="already been sent"):
        person.call("approve", id="s1")
    assert await person.run() == {}
    assert len(records(site.database)) == 1


@pytest.mark.slow
async def test_a_profile_changed_after_the_approval_is_shown_and_not_sent(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    before = person.held()
    person.call("approve", id="s1")
    person.call("profile set", kind="email", value="eleanor@example.org")
    assert await person.run() == {"t1": "needs_review"}
    assert nothing_arrived(site)
    again = person.held()
    assert [(each["name"], each["before"], each["now"]) for each in again["difference"]] == [
        ("email", "e.whitcombe@example.org", "eleanor@example.org")]
    with pytest.raises(NotNow, match="changed since"):
        person.call("approve", id="s1", digest=before["digest"])
    person.call("approve", id="s1", digest=again["digest"])
    assert await person.run() == {"t1": "done"}
    assert records(site.database)[0].fields["email"] == "eleanor@example.org"


FORM = """<!doctype html><html lang=en><title>Names</title><h1>Names</h1><form method=post action=/send>
<label>First name <input name=first autocomplete=given-name required></label>HIDDEN<button>Send</button></form>"""


async def test_a_page_that_changed_after_the_approval_is_shown_and_not_sent(person: Person) -> None:
    with RecordingSite({"/": FORM.replace("HIDDEN", "")}) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        person.call("approve", id="s1")
        site.pages["/"] = FORM.replace("HIDDEN", '<input type=hidden name=plan value="gold">')
        assert await person.run() == {"t1": "needs_review"}
        assert site.writes == []
        again = person.held()
        assert [(each["name"], each["now"], each["what"]) for each in again["difference"]] == [("plan", "gold", "new")]
        person.call("approve", id="s1")
        assert await person.run() == {"t1": "done"}
        assert [parse_qs(each.body.decode()) for each in site.writes] == [{"first": ["Eleanor"], "plan": ["gold"]}]


async def test_a_site_that_is_gone_when_the_approval_is_carried_out_loses_nothing(person: Person) -> None:
    with RecordingSite({"/": FORM.replace("HIDDEN", "")}) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        person.call("edit", id="s1", set=["first=Nora"])
        await person.run()
        assert value_of(person.held(), "first") == "Nora"
        person.call("approve", id="s1")
        page, site.pages = site.pages, {}
        site._answerer = lambda _request: Reply(503)
        assert await person.run() == {"t1": "failed"}
        assert "503" in person.task()["message"]
        assert person.call("submission", id="s1")["state"] == "not_sent"
        assert person.call("inbox") == []
        site.pages = page
        assert person.call("retry", id="t1")["task"] == "t1"
        assert await person.run() == {"t1": "needs_review"}
        assert value_of(person.held(), "first") == "Nora"
        assert site.writes == []


@pytest.mark.slow
async def test_an_edit_waits_for_a_site_that_is_gone(person: Person) -> None:
    with RecordingSite({"/": FORM.replace("HIDDEN", "")}) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        person.call("edit", id="s1", set=["first=Nora"])
        page, site.pages = site.pages, {}
        site._answerer = lambda _request: Reply(503)
        assert await person.run() == {"t1": "failed"}
        site.pages = page
        person.call("retry", id="t1")
        await person.run()
        assert value_of(person.held(), "first") == "Nora"


def dies(_request: Arrived) -> Reply:
    return Reply(die=True)


async def test_a_site_that_dies_while_it_is_sent_leaves_a_doubt_and_no_second_send(person: Person) -> None:
    with RecordingSite({"/": FORM.replace("HIDDEN", "")}, dies) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        person.call("approve", id="s1")
        assert await person.run() == {"t1": "unknown"}
        assert person.receipt()["state"] == "unknown"
        assert await person.run() == {}
        assert len(site.writes) == 1
        with pytest.raises(NotNow, match="even-if-sent"):
            person.call("retry", id="t1")
        assert person.call("retry", id="t1", even_if_sent=True)["task"] == "t2"
        assert (await person.run())["t2"] == "needs_review"
        assert any("already sent exactly this" in each for each in person.held()["warnings"])
        assert len(site.writes) == 1


async def test_an_answer_page_that_says_nothing_is_no_confirmation(person: Person) -> None:
    with RecordingSite({"/": FORM.replace("HIDDEN", "")}, lambda _request: Reply(body=b"<p>Hello.</p>")) as site:
        person.add("Send my name", site.url + "/")
        await person.run()
        person.call("approve", id="s1")
        await person.run()
        assert person.receipt()["state"] == "answered"
        assert len(site.writes) == 1


async def test_a_cancelled_task_is_not_sent_although_it_was_approved(person: Person, site: PracticeSite) -> None:
    await meter_reading_held(person, site)
    person.call("approve", id="s1")
    assert person.call("cancel", id="t1") == {"id": "t1", "state": "cancelled"}
    assert await person.run() == {}
    assert nothing_arrived(site)
