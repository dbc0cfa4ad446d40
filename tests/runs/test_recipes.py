"""A form that was confirmed once is replayed: no model, no question, and the right record for the new words."""

from __future__ import annotations

from typing import Any

import pytest

from agent.practice import PracticeSite, records, requests
from tests.runs.drifts import Drifting, put_before, renamed, take
from tests.runs.household import FACTS, METER, Person, value_of

pytestmark = pytest.mark.browser

FACTS_LESS = {kind: value for kind, value in FACTS.items() if kind != "email"}
NEXT = "Submit my meter reading 48999. Account number: 70-113-284"


def relabelled(text: str) -> str:
    """Other ids and classes, another order of words in a label, another button."""
    return renamed(text).replace("Email address", "Your e-mail address").replace(">Send reading<", ">Submit reading<")


def one_more(text: str) -> str:
    return put_before(text, "email", '<div class="question"><label for="heat">Heat meter seal</label>'
                      '<input type="text" id="heat" name="heat" required></div>')


async def held(person: Person, task: str) -> Any:
    """One attempt, to the held submission or the question; nothing is approved."""
    await person.run()
    waiting = [each for each in person.call("inbox") if each["task"] == task]
    return person.call("submission", id=waiting[0]["id"]) if waiting[0]["kind"] == "submission" else waiting


async def test_a_reading_learnt_once_is_replayed_and_two_drifts_are_met(person: Person, site: PracticeSite) -> None:
    url = site.pages["meter-reading"]
    with Drifting().at_work() as drifting:
        first = await take(person, person.add(METER, url), site, {})
        assert first.state == "done", first.message
        (recipe,) = person.call("recipe list")
        assert (recipe["id"], recipe["site"], recipe["enabled"], recipe["used"]) == (
            "c1", url.removeprefix("http://").partition("/")[0], True, 0)
        text = person.call("recipe export", id="c1")["text"]
        for value in [*FACTS.values(), "48213", "70-113-284"]:
            assert len(value) < 3 or value not in text

        again = await take(person, person.add(NEXT, url), site, {})
        assert (again.state, again.came_to, again.asked) == ("done", "replays", []), again
        assert [each.fields["reading"] for each in records(site.database)] == ["48213", "48999"]
        one, two = ({name: value for name, value in each.fields.items() if name not in ("csrf_token", "reading")}
                    for each in records(site.database))
        assert one == two
        assert person.call("recipe list")[0]["used"] == 1

        before = len(requests(site.database))
        drifting.change = relabelled
        task = person.add(NEXT, url)
        sheet = await held(person, task)
        assert (value_of(sheet, "reading"), value_of(sheet, "email")) == ("48999", FACTS["email"])
        assert not any("It is not as last time" in step for step in person.steps(task)), person.steps(task)
        person.call("reject", id=sheet["id"])

        drifting.change = one_more
        task = person.add(NEXT, url)
        (asked,) = await held(person, task)
        assert "Heat meter seal" in asked["summary"]
        assert any("It is not as last time: It asks for “Heat meter seal”" in step for step in person.steps(task))
        assert [each for each in requests(site.database)[before:] if each.method != "GET"] == []
