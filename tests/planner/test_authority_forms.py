"""What authorities' and suppliers' forms do: parts of account numbers, stray titles, papers by choice, who sells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Control
from agent.planner.autofill.fit import fits
from agent.planner.autofill.recognise import recognise
from agent.protocol import FactKind
from tests.planner.build import control, page
from tests.planner.test_official_forms import at, kinds, told

ES, IT, FR = "ES9121000418450200051332", "IT60X0542811101000000123456", "FR1420041010050500013M02606"


def boxes(*parts: tuple[str, int]) -> list[Control]:
    return [replace(at(100 + 60 * place, 100, label, 50), maxlength=length)
            for place, (label, length) in enumerate(parts)]


SPANISH = (("IBAN", 4), ("Entidad", 4), ("Oficina", 4), ("DC", 2), ("Cuenta", 10))
ITALIAN = (("IBAN", 4), ("CIN", 1), ("ABI", 5), ("CAB", 5), ("Conto", 12))


@pytest.mark.parametrize(("parts", "value", "pieces"), [
    (SPANISH, ES, ["ES91", "2100", "0418", "45", "0200051332"]),
    (ITALIAN, IT, ["IT60", "X", "05428", "11101", "000000123456"]),
    (ITALIAN, FR, [""] * 5),
    (SPANISH, IT, ["IT60", "", "", "", ""]),
])
def test_an_iban_in_the_parts_of_its_country(parts: tuple[tuple[str, int], ...], value: str, pieces: list[str]) -> None:
    controls = boxes(*parts)
    found = told("IBAN", *controls, language="es")
    assert [(one.kind, one.part) for one in found] == [("iban", f"{n}/5") for n in range(1, 6)]
    assert [next(iter(fits(one, FactKind("iban"), value, "ES", each.part)), "")
            for one, each in zip(controls, found, strict=True)] == pieces


def test_other_boxes_of_a_bank_are_no_parts_of_an_iban() -> None:
    found = told("IBAN", *boxes(("IBAN", 34), ("Entidad", 4), ("Oficina", 4)), language="es")
    assert [one.kind == "iban" for one in found] == [True, False, False]


@pytest.mark.parametrize(("language", "child", "parent", "name", "phone"), [
    ("nl", "Gegevens kind", "Gegevens ouder/verzorger 1", "Voornaam", "Telefoonnummer"),
    ("de", "Angaben zum Kind", "Sorgeberechtigte Person", "Vorname", "Telefon"),
    ("fr", "L'enfant", "Représentant légal", "Prénom", "Téléphone"),
    ("pl", "Dane dziecka", "Dane rodzica", "Imię", "Telefon"),
])
def test_a_title_that_the_first_box_took_for_its_label(
        language: str, child: str, parent: str, name: str, phone: str) -> None:
    found = told(f"{child}\n{parent}", control(child, placeholder=name), control("", placeholder=phone),
                 control(parent, placeholder=name), control("", placeholder=phone), language=language)
    assert kinds(found) == ["given-name child leave", "tel child leave", "given-name self fill", "tel self fill"]


@pytest.mark.parametrize(("label", "choices", "number", "kind"), [
    ("Tipo de documento", ("DNI", "NIE", "Pasaporte"), "Número", "national-id"),
    ("Tipo di documento", ("Carta d'identità", "Passaporto"), "Numero", "id-card-number"),
    ("Art des Ausweises", ("Reisepass", "Personalausweis"), "Nummer", "passport-number"),
    ("Document type", ("Passport", "Identity card"), "Number", "passport-number"),
])
def test_a_number_behind_the_choice_of_a_paper_is_to_be_checked(
        label: str, choices: tuple[str, ...], number: str, kind: str) -> None:
    found = told("", control(label, "select-one", choices=choices), control(number), language="es")
    assert f"{found[1].kind} {found[1].tier}" == f"{kind} check"


def test_a_number_behind_any_other_choice_is_left() -> None:
    found = told("", control("Type of meter", "select-one", choices=("Gas", "Water")), control("Number"))
    assert found[1].tier == "leave"


@pytest.mark.parametrize(("hint", "asked", "language"), [
    ("It's on your payslip, for example QQ 12 34 56 C", "National Insurance number", "en"),
    ("Vous le trouverez sur votre carte vitale", "Numéro de sécurité sociale", "fr")])
def test_a_line_that_only_helps_is_not_the_question(hint: str, asked: str, language: str) -> None:
    assert kinds(told(f"{asked}\n{hint}", control(hint, heading=asked), language=language)) == [
        "social-security-number self fill"]


def test_a_box_behind_a_fixed_country_code_takes_the_rest_of_the_number() -> None:
    assert [str(one.kind) for one in recognise(page(control("+48"), control("+999")))] == ["tel-national", "other"]


@pytest.mark.parametrize(("title", "seller", "buyer"), [
    ("Notificación de venta de vehículo", "Datos del vendedor", "Datos del comprador"),
    ("Veräußerungsanzeige", "Verkäufer", "Käufer"), ("Déclaration de cession d'un véhicule", "Vendeur", "Acquéreur"),
    ("Notice of sale", "Seller", "Buyer"), ("Zawiadomienie o zbyciu pojazdu", "Zbywca", "Nabywca")])
def test_who_tells_of_a_sale_is_the_seller(title: str, seller: str, buyer: str) -> None:
    shown = replace(page(control("Email", heading=seller), control("Email", heading=buyer)), title=title)
    assert [one.subject for one in recognise(shown)] == ["self", "other-person"]
    assert [one.tier for one in recognise(replace(shown, title="Contract"))] == ["leave", "leave"]


@pytest.mark.parametrize("label", [
    "Kundennummer beim bisherigen Anbieter", "Customer number with your current supplier",
    "Numéro de client chez votre ancien fournisseur", "Klantnummer bij uw huidige leverancier"])
def test_the_persons_number_with_an_earlier_supplier_is_theirs_to_check(label: str) -> None:
    assert kinds(told("", control(label))) == ["customer-number self check"]
