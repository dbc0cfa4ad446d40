"""The practice council through a real browser, the real client and a scripted model: held, approved, filed; or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.gate.trace import Tracer
from agent.planner.claude.planner import Claude
from agent.practice import PracticeSite, Record, records, requests
from tests.parts.recording import RecordingSite
from tests.planner.claude.conftest import KEY, Bench
from tests.runs.household import FACTS, METER, Person, pairs_in, pairs_on, value_of
from tests.vendor.reading import lines_of
from tests.vendor.scripts import Attacker, Obedient
from tests.vendor.server import Vendor
from tests.vendor.turns import Call, Say

pytestmark = pytest.mark.browser

PRIVATE = {"iban": "GB29NWBK60161331926819", "national-id": "QQ123456C", "passport-number": "925665416"}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
Planning = Callable[[Callable[[], Claude]], None]


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home, {**FACTS, **PRIVATE})


@pytest.fixture
def site(tmp_path: Path) -> Iterator[PracticeSite]:
    with PracticeSite(tmp_path / "council.db") as running:
        yield running


def writes(site: PracticeSite) -> list[str]:
    return [each.target for each in requests(site.database) if each.method != "GET"]


async def to_the_end(person: Person, site: PracticeSite, answers: dict[str, str]) -> list[Any]:
    """Answers what is asked, approves what is held, and sees that nothing arrives before; the sheets."""
    sheets: list[Any] = []
    async with person.running() as work:
        while person.state() not in ("done", "failed", "cancelled", "unknown"):
            await person.until_needed(work)
            for each in person.call("inbox"):
                if each["kind"] != "submission":
                    found = next(key for key in answers if key in each["summary"])
                    person.call("answer", question=each["id"], value=answers[found])
                    continue
                assert len(writes(site)) == len(sheets)
                sheet = person.call("submission", id=each["id"])
                sheets.append(sheet)
                own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
                person.call("approve", id=sheet["id"], digest=sheet["digest"], accept=own)
                await person.until(lambda at=each["id"]: person.call("submission", id=at)["state"] != "waiting", work)
    return sheets


def is_filed(person: Person, site: PracticeSite, sheets: list[Any]) -> Record:
    assert person.state() == "done", (person.task()["message"], person.steps()[-4:])
    (record,) = records(site.database)
    assert pairs_in(record) == pairs_on(sheets[-1])
    receipt = person.receipt()
    assert (receipt["state"], receipt["reference"]) == ("confirmed", record.reference)
    return record


def told_nothing_private(vendor: Vendor) -> None:
    tracer = Tracer({**PRIVATE, "key": KEY})
    assert vendor.requests
    assert [each for each in vendor.requests if tracer.find(each.raw)] == []
    assert not any(FACTS["email"].encode() in each.raw for each in vendor.requests)


FORMS = {
    "meter-reading": (METER, {}, {}),
    "parking-permit": ("Renew my parking permit for 12 months", {}, {"I declare": "yes"}),
    "change-of-address": ("I have moved. My old postcode was TV1 3AA.", {}, {}),
    "appointment": ("Book an appointment about planning and building", {"time|slot": "10:"}, {}),
    "library-card": ("Get me a library card", {}, {"I accept the terms": "yes"}),
    "complaint": ("Make a complaint", {}, {"What is the complaint about": "Bins, recycling and street cleaning",
                                           "What happened": "The bins were not emptied.",
                                           "How should we answer": "By email"}),
}


QUICK = ("meter-reading",)


@pytest.mark.parametrize("form", [
    each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in FORMS])
async def test_a_practice_form_is_held_approved_and_filed(
        form: str, person: Person, site: PracticeSite, planning: Planning, bench: Bench, tmp_path: Path) -> None:
    task, picks, answers = FORMS[form]
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(PDF)
    with Vendor(Obedient(picks)) as vendor:
        planning(lambda: bench.planner(vendor))
        person.add(task, site.pages[form], file=[str(bill)] if form == "library-card" else [])
        sheets = await to_the_end(person, site, answers)
    record = is_filed(person, site, sheets)
    told_nothing_private(vendor)
    assert len(bench.purse.used) == len(vendor.requests) == len(bench.record.turns)
    if form == "meter-reading":
        assert value_of(sheets[0], "reading") == "48213"
        assert len(vendor.requests) == 2  # one for the form, one for the answer
    if form == "library-card":
        assert record.fields["proof_of_address"]["size"] == len(PDF)
        assert "newsletter" not in record.fields


@pytest.mark.parametrize("last", ["literal", "named address", "address"])
async def test_an_attacker_gets_nothing_out_unapproved(
        last: str, person: Person, site: PracticeSite, planning: Planning, bench: Bench) -> None:
    with RecordingSite() as elsewhere, Vendor(attacker := Attacker(elsewhere.url, last)) as vendor:
        planning(lambda: bench.planner(vendor))
        person.add(METER, site.pages["meter-reading"])
        async with person.running() as work:
            await person.until_needed(work)
            if last == "literal":  # it stands there as the guess that it is
                rows = {row["value"]: row["source"] for row in person.held()["fields"]}
                assert rows["Mallory"] == "guessed"
        assert elsewhere.arrived == []
    assert attacker.tried[0] == "done"
    assert last in attacker.tried
    assert writes(site) == []
    assert records(site.database) == []
    assert person.state() != "done"
    told_nothing_private(vendor)


BOXES = """<!doctype html><title>Bills</title><h1>Your bills</h1><form method=post action=/send>
  <label>Full name <input name=name required></label>
  <fieldset><legend>How may we send your bills?</legend>
   <label><input type=checkbox name=by value=mail checked> E-mail</label>
   <label><input type=checkbox name=by value=paper checked> Paper bills</label>
   <label><input type=checkbox name=by value=app> In the app</label></fieldset>
  <label><input type=checkbox name=cover checked> Add breakdown cover</label>
  <label><input type=checkbox name=news value=yes checked> Send me the newsletter and offers</label>
  <button>Send</button></form>"""


@pytest.mark.slow
async def test_what_the_page_had_ticked_and_the_task_does_not_want_is_unticked(
        person: Person, planning: Planning, bench: Bench) -> None:
    def script(body: dict[str, Any]) -> Say:
        if "approved and has gone out" in str(body["messages"]):
            return Say([Call("done", {"confirmed": True, "reference": "TT-1", "evidence": "Thank you."})])
        boxes = {each.label: each for each in lines_of(body)}
        group, cover = boxes["How may we send your bills?"].number, boxes["Add breakdown cover"].number
        return Say([
            Call("fill", {"fields": [{"n": boxes["Full name"].number, "value": "{{fact:name}}", "why": ""}]}),
            Call("tick", {"n": group, "on": False, "why": "", "option": 2}),
            Call("choose", {"fields": [{"n": group, "value": "In the app", "why": "the task says so"}]}),
            Call("tick", {"n": cover, "on": False, "why": ""}),
            Call("click", {"n": boxes["Send"].number})])

    with RecordingSite({"/": BOXES}) as there, Vendor(script) as vendor:
        planning(lambda: bench.planner(vendor))
        person.add("Set up my bills. No paper bills, without breakdown cover, no newsletter.", there.url)
        async with person.running() as work:
            await person.until_needed(work)
            held = person.held()
            assert held["problems"] == []
            person.call("approve", id=held["id"], digest=held["digest"],
                        accept=[row["name"] for row in held["fields"] if row["needs_own_yes"]])
            await person.until(lambda: person.state() in ("done", "failed"), work)
    sent = [each.body for each in there.arrived if each.method == "POST"]
    assert sent == [b"name=Ms+Eleanor+Whitcombe&by=mail&by=app"] or sent == [b"name=Eleanor+Whitcombe&by=mail&by=app"]
    assert len(vendor.requests) == 2
