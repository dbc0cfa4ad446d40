"""How values are written for a page: date masks and examples, amounts, calling codes, an address in one."""

from __future__ import annotations

from typing import Any

import pytest

from agent.planner.autofill.amounts import plain_number
from agent.planner.autofill.choose import choose
from agent.planner.autofill.fit import fits
from agent.planner.autofill.lists_needed import lists_needed
from agent.planner.autofill.plan import decide
from agent.planner.base import Ask, Choose, Fill
from agent.protocol import FactKind
from tests.planner.build import button, control, page, view

IBAN = "DE89370400440532013000"


@pytest.mark.parametrize(("made", "kind", "value", "region", "written"), [
    ({"placeholder": "DD MMM YYYY"}, "bday", "1986-03-14", "GB", "14 Mar 1986"),
    ({"placeholder": "dd / mm / yyyy"}, "bday", "1986-03-14", "US", "14/03/1986"),
    ({"placeholder": "rrrr-mm-dd"}, "bday", "1986-03-14", "PL", "1986-03-14"),
    ({"placeholder": "MM/YYYY"}, "passport-expiry", "2031-02-09", "GB", "02/2031"),
    ({"placeholder": "__/__/____"}, "bday", "1986-03-14", "DE", "14/03/1986"),
    ({"hint": "For example, 27 March 2007"}, "bday", "1986-03-14", "GB", "14 March 1986"),
    ({"hint": "z. B. 27. März 2007"}, "bday", "1986-03-14", "DE", "14. März 1986"),
    ({"min": "1900-01-01"}, "bday", "1986-03-14", "GB", "1986-03-14"),
    ({"pattern": r"\d{4}-\d{2}-\d{2}"}, "bday", "1986-03-14", "GB", "1986-03-14"),
    ({"pattern": r"\d{2}\.\d{2}\.\d{4}"}, "bday", "1986-03-14", "GB", "14.03.1986"),
    ({"maxlength": 8}, "bday", "1986-03-14", "GB", "14031986"),
    ({"type": "number"}, "task-value", "12,50", "DE", "12.50"),
    ({"type": "number"}, "task-value", "1.250", "DE", "1250"),
    ({"type": "number"}, "task-value", "1,250", "GB", "1250"),
    ({"placeholder": "0,00"}, "task-value", "12.50", "DE", "12,50"),
    ({"placeholder": "0.00"}, "task-value", "12,50", "DE", "12.50"),
    ({"maxlength": 22}, "iban", IBAN, "DE", IBAN),
    ({"placeholder": "DE00 0000 0000 0000 0000 00"}, "iban", IBAN, "DE", "DE89 3704 0044 0532 0130 00"),
    ({"hint": "Digits only, no spaces"}, "tel", "+447700900183", "GB", "07700900183"),
    ({}, "country", "GB", "GB", "United Kingdom"),
    ({"pattern": "[A-Z0-9]+"}, "vehicle-registration", "VX19 KLM", "GB", "VX19KLM")])
def test_values_follow_the_page(made: dict[str, Any], kind: str, value: str, region: str, written: str) -> None:
    assert fits(control("Field", **made), FactKind(kind), value, region)[0] == written


@pytest.mark.parametrize(("text", "region", "number"), [
    ("1.250,50", "DE", "1250.50"), ("1,250.50", "DE", "1250.50"), ("1,250", "DE", "1.250"), ("1.250", "GB", "1.250"),
    ("£ 1,250", "GB", "1250"), ("12,5", "GB", "12.5"), ("1.000.000", "GB", "1000000"), ("about 12", "GB", ""),
    ("12.5.1", "GB", ""), ("-3", "GB", "-3")])
def test_a_number_is_read_in_one_way_or_not_at_all(text: str, region: str, number: str) -> None:
    assert plain_number(text, region) == number


CODES = ("Guernsey (+44)", "Jersey (+44)", "United Kingdom (+44)", "United States (+1)", "Canada (+1)", "Ireland +353")


@pytest.mark.parametrize(("code", "region", "label"), [
    ("+44", "DE", "United Kingdom (+44)"), ("+1", "CA", "Canada (+1)"), ("+1", "GB", "United States (+1)"),
    ("+353", "GB", "Ireland +353"), ("+33", "GB", None)])
def test_a_calling_code_is_chosen_by_its_country(code: str, region: str, label: str | None) -> None:
    group = control("Code", "select-one", choices=CODES)
    index = choose(group, FactKind("tel-country-code"), code, region)
    assert (None if index is None else group.options[index].label) == label


def test_a_number_beside_its_country_code_comes_without_it() -> None:
    shown = page(control("Country code", "select-one", choices=CODES, required=True, autocomplete="tel-country-code"),
                 control("Phone number", "tel", required=True, placeholder="+"))
    changes = [a for a in decide(view(shown), today=None) if isinstance(a, Fill | Choose)]  # type: ignore[arg-type]
    assert [a.given.value for a in changes] == ["United Kingdom (+44)", "07700 900183"]


@pytest.mark.parametrize(("drawn", "box", "number"), [
    ("+1", (0.0, 0.0, 40.0, 20.0), "+44 7700 900183"),
    ("+44", (0.0, 0.0, 40.0, 20.0), "07700 900183"),
    ("+1", (0.0, 300.0, 40.0, 20.0), "07700 900183"),
])
def test_a_number_beside_another_countrys_code_comes_with_its_own(
        drawn: str, box: tuple[float, float, float, float], number: str) -> None:
    shown = page(control("Mobile number", "tel", required=True, box=(45.0, 0.0, 200.0, 20.0)),
                 buttons=(button("Change country", "button", drawn=drawn, box=box), button("Send")))
    changes = [a for a in decide(view(shown), today=None) if isinstance(a, Fill)]  # type: ignore[arg-type]
    assert [a.given.value.replace(" ", "") for a in changes] == [number.replace(" ", "")]


@pytest.mark.parametrize(("held", "asked"), [("£", True), ("__/__/____", True), ("", True), ("£12", False)])
def test_the_marks_of_a_mask_are_no_answer(held: str, asked: bool) -> None:
    shown = page(control("Amount overpaid", required=True, value=held))
    assert any(isinstance(a, Ask) for a in decide(view(shown), today=None)) is asked  # type: ignore[arg-type]


def test_only_lists_of_the_form_that_is_meant_are_opened() -> None:
    country = control("Country", "combobox", role="combobox", popup=True, required=True)
    shown = page(control("Search", "search", form=-1), control("First name", required=True), country,
                 control("Language", "combobox", role="combobox", popup=True, form=-1))
    assert lists_needed(shown, "Do it") == [country.ref]
    assert lists_needed(page(control("First name")), "Do it") == []
