"""What controls are recognised as, by label, attributes, options and neighbours."""

from __future__ import annotations

from typing import Any

import pytest

from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import as_json
from tests.planner.build import button, control, page

COUNTRIES = (
    "France",
    "Germany",
    "Ireland",
    "Spain",
    "Italy",
    "Poland",
    "Portugal",
    "Norway",
    "Sweden",
    "Finland",
    "Denmark",
    "Austria",
    "Belgium",
    "Greece",
    "Hungary",
    "Malta",
    "Cyprus",
    "Latvia",
    "Estonia",
    "Croatia",
    "United Kingdom",
)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("First name", "given-name"),
        ("What is your full name?", "name"),
        ("Surname *", "family-name"),
        ("Maiden name", "birth-name"),
        ("Email address", "email"),
        ("Mobile phone number", "tel"),
        ("Date of birth", "bday"),
        ("Postcode", "postal-code"),
        ("Town or city", "address-level2"),
        ("House number and street", "address-line1"),
        ("Vehicle registration number", "vehicle-registration"),
        ("Sort code", "sort-code"),
        ("IBAN", "iban"),
        ("National Insurance number", "social-security-number"),
        ("NHS number", "health-insurance-number"),
        ("Meter number", "meter-number"),
        ("Policy number", "policy-number"),
        ("Vorname", "given-name"),
        ("Nachname", "family-name"),
        ("Vor- und Nachname", "name"),
        ("Straße und Hausnummer", "address-line1"),
        ("Postleitzahl", "postal-code"),
        ("Wohnort", "address-level2"),
        ("Geburtsdatum", "bday"),
        ("Kundennummer", "customer-number"),
        ("Kontoinhaber/in", "account-holder"),
        ("Amtliches Kennzeichen", "vehicle-registration"),
        ("Steuer-ID", "tax-id"),
        ("Zählernummer", "meter-number"),
        ("Staatsangehörigkeit", "nationality"),
        ("E-Mail-Adresse", "email"),
        ("Prénom", "given-name"),
        ("Nom de famille", "family-name"),
        ("Code postal", "postal-code"),
        ("Né(e) le", "bday"),
        ("Apellidos", "family-name"),
        ("Correo electrónico", "email"),
        ("DNI/NIE", "national-id"),
        ("Código postal", "postal-code"),
        ("Cognome e nome", "name"),
        ("Codice fiscale", "national-id"),
        ("C.A.P.", "postal-code"),
        ("Targa", "vehicle-registration"),
        ("Achternaam", "family-name"),
        ("Woonplaats", "address-level2"),
        ("Kenteken", "vehicle-registration"),
        ("BSN", "national-id"),
        ("Imię", "given-name"),
        ("Nazwisko", "family-name"),
        ("Kod pocztowy", "postal-code"),
        ("Miejscowość", "address-level2"),
        ("CPF", "national-id"),
        ("Sobrenome", "family-name"),
        ("Telemóvel", "tel"),
    ],
)
def test_labels_in_eight_languages_name_the_kind(label: str, kind: str) -> None:
    found = recognise(page(control(label)))[0]
    assert (found.kind, found.subject) == (kind, "self")
    assert found.tier != "leave"
    assert found.why


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        ({"label": "Password", "type": "password"}, "password"),
        ({"label": "Create a password", "type": "password"}, "new-password"),
        ({"label": "Verification code"}, "one-time-code"),
        ({"label": "Enter the characters you see"}, "captcha"),
        ({"label": "Card number"}, "cc-number"),
        ({"label": "CVV"}, "cc-csc"),
        ({"label": "Expiry date (MM/YY)"}, "cc-exp"),
        ({"label": "Name on card"}, "cc-name"),
        ({"label": "Search this site"}, "search"),
        ({"label": "", "type": "search"}, "search"),
        ({"label": "Promo code"}, "coupon"),
        ({"label": "Signature"}, "signature"),
        ({"label": "Memorable word"}, "security-answer"),
        ({"label": "Leave this field blank"}, "honeypot"),
        ({"label": "Photo of the damage", "type": "file"}, "file-upload"),
        ({"label": "Send me news and offers", "type": "checkbox"}, "consent-marketing"),
        ({"label": "Newsletter abonnieren", "type": "checkbox"}, "consent-marketing"),
        ({"label": "I accept the terms and conditions", "type": "checkbox"}, "consent-terms"),
        ({"label": "Ich habe die Datenschutzerklärung gelesen", "type": "checkbox"}, "consent-terms"),
        ({"label": "I declare that this is true", "type": "checkbox"}, "declaration"),
        ({"label": "SEPA-Lastschriftmandat erteilen", "type": "checkbox"}, "declaration"),
        ({"label": "Benutzername"}, "username"),
    ],
)
def test_what_only_the_person_gives_is_left_alone(made: dict[str, Any], kind: str) -> None:
    found = recognise(page(control(**made)))[0]
    assert (found.kind, found.tier) == (kind, "leave")


@pytest.mark.parametrize(
    ("label", "subject"),
    [
        ("Emergency contact name", "emergency-contact"),
        ("ICE phone", "emergency-contact"),
        ("Notfallkontakt Telefon", "emergency-contact"),
        ("Partner's first name", "spouse"),
        ("Co-borrower name", "spouse"),
        ("Name des Ehegatten", "spouse"),
        ("Child's name", "child"),
        ("Pupil's date of birth", "child"),
        ("Landlord's phone", "landlord"),
        ("Name des Vermieters", "landlord"),
        ("Passenger 2 first name", "other-person"),
        ("Name of the person responsible, if known", "other-person"),
        ("Employer's phone number", "employer"),
        ("Company phone", "organisation"),
        ("Referee email", "other-person"),
    ],
)
def test_what_is_about_somebody_else_is_never_filled(label: str, subject: str) -> None:
    found = recognise(page(control(label)))[0]
    assert (found.subject, found.tier) == (subject, "leave")


def test_a_legend_says_whose_it_is_unless_the_label_says_your() -> None:
    hers = control("Phone number", legend="Emergency contact")
    mine = control("Your phone number", legend="Emergency contact")
    assert [r.subject for r in recognise(page(hers, mine))] == ["emergency-contact", "self"]


def test_their_goes_on_with_the_person_named_before() -> None:
    found = recognise(page(control("Emergency contact name"), control("Their phone"), control("Your email")))
    assert [r.subject for r in found] == ["emergency-contact", "emergency-contact", "self"]


@pytest.mark.parametrize(
    "label",
    [
        "Dog's date of birth",
        "Geburtsdatum des Hundes",
        "Pet's age",
        "Name of the event",
        "Project name",
        "Name of Procedure",
        "Academic year",
        "File name",
        "Name of the book",
    ],
)
def test_animals_and_things_are_no_persons(label: str) -> None:
    assert recognise(page(control(label)))[0].tier == "leave"


def test_a_hint_alone_decides_nothing() -> None:
    found = recognise(
        page(control("Can you provide more detail?", hint="Do not share your email address or phone number"))
    )[0]
    assert found.tier == "leave"


def test_options_give_a_list_away() -> None:
    found = recognise(
        page(
            control("Where?", "select-one", choices=COUNTRIES),
            control("", "select-one", choices=("Please select", "Mr", "Mrs", "Ms", "Mx")),
            control("", "radio", choices=("Female", "Male")),
            control("Do you have a disability?", "radio", choices=("Yes", "No")),
        )
    )
    assert [(r.kind, r.tier != "leave") for r in found] == [
        ("country", True),
        ("honorific-prefix", True),
        ("sex", True),
        ("yes-no-question", False),
    ]


def test_three_boxes_are_one_date_and_their_legend_says_which() -> None:
    born = [control(text, legend="Date of birth") for text in ("Day", "Month", "Year")]
    began = [control(text, legend="When did it start?") for text in ("Day", "Month", "Year")]
    found = recognise(page(*born, *began))
    assert [r.kind for r in found] == ["bday-day", "bday-month", "bday-year"] + ["task-value"] * 3
    assert [r.part for r in found] == ["day", "month", "year"] * 2


def test_boxes_without_labels_are_parts_of_their_legends_number() -> None:
    boxes = [control("", legend="Sort code", name=f"s{n}") for n in "abc"]
    assert [(r.kind, r.part) for r in recognise(page(*boxes))] == [
        ("sort-code", "1/3"),
        ("sort-code", "2/3"),
        ("sort-code", "3/3"),
    ]


def test_neighbours_settle_bare_words() -> None:
    names = recognise(page(control("Vorname"), control("Name")))
    street = recognise(page(control("Straße"), control("Hausnummer")))
    account = recognise(page(control("Sort code"), control("Account number")))
    assert names[1].kind == "family-name"
    assert [r.kind for r in street] == ["street-name", "house-number"]
    assert account[1].kind == "bank-account-number"
    assert recognise(page(control("Account number")))[0].kind == "customer-number"


def test_an_earlier_address_is_a_kind_of_its_own() -> None:
    found = recognise(
        page(control("Old postcode"), control("Town", legend="Your previous address"), control("New postcode"))
    )
    assert [r.kind for r in found] == ["previous-postal-code", "previous-city", "postal-code"]


def test_a_sign_in_box_is_left_to_the_person() -> None:
    boxes = (control("Email", "email"), control("Password", "password"))
    assert {r.tier for r in recognise(page(*boxes, buttons=[button("Log in")]))} == {"leave"}
    fresh = recognise(page(*boxes, buttons=[button("Create account")]))
    assert (fresh[0].tier, fresh[1].kind) == ("fill", "new-password")


def test_what_is_not_shown_is_not_filled() -> None:
    assert recognise(page(control("Website", autocomplete="off", visible=False)))[0].kind == "honeypot"
    assert recognise(page(control("First name", visible=False)))[0].tier == "leave"


def test_a_label_beats_a_wrong_autocomplete_but_is_marked() -> None:
    found = recognise(page(control("Email address", autocomplete="family-name")))[0]
    assert (found.kind, found.tier) == ("email", "check")


def test_json_has_one_entry_a_group_with_the_ids_of_its_choices() -> None:
    group = control("Title", "radio", name="title", choices=("Mr", "Mrs"))
    entry = as_json(recognise(page(group)))[0]
    assert entry["ids"] == [option.id for option in group.options]
    assert set(entry) == {"selector", "id", "ids", "name", "label", "kind", "subject", "tier", "confidence", "why"}
