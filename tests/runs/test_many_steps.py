"""A form of fifteen pages: two reviews with a step grant, each step reviewed without one, and the grant's own end."""

from __future__ import annotations

from typing import Any

import pytest

from agent.practice import PracticeSite, records, requests
from tests.runs.household import Person, pairs_in

pytestmark = pytest.mark.browser

TASK = "Apply for the resident's discount. Account number: 70-113-284"
ANSWERS = {
    "How long have you lived there?": "More than 5 years", "Do you keep a vehicle at this address?": "Yes",
    "Do you live alone?": "Yes", "Are you a full-time student?": "No",
    "Do you look after somebody for 35 hours a week or more?": "No", "How should we write to you?": "By email",
}
FILED = {
    "first_name": "Eleanor", "last_name": "Whitcombe", "dob_day": "14", "dob_month": "3", "dob_year": "1986",
    "address_line_1": "14 Quarry Lane", "town": "Thornmere", "postcode": "TQ12 4AB", "lived_here": "over-5",
    "phone": "07700 900183", "email": "e.whitcombe@example.org", "has_vehicle": "yes", "registration": "AB12 CDE",
    "make": "Skoda", "lives_alone": "yes", "student": "no", "carer": "no", "account_number": "70-113-284",
    "contact": "email",
}
PAGES = 15


class Visit:
    """The person beside a running agent: answers what is asked, approves what is held, and notes both."""

    def __init__(self, person: Person, site: PracticeSite, *, steps: bool) -> None:
        self.person, self.site, self.steps = person, site, steps
        self.sheets: list[Any] = []
        self.arrived: list[int] = []
        self.asked: list[str] = []

    async def until_done(self, stop_before: int | None = None) -> None:
        async with self.person.running() as work:
            while self.person.state() not in ("done", "failed", "cancelled", "unknown"):
                await self.person.until_needed(work)
                for each in self.person.call("inbox"):
                    if each["kind"] == "submission" and len(self.sheets) == stop_before:
                        return
                    self.decide(each)

    def decide(self, waiting: Any) -> None:
        if waiting["kind"] != "submission":
            self.asked.append(waiting["summary"])
            self.person.call("answer", question=waiting["id"], value=ANSWERS[waiting["summary"].splitlines()[0]])
            return
        sheet = self.person.call("submission", id=waiting["id"])
        self.sheets.append(sheet)
        self.arrived.append(len(posts(self.site)))
        self.person.call("approve", id=sheet["id"], digest=sheet["digest"],
                         steps=self.steps and bool(sheet["step_grant"]))


def posts(site: PracticeSite) -> list[str]:
    return [each.target for each in requests(site.database) if each.method == "POST"]


def is_filed(site: PracticeSite) -> None:
    (record,) = records(site.database)
    assert record.fields == FILED
    assert [name for name, _ in pairs_in(record)] == ["csrf_token"]
    assert len(posts(site)) == PAGES


@pytest.mark.slow  # the permit (test_practice_pages) shows the same with three
async def test_fifteen_pages_take_two_reviews_with_a_step_grant(person: Person, site: PracticeSite) -> None:
    person.add(TASK, site.pages["residents-discount"])
    visit = Visit(person, site, steps=True)
    await visit.until_done()
    assert person.state() == "done", (person.task()["message"], person.steps()[-4:])
    is_filed(site)
    first, last = visit.sheets
    assert visit.arrived == [0, PAGES - 1]
    assert first["step_grant"]["origin"] == site.url
    assert person.steps().count("Sent a step under your grant") == PAGES - 2
    assert_shows_everything(last, site)
    word = f"Your answer goes to {site.url} without another review, because you let this form's next steps pass."
    assert [asked.splitlines()[-1] for asked in visit.asked] == [word] * len(ANSWERS)
    assert person.receipt()["state"] == "confirmed"
    assert len(person.receipt()["sends"]) == PAGES


def assert_shows_everything(last: Any, site: PracticeSite) -> None:
    """The bare "Accept and send": a token alone on the wire; what went before and the page's own summary beside it."""
    assert (last["button"], last["step_grant"]) == ("Accept and send", None)
    assert [row["key"] for row in last["fields"]] == ["csrf_token"]
    assert set(last["fields"][0]["flags"]) <= {"renewed by the site"}
    assert len(last["earlier"]) == PAGES - 1
    shown = {row["key"]: row["value"] for step in last["earlier"] for row in step["fields"]}
    assert shown == {**FILED, "csrf_token": shown["csrf_token"]}
    for words in ("Eleanor", "14 Quarry Lane", "TQ12 4AB", "More than 5 years", "Skoda", "70-113-284", "By email"):
        assert words in last["page_text"]


@pytest.mark.slow  # fifteen reviews; the application form (tests/sites) shows the same with three
async def test_without_a_grant_each_step_is_reviewed_and_sends_what_its_sheet_said(person: Person,
                                                                                   site: PracticeSite) -> None:
    person.add(TASK, site.pages["residents-discount"])
    visit = Visit(person, site, steps=False)
    await visit.until_done()
    assert person.state() == "done", (person.task()["message"], person.steps()[-4:])
    is_filed(site)
    assert visit.arrived == list(range(PAGES)), "each step arrived after its own approval and not before"
    assert all("without another review" not in asked for asked in visit.asked)


@pytest.mark.slow
async def test_a_grant_that_was_ended_lets_no_further_step_pass(person: Person, site: PracticeSite,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    from agent.store import tasks
    person.add(TASK, site.pages["residents-discount"])
    visit = Visit(person, site, steps=True)
    decide, ended = visit.decide, []

    def decide_and_end(waiting: Any) -> None:
        if waiting["kind"] != "submission" and not ended:
            desk = person._desk()
            ended.append(tasks.end_grant(desk.store, 1))
            desk.close()
        decide(waiting)

    monkeypatch.setattr(visit, "decide", decide_and_end)
    await visit.until_done(stop_before=1)
    assert ended == [True]
    assert len(posts(site)) == 3, "name, birth date and address went; the first question's answer waits"
    held = person.held()
    assert held["url"].endswith("/how-long")


@pytest.mark.slow  # two whole forms; the grant that was ended shows the same rule
async def test_a_grant_ends_with_its_task(person: Person, site: PracticeSite) -> None:
    from agent.store import tasks
    person.add(TASK, site.pages["residents-discount"])
    visit = Visit(person, site, steps=True)
    await visit.until_done(stop_before=1)
    desk = person._desk()
    assert tasks.grant_of(desk.store, 1)["origin"] == site.url
    person.call("cancel", id="t1")
    assert tasks.grant_of(desk.store, 1) == {}
    desk.close()
