"""Which appointment is taken from the task's words, and when the person is asked."""

from __future__ import annotations

from datetime import date

import pytest

from agent.browser.page import PageMap
from agent.planner.autofill.slots import chosen_slot, slots_of
from tests.planner.build import control, page

DAYS = ("Monday 7 December 2026", "Tuesday 8 December 2026")
TIMES = ("9:00am", "10:30am", "2:15pm")


def offered(*, iso: bool) -> PageMap:
    """Two days with three times each; values with or without the date in them."""
    group = control(
        "Choose a time",
        "radio",
        choices=[(f"2026-12-0{7 + d}T{t}" if iso else f"slot{d}{t}", t) for d in range(2) for t in TIMES],
    )
    shown = page(group, headings=["Book", *DAYS])
    lines = [shown.headings[0].text, *(line for day in DAYS for line in (day, *TIMES))]
    return page(group, headings=["Book", *DAYS], text="\n".join(lines))


@pytest.mark.parametrize("iso", [True, False])
@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Book me on Monday 7 December at 10:30", "Monday 7 December 2026, 10:30am"),
        ("on 8 December 2026 at 2:15pm please", "Tuesday 8 December 2026, 2:15pm"),
        ("Tuesday afternoon", "Tuesday 8 December 2026, 2:15pm"),
        ("any morning", "Monday 7 December 2026, 9:00am"),
        ("the first available appointment", "Monday 7 December 2026, 9:00am"),
        ("am 8. Dezember um 14:15 Uhr", "Tuesday 8 December 2026, 2:15pm"),
        ("Book the second slot", "Monday 7 December 2026, 10:30am"),
        ("Take the last slot on 8 December 2026", "Tuesday 8 December 2026, 2:15pm"),
    ],
)
def test_a_clear_wish_chooses(text: str, slot: str, iso: bool) -> None:
    shown = offered(iso=iso)
    chosen = chosen_slot(slots_of(shown.controls[0], shown, "GB"), text, "GB")
    assert chosen is not None
    assert chosen.says == slot


@pytest.mark.parametrize(
    "text",
    [
        "Book an appointment",
        "on Monday",
        "in the morning",
        "at 9:00",
        "not on Monday 7 December at 10:30",
        "on Friday at 9:00",
        "after 10:30 on Monday",
        "Monday 7 December at 11:00",
        "Book the fourth slot on Monday 7 December",
        "Book my second slot",
    ],
)
def test_anything_less_clear_is_asked(text: str) -> None:
    shown = offered(iso=False)
    assert chosen_slot(slots_of(shown.controls[0], shown, "GB"), text, "GB") is None


@pytest.mark.parametrize(("text", "slot"), [
    ("Book me tomorrow at 10:30", "Monday 7 December 2026, 10:30am"),
    ("next Tuesday at 2:15pm", "Tuesday 8 December 2026, 2:15pm"),
    ("in two days at 9:00", "Tuesday 8 December 2026, 9:00am")])
def test_a_day_counted_from_the_writing_chooses(text: str, slot: str) -> None:
    shown = offered(iso=True)
    chosen = chosen_slot(slots_of(shown.controls[0], shown, "GB"), text, "GB", date(2026, 12, 6))
    assert chosen is not None
    assert chosen.says == slot


def test_next_tuesday_on_a_monday_could_be_two_days() -> None:
    shown = offered(iso=True)
    slots = slots_of(shown.controls[0], shown, "GB")
    assert chosen_slot(slots, "next Tuesday at 2:15pm", "GB", date(2026, 12, 7)) is None


def test_ordinary_choices_are_no_slots() -> None:
    shown = page(control("Months", "radio", choices=("6 months", "12 months")))
    assert slots_of(shown.controls[0], shown, "GB") == []
