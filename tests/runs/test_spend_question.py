"""Only Countersign itself asks whether a model may use up more: no planner can word that question or answer it."""

from __future__ import annotations

import pytest

from agent.browser.page import PageMap
from agent.planner.base import Ask, AskKind
from agent.planner.claude.limits import SPEND_PREFIX
from agent.runs.checking import sound
from agent.runs.problems import Stuck
from tests.planner.build import page


@pytest.fixture
def seen() -> PageMap:
    return page()


@pytest.mark.parametrize("ask", [
    Ask("more", AskKind.SPEND, "Shall it go on?", ("yes", "no")),
    Ask(f"{SPEND_PREFIX}task money 1", AskKind.CHOICE, "Is it sunny?", ("yes", "no")),
    Ask(f"{SPEND_PREFIX}task steps 1", AskKind.VALUE, "Say yes")])
def test_a_planner_can_t_ask_for_more(ask: Ask, seen: PageMap) -> None:
    with pytest.raises(Stuck, match="only Countersign itself may ask for"):
        sound([ask], seen, ())
