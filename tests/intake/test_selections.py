"""Which boxes a task's words say to tick."""

from __future__ import annotations

import pytest

from agent.intake.selections import not_wanted, nothing_to_tick, to_be_ticked


@pytest.mark.parametrize(("text", "named", "others"), [
    ("Select Water, Gas and Heating and click Submit.", ["Water", "Gas", "Heating"], ["Electricity", "Submit"]),
    ("Order the starter kit and tick vegetarian, then press Send.", ["Vegetarian"], ["Vegan", "starter kit", "Send"]),
    ("Please check the boxes for Step-free access and Quiet room.", ["Step-free access", "quiet room"], ["room two"]),
    ("Wähle Vegetarisch und Rollstuhlplatz und klicke auf Absenden", ["vegetarisch", "Rollstuhlplatz"], ["Absenden"]),
    ("Coche Végétarien et clique sur Envoyer.", ["Végétarien"], ["Envoyer"]),
    ("Zaznacz Wegetariańskie i kliknij Wyślij", ["Wegetarianskie"], ["Wyślij"]),
    ("Select nothing and click Submit.", [], ["Water", "Gas"]),
    ("Select xk3, 9YpsvRi and click Submit.", ["xk3", "9YpsvRi"], ["9Yps", "k3"]),
    ("Tick A and B.", [], ["A", "B"]),
])
def test_a_box_is_named_by_its_whole_name_in_a_clause_that_tells_to_tick(
        text: str, named: list[str], others: list[str]) -> None:
    assert {name: to_be_ticked(name, text) for name in [*named, *others]} == (
        dict.fromkeys(named, True) | dict.fromkeys(others, False))


@pytest.mark.parametrize("text", [
    "Do not tick Newsletter.", "I don't want the newsletter", "", "Check in for Newsletter"])
def test_a_text_that_tells_of_no_ticking_names_no_box(text: str) -> None:
    assert not to_be_ticked("Newsletter", text)


@pytest.mark.parametrize(("text", "nothing"), [
    ("Select nothing and click Submit.", True), ("Wähle nichts und klicke auf Senden", True),
    ("Nothing to select", False), ("Select Water and click Submit.", False),
])
def test_a_text_can_say_that_nothing_is_to_be_ticked(text: str, nothing: bool) -> None:
    assert nothing_to_tick(text) is nothing


@pytest.mark.parametrize(("text", "refused", "others"), [
    ("Get me a card, no newsletter please", ["Send me the newsletter", "Newsletters"], ["Terms", "Large print"]),
    ("Subscribe without gift wrap or paper bills.", ["Gift wrap", "Paper bill by post"], ["Paper", "By post"]),
    ("no newsletter and the large bin", ["Newsletter"], ["The large bin", "I do not want the newsletter"]),
    ("Don't send me offers; send it by no later than Friday", ["Offers by e-mail"], ["Send it", "Friday"]),
    ("Untick insurance", ["Add insurance"], ["Assurance"]),
    ("Bitte kein Newsletter", ["Newsletter abonnieren"], ["Brief"]),
    ("sans papier, pas d'assurance", ["Facture papier", "Assurance annulation"], ["Annulation"]),
    ("No. Go on", [], ["Go on"]), ("I have no car", ["I have a car"], ["I have a cat"]),
    ("no", [], ["no", "Newsletter"]),
    ("Submit my reading", [], ["Reading"])])
def test_what_a_text_says_no_to(text: str, refused: list[str], others: list[str]) -> None:
    assert {name: not_wanted(name, text) for name in [*refused, *others]} == (
        dict.fromkeys(refused, True) | dict.fromkeys(others, False))
