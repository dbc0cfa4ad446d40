"""The whole app on a whole application that others wrote: eight questions on pages of their own, then a summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.sites.application import Application
from tests.sites.expected import ELEANOR
from tests.sites.person import Person, Story, arrives, on_sheet, on_wire

pytestmark = pytest.mark.browser

# The application checks numbers against real ranges, and those for fiction of mobile telephones are in none.
FACTS = {**ELEANOR, "tel": "+441134960000"}
TASK = "Fill in the basic form for me"

AMOUNT, UNIT = "Enter An Amount: Amount", "Enter An Amount: Unit"
INCOME = "Select the options where you receive income from"
COUNTRY = "What country was the appeal lodged?"
ANSWERS = {AMOUNT: "5", UNIT: "Kilograms", INCOME: "Salary", COUNTRY: "Scotland"}

SENT: tuple[tuple[str, dict[str, str]], ...] = (
    ("/landing-page", {"hof-cookie-check": "", "landing-page-radio": "basic-form"}),
    ("/name", {"name": "Eleanor Ruth Whitcombe"}),
    ("/dob", {"dateOfBirth-day": "14", "dateOfBirth-month": "3", "dateOfBirth-year": "1986"}),
    ("/amount-unit", {"amountWithUnitSelect-amount": "5", "amountWithUnitSelect-unit": "KG"}),
    ("/address", {"building": "14 Quarry Lane", "street": "Upper Ferry", "townOrCity": "Thornmere",
                  "postcode": "TQ12 4AB"}),
    ("/checkboxes", {"incomeTypes": "salary"}),
    ("/radio", {"countryOfHearing": "scotland"}),
    ("/email", {"email": "e.whitcombe@example.org"}),
    ("/phone-number", {"phone": "+44 113 496 0000"}),
    ("/confirm", {}),
)
"""By hand from the labels; each also carries the token that the site makes anew."""

TOKEN = "x-csrf-token"
OPTIONS = {
    AMOUNT: [], UNIT: ["Litres", "Kilograms"],
    INCOME: ["Salary", "Universal Credit", "Child Benefit", "Housing Benefit", "Other"],
    COUNTRY: ["England and Wales", "Scotland", "Northern Ireland"],
}


def path(address: str) -> str:
    return urlsplit(address).path


def assert_sent(hof: Application, story: Story) -> None:
    assert arrives(hof.records, len(SENT)), (story.task["state"], story.task["message"], story.questions[-1:])
    assert [path(each.target) for each in hof.records] == [where for where, _ in SENT]
    for record, (_, fields) in zip(hof.records, SENT, strict=True):
        carried = on_wire(record)
        assert [name for name, _ in carried].count(TOKEN) == 1
        assert [(name, value) for name, value in carried if name != TOKEN] == sorted(fields.items())


def assert_ended_well(story: Story) -> None:
    assert {each["summary"].splitlines()[0]: each["options"] for each in story.questions} == OPTIONS
    assert len(story.questions) == len(OPTIONS)
    assert (story.task["state"], story.task["message"]) == ("done", "")
    (receipt,) = story.receipts
    assert receipt["state"] == "confirmed"
    assert receipt["reference"] in receipt["evidence"] != ""


def assert_last_sheet_shows_everything(sheet: dict[str, Any]) -> None:
    """The last request carries nothing but a token: its sheet shows the page's own summary and the earlier steps."""
    assert (path(sheet["url"]), sheet["button"], sheet["step_grant"]) == ("/confirm", "Confirm submission", None)
    assert [(row["name"], row["flags"]) for row in sheet["fields"]] == [(TOKEN, ["renewed by the site"])]
    assert [path(each["url"]) for each in sheet["earlier"]] == [where for where, _ in SENT[:-1]]
    for words in ("Eleanor Ruth Whitcombe", "14th March 1986", "14 Quarry Lane", "Salary", "Scotland",
                  "+44 113 496 0000", "5 KG"):
        assert words in sheet["page_text"]


@pytest.mark.slow
async def test_each_step_is_approved_alone_and_each_sends_what_its_sheet_said(hof: Application, own_home: Path) -> None:
    with Person(own_home, FACTS) as person:
        story = await person.sees_through(person.add(TASK, hof.start), hof.records, ANSWERS)
    assert_sent(hof, story)
    assert_ended_well(story)
    assert story.arrived == list(range(len(SENT))), "each step arrived after its own approval and not before"
    for sheet, record in zip(story.sheets, hof.records, strict=True):
        assert on_sheet(sheet) == on_wire(record)
    assert_last_sheet_shows_everything(story.sheets[-1])


@pytest.mark.slow
async def test_a_step_grant_lets_the_known_facts_pass_and_holds_the_first_the_last_and_what_is_new(
        hof: Application, own_home: Path) -> None:
    with Person(own_home, FACTS) as person:
        story = await person.sees_through(person.add(TASK, hof.start), hof.records, ANSWERS, grant=True)
    assert_sent(hof, story)
    assert_ended_well(story)
    held = [path(sheet["url"]) for sheet in story.sheets]
    # The amount is looked at, as every amount is; the answers given after the grant said where they would go.
    assert held == ["/landing-page", "/amount-unit", "/confirm"]
    assert story.steps.count("Sent a step under your grant") == len(SENT) - len(held)
    assert_last_sheet_shows_everything(story.sheets[-1])


@pytest.mark.slow
async def test_a_last_step_approved_after_the_agent_ended_is_pressed_again_and_sent_once(
        hof: Application, own_home: Path) -> None:
    with Person(own_home, FACTS) as person:
        task = person.add(TASK, hof.start)
        story = await person.sees_through(task, hof.records, ANSWERS, grant=True,
                                          until=lambda sheet: path(sheet["url"]) == "/confirm")
        assert arrives(hof.records, len(SENT) - 1), (story.task["state"], story.questions[-1:])
        last = story.sheets[-1]
        person.call["approve"](person.desk, id=last["id"], digest=last["digest"])
        ended = await person.lets_it_run(task)
        assert person.call["inbox"](person.desk) == []
    assert_sent(hof, ended)
    assert (ended.task["state"], [each["state"] for each in ended.receipts]) == ("done", ["confirmed"])
