"""The planner with a model as a person sets it up: key and address in the environment, real client, fake vendor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent.planner import choose
from agent.planner.base import Action, GiveUp, View
from agent.planner.claude.past import MOST
from agent.practice import PracticeSite, records
from tests.runs.household import FACTS, METER, Person, value_of
from tests.vendor.reading import lines_of, texts_of
from tests.vendor.scripts import Obedient, beside, doubting, is_aside
from tests.vendor.server import Vendor
from tests.vendor.turns import Call, Say

pytestmark = pytest.mark.browser


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home, {**FACTS, "iban": "GB29NWBK60161331926819", "passport-number": "925665416"})


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Vendor]:
    look = doubting(("“Customer account number”", "An account of this council has ten digits."))
    with Vendor(beside(Obedient({}), look)) as running:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", running.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-practice-4471-QRZT-0092")
        yield running


class Repeating(Obedient):
    """Says its first turn again, word for word, and only then presses."""

    def __call__(self, body: dict[str, Any]) -> Say:
        if not hasattr(self, "first"):
            self.first = [each for each in super().__call__(body).calls if each.name != "click"]
            return Say(self.first)
        said = super().__call__(body)
        return Say([*self.first, *said.calls]) if any(each.name == "click" for each in said.calls) else said


@pytest.mark.slow
async def test_a_model_that_repeats_what_was_put_in_goes_on(
        person: Person, site: PracticeSite, vendor: Vendor) -> None:
    vendor.script = Repeating()
    person.add(METER, site.pages["meter-reading"], planner="claude")
    assert await person.run() == {"t1": "needs_review"}, person.task()["message"]
    assert value_of(person.held(), "reading") == "48213"


class Stuck:
    """An embedded planner to which every page is strange."""

    async def decide(self, view: View) -> list[Action]:
        return [GiveUp("That is an unusual page.")]


SAID = "A second look by the model: An account of this council has ten digits."


@pytest.mark.parametrize(("planner", "look"), [("claude", "with-model"), ("auto", "never")])
async def test_a_task_goes_through_its_model_to_its_receipt_and_shows_what_that_cost_and_saw(
        planner: str, look: str, person: Person, site: PracticeSite, vendor: Vendor,
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "Autofill", Stuck)
    person.call("settings set", key="second-look", value=look)
    person.add(METER, site.pages["meter-reading"], planner=planner)
    async with person.running() as work:
        await person.until_needed(work)
        assert records(site.database) == []
        held = person.held()
        told = [(row["name"], row["doubts"]) for row in held["fields"] if "doubtful" in row["flags"]]
        assert told == ([("account_number", [SAID])] if look == "with-model" else [])
        person.call("approve", id=held["id"], digest=held["digest"])
        await person.until(lambda: person.state() in ("done", "failed"), work)
    assert person.state() == "done", (person.task()["message"], person.steps()[-4:])
    (record,) = records(site.database)
    assert record.fields["reading"] == "48213"
    assert person.receipt()["state"] == "confirmed"
    assert person.task()["cost"] > 0
    assert len(person.call("saw", id="t1")["turns"]) == len(vendor.requests) > 0
    assert len([each for each in vendor.bodies if is_aside(each)]) == len(told)  # once, and none of the answer's page
    assert not any(FACTS["email"].encode() in each.raw for each in vendor.requests)


@pytest.mark.slow
async def test_a_later_attempt_is_told_what_became_of_the_task_before(
        person: Person, site: PracticeSite, vendor: Vendor) -> None:
    account, wanted = "83-550-917", [True]

    def script(body: dict[str, Any]) -> Say:
        field = next((each for each in lines_of(body) if "account" in each.label.lower()), None)
        if field is None or not wanted:
            return Say([Call("give_up", {"reason": "The form wants a meter that is not there."})])
        wanted.clear()
        return Say([Call("ask", {"n": field.number, "kind": "value", "question": "", "options": []})])

    vendor.script = script
    person.add("Submit my meter reading 48213", site.pages["meter-reading"], planner="claude")
    assert await person.run() == {"t1": "needs_answer"}
    (question,) = person.questions()
    person.call("answer", question=question["id"], value=account)
    assert await person.run() == {"t1": "failed"}
    first, second = ("\n".join(texts_of(each)) for each in vendor.bodies)
    assert "Before this attempt" not in first
    assert "Opened: 127.0.0.1" in second
    assert re.search(r"Asked “Customer account number”: answered \{\{answer:[a-z0-9-]+\}\} \(", second), second
    told = second[second.index("Before this attempt"):second.index("page “")]
    assert len(told) <= MOST + 1
    values = (account, account.replace("-", ""), FACTS["email"], FACTS["postal-code"], FACTS["meter-number"])
    assert not [value for each in vendor.requests for value in values if value.encode() in each.raw]
