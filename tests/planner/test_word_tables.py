"""Single labels and headings in eight languages: the kind, whose fact it is, and what is never filled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agent.browser.page import Heading
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition
from agent.planner.autofill.rules import RULES, kind_of
from agent.planner.autofill.words import fold
from agent.profile.kinds import KINDS
from tests.planner.build import control, page

FOLDER = Path(__file__).parent / "words"
UNNAMED = {"previous-address", "previous-postal-code", "previous-city", "country-name", "tel-national", "tel-local",
           "address-level4"}
"""Kinds that have no label of their own: earlier addresses come from the words above, the rest from the control."""

PEOPLE = {
    "en": ("First name", "Phone number"),
    "de": ("Vorname", "Telefonnummer"),
    "fr": ("Prénom", "Numéro de téléphone"),
    "es": ("Apellidos", "Teléfono"),
    "it": ("Cognome", "Telefono"),
    "nl": ("Achternaam", "Telefoonnummer"),
    "pl": ("Nazwisko", "Numer telefonu"),
    "pt": ("Apelido", "Telefone"),
}


def lines(name: str) -> list[list[str]]:
    return [line.split("|") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line]


def languages(name: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for language, *rest in lines(name):
        found.setdefault(language, []).append(rest)
    return found


def alone(label: str, language: str, *beside: str) -> Recognition:
    shown = page(*(control(text, language=language) for text in (label, *beside)))
    return recognise(replace(shown, language=language))[0]


@pytest.mark.parametrize("language", PEOPLE)
def test_a_label_names_its_kind(language: str) -> None:
    wrong = []
    for label, *kinds in languages("labels.txt")[language]:
        maybe = kinds[-1].endswith("?")
        right = {kind.rstrip("?") for kind in kinds}
        vehicle = any(kind.startswith("vehicle") for kind in right)
        found = alone(label, language, *(["Vehicle registration"] if vehicle else []))
        left = found.tier == "leave"
        if not ((found.kind in right and (not left or right == {"other"})) or (maybe and left)):
            wrong.append(f"{label}: {found.kind} {found.subject} {found.tier}, {found.why}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", PEOPLE)
def test_a_label_that_only_looks_like_a_fact_is_left(language: str) -> None:
    found = {label: alone(label, language) for (label,) in languages("left.txt")[language]}
    assert {label: (one.kind, one.why) for label, one in found.items() if one.tier != "leave"} == {}


@pytest.mark.parametrize("language", PEOPLE)
def test_a_heading_says_whose_facts_are_asked_for(language: str) -> None:
    wrong = []
    for heading, subject in languages("headings.txt")[language]:
        shown = page(*(control(label, heading=heading, language=language) for label in PEOPLE[language]))
        shown = replace(shown, language=language, headings=(Heading(1, "Form"), Heading(2, heading)),
                        text="\n".join(["Form", heading, *PEOPLE[language]]))
        for one in recognise(shown):
            if one.subject != subject or (one.tier != "leave") != (subject == "self"):
                wrong.append(f"{heading}: {one.label} {one.kind} {one.subject} {one.tier}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", PEOPLE)
def test_what_only_the_person_gives_is_left(language: str) -> None:
    wrong = []
    for type_, label, *kinds in languages("persons_own.txt")[language]:
        found = recognise(replace(page(control(label, type_, language=language)), language=language))[0]
        if found.kind not in kinds or found.tier != "leave":
            wrong.append(f"{label}: {found.kind} {found.tier}")
    assert not wrong, "\n".join(wrong)


def test_a_field_without_a_label_is_known_by_its_name() -> None:
    wrong = []
    for name, *kinds in lines("names.txt"):
        found = recognise(page(control("", name=name, id=name)))[0]
        left = found.tier == "leave"
        if (found.kind not in {kind.rstrip("?") for kind in kinds} or left) and not (left and kinds[-1].endswith("?")):
            wrong.append(f"{name}: {found.kind} {found.tier}")
    assert not wrong, "\n".join(wrong)


def test_plain_labels_of_further_languages_are_known_and_their_secrets_left() -> None:
    wrong = []
    for language, label, kind in lines("elsewhere.txt"):
        found = alone(label, language)
        if (found.tier != "leave") != (kind != "-") or kind not in ("-", found.kind):
            wrong.append(f"{label}: {found.kind} {found.tier}, {found.why}")
    assert not wrong, "\n".join(wrong)


def test_every_kind_that_is_filled_has_words() -> None:
    named = {rule.kind for rule in RULES}
    assert {kind for kind, found in KINDS.items() if found.fill} - named == UNNAMED


def test_the_index_leaves_out_no_rule_that_matches() -> None:
    names = ("labels.txt", "headings.txt", "left.txt", "elsewhere.txt")
    texts = {fold(text) for name in names for _, text, *_ in lines(name)}
    for text in texts:
        first = next((rule.kind for rule in RULES
                      if rule.words.search(text) and not (rule.unless and rule.unless.search(text))), None)
        assert kind_of(text) == first, text
