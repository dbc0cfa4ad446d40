"""Under a step grant a lying site is held at each lie, for the right reason; the oracle is what arrived there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from agent.review.grants import GrantReason, GrantVerdict
from agent.runs import granting
from tests.parts.lying_pages import ASKED, BUTTON_STEPS, PAGE_STEPS, SCRIPT_STEPS, Lies, Step
from tests.parts.recording import Arrived, RecordingSite, Reply
from tests.runs.household import FACTS, Person

pytestmark = pytest.mark.browser

WITH_BANK = {**FACTS, "iban": "GB29NWBK60161331926819"}
SITES = {"pages": PAGE_STEPS, "buttons": BUTTON_STEPS, "scripts": SCRIPT_STEPS}


@dataclass(slots=True)
class Held:
    """What was held, with how much had arrived by then and what the journal said."""

    page: str
    arrived: int
    because: str


@dataclass(slots=True)
class Story:
    """A whole visit. ``went`` is how many requests had arrived when each page was left."""

    held: list[Held] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


async def visited(person: Person, lies: Lies) -> Story:
    """Grants the steps at the first review; then looks at each thing held and approves that alone."""
    story = Story()
    person.add("Fill in the form", lies.start)
    async with person.running() as work:
        while person.state() not in ("done", "failed", "cancelled", "unknown"):
            await person.until_needed(work)
            for each in person.call("inbox"):
                decide(person, lies, each, story)
    assert person.state() == "done", (person.task()["message"], person.steps()[-5:], story)
    return story


def decide(person: Person, lies: Lies, waiting: Any, story: Story) -> None:
    if waiting["kind"] != "submission":
        story.asked.append(waiting["summary"])
        person.call("answer", question=waiting["id"], value="Yes")
        return
    sheet = person.call("submission", id=waiting["id"])
    said = next(text for text in reversed(person.steps()) if text.startswith(("Held for you, because", "Pressed")))
    story.held.append(Held(sheet["page_url"].removeprefix(lies.site.url), len(lies.site.writes), said))
    own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
    person.call("approve", id=sheet["id"], digest=sheet["digest"], accept=own, steps=len(story.held) == 1)


@pytest.mark.parametrize("name", SITES)
async def test_each_lie_is_held_before_anything_of_it_arrives(name: str, own_home: Any) -> None:
    lies = Lies(SITES[name])
    with lies.site:
        story = await visited(Person(own_home, WITH_BANK), lies)
        arrived = [each.target.partition("?")[0] for each in lies.site.writes]
    first, *held = story.held
    assert (first.page, first.arrived) == ("/s0", 0)
    expected = {f"/s{number}": step for number, step in enumerate(lies.steps) if step.because}
    assert [each.page for each in held] == list(expected)
    for each in held:
        assert re.search(expected[each.page].because, each.because), (expected[each.page].name, each)
    # Each request before a lie had arrived by then, and the lie itself had not.
    twice = [at for at, step in enumerate(lies.steps) if step.name == "sends again after the answer"]
    for each in held:
        at = int(each.page[2:])
        assert each.arrived == at + sum(other <= at for other in twice), (lies.steps[at].name, story)
    assert "/more" not in arrived
    assert len(arrived) == len(lies.steps) + len(twice)
    assert all("without another review" in asked for asked in story.asked)
    assert [asked.splitlines()[0] for asked in story.asked] == [ASKED] * any(step.name == "asks" for step in lies.steps)


async def test_the_site_would_get_it_all_if_the_rules_said_yes(own_home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lies are real ones: with the rules out of the way, each of them arrives unseen."""
    monkeypatch.setattr(granting, "allows", lambda *_: GrantVerdict(True, GrantReason.GRANTED))
    lies = Lies(tuple(step for step in (*PAGE_STEPS[:1], *PAGE_STEPS[2:4], *BUTTON_STEPS[9:], *SCRIPT_STEPS[2:4])))
    with lies.site:
        story = await visited(Person(own_home, WITH_BANK), lies)
        assert [each.page for each in story.held] == ["/s0"]
        assert len(lies.site.writes) == len(lies.steps)


# To another site: nothing to approve and go on with, so each is a task of its own

def elsewhere(other: str) -> dict[str, Step]:
    return {
        "form": Step("form", action=f"{other}/take"),
        "button": Step("button", button=f'<button type="submit" formaction="{other}/take">Next</button>'),
        "redirect": Step("redirect"),
    }


async def test_a_step_to_another_site_is_held_by_form_button_and_redirect(own_home: Any) -> None:
    with RecordingSite() as other:
        sites = {name: Lies((Step("first"), step, Step("never reached")))
                 for name, step in elsewhere(other.url).items()}
        turn = sites["redirect"]
        answer = turn.site._answerer

        def turned(request: Arrived) -> Reply:
            if request.method == "POST" and request.target == "/s1":
                return Reply(307, headers=(("Location", f"{other.url}/take"),))
            return answer(request)

        turn.site._answerer = turned
        person = Person(own_home, WITH_BANK)
        with sites["form"].site, sites["button"].site, turn.site:
            ids = {person.add("Fill in the form", lies.start): name for name, lies in sites.items()}
            granted: set[str] = set()
            async with person.running() as work:
                def waits_for_the_second() -> bool:
                    for each in person.call("inbox"):
                        if each["task"] not in granted:
                            granted.add(each["task"])
                            person.call("approve", id=each["id"], steps=True)
                    held = {each["task"] for each in person.call("inbox")} & granted
                    return granted == set(ids) and held == set(ids)

                await person.until(waits_for_the_second, work)
            sheets = {ids[each["task"]]: person.call("submission", id=each["id"]) for each in person.call("inbox")}
            assert all(sheet["origin"] == other.url for sheet in sheets.values())
            assert other.arrived == []
            assert [len(lies.site.writes) for lies in sites.values()] == [1, 1, 2]
