"""Boxes of one legend become one question; consents, statements and boxes among other fields stay single."""

from __future__ import annotations

from typing import Any

import pytest

from agent.browser.page import Control
from agent.planner.autofill.box_groups import with_box_groups
from tests.planner.build import control, page

DAYS = "Which days suit you? *"


def box(label: str, legend: str = DAYS, **more: Any) -> Control:
    return control(label, "checkbox", legend=legend, **more)


def kinds(*controls: Control) -> list[tuple[str, int]]:
    return [(each.label, len(each.options)) for each in with_box_groups(page(*controls)).controls]


def test_boxes_of_one_legend_are_one_required_question() -> None:
    boxes = box("Monday"), box("Tuesday", checked=True)
    (found,) = with_box_groups(page(*boxes)).controls
    assert (found.label, found.required, found.type) == ("Which days suit you?", True, "checkbox")
    assert [(each.ref, each.label, each.selected) for each in found.options] == [
        (boxes[0].ref, "Monday", False), (boxes[1].ref, "Tuesday", True)]


@pytest.mark.parametrize("more", [
    [box("I accept the terms of use"), box("Monday")],
    [box("Send me the newsletter", "Last questions"), box("I have a car", "Last questions")],
    [box("Monday", ""), box("Tuesday", "")],
    [box("Monday"), box("Tuesday", "Which weeks?")],
    [box("I am away", "Your details"), box("I have moved", "Your details"),
     control("Full name", legend="Your details")],
    [box("I am away", "Your details", name="away"), box("I have moved", "Your details", name="moved")],
])
def test_what_stays_single(more: list[Control]) -> None:
    assert kinds(*more) == [(each.label, 0) for each in more]
