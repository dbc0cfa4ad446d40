"""A press comes once the page holds what was put in before it, again where the run put it off, and never blindly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agent.browser.page import PageMap
from agent.planner.autofill.signature import page_signature
from agent.planner.base import Action, Choose, Click, Fill, Tick, View
from agent.protocol import SourceKind
from tests.planner.build import button, control, page, view
from tests.planner.claude.conftest import Bench
from tests.planner.claude.test_vendor_faults import after
from tests.vendor.reading import results_of
from tests.vendor.scripts import in_turn
from tests.vendor.server import Vendor
from tests.vendor.turns import Call, Say

NAME, NEWS = control("Full name", name="name"), control("Send me the newsletter", "checkbox", name="news")
FORM = page(NAME, buttons=[button("Send")], headings=["Refund"])
FILL = Call("fill", {"fields": [{"n": 1, "value": "{{fact:given-name}}", "why": ""}]})
BOTH = Say([FILL, Call("click", {"n": 2})])
ENDS = Say([Call("give_up", {"reason": "Enough."})])


async def told_after(bench: Bench, first: PageMap, then: View | PageMap) -> tuple[list[Action], list[str]]:
    """The actions on the second look, and what the model was told on it, if it was asked."""
    with Vendor(in_turn(BOTH, ENDS)) as vendor:
        planner = bench.planner(vendor)
        actions = await planner.decide(view(first))
        assert [type(each) for each in actions if not isinstance(each, Tick)] == [Fill]
        actions = await planner.decide(then if isinstance(then, View) else view(then))
        return actions, results_of(vendor.bodies[1]) if len(vendor.requests) > 1 else []


async def test_it_presses_without_asking_again_once_all_is_held(bench: Bench) -> None:
    made = Fill(NAME.ref, None, "")  # type: ignore[arg-type]
    filled = replace(FORM, controls=(replace(NAME, value="Eleanor"),))
    actions, told = await told_after(bench, FORM, filled)
    assert [type(each) for each in actions] == [type(made), Click]
    assert told == []


@pytest.mark.parametrize(("then", "says"), [
    (FORM, "1 it did not take the value and is empty"),
    (replace(FORM, controls=(replace(NAME, value="Eleanor", error="Too short"),)), "1 the page says: Too short"),
    (replace(FORM, controls=(replace(NAME, value="Eleanor"), control("IBAN", name="iban"))),
     "not done: the page has new fields"),
    (replace(FORM, url="https://council.example/other"), "not done: the page moved on"),
    (replace(FORM, controls=(replace(NAME, value="Eleanor"),), buttons=()), "not done: it is no longer on the page")])
async def test_it_does_not_press_where_something_came_between(then: PageMap, says: str, bench: Bench) -> None:
    _, told = await told_after(bench, FORM, then)
    assert any(says in each for each in told), told


async def test_a_press_that_was_put_off_is_given_again_and_one_that_was_done_is_not(bench: Bench) -> None:
    filled = after([], replace(FORM, controls=(replace(NAME, value="Eleanor"),)))
    with Vendor(in_turn(BOTH, ENDS)) as vendor:
        planner = bench.planner(vendor)
        await planner.decide(view(FORM))
        for _ in range(3):
            assert isinstance((await planner.decide(view(filled)))[-1], Click)
        assert len(vendor.requests) == 1
        await planner.decide(view(filled, tried=frozenset({page_signature(filled)})))
        assert "pressed" in results_of(vendor.bodies[1])[1]


async def test_the_persons_own_value_stands_above_the_models(bench: Bench) -> None:
    edited: dict[str, Any] = {"edits": {"name": "Nora"}}
    with Vendor(in_turn(BOTH, ENDS)) as vendor:
        planner = bench.planner(vendor)
        await planner.decide(view(FORM))
        filled = replace(FORM, controls=(replace(NAME, value="Eleanor"),))
        assert isinstance((await planner.decide(view(filled)))[-1], Click)
        *changes, last = await planner.decide(view(filled, **edited))  # the run tells of the edit
        assert isinstance(last, Click)
        assert [(each.given.value, each.given.source.kind) for each in changes if isinstance(each, Fill)] == [
            ("Nora", SourceKind.PERSON)]


async def test_a_note_is_told_before_anything_is_pressed_again(bench: Bench) -> None:
    filled = replace(FORM, controls=(replace(NAME, value="Eleanor"),))
    with Vendor(in_turn(BOTH, ENDS)) as vendor:
        planner = bench.planner(vendor)
        await planner.decide(view(FORM))
        await planner.decide(view(filled))
        await planner.decide(view(filled, notes=("Use my full name",)))
        assert "Use my full name" in results_of(vendor.bodies[1])[-1]


async def test_a_newsletter_that_the_page_ticked_is_taken_out(bench: Bench) -> None:
    ticked = page(NAME, replace(NEWS, checked=True, default_checked=True), buttons=[button("Send")])
    with Vendor(in_turn(Say([FILL]))) as vendor:
        actions = await bench.planner(vendor).decide(view(ticked))
    assert [each.on for each in actions if isinstance(each, Tick)] == [False]


async def test_a_choice_is_the_same_option_where_the_list_comes_in_another_order(bench: Bench) -> None:
    box = control("Country", role="combobox", name="country", choices=["Austria", "Norway", "Wales"])
    chosen = Say([Call("choose", {"fields": [{"n": 1, "value": "3", "why": ""}]}), Call("click", {"n": 2})])
    with Vendor(in_turn(chosen)) as vendor:
        planner = bench.planner(vendor)
        (made,) = await planner.decide(view(page(box, buttons=[button("Send")])))
        assert isinstance(made, Choose)
        assert made.index == 2
        turned = replace(box, value="Wales", options=(replace(box.options[2], selected=True), *box.options[:2]))
        made, press = await planner.decide(view(page(turned, buttons=[button("Send")])))
        assert isinstance(made, Choose)
        assert (made.index, type(press)) == (0, Click)
        gone = replace(box, value="Wales", options=box.options[:2])  # many lists leave out what is chosen
        assert [type(each) for each in await planner.decide(view(page(gone, buttons=[button("Send")])))] == [Click]
