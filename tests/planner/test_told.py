"""What a task's words say about boxes and about the one field without any words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.planner.base import Ask, AskKind, Choose, Fill, Tick
from agent.protocol import Given, Source, SourceKind
from agent.runs.vouching import Persons, vouched
from tests.planner.build import button, control, page, view
from tests.planner.test_plan import plan

if TYPE_CHECKING:
    from agent.browser.page import Control

SEND = button("Submit")


def ticked(text: str, *controls: Control) -> list[str]:
    shown = view(page(*controls, buttons=[SEND]), task=text)
    by_ref = {each.ref: each.label for each in controls}
    return [by_ref[each.ref] for each in plan(shown) if isinstance(each, Tick) and each.on]


def test_a_box_is_asked_about_where_the_task_names_none() -> None:
    shown = view(page(control("Large print", "checkbox", required=True), buttons=[SEND]), task="Check my balance.")
    assert [each for each in plan(shown) if isinstance(each, Ask)]


def test_the_boxes_that_the_task_names_are_ticked_and_the_others_not_asked_about() -> None:
    boxes = [control(label, "checkbox") for label in ("Water", "Gas", "Electricity")]
    shown = view(page(*boxes, buttons=[SEND]), task="Select Water and Gas and click Submit.")
    actions = plan(shown)
    assert [(each.ref, each.given.source.kind) for each in actions if isinstance(each, Tick)] == [
        (boxes[0].ref, SourceKind.TASK), (boxes[1].ref, SourceKind.TASK)]
    assert not [each for each in actions if isinstance(each, Ask)]


@pytest.mark.parametrize("label", ["I agree to the terms and conditions", "I declare that all of this is true",
                                   "Send me the newsletter"])
def test_a_consent_is_not_ticked_because_the_task_says_so(label: str) -> None:
    assert ticked(f"Tick {label} and click Submit", control(label, "checkbox")) == []


@pytest.mark.parametrize(("label", "kind"), [("Water", SourceKind.TASK), ("Gas", SourceKind.GUESSED),
                                             ("I agree to the terms and conditions", SourceKind.GUESSED)])
def test_a_tick_said_to_come_from_the_task_is_believed_where_the_task_names_the_box(
        label: str, kind: SourceKind) -> None:
    box = control(label, "checkbox")
    shown = view(page(box, buttons=[SEND]), task="Select Water and I agree to the terms and conditions.")
    tick = Tick(box.ref, True, Given("yes", Source(SourceKind.TASK, label)), "")
    believed = vouched(tick, shown.page, Persons(shown, {}))
    assert isinstance(believed, Tick)
    assert believed.given.source.kind is kind


@pytest.mark.parametrize(("type", "text", "value"), [
    ("text", 'Enter "Jess" into the text field and press Submit.', "Jess"),
    ("time", "Enter 7:54 PM as the time and press submit.", "19:54"),
    ("date", "Enter 22 August 2011 as the date", "2011-08-22"),
])
def test_the_only_value_goes_into_the_only_field_without_words(type: str, text: str, value: str) -> None:
    fills = [each for each in plan(view(page(control("", type), buttons=[SEND]), task=text))
             if isinstance(each, Fill)]
    assert [(each.given.value, each.given.source.kind) for each in fills] == [(value, SourceKind.TASK)]


def test_two_values_or_two_such_fields_are_asked_about() -> None:
    two_values = view(page(control("", "text"), buttons=[SEND]), task='Enter "Jess" or "Ann" and press Submit.')
    two_fields = view(page(control("", "text"), control("", "text"), buttons=[SEND]), task='Enter "Jess".')
    assert not [each for shown in (two_values, two_fields) for each in plan(shown) if isinstance(each, Fill)]


def test_a_list_too_long_to_read_is_asked_about_in_writing_and_the_answer_looked_up_in_it() -> None:
    branch = control("Branch", "select-one", name="branch", choices=[f"Branch {n}" for n in range(2_000)])
    asked = next(each for each in plan(view(page(branch, buttons=[SEND]))) if isinstance(each, Ask))
    assert (asked.kind, asked.options) == (AskKind.VALUE, ())
    chosen = plan(view(page(branch, buttons=[SEND]), answers={asked.key: "Branch 1800"}))[0]
    assert isinstance(chosen, Choose)
    assert branch.options[chosen.index].label == "Branch 1800"


@pytest.mark.parametrize(("text", "chosen"), [
    ("Select G3 and click Submit.", "G3"), ("Choose Zone B and send it", "Zone B"), ("Select G3 or Zone B.", ""),
    ("Tick yes and submit", ""),
])
def test_the_one_option_that_the_task_tells_to_select_is_chosen_however_short(text: str, chosen: str) -> None:
    group = control("", "radio", name="r", choices=["G3", "Zone B", "Yes", "qq"])
    picks = [group.options[each.index].label for each in plan(view(page(group, buttons=[SEND]), task=text))
             if isinstance(each, Choose)]
    assert picks == ([chosen] if chosen else [])
