"""When a task's words are a list of places, and what each place's own task says."""

from __future__ import annotations

import pytest

from agent.intake.errors import BadAddress, BadText
from agent.intake.several import MOST_PLACES, at_places, several, without
from agent.intake.task_values import values_in

LISTED = """Change my address at these 3:
- https://energy.example/account customer number 123456
- Water: water.example/move
  customer number 456789
- www.gas.example/x
It holds from 1 March"""


def test_a_line_belongs_to_its_place_alone() -> None:
    plan = several(LISTED)
    assert plan is not None
    assert (plan.title, [(each.name, each.url) for each in plan.places]) == ("Change my address", [
        ("energy.example", "https://energy.example/account"), ("Water", "https://water.example/move"),
        ("www.gas.example", "https://www.gas.example/x")])
    energy, water, gas = (each.text for each in plan.places)
    assert ("123456" in energy, "456789" in energy) == (True, False)
    assert ("123456" in water, "456789" in water) == (False, True)
    assert "123456" not in gas
    assert "456789" not in gas
    assert all(each.startswith("Change my address\n") and each.endswith("It holds from 1 March")
               for each in (energy, water, gas))


def test_a_blank_line_within_an_entry_parts_nothing_from_it() -> None:
    plan = several("Change my address:\n- https://a.example\n\n  Account 111222\n \n  PIN 9\n- https://b.example\n\n"
                   "  Account 333444")
    assert plan is not None
    assert [each.text.split("\n", 2)[2] for each in plan.places] == ["Account 111222\nPIN 9", "Account 333444"]


def test_figures_before_an_address_are_no_bullet() -> None:
    plan = several("Change my address:\nGas, account 111: https://a.example\nWater 222: https://b.example")
    assert plan is not None
    assert [each.name for each in plan.places] == ["Gas, account 111", "Water 222"]


def test_the_count_of_places_is_no_value_of_a_task() -> None:
    plan = several(LISTED)
    assert plan is not None
    assert [each.value for each in values_in(plan.places[0].text) if each.value in ("3", "123456")] == ["123456"]


@pytest.mark.parametrize(("text", "title", "urls"), [
    ("Tell https://a.example, https://b.example/x and c.example/form that I moved", "Tell", 3),
    ("Melde meinen Umzug bei https://a.example und https://b.example", "Melde meinen Umzug", 2),
    ("Ma nouvelle adresse pour https://a.example et https://b.example", "Ma nouvelle adresse", 2),
    ("1. https://a.example\n2. https://b.example\n\nChange my e-mail there", "Change my e-mail there", 2),
    ("Energy: https://a.example\nWater: https://b.example", "2 places", 2),
    ("Change my address at the following companies:\n* Energy (https://a.example)\n* Water (https://b.example)",
     "Change my address", 2),
])
def test_lists_of_many_forms(text: str, title: str, urls: int) -> None:
    plan = several(text)
    assert plan is not None
    assert (plan.title, len(plan.places)) == (title, urls)
    for each in plan.places:
        others = {other.url.split("//")[1].strip("/") for other in plan.places if other.url != each.url}
        assert not any(other in each.text for other in others), each.text


@pytest.mark.parametrize("text", [
    "Renew my permit at https://a.example/x. The rules are at https://b.example/rules",
    "Start at https://a.example\nthe second page is https://b.example",
    "- Start at https://a.example\nand then, when it asks you, say no\n- go to https://b.example",
    "https://a.example https://a.example",
    "Change my address at https://a.example",
    "Change my address everywhere",
    "",
])
def test_what_is_one_task(text: str) -> None:
    assert several(text) is None


def test_places_given_one_by_one_may_be_names() -> None:
    plan = at_places("Change my address", ["Thornmere Energy", "a.example/move", " ", "a.example/move"])
    assert plan is not None
    assert [(each.name, each.url) for each in plan.places] == [
        ("Thornmere Energy", ""), ("a.example", "https://a.example/move")]
    assert plan.places[0].text == "Change my address\nThis is about Thornmere Energy."
    assert at_places("Change my address", ["a.example"]) is None


def test_two_accounts_at_one_address_are_two_tasks_and_one_can_be_left_out() -> None:
    energy = "https://energy.example/x"
    plan = several(f"Submit my readings:\n- {energy} account 111\n- {energy} account 222\n- https://water.example/y")
    assert plan is not None
    assert ["111" in each.text for each in plan.places] == [True, False, False]
    assert ["222" in each.text for each in plan.places] == [False, True, False]
    assert [each.text for each in without(plan, ["#2"]).places] == [plan.places[0].text, plan.places[2].text]
    assert [each.url for each in without(plan, [energy]).places] == ["https://water.example/y"]


def test_too_many_and_what_must_not_be_opened_is_said() -> None:
    with pytest.raises(BadText, match=f"{MOST_PLACES} are the most"):
        several("Tell " + ", ".join(f"https://a{number}.example" for number in range(MOST_PLACES + 1)))
    with pytest.raises(BadAddress):
        several("Tell https://a.example and https://council.example@evil.example/x")
