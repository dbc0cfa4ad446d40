"""A permit learnt once, then its form drifts in twelve ways: nothing wrong arrives, whatever the recipe makes of it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from agent.practice import PracticeSite, records, requests
from agent.practice.services import parking_permit
from tests.runs.drifts import DECLARED, DRIFTS, Drift, Drifting, take
from tests.runs.household import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TASK = "Renew my parking permit for 12 months"
RIGHT = {"registration": "AB12 CDE", "make": "Skoda", "colour": "Blue", "full_name": "Eleanor Whitcombe",
         "address_line_1": "14 Quarry Lane", "address_line_2": "", "town": "Thornmere", "postcode": "TQ12 4AB",
         "phone": "07700 900183", "email": "e.whitcombe@example.org", "months": "12", "fee": "85.00",
         "declaration": "agreed"}


@dataclass(frozen=True, slots=True)
class Learnt:
    """A home with the recipe, the site that it was learnt at, and the switch that makes it drift."""

    home: Path
    site: PracticeSite
    drifting: Drifting


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def learnt(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Learnt]:
    folder = tmp_path_factory.mktemp("learnt")
    with PracticeSite(folder / "council.db") as site, Drifting().at_work() as drifting:
        person = Person(folder / "home")
        outcome = await take(person, person.add(TASK, site.pages["parking-permit"]), site, DECLARED)
        assert outcome.state == "done", outcome.message
        assert [each["id"] for each in person.call("recipe list")] == ["c1"]
        yield Learnt(folder / "home", site, drifting)


def values(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "csrf_token"}


def right_sheets(sheets: list[Any], right: dict[str, str]) -> None:
    for sheet in sheets:
        for row in sheet["fields"]:
            assert row["key"] == "csrf_token" or row["value"] == right[row["key"]], row


async def test_the_same_form_is_replayed_with_no_question_but_the_declaration(learnt: Learnt, tmp_path: Path) -> None:
    person = Person(shutil.copytree(learnt.home, tmp_path / "again"), {})
    before = len(records(learnt.site.database))
    task = person.add(TASK, learnt.site.pages["parking-permit"])
    outcome = await take(person, task, learnt.site, DECLARED)
    assert (outcome.state, outcome.came_to, outcome.asked) == ("done", "replays", []), outcome
    (record,) = records(learnt.site.database)[before:]
    assert values(record.fields) == RIGHT
    right_sheets(outcome.sheets, RIGHT)
    assert outcome.steps[0] == "Doing it as last time"
    assert any("no model was asked" in step for step in outcome.steps)
    assert person.call("saw", id=task)["turns"] == []
    assert [each["used"] for each in person.call("recipe list")] == [1]


@pytest.mark.parametrize("drift", DRIFTS, ids=lambda drift: drift.name)
async def test_a_form_that_drifts(drift: Drift, learnt: Learnt, tmp_path: Path,
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person(shutil.copytree(learnt.home, tmp_path / "again"), {})
    before = len(records(learnt.site.database))
    with PracticeSite(tmp_path / "other.db") as other:
        if drift.name == "another amount":
            monkeypatch.setitem(parking_permit.FEES, "12", "95.00")
        change = drift.change()
        if drift.name == "another host":
            def change(text: str) -> str:
                return text.replace('action="/parking-permit"', f'action="{other.url}/parking-permit"')
        learnt.drifting.change = change
        try:
            task = person.add(TASK, learnt.site.pages["parking-permit"])
            outcome = await take(person, task, learnt.site, DECLARED | drift.answers)
        finally:
            learnt.drifting.change = lambda text: text
        assert requests(other.database) == []
    came = records(learnt.site.database)[before:]
    print(f"{drift.name}: {outcome.came_to}, {outcome.state}, {outcome.message}",
          *[step for step in outcome.steps if "recipe" in step], outcome.asked, sep="\n   ")
    right = RIGHT | drift.more
    right_sheets(outcome.sheets, right | {"nick": "", **({"bay": "17"} if drift.answers else {})})
    for record in came:
        assert values(record.fields) == right
    assert outcome.came_to == drift.comes_to, outcome
    if drift.arrives:
        assert outcome.state == "done", outcome.message
        assert len(came) == 1
    else:
        assert came == []
    if outcome.came_to != "replays" and outcome.state == "done":
        assert [each["revision"] for each in person.call("recipe list")] == [2]   # mended, and the old one kept
        assert [each["number"] for each in person.call("recipe show", id="c1")["revisions"]] == [1, 2]
