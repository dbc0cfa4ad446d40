"""What varies in a chore's text: named, computed, kept, and learnt from what its first run put into the form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from agent.chores.problems import BadTemplate
from agent.chores.template import computed, filled, from_json, learnt, names_in, parameters_of, to_json, values_for

LOCAL = datetime(2026, 1, 31, 9)


def row(value: str, label: str, source: str = "task", **more: Any) -> dict[str, Any]:
    return {"name": label.lower(), "label": label, "value": value, "source": source, "given": "", "shown": "", **more}


def test_what_a_time_says_by_itself() -> None:
    found = computed(LOCAL)
    assert (found["period"], found["last_period"], found["last_month"], found["year"]) == (
        "January 2026", "December 2025", "December", "2026")
    assert (found["quarter"], found["last_quarter"], found["today"]) == ("Q1 2026", "Q4 2025", "31 January 2026")


def test_names_are_found_and_filled() -> None:
    text = "Submit {reading} and {night rate} for {period}, {reading}"
    assert names_in(text) == ("reading", "night rate")
    values = values_for(parameters_of(text), LOCAL, {"reading": "48213"})
    assert filled(text, values) == "Submit 48213 and {night rate} for January 2026, 48213"


@pytest.mark.parametrize("text", ["a {", "a }", "{}", "{ }", "{1st}", "{a{b}}", "{" + "x" * 60 + "}"])
def test_other_braces_are_refused(text: str) -> None:
    with pytest.raises(BadTemplate):
        names_in(text)


def test_a_value_is_never_read_as_a_template_again() -> None:
    assert filled("Say {word}", {"word": "{period}", "period": "x"}) == "Say {period}"


def test_figures_are_asked_for_from_now_on_and_words_stay() -> None:
    text, found = learnt("Submit my meter reading 48213 for flat B2, by 2026-10-05", [
        row("48213", "Meter reading (kWh)"), row("B2", "Flat"), row("2026-10-05", "Date"),
        row("Eleanor", "Name", "profile"), row("48213", "Again"), row("4821", "Part of it"), row("", "Nothing")], ())
    assert text == "Submit my meter reading {meter_reading_kwh} for flat {flat}, by {value_date}"
    assert [(each.name, each.form, each.ask, each.last) for each in found] == [
        ("meter_reading_kwh", "number", True, "48213"), ("flat", "text", False, "B2"),
        ("value_date", "date", True, "2026-10-05")]
    assert from_json(to_json(found)) == found
    assert filled(text, values_for(found, LOCAL, {"meter_reading_kwh": "48500", "value_date": "2026-11-05"})) == (
        "Submit my meter reading 48500 for flat B2, by 2026-11-05")


@pytest.mark.parametrize(("value", "form"), [
    ("1 November 2026", "date"), ("01/11/2026", "date"), ("£48.20", "text"), ("48 kWh", "text"), ("14:30", "text"),
    ("12 EUR", "text"), ("01/11/26", "text")])
def test_what_varies_is_asked_for_however_it_is_written(value: str, form: str) -> None:
    _, found = learnt(f"Tell them {value} again", [row(value, "It")], ())
    assert [(each.form, each.ask) for each in found] == [(form, True)]


def test_a_value_that_stands_twice_is_left_alone() -> None:
    assert learnt("Pay 5 for 5 days", [row("5", "Amount")], ())[0] == "Pay 5 for 5 days"


def test_the_same_label_twice_gives_two_names() -> None:
    text, found = learnt("Readings 11 and 12", [row("11", "Reading"), row("12", "Reading")], ())
    assert (text, len(found)) == ("Readings {reading} and {reading_2}", 2)
