"""An address look-up is pressed only where it must be, and only the person's own address is taken from its list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from agent.planner.autofill.look_up import own_address, press_for_address
from agent.planner.autofill.plan import decide
from agent.planner.autofill.signature import page_signature
from agent.planner.base import Choose, Click, View
from agent.protocol import FactKind
from tests.planner.build import button, control, link, page

TODAY = date(2026, 11, 26)
FACTS: Mapping[FactKind, str] = {FactKind("address-line1"): "14 Quarry Lane", FactKind("address-level2"): "Thornmere",
                                 FactKind("postal-code"): "TQ12 4AB", FactKind("country"): "GB"}


@pytest.mark.parametrize(("labels", "index"), [
    (["Choose", "12 Quarry Lane, Thornmere", "14 Quarry Lane, Thornmere"], 2),
    (["4 Quarry Lane", "14 Quarry Lane", "114 Quarry Lane", "14A Quarry Lane"], 1),
    (["14 QUARRY LN, THORNMERE, TQ12 4AB"], 0),
    (["Flat 2, 14 Quarry Lane", "14 Quarry Lane"], 1),
    (["Flat 1, 14 Quarry Lane", "Flat 2, 14 Quarry Lane"], None),
    (["14 Quarry Lane, Otherton, EX1 1AA"], None),
    (["14 Quarry Lane", "14 Quarry Lane"], None),
    (["Quarry Lane"], None), ([], None),
])
def test_the_persons_own_address_word_for_word_or_none(labels: list[str], index: int | None) -> None:
    assert own_address(labels, FACTS) == index


def test_without_an_address_in_the_profile_none_is_chosen() -> None:
    assert own_address(["14 Quarry Lane"], {}) is None


def view_of(shown: object, tried: frozenset[str] = frozenset()) -> View:
    return View("Report a missed bin", (), FACTS, {}, (), {}, shown, tried=tried)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [
    "Find address", "Look up address", "Search for your address", "Find postcode", "Adresse suchen", "PLZ prüfen",
    "Rechercher mon adresse", "Buscar dirección", "Cerca indirizzo", "Zoek adres", "Znajdź adres", "Procurar morada"])
def test_a_look_up_is_pressed_once_the_postcode_stands_there(text: str) -> None:
    shown = page(control("Postcode", name="postcode", value="TQ12 4AB"),
                 buttons=[button(text, type="button"), button("Send")])
    (click,) = [each for each in decide(view_of(shown), TODAY) if isinstance(each, Click)]
    assert click.text == text


def test_it_is_not_pressed_where_the_address_can_be_typed() -> None:
    shown = page(control("Postcode", name="postcode", value="TQ12 4AB"), control("Address line 1", name="line1"),
                 buttons=[button("Find address", type="button"), button("Send")])
    assert [each.text for each in decide(view_of(shown), TODAY) if isinstance(each, Click)] == ["Send"]


def test_the_address_is_taken_from_the_list_that_comes() -> None:
    choice = control("Select your address", "select-one", required=True, choices=["3 addresses", (
        "p-79", "12 Quarry Lane, Thornmere, TQ12 4AB"), ("p-81", "14 Quarry Lane, Thornmere, TQ12 4AB")])
    shown = page(control("Postcode", name="postcode", value="TQ12 4AB"), choice,
                 buttons=[button("Find address", type="button"), button("Send")])
    (chosen,) = [each for each in decide(view_of(shown), TODAY) if isinstance(each, Choose)]
    assert chosen.index == 2


def test_where_nothing_comes_the_address_is_typed_instead() -> None:
    shown = page(control("Postcode", name="postcode", value="TQ12 4AB"),
                 buttons=[button("Find address", type="button"), button("Send")],
                 links=(link("Enter address manually", "https://council.example/form#"),))
    actions = decide(view_of(shown, frozenset({page_signature(shown)})), TODAY)
    assert [each.text for each in actions if isinstance(each, Click)] == ["Enter address manually"]
    assert press_for_address(page(), [], 0, FACTS, pressed=True) is None
