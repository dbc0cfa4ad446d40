"""Which planner goes on when, and what happens at the limit of what a model may use up: with a stand-in for Claude."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pytest

from agent.planner import choose
from agent.planner.autofill.plan import Autofill
from agent.planner.base import Action, Fill, GiveUp, View
from agent.planner.claude.connection import Connection
from agent.planner.claude.past import Past
from agent.planner.claude.problems import NoModel
from agent.planner.claude.usage import Usage
from agent.practice import PracticeSite
from agent.protocol import Given, Source, SourceKind
from tests.runs.household import METER, Person

pytestmark = pytest.mark.browser

MADE: list[StandIn] = []
TURN = Usage(1000, 1000)                 # $0.012 with the default model


class StandIn:
    """Takes a turn with its model for each decision, then does as the embedded planner would."""

    def __init__(self, connection: Connection, purse: Any, record: Any, *, progress: Callable[[str], None], look: Any,
                 allowed_kinds: frozenset[str], guarded: Mapping[str, str],
                 secrets: Callable[[], Collection[str]], past: Callable[[], Past]) -> None:
        self.closed, self.secrets = False, secrets
        self.over, self.guarded, self.past = "", guarded, past
        self.connection, self.purse, self.record, self.look = connection, purse, record, look
        self.allowed_kinds, self.views, self.pictures = allowed_kinds, [], []
        MADE.append(self)

    async def close(self) -> None:
        self.closed = True

    async def decide(self, view: View) -> list[Action]:
        if why := self.over or await self.purse.may_spend():
            self.over = why              # for good: the run must begin anew with another
            return [GiveUp(why)]
        self.pictures.append(await self.look())
        self.views.append(view)
        self.record.turn({"model": self.connection.model, "messages": [{"role": "user", "content": "the page"}]},
                         {"content": [{"type": "text", "text": "done"}]}, TURN)
        self.purse.spent(TURN)
        return await Autofill().decide(view)


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    MADE.clear()
    monkeypatch.setattr(choose, "claude_class", lambda: StandIn)


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-test")
    person.call("settings set", key="second-look", value="never")  # it would ask the vendor's own server


class HalfWay:
    """An embedded planner that fills the first box and then can't go on."""

    async def decide(self, view: View) -> list[Action]:
        box = next((each for each in view.page.controls if "account" in each.label.lower()), None)
        if box is not None and not box.value:
            return [Fill(box.ref, Given("70-113-284", Source(SourceKind.TASK)), "the task says so")]
        return [GiveUp("That is an unusual page.")]


async def test_a_task_for_claude_is_done_by_it_counted_and_shown(person: Person, site: PracticeSite, key: None) -> None:
    person.call("settings set", key="model-sees", value="country")
    person.add(METER, site.pages["meter-reading"], planner="claude")
    assert await person.run() == {"t1": "needs_review"}
    (made,) = MADE
    assert (made.connection.key, made.allowed_kinds) == ("sk-test", {"country"})
    assert made.guarded["postal-code"] == "TQ12 4AB"
    assert (tuple(made.secrets()), made.closed) == (("sk-test",), True)
    turns = len(made.views)
    task = person.task()
    assert task["cost"] == pytest.approx(0.012 * turns)
    assert task["runs"][0]["cost"] == pytest.approx(task["cost"])
    assert task["seen"] == turns
    assert len(person.call("saw", id="t1")["turns"]) == turns
    assert made.pictures[0].startswith(b"\x89PNG")
    assert made.pictures[-1] == b""      # something was typed meanwhile
    assert not list((person.home / "pictures").glob("look-*"))


async def test_without_a_key_a_task_for_claude_says_so_and_opens_nothing(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"], planner="claude")
    assert await person.run() == {"t1": "failed"}
    assert person.task()["message"].startswith("No model is set up: it needs a key.")
    assert person.steps() == []


async def test_auto_asks_no_model_where_the_embedded_planner_can(
        person: Person, site: PracticeSite, key: None) -> None:
    person.add(METER, site.pages["meter-reading"])
    assert await person.run() == {"t1": "needs_review"}
    assert MADE == []
    assert person.task()["cost"] == 0.0


async def test_auto_goes_on_with_claude_from_the_page_as_it_stands(
        person: Person, site: PracticeSite, key: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "Autofill", HalfWay)
    person.add(METER, site.pages["meter-reading"])
    assert await person.run() == {"t1": "needs_review"}
    (made,) = MADE
    assert any(each.value == "70-113-284" for each in made.views[0].page.controls)
    assert ("The embedded planner can't go on: That is an unusual page. Claude goes on from here") in person.steps()
    assert {row["value"] for row in person.held()["fields"]} >= {"48213", "70-113-284"}


async def test_auto_without_a_key_ends_as_ever(
        person: Person, site: PracticeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "Autofill", HalfWay)
    person.add(METER, site.pages["meter-reading"])
    assert await person.run() == {"t1": "failed"}
    assert person.task()["message"] == "That is an unusual page."
    assert MADE == []


async def test_at_the_limit_it_asks_and_a_yes_lets_it_go_on_from_the_same_page(
        person: Person, site: PracticeSite, key: None) -> None:
    person.call("settings set", key="model-task-steps", value=1)
    person.add(METER, site.pages["meter-reading"], planner="claude")
    asked = []
    async with person.running() as work:
        while True:
            await person.until(lambda: person.call("inbox"), work)
            if not (waiting := person.questions()):
                break
            asked.append(waiting[0])
            person.call("answer", question=waiting[0]["id"], value="yes")
        task = person.task()
    assert [each["asks"] for each in asked] == ["spend"] * len(asked)
    assert "used 1 answer of a model; the limit is 1 answer." in asked[0]["summary"]
    assert len(task["runs"]) == 1
    assert task["cost"] == pytest.approx(0.012 * sum(len(each.views) for each in MADE))
    assert person.held()["state"] == "held"


async def test_a_no_ends_it_and_trying_again_asks_again(person: Person, site: PracticeSite, key: None) -> None:
    person.call("settings set", key="model-task-dollars", value="0.01")
    person.add(METER, site.pages["meter-reading"], planner="claude")
    for _ in range(2):
        assert await person.run() == {"t1": "needs_answer"}
        (asked,) = person.questions()
        assert "This task has used $0.01 of a model; the limit is $0.01." in asked["summary"]
        person.call("answer", question=asked["id"], value="no")
        assert await person.run() == {"t1": "failed"}
        assert "you did not want it to go on" in person.task()["message"]
        person.call("retry", id="t1")


async def test_nothing_allowed_is_nothing_spent(person: Person, site: PracticeSite, key: None) -> None:
    person.call("settings set", key="model-task-dollars", value="0")
    person.add(METER, site.pages["meter-reading"], planner="claude")
    assert await person.run() == {"t1": "failed"}
    assert "let a model spend nothing" in person.task()["message"]
    assert [each.views for each in MADE] == [[]]


def test_a_model_without_a_planner_for_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setitem(__import__("sys").modules, "agent.planner.claude.planner", None)
    with pytest.raises(NoModel, match="no planner"):
        choose.claude_class()
