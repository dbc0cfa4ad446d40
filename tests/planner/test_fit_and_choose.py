"""How values are spelt for a control, and which option means them."""

from __future__ import annotations

from typing import Any

import pytest

from agent.planner.autofill.choose import choose, mentioned
from agent.planner.autofill.fit import fits
from agent.protocol import FactKind
from tests.planner.build import control


@pytest.mark.parametrize(
    ("made", "kind", "value", "region", "written"),
    [
        ({"type": "date"}, "bday", "1986-03-14", "GB", "1986-03-14"),
        ({"placeholder": "MM/DD/YYYY"}, "bday", "1986-03-14", "GB", "03/14/1986"),
        ({"placeholder": "TT.MM.JJJJ"}, "bday", "1986-03-14", "GB", "14.03.1986"),
        ({"hint": "For example, 2026-03-27"}, "bday", "1986-03-14", "GB", "1986-03-14"),
        ({"hint": "For example 27/3/2026"}, "bday", "1986-03-14", "US", "14/3/1986"),
        ({}, "bday", "1986-03-14", "DE", "14.03.1986"),
        ({}, "bday", "1986-03-14", "US", "03/14/1986"),
        ({"type": "month"}, "passport-expiry", "2031-02-09", "GB", "2031-02"),
        ({}, "tel", "+447700900183", "GB", "07700 900183"),
        ({"placeholder": "+44"}, "tel", "+447700900183", "GB", "+44 7700 900183"),
        ({"pattern": r"0\d{10}"}, "tel", "+447700900183", "GB", "07700900183"),
        ({}, "tel", "+447700900183", "DE", "+44 7700 900183"),
        ({"maxlength": 6}, "sort-code", "20-20-15", "GB", "202015"),
        ({"maxlength": 7}, "postal-code", "SY3 7QX", "GB", "SY3 7QX"),
        ({"maxlength": 6}, "postal-code", "SY3 7QX", "GB", "SY37QX"),
    ],
)
def test_values_are_spelt_as_the_control_wants_them(
    made: dict[str, Any], kind: str, value: str, region: str, written: str
) -> None:
    assert fits(control("Field", **made), FactKind(kind), value, region)[0] == written


@pytest.mark.parametrize(
    ("made", "kind", "value"),
    [
        ({"maxlength": 5}, "postal-code", "SY3 7QX"),
        ({"pattern": r"\d{5}"}, "postal-code", "SY3 7QX"),
        ({"type": "number"}, "task-value", "many"),
        ({"type": "number", "max": "10"}, "task-value", "48213"),
        ({"type": "date", "min": "2026-01-01"}, "task-value", "2025-12-31"),
        ({"type": "email"}, "email", "nobody"),
    ],
)
def test_what_does_not_fit_is_not_cut(made: dict[str, Any], kind: str, value: str) -> None:
    assert fits(control("Field", **made), FactKind(kind), value, "GB") == []


def test_a_number_in_three_boxes_is_divided() -> None:
    boxes = [fits(control("", maxlength=2), FactKind("sort-code"), "20-20-15", "GB", f"{n}/3")[0] for n in (1, 2, 3)]
    assert boxes == ["20", "20", "15"]


@pytest.mark.parametrize(
    ("choices", "kind", "value", "label"),
    [
        (("Deutschland", "Vereinigtes Königreich"), "country", "GB", "Vereinigtes Königreich"),
        (("Ireland", "United Kingdom"), "country", "GB", "United Kingdom"),
        ((("GB", "UK"), ("IE", "Eire")), "country", "GB", "UK"),
        (("männlich", "weiblich", "divers"), "sex", "female", "weiblich"),
        (("M", "F", "X"), "sex", "female", "F"),
        (("Herr", "Frau"), "honorific-prefix", "Ms", "Frau"),
        (("Mr", "Mrs", "Ms"), "honorific-prefix", "Ms", "Ms"),
        (("Ja", "Nein"), "yes-no-question", "yes", "Ja"),
        (("Yes, I do", "No, I don't"), "yes-no-question", "no", "No, I don't"),
        (("ledig", "verheiratet"), "marital-status", "married", "verheiratet"),
        (("By email", "By letter"), "contact-preference", "email", "By email"),
        (("Shropshire Council", "Powys"), "address-level1", "Shropshire", "Shropshire Council"),
    ],
)
def test_an_option_is_chosen_by_its_meaning(choices: Any, kind: str, value: str, label: str) -> None:
    group = control("Question", "select-one", choices=choices)
    index = choose(group, FactKind(kind), value, "GB")
    assert index is not None
    assert group.options[index].label == label


def test_months_and_days_are_chosen_by_number_or_name() -> None:
    months = control("Month", "select-one", choices=("Month", "January", "February", "March", "April"))
    days = control("Day", "select-one", choices=("Day", "01", "02", "14"))
    assert choose(months, FactKind("bday"), "1986-03-14", "GB", "month") == 3
    assert choose(days, FactKind("bday"), "1986-03-14", "GB", "day") == 3


def test_near_names_are_not_mistaken_for_each_other() -> None:
    group = control("Country", "select-one", choices=("Iceland", "Ireland", "Niger", "Nigeria"))
    assert choose(group, FactKind("country"), "NE", "GB") == 2
    assert choose(group, FactKind("country"), "GB", "GB") is None


def test_an_option_is_taken_from_the_task_only_when_it_alone_is_mentioned() -> None:
    group = control(
        "What is it about?", "radio", choices=("Bins and recycling", "Roads and parking", "Noise", "Something else")
    )
    assert mentioned(group, "Complain about the noise next door") == 2
    assert mentioned(group, "Complain about the noise from the road works") is None
    assert mentioned(group, "Complain about something") is None
