"""What a task says by place, or by what kind of control it means."""

from __future__ import annotations

from datetime import date

import pytest

from agent.planner.base import Ask, Choose, Fill, Tick
from agent.protocol import Given, Source, SourceKind
from agent.runs.vouching import Persons, vouched
from tests.planner.build import button, control, page, view
from tests.planner.test_plan import plan

SEND = button("Submit")


@pytest.mark.parametrize(("text", "ticked"), [
    ("Click the 2nd checkbox, then hit Submit.", [1]), ("Tick the first and last boxes", [0, 2]),
    ("Tick the 4th box", []), ("Tick the first or second box", [])])
def test_boxes_are_ticked_by_their_places(text: str, ticked: list[int]) -> None:
    boxes = [control("3", "checkbox") for _ in range(3)]
    shown = view(page(*boxes, buttons=[SEND]), task=text)
    ticks = [each for each in plan(shown) if isinstance(each, Tick) and each.on]
    assert [each.ref for each in ticks] == [boxes[place].ref for place in ticked]
    assert all(vouched(each, shown.page, Persons(shown, {})) == each for each in ticks)


def test_a_consent_keeps_its_place_and_is_not_ticked() -> None:
    boxes = [control("Large print", "checkbox"), control("I agree to the terms", "checkbox")]
    shown = view(page(*boxes, buttons=[SEND]), task="Tick the second box")
    assert not [each for each in plan(shown) if isinstance(each, Tick) and each.on]
    claimed = Tick(boxes[1].ref, True, Given("yes", Source(SourceKind.TASK, "I agree")), "")
    assert vouched(claimed, shown.page, Persons(shown, {})).given.source.kind is SourceKind.GUESSED


@pytest.mark.parametrize(("text", "type", "index"), [
    ("Check the 1st radio button", "radio", 0), ("Choose the second option", "select-one", 2),
    ("Choose the last option", "radio", 2), ("Choose the 5th option", "radio", None)])
def test_an_option_is_chosen_by_its_place_among_those_that_say_something(
        text: str, type: str, index: int | None) -> None:
    names = ["Please choose", "Small", "Large"] if type == "select-one" else ["S", "M", "L"]
    asked = control("Size", type, choices=names)
    shown = view(page(asked, buttons=[SEND]), task=text)
    chosen = [each for each in plan(shown) if isinstance(each, Choose)]
    assert [each.index for each in chosen] == ([] if index is None else [index])
    assert all(vouched(each, shown.page, Persons(shown, {})) == each for each in chosen)


def test_the_second_option_of_two_questions_is_asked_about() -> None:
    asked = [control(label, "radio", choices=["S", "M"]) for label in ("Size", "Sleeve")]
    actions = plan(view(page(*asked, buttons=[SEND]), task="Choose the second option"))
    assert not [each for each in actions if isinstance(each, Choose)]


def test_a_value_goes_into_the_text_box_at_its_place_and_the_other_bare_boxes_may_stay_empty() -> None:
    boxes = [control("") for _ in range(3)]
    actions = plan(view(page(*boxes, buttons=[SEND]), task='Enter the number "29" into the 2nd textbox.'))
    assert [(each.ref, each.given.value) for each in actions if isinstance(each, Fill)] == [(boxes[1].ref, "29")]
    assert not [each for each in actions if isinstance(each, Ask)]


@pytest.mark.parametrize(("text", "value"), [
    ("Select -3 with the slider, then submit", "-3"), ("Set the slider to 7", "7"), ("Stelle den Regler auf 5", "5"),
    ("Set the slider to 7 or the slider to 8", None)])
def test_the_only_slider_takes_what_is_said_of_the_slider(text: str, value: str | None) -> None:
    slider = control("", "range", min="-10", max="10")
    fills = [each for each in plan(view(page(slider, buttons=[SEND]), task=text)) if isinstance(each, Fill)]
    assert [each.given.value for each in fills] == ([] if value is None else [value])


def test_tomorrow_is_counted_from_the_day_on_which_the_task_was_written() -> None:
    start = control("Start date", "date", required=True)
    shown = view(page(start, buttons=[SEND]), task="A permit from tomorrow", written=date(2026, 11, 26))
    fill = next(each for each in plan(shown) if isinstance(each, Fill))
    assert (fill.given.value, fill.why) == ("2026-11-27", "“tomorrow” in the task, counted from 26 November 2026")
    assert vouched(fill, shown.page, Persons(shown, {})) == fill
