"""A recipe goes before the embedded planner, and each hands over to the one behind it."""

from __future__ import annotations

import asyncio

from agent.planner.base import Action, GiveUp, View
from agent.planner.choose import Choice
from tests.planner.build import page, view


class Says:
    """Gives up with its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    async def decide(self, view: View) -> list[Action]:
        return [GiveUp(self._name)]


def said(choice: Choice) -> str:
    (action,) = asyncio.run(choice.decide(view(page())))
    assert isinstance(action, GiveUp)
    return action.reason


def test_a_recipe_then_the_first_then_nobody() -> None:
    choice = Choice(Says("first"), recipe=Says("recipe"))
    assert (choice.replaying, said(choice), choice.purse) == (True, "recipe", None)
    assert choice.hand_over()
    assert (choice.replaying, said(choice)) == (False, "first")
    assert not choice.hand_over()
    assert said(choice) == "first"


def test_without_a_recipe_the_first_begins() -> None:
    choice = Choice(Says("first"))
    assert (choice.replaying, said(choice), choice.hand_over()) == (False, "first", False)
