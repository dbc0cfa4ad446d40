"""How a run goes on: what comes before a planner's last action, and where a press has led."""

from __future__ import annotations

import pytest

from agent.browser.page import PageMap
from agent.planner.base import Action, ButtonKind, Click, Done, GiveUp
from agent.runs.going_on import After, First, after_press, first_of_all


def page(*errors: str) -> PageMap:
    url = "https://council.example/form"
    return PageMap(url, "Form", "en", "", (), (), (), (), (), errors, (url,))


def pressed(kind: ButtonKind) -> Click:
    return Click(1, "Go on", kind)


@pytest.mark.parametrize(("final", "errors", "waited", "first"), [
    (GiveUp("nothing here"), (), False, First.WAIT),
    (GiveUp("nothing here"), ("Enter a postcode",), False, First.WAIT),
    (GiveUp("nothing here"), (), True, First.OFFER_ALL),
    (pressed(ButtonKind.SUBMIT), ("Enter a postcode",), False, First.OFFER_READS),
    (pressed(ButtonKind.NEXT), ("Enter a postcode",), True, First.OFFER_READS),
    (pressed(ButtonKind.OTHER), ("Enter a postcode",), False, First.NOTHING),
    (pressed(ButtonKind.SUBMIT), (), True, First.NOTHING),
    (Done(False, "", ""), ("Enter a postcode",), False, First.NOTHING),
    (None, (), True, First.NOTHING),
])
def test_what_comes_before_the_last_action(final: Action | None, errors: tuple[str, ...], waited: bool,
                                           first: First) -> None:
    assert first_of_all(final, page(*errors), waited=waited) is first


@pytest.mark.parametrize(("of_wall", "sent", "moved", "after"), [
    (True, False, False, After.UNCOVERED),
    (True, False, True, After.UNCOVERED),
    (True, True, False, After.NEXT_PAGE),
    (False, True, False, After.NEXT_PAGE),
    (False, False, True, After.NEXT_PAGE),
    (False, False, False, After.SAME_PAGE),
])
def test_where_a_press_has_led(of_wall: bool, sent: bool, moved: bool, after: After) -> None:
    assert after_press(of_wall=of_wall, sent=sent, moved=moved) is after
