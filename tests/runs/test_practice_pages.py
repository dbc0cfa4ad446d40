"""All six practice services to a confirmed receipt: nothing arrives before approval, then exactly that."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

import pytest

from agent.practice import PracticeSite, records, requests
from tests.runs.household import METER, Person, pairs_in, pairs_on, value_of

pytestmark = pytest.mark.browser

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def writes(site: PracticeSite) -> list[str]:
    return [f"{each.method} {each.target}" for each in requests(site.database) if each.method != "GET"]


def with_query(site: PracticeSite) -> list[str]:
    return [each.target for each in requests(site.database) if "?" in each.target]


async def to_review(person: Person, answers: dict[str, str] | None = None) -> Any:
    """Runs and answers until something is held; returns its sheet."""
    left = dict(answers or {})
    for _ in range(8):
        states = await person.run()
        if states.get("t1") == "needs_review":
            assert not left, f"never asked: {left}; {person.steps()[-3:]}"
            return person.held()
        assert states.get("t1") == "needs_answer", person.task()["message"]
        for asked in person.questions():
            found = next((key for key in left if key in asked["summary"]), None)
            assert found is not None, f"not expected: {asked['summary']}"
            person.call("answer", question=asked["id"], value=left.pop(found))
    raise AssertionError("asked for ever")


async def approved_to_the_end(person: Person, sheet: Any, **more: Any) -> None:
    assert person.call("approve", id=sheet["id"], digest=sheet["digest"], **more) == {
        "id": sheet["id"], "state": "approved"}
    assert await person.run() == {"t1": "done"}, person.task()["message"]


def is_filed(person: Person, site: PracticeSite, sheet: Any) -> None:
    """One record, equal to the sheet but for the token that the sheet names as renewed, and its receipt."""
    (record,) = records(site.database)
    renewed = {row["key"] for row in sheet["fields"] if "renewed by the site" in row["flags"]}
    assert [each for each in pairs_in(record) if each[0] not in renewed] == [
        each for each in pairs_on(sheet) if each[0] not in renewed]
    assert renewed <= {"csrf_token"}
    receipt = person.receipt()
    assert (receipt["state"], receipt["reference"], receipt["task"]) == ("confirmed", record.reference, "t1")
    assert receipt["url"] == site.url + record.path
    for picture in (sheet["screenshot"], receipt["before"], receipt["after"]):
        assert Path(picture).read_bytes().startswith(b"\x89PNG")
        assert stat.S_IMODE(Path(picture).stat().st_mode) == 0o600
    assert person.call("inbox") == []
    assert list((person.home / "resume").iterdir()) == []


async def test_a_meter_reading(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    sheet = await to_review(person)
    assert writes(site) == []
    assert value_of(sheet, "reading") == "48213"
    await approved_to_the_end(person, sheet)
    assert len(writes(site)) == 1
    is_filed(person, site, sheet)


PERMIT = "Renew my parking permit for 12 months"
DECLARATION = {"I declare": "yes"}


@pytest.mark.slow
async def test_the_permit_step_by_step(person: Person, site: PracticeSite) -> None:
    person.add(PERMIT, site.pages["parking-permit"])
    for number in (1, 2):
        sheet = await to_review(person)
        assert len(writes(site)) == number - 1
        assert sheet["step_grant"]["origin"] == site.url
        person.call("approve", id=sheet["id"])
    assert records(site.database) == []
    sheet = await to_review(person, DECLARATION)
    assert len(writes(site)) == 2
    assert [each["submission"] for each in sheet["earlier"]] == ["s1", "s2"]
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)
    assert len(writes(site)) == 3
    assert records(site.database)[0].fields["registration"] == "AB12 CDE"


async def test_the_permit_under_a_step_grant(person: Person, site: PracticeSite) -> None:
    person.add(PERMIT, site.pages["parking-permit"])
    first = await to_review(person)
    person.call("approve", id=first["id"], steps=True)
    sheet = await to_review(person, DECLARATION)
    assert sheet["id"] == "s3"
    assert person.call("submission", id="s2")["state"] == "answered"
    assert records(site.database) == []
    assert len(writes(site)) == 2
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)
    assert [each["submission"] for each in person.receipt()["sends"]] == ["s1", "s2", "s3"]


async def test_a_change_of_address_without_its_autosave(person: Person, site: PracticeSite) -> None:
    person.add("I have moved. My old postcode was TV1 3AA.", site.pages["change-of-address"])
    sheet = await to_review(person)
    assert writes(site) == []
    assert with_query(site) == []
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)
    assert writes(site) == ["POST /change-of-address"]
    assert with_query(site) == []


def an_offered_slot(site: PracticeSite) -> tuple[str, str]:
    """A slot's wire value and how a person would say it, from the page itself."""
    from datetime import datetime
    from urllib.request import urlopen

    with urlopen(site.pages["appointment"], timeout=30) as answer:  # loopback, our own server
        values = re.findall(r'name="slot" value="([^"]+)"|value="(\d{4}-\d\d-\d\dT\d\d:\d\d)"', answer.read().decode())
    value = [first or second for first, second in values][3]
    when = datetime.fromisoformat(value)
    return value, f"{when:%A} {when.day} {when:%B} at {when:%I:%M%p}".replace(" 0", " ").lower()


async def test_an_appointment_at_the_time_in_the_task(person: Person, site: PracticeSite) -> None:
    value, said = an_offered_slot(site)
    person.add(f"Book an appointment about planning and building on {said}", site.pages["appointment"])
    sheet = await to_review(person)
    assert value_of(sheet, "slot") == value
    assert value_of(sheet, "reason") == "planning"
    assert writes(site) == []
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)


@pytest.mark.slow
async def test_an_appointment_at_a_time_asked_for(person: Person, site: PracticeSite) -> None:
    person.add("Book an appointment about planning and building", site.pages["appointment"])
    assert await person.run() == {"t1": "needs_answer"}
    (asked,) = person.questions()
    assert len(asked["options"]) > 5
    person.call("answer", question=asked["id"], value=asked["options"][4])
    sheet = await to_review(person)
    assert value_of(sheet, "slot")
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)


async def test_a_library_card_with_a_file_and_without_the_newsletter(person: Person, site: PracticeSite,
                                                                     tmp_path: Path) -> None:
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(PDF)
    person.add("Get me a library card", site.pages["library-card"], file=[str(bill)])
    sheet = await to_review(person, {"I accept the terms": "yes"})
    assert "newsletter" not in {row["name"] for row in sheet["fields"]}
    assert "newsletter" in {row["name"] for row in sheet["not_sent"]}
    assert writes(site) == []
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)
    assert records(site.database)[0].fields["proof_of_address"]["size"] == len(PDF)


@pytest.mark.slow
async def test_a_complaint_sent_by_script_as_json(person: Person, site: PracticeSite) -> None:
    person.add("Make a complaint", site.pages["complaint"])
    details = "The bins in Quarry Lane were not emptied on 3 November.\nPlease come back for them."
    sheet = await to_review(person, {"What is the complaint about": "Bins, recycling and street cleaning",
                                     "What happened": details, "How should we answer": "By email"})
    assert value_of(sheet, "details") == details
    assert writes(site) == []
    await approved_to_the_end(person, sheet)
    is_filed(person, site, sheet)
    assert records(site.database)[0].content_type.startswith("application/json")
