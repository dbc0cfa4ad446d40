"""What official forms do: a person a column, numbers in boxes, papers with their dates, minors' guardians, cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Control, Heading
from agent.planner.autofill.fit import fits
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition
from agent.protocol import FactKind
from tests.planner.build import control, page
from tests.planner.test_word_tables import PEOPLE, languages


def at(x: int, y: int, label: str = "", width: int = 170) -> Control:
    return control(label, box=(x, y, width, 20))


def told(text: str, *controls: Control, language: str = "en") -> list[Recognition]:
    return recognise(replace(page(*controls), text=text, language=language))


def kinds(found: list[Recognition]) -> list[str]:
    return [f"{one.kind} {one.subject} {one.tier}" for one in found]


@pytest.mark.parametrize("language", PEOPLE)
def test_a_label_means_what_its_heading_says(language: str) -> None:
    wrong = []
    for heading, label, want in languages("sections.txt")[language]:
        shown = page(control(label, heading=heading, language=language))
        shown = replace(shown, language=language, headings=(Heading(1, "Form"), Heading(2, heading)),
                        text="\n".join(["Form", heading, label]))
        found = recognise(shown)[0]
        right = found.tier == "leave" if want == "left" else found.kind == want and found.tier != "leave"
        if not right:
            wrong.append(f"{heading}: {label}: {found.kind} {found.subject} {found.tier}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("you", "partner"), [
    ("Parent 1 (you)", "Parent 2"), ("Elternteil 1 (Sie)", "Elternteil 2"), ("Parent 1 (vous)", "Parent 2"),
    ("Progenitor 1 (usted)", "Progenitor 2"), ("Genitore 1 (tu)", "Genitore 2"), ("Ouder 1 (u)", "Ouder 2"),
    ("Rodzic 1 (pani)", "Rodzic 2"), ("Encarregado 1 (eu)", "Tutor 2"),
])
def test_of_two_columns_the_row_says_what_and_the_head_whose(you: str, partner: str) -> None:
    found = told(f"Form\n{you} {partner}\nFull name\nE-mail",
                 at(200, 100, "Full name"), at(400, 100, partner), at(200, 130, "E-mail"), at(400, 130, partner))
    assert kinds(found) == ["name self fill", "name spouse leave", "email self fill", "email spouse leave"]


def test_labels_that_repeat_in_a_layout_are_no_heads_of_columns() -> None:
    found = told("Street\nPostcode\nTown\nPostcode", at(100, 100, "Street"), at(400, 100, "Postcode"),
                 at(100, 130, "Town"), at(400, 130, "Postcode"))
    assert [one.kind for one in found][1::2] == ["postal-code", "postal-code"]


@pytest.mark.parametrize(("widths", "pieces"), [
    ((49, 49, 49, 49, 49, 33), ["DE89", "3704", "0044", "0532", "0130", "00"]),
    ((49, 180), ["DE89", "370400440532013000"]),
])
def test_an_iban_in_boxes_is_cut_as_it_is_written(widths: tuple[int, ...], pieces: list[str]) -> None:
    controls, x = [], 100
    for width in widths:
        controls.append(at(x, 100, "IBAN", width))
        x += width + 4
    found = told("IBAN", *controls)
    assert {one.kind for one in found} == {"iban"}
    assert [fits(one, FactKind("iban"), "DE89370400440532013000", "DE", each.part)[0]
            for one, each in zip(controls, found, strict=True)] == pieces


def test_parts_of_a_date_take_the_line_before_them_and_leave_it_to_nothing_else() -> None:
    days = [at(100 + 60 * place, 130, label, 50)
            for place, label in enumerate(("Día", "Mes", "Año"))]
    found = told("Nombre\nFecha de nacimiento\nLugar\nTeléfono", at(100, 100, "Nombre"), *days,
                 at(100, 160, "Lugar"), at(100, 190, "Teléfono"), language="es")
    assert [str(one.kind) for one in found[1:4]] == ["bday-day", "bday-month", "bday-year"]
    assert found[4].kind != "place-of-birth"


def test_what_stands_behind_the_number_of_a_paper_is_about_it() -> None:
    found = told("", *(control(label) for label in ("Passport number", "Date of issue", "Valid until", "Issued by")))
    assert [str(one.kind) for one in found] == [
        "passport-number", "passport-issue-date", "passport-expiry", "document-issuer"]
    card = told("", *(control(label) for label in ("Passport number", "Card number", "Valid until")))
    assert card[2].tier == "leave"


def test_a_name_beside_a_cards_number_is_the_cards() -> None:
    home = [control(label, heading="Your details") for label in ("Full name", "Email")]
    card = [control(label, heading="Payment") for label in ("First and last name", "Card number", "Expiry date")]
    found = recognise(page(*home, *card))
    assert kinds(found[:1]) == ["name self fill"]
    assert (found[2].kind, found[2].tier) == ("cc-name", "leave")


@pytest.mark.parametrize("heading", [
    "If you are under 18: parent or guardian", "Bei Minderjährigen: gesetzliche Vertretung",
    "Pour les mineurs : représentant légal", "Solo para menores: patria potestad o tutela legal",
    "Per i minori: chi esercita la responsabilità genitoriale", "Bij minderjarigen: ouder of voogd",
    "Jeśli pacjent jest niepełnoletni: przedstawiciel ustawowy", "No caso de menores: encarregado de educação"])
def test_the_guardian_of_somebody_who_may_be_a_minor_is_not_who_fills_in_the_form(heading: str) -> None:
    found = recognise(page(control("Name", heading="Form"), control("Email", heading="Form"),
                           control("Full name", heading=heading), control("Telefon", heading=heading)))
    assert [one.tier for one in found] == ["fill", "fill", "leave", "leave"]


@pytest.mark.parametrize("sentence", [
    "C'est vous qui entrez dans le logement.", "Das sind Sie, die neue Mieterin.", "This is you, the new tenant.",
    "Es usted quien entra en la vivienda.", "Dit bent u als nieuwe bewoner."])
def test_a_sentence_that_says_it_is_you_outweighs_the_heading(sentence: str) -> None:
    shown = page(control(sentence, placeholder="Email", heading="New occupant"),
                 control("", placeholder="Phone", heading="New occupant"))
    assert kinds(recognise(shown)) == ["email self fill", "tel self fill"]


def test_a_numbered_question_is_read_without_its_number() -> None:
    assert [str(one.kind) for one in recognise(page(control("2. Surname"), control("b) First name")))] == [
        "family-name", "given-name"]
