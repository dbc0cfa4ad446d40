"""Families of forms that read alike in every language: columns of people, roles in pairs, telling choices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Heading
from agent.planner.autofill.recognise import recognise
from tests.planner.build import control, page
from tests.planner.test_official_forms import at, kinds, told


@pytest.mark.parametrize("partner", [
    "Co-tenant", "Mitmieter/in, Ehe- oder Konkubinatspartner/in", "Colocataire ou concubin(e)", "Pareja de hecho",
    "Unito civilmente / coinquilino", "Medehuurder / huisgenoot", "Współnajemca / konkubent", "Unido de facto"])
def test_the_first_of_two_columns_is_the_person_also_where_a_cell_has_two_boxes(partner: str) -> None:
    found = told(f"Form\nPerson {partner}\nName\nPLZ / Ort\nTelefon",
                 at(200, 100, "Name"), at(400, 100, partner),
                 at(200, 130, "PLZ / Ort", 40), at(240, 130, "PLZ / Ort", 120),
                 at(400, 130, partner, 40), at(440, 130, partner, 120),
                 at(200, 160, "Telefon"), at(400, 160, partner), language="de")
    assert kinds(found) == [
        "name self fill", "name spouse leave", "postal-code self fill", "address-level2 self fill",
        "postal-code spouse leave", "address-level2 spouse leave", "tel self fill", "tel spouse leave"]


def test_a_column_whose_head_names_nobody_is_somebody_elses_and_the_first_is_looked_at_again() -> None:
    found = told("Form\nName\nDate of birth",
                 at(200, 100, "Full name"), at(400, 100, "B"), at(200, 130, "Date of birth"), at(400, 130, "B"))
    assert kinds(found) == ["name self check", "name other-person leave", "bday self check", "bday other-person leave"]


def test_a_head_that_could_be_a_label_is_a_head_all_the_same() -> None:
    found = told("Form\nEhepartner Antragsteller\nName\nGeburtsdatum", at(200, 100, "Name"),
                 at(400, 100, "Antragsteller"), at(200, 130, "Geburtsdatum"), at(400, 130, "Antragsteller"),
                 language="de")
    assert kinds(found) == ["name spouse leave", "name self fill", "bday spouse leave", "bday self fill"]
    found = told("Form\nNeue Anschrift Bisherige Anschrift\nStraße\nPLZ", at(200, 100, "Straße"),
                 at(400, 100, "Bisherige Anschrift"), at(200, 130, "PLZ"), at(400, 130, "Bisherige Anschrift"),
                 language="de")
    assert [one.kind for one in found] == ["address-line1", "previous-address", "postal-code", "previous-postal-code"]


@pytest.mark.parametrize(("language", "before", "now", "name"), [
    ("en", "Current account holder", "New account holder", "Full name"),
    ("de", "Bisheriger Vertragsinhaber", "Neuer Vertragsinhaber", "Name, Vorname"),
    ("fr", "Titulaire actuel", "Nouveau titulaire", "Nom et prénom"),
    ("es", "Titular actual", "Nuevo titular", "Nombre y apellidos"),
    ("it", "Intestatario attuale", "Nuovo intestatario", "Nome e cognome"),
    ("nl", "Huidige contractant", "Nieuwe contractant", "Naam en voornaam"),
    ("pl", "Dotychczasowy odbiorca", "Nowy odbiorca", "Imię i nazwisko"),
    ("pt", "Titular atual", "Novo titular", "Nome completo"),
])
def test_who_takes_a_contract_over_is_the_person(language: str, before: str, now: str, name: str) -> None:
    shown = page(control(name, heading=before, language=language), control(name, heading=now, language=language))
    found = recognise(replace(shown, headings=(Heading(1, "Form"), Heading(2, before), Heading(2, now)),
                              language=language))
    assert [one.subject for one in found] == ["other-person", "self"]
    assert found[0].tier == "leave"
    assert found[1].tier != "leave"


def test_on_the_form_of_who_leaves_a_new_holder_is_somebody_else() -> None:
    shown = page(control("Full name", heading="Your details"), control("Full name", heading="New account holder"))
    found = recognise(replace(shown, headings=(Heading(1, "Account closure"), Heading(2, "Your details"),
                                               Heading(2, "New account holder"))))
    assert [f"{one.subject} {one.tier}" for one in found] == ["self fill", "other-person leave"]


@pytest.mark.parametrize(("label", "choices", "kind"), [
    ("How would you like to receive reminders?", ("Text", "Email", "Phone call"), "contact-preference"),
    ("Wie dürfen wir Sie benachrichtigen?", ("per E-Mail", "per Post"), "contact-preference"),
    ("Comment souhaitez-vous recevoir vos avis ?", ("Courriel", "Téléphone"), "contact-preference"),
    ("¿Cómo desea recibir los avisos?", ("SMS", "Correo electrónico", "Carta"), "contact-preference"),
    ("Come desidera ricevere gli avvisi?", ("SMS", "E-mail", "Posta"), "contact-preference"),
    ("Hoe wilt u benaderd worden?", ("Telefonisch", "Per e-mail"), "contact-preference"),
    ("Jak chce Pan/Pani otrzymywać powiadomienia?", ("SMS", "E-mail", "List"), "contact-preference"),
    ("Como deseja receber os avisos?", ("SMS", "E-mail", "Carta"), "contact-preference"),
    ("Basis of occupancy", ("Ownership", "Rent", "Free use"), "tenancy-type"),
    ("Nutzungsverhältnis", ("Eigentum", "Miete"), "tenancy-type"),
    ("Statut d'occupation", ("Propriétaire", "Locataire"), "tenancy-type"),
    ("Régimen de tenencia", ("Propiedad", "Alquiler", "Cesión"), "tenancy-type"),
    ("A titolo di", ("Proprietà", "Locazione", "Comodato"), "tenancy-type"),
    ("Woonsituatie", ("Koop", "Huur"), "tenancy-type"),
    ("Tytuł prawny do lokalu", ("Własność", "Najem", "Użyczenie"), "tenancy-type"),
    ("Regime de ocupação", ("Propriedade", "Arrendamento"), "tenancy-type"),
    ("Source of income", ("Employment", "Self-employment", "Pension"), "employment-status"),
    ("Einkommensquelle", ("Angestellt", "Selbstständig", "Rente"), "employment-status"),
    ("Source de revenus", ("Salaire", "Activité indépendante", "Retraite"), "employment-status"),
    ("Origen de los ingresos", ("Trabajo por cuenta ajena", "Cuenta propia", "Pensión"), "employment-status"),
    ("Fonte di reddito", ("Lavoro dipendente", "Lavoro autonomo", "Pensione"), "employment-status"),
    ("Bron van inkomsten", ("Loondienst", "Eigen bedrijf", "Pensioen"), "employment-status"),
    ("Źródło dochodu", ("Umowa o pracę", "Działalność gospodarcza", "Emerytura lub renta"), "employment-status"),
    ("Fonte de rendimento", ("Trabalho por conta de outrem", "Trabalho independente", "Pensão"), "employment-status"),
])
def test_choices_say_what_is_asked(label: str, choices: tuple[str, ...], kind: str) -> None:
    found = recognise(page(control(label, "select-one", choices=choices)))[0]
    assert (found.kind, found.tier) == (kind, "fill")


@pytest.mark.parametrize(("label", "type", "choices"), [
    ("How would you like to receive your invoice?", "select-one", ("Email", "Post")),
    ("Vehicle ownership", "select-one", ("Ownership", "Rental")),
    ("Are you moving in or switching retailer?", "radio", ("Moving in", "Switching")),
])
def test_what_only_sounds_like_a_fact_is_left(label: str, type: str, choices: tuple[str, ...]) -> None:
    assert recognise(page(control(label, type, choices=choices)))[0].tier == "leave"


@pytest.mark.parametrize(("born", "country", "on"), [
    ("Born in", "Country", "on"), ("Geboren in", "Land", "am"), ("Né(e) à", "Pays", "le"),
    ("Nacido/a en", "País", "el"), ("Nato/a a", "Stato", "il"), ("Geboren te", "Land", "op"),
    ("Urodzony/a w", "Kraj", "dnia"), ("Natural de", "País", "em"),
])
def test_between_a_place_of_birth_and_its_date_stands_no_home(born: str, country: str, on: str) -> None:
    found = recognise(page(control(born), control(country), control(on)))
    assert [one.kind for one in found] == ["place-of-birth", "country-of-birth", "bday"]


def test_silent_boxes_right_below_an_address_are_its_next_lines() -> None:
    found = told("Form\nAddress\nMobile", at(8, 100, "Address"), at(8, 121), at(8, 142), at(8, 200, "Mobile"))
    assert [one.kind for one in found] == ["address-line1", "address-line2", "address-line3", "tel"]


def test_a_telephone_number_in_three_three_and_four() -> None:
    boxes = [replace(at(x, 100, "Phone:", 40), maxlength=size) for x, size in ((100, 3), (150, 3), (200, 4))]
    assert [f"{one.kind} {one.part}" for one in told("Phone: ( ) -", *boxes)] == [
        "tel-area-code ", "tel-local 1/2", "tel-local 2/2"]


@pytest.mark.parametrize("doctor", [
    "Doctor's phone", "Telefon Hausarzt", "Téléphone du médecin", "Telefoonnummer huisarts"])
def test_allergies_after_a_doctor_are_the_persons(doctor: str) -> None:
    found = recognise(page(control("Name"), control(doctor, heading="Health"), control("Allergies", heading="Health")))
    assert (found[1].tier, found[2].kind, found[2].subject) == ("leave", "allergies", "self")


def test_one_sentence_before_several_boxes_labels_none_of_them() -> None:
    said = "The undersigned gives power to the person named below to act."
    found = told(f"Form\n{said}\nPostcode and town", at(100, 100, "Postcode and town", 40), at(140, 100, said),
                 at(100, 130, "Street"), at(270, 130, said, 40))
    assert [one.kind for one in found][:2] == ["postal-code", "address-level2"]
