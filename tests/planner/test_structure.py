"""Parts of a form without headings, labels over several boxes, a second person whom no words name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Control, PageMap
from agent.planner.autofill.captions import with_captions
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.shared_labels import told_apart
from agent.planner.autofill.short_labels import in_context
from agent.planner.autofill.words import words_of, words_on
from tests.review.pages import control, page


def boxes(*labels: str, **more: object) -> list[Control]:
    """Text boxes one below the other; an empty label stands beside the box before it."""
    found: list[Control] = []
    x, y = 100.0, 100.0
    for number, label in enumerate(labels):
        x, y = (x + 90, y) if not label else (100.0, y + 30)
        made = control(number, f"f{number}", label)
        found.append(replace(made, id=f"f{number}", box=(x, y, 60, 20), **more))
    return found


def written(text: str, *controls: Control) -> PageMap:
    return replace(page(*controls), text=text)


def asked(form: PageMap) -> list[str]:
    return [f"{one.kind} {one.subject} {one.tier}" for one in recognise(form)]


def test_a_line_of_its_own_is_the_title_of_what_follows() -> None:
    form = written("Angaben zum Kind\nName\nGeburtsdatum\nAngaben zur Mutter\nName\nDatum der Aufnahme\nSenden",
                   *boxes("Name", "Geburtsdatum", "Name", "Datum der Aufnahme"))
    assert [one.heading for one in with_captions(form, words_on(form))] == [
        "angaben zum kind", "angaben zum kind", "angaben zur mutter", "angaben zur mutter"]


@pytest.mark.parametrize("line", [
    "We never pass these on.", "e.g. 27 3 1964", "Select", "4", "Name Town", "or", "z. B. Hauptstraße 5"])
def test_hints_choices_numbers_and_other_labels_are_no_titles(line: str) -> None:
    form = written(f"Name\n{line}\nTown\nEnd", *boxes("Name", "Town"))
    assert [one.heading for one in with_captions(form, words_on(form))] == ["", ""]


@pytest.mark.parametrize(("labels", "said"), [
    (("PLZ / Ort", "PLZ / Ort"), ("plz", "ort")), (("CAP / Comune / Prov.", "", ""), ("cap", "comune", "prov")),
    (("Postcode, town", ""), ("postcode", "town")), (("Postcode en plaats", ""), ("postcode", "plaats")),
    (("Telefon: Vorwahl / Rufnummer", ""), ("vorwahl", "rufnummer")),
    (("Hausnummer / Zusatz", "Zusatz"), ("hausnummer", "zusatz")),
    (("Address", "Address", "Address"), ("address", "", "")), (("Name", "Town"), ("name", "town")),
])
def test_boxes_under_one_label_are_told_apart_or_left_without_one(
        labels: tuple[str, ...], said: tuple[str, ...]) -> None:
    controls = boxes(*labels)
    assert tuple(one.said for one in told_apart(controls, [words_of(each) for each in controls])) == said


def test_boxes_with_examples_that_name_them_say_what_those_say() -> None:
    controls = [replace(each, placeholder=text) for each, text in zip(
        boxes("Anschrift", "Anschrift", "Anschrift"), ("Straße", "PLZ", "Ort"), strict=True)]
    found = told_apart(controls, [words_of(each) for each in controls])
    assert [one.said for one in found] == ["strasse", "plz", "ort"]


@pytest.mark.parametrize(("language", "kinds"), [
    ("de", ["bday-day", "bday-month", "bday-year"]), ("en-US", ["bday-month", "bday-day", "bday-year"])])
def test_a_date_in_three_boxes_follows_the_language(language: str, kinds: list[str]) -> None:
    form = page(*boxes("Date of birth", "", "", language=language))
    assert [one.kind for one in recognise(form)] == kinds


@pytest.mark.parametrize(("heading", "label", "said"), [
    ("Passport", "Number", "passport number"), ("Reisepass", "gültig bis", "passport expiry date"),
    ("Carta d'identità", "rilasciata da", "id card issuing authority"), ("Vehicle", "Number", "number"),
    ("Passport or identity card", "Number", "number"), ("Passport", "Surname", "surname")])
def test_a_short_label_is_that_of_the_paper_above_it(heading: str, label: str, said: str) -> None:
    words = words_of(replace(boxes(label)[0], heading=heading))
    assert in_context(words).said == said


OWN, TWICE = ("Name", "Date of birth", "Telephone"), ("Name", "Date of birth", "Telephone")


def test_a_second_person_in_another_part_is_somebody_else_and_the_first_is_looked_at_twice() -> None:
    form = written("Part A\nName\nDate of birth\nTelephone\nPart B\nName\nDate of birth\nTelephone\nSend",
                   *boxes(*OWN, *TWICE))
    assert asked(form) == ["name self check", "bday self check", "tel self check", "name other-person leave",
                           "bday other-person leave", "tel other-person leave"]


def test_a_second_name_with_a_telephone_alone_puts_no_doubt_on_the_first() -> None:
    form = written("Part A\nName\nDate of birth\nTelephone\nPart B\nName\nTelephone\nSend",
                   *boxes(*OWN, "Name", "Telephone"))
    assert [one.rpartition(" ")[2] for one in asked(form)] == ["fill"] * 3 + ["leave"] * 2


def test_the_other_drivers_vehicle_is_not_the_persons() -> None:
    form = written("Vehicle A\nRegistration number\nPolicy number\nVehicle B\nRegistration number\nPolicy number\nSend",
                   *boxes("Registration number", "Policy number", "Registration number", "Policy number"))
    assert [one.rpartition(" ")[2] for one in asked(form)] == ["fill"] * 2 + ["leave"] * 2


def test_a_label_that_says_your_outweighs_a_part_that_comes_first() -> None:
    form = page(*boxes("Name of the present tenant", "Date of birth", "Your name", "Your telephone"))
    assert asked(form)[2:] == ["name self fill", "tel self fill"]


def test_the_part_that_says_you_is_the_persons_wherever_it_stands() -> None:
    form = written("Part A\nName\nDate of birth\nTelephone\nAbout you\nName\nDate of birth\nTelephone\nSend",
                   *boxes(*OWN, *TWICE))
    assert [one.rpartition(" ")[2] for one in asked(form)] == ["leave"] * 3 + ["fill"] * 3


def test_name_and_first_name_are_one_person() -> None:
    assert asked(page(*boxes("Name", "Vorname", "E-Mail"))) == [
        "family-name self fill", "given-name self fill", "email self fill"]


def test_an_address_for_the_bill_is_the_persons_and_another_place_is_marked() -> None:
    first = "Name\nAddress\nPostcode\n"
    bill = written(f"{first}Billing address\nAddress\nPostcode\nSend",
                   *boxes("Name", "Address", "Postcode", "Address", "Postcode"))
    place = replace(bill, text=f"{first}Second property\nAddress\nPostcode\nSend")
    assert [one.rpartition(" ")[2] for one in asked(bill)] == ["fill"] * 5
    assert [one.rpartition(" ")[2] for one in asked(place)] == ["fill"] * 3 + ["check"] * 2


def test_a_lone_name_that_says_your_is_outweighed_by_a_part_with_the_persons_details() -> None:
    asks = ("First name", "Last name", "Date of birth", "Telephone", "City", "Nationality")
    form = written("\n".join(("Badge", "Number above your name", "Person", *asks, "Send")),
                   *boxes("Number above your name", *asks))
    assert [one.rpartition(" ")[2] for one in asked(form)[1:]] == ["fill"] * 6


def test_a_number_before_a_street_is_the_houses() -> None:
    assert [one.split()[0] for one in asked(page(*boxes("N°", "Rue", "Code postal", "Ville")))] == [
        "house-number", "street-name", "postal-code", "address-level2"]


@pytest.mark.parametrize("label", ["Votre ancienne adresse complète", "Endereço antigo com número", "Your old address"])
def test_an_earlier_address_in_one_box(label: str) -> None:
    assert asked(page(*boxes(label))) == ["previous-address self fill"]


def test_an_expiry_date_is_the_papers_beside_its_number_and_a_cards_beside_a_card_number() -> None:
    paper = asked(page(*boxes("Passport number", "Valid until")))
    card = asked(page(*boxes("Card number", "Valid until")))
    assert (paper[1], card[1]) == ("passport-expiry self fill", "cc-exp none leave")
