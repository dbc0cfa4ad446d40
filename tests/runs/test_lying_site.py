"""Under a step grant a lying site is held at each lie, for the right reason; the oracle is what arrived there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from agent.desk import working
from agent.review.grants import GrantReason, GrantVerdict
from agent.runs import granting
from agent.runs.ground import Ground
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


@pytest.mark.parametrize("name", ["buttons", *(pytest.param(each, marks=pytest.mark.slow)
                                              for each in SITES if each != "buttons")])
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
    assert [asked for asked in story.asked if "without another review" not in asked] == []
    assert [asked.splitlines()[0] for asked in story.asked] == [ASKED] * any(step.name == "asks" for step in lies.steps)


@pytest.mark.slow  # shows that the oracle sees
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


def heed_and_reach(heed: Callable[..., None], port: int, ground: Ground, *more: Any, **named: Any) -> None:
    heed(ground, *more, **named)
    ground.reachable = (("127.0.0.1", port),)


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("way", ["form", pytest.param("button", marks=pytest.mark.slow), "redirect"])
async def test_a_step_to_another_site_is_held_and_one_to_a_place_that_nobody_named_never_gets_there(
        way: str, named: bool, own_home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with RecordingSite() as other:
        if named:  # as every site on the usual ports is
            monkeypatch.setattr(working, "heed", partial(heed_and_reach, working.heed, other.port))
        lies = Lies((Step("first"), elsewhere(other.url)[way], Step("never reached")))
        answer = lies.site._answerer

        def turned(request: Arrived) -> Reply:
            if way == "redirect" and request.method == "POST" and request.target == "/s1":
                return Reply(307, headers=(("Location", f"{other.url}/take"),))
            return answer(request)

        lies.site._answerer = turned
        person = Person(own_home, WITH_BANK)
        with lies.site:
            person.add("Fill in the form", lies.start)
            async with person.running() as work:
                await person.until_needed(work)
                person.call("approve", id=person.held()["id"], steps=True)
                await person.until(lambda: person.state() != "needs_review", work)
                await person.until_needed(work)
            task = person.task()
            assert task["state"] == ("needs_review" if named else "failed"), task["message"]
            held = [person.call("submission", id=each["id"])["origin"] for each in person.call("inbox")]
            assert held == ([other.url] if named else [])
            assert person.steps().count("Sent a step under your grant") == (1 if way == "redirect" else 0)
            assert len(lies.site.writes) == (2 if way == "redirect" else 1)
        assert other.arrived == []
