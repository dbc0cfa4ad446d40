"""What a page after sending says, and the reference number on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import PageMap
from agent.planner.autofill.answer_page import AnswerState, judge
from agent.planner.autofill.answer_reference import find_reference
from tests.planner.answers.reading import short_pages
from tests.planner.build import control, page


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Reference number: MR-2026-00421\nKeep it safe.", "MR-2026-00421"),
        ("Your reference is HWKR48. We will write.", "HWKR48"),
        ("Your reference number\nHDJ2123F\nWe have sent", "HDJ2123F"),
        ("Application number\nHDJ 2123 F\nWe", "HDJ 2123 F"),
        ("Order number: 100234 was placed", "100234"),
        ("Reference number HWKR48 A confirmation follows", "HWKR48"),
        ("Vorgangsnummer: 2026/0012345", "2026/0012345"),
        ("Aktenzeichen: 12-K 334/26", "12-K 334/26"),
        ("Numéro de dossier : AB-99812", "AB-99812"),
        ("Número de expediente: EXP-2026-77", "EXP-2026-77"),
        ("Numero di pratica: PR/4471", "PR/4471"),
        ("Referentienummer: Z2026-118", "Z2026-118"),
        ("Numer sprawy: BOK.123.2026", "BOK.123.2026"),
        ("Número do protocolo: 88-1203", "88-1203"),
    ],
)
def test_a_reference_stands_behind_its_label(text: str, reference: str) -> None:
    found, line = find_reference(text)
    assert found == reference
    assert reference in line


@pytest.mark.parametrize(
    "text",
    [
        "Reference: 12/05/2026",
        "reference date 2026-05-12",
        "Ref: 2026",
        "your reference: £24.50",
        "Call us on 01743 281000",
        "Reference number 01743 281000",
        "Please quote your reference number when you call",
        "Meter A14K 22317",
        "",
        "Booking reference will follow",
    ],
)
def test_dates_years_prices_and_phone_numbers_are_no_references(text: str) -> None:
    assert find_reference(text) == ("", "")


@pytest.mark.parametrize(
    "heading",
    [
        "Your appointment is booked",
        "Thank you, we have received your reading",
        "Application complete",
        "Ihr Antrag wurde übermittelt",
        "Merci, votre demande a bien été envoyée",
        "Su solicitud ha sido enviada",
        "La richiesta è stata inviata",
        "Uw aanvraag is ontvangen",
        "Wniosek został wysłany",
        "O seu pedido foi enviado",
    ],
)
def test_a_sentence_in_a_completed_tense_confirms(heading: str) -> None:
    answer = judge(page(headings=[heading]), has_form=False)
    assert answer.state is AnswerState.CONFIRMED
    assert answer.evidence


@pytest.mark.parametrize(
    "heading",
    [
        "Check your answers",
        "We will send you a confirmation",
        "Your details will be registered once you confirm",
        "News",
        "Vielen Dank",
        "Dziękujemy",
        "Obrigado",
    ],
)
def test_without_evidence_nothing_is_confirmed(heading: str) -> None:
    assert judge(page(headings=[heading]), has_form=False).state is AnswerState.UNCLEAR


def test_a_page_with_errors_is_an_error_even_if_it_thanks() -> None:
    shown = page(control("Reading", error="Enter a number"), headings=["Thank you"], errors=("Enter a number",))
    assert judge(shown, has_form=True).state is AnswerState.ERROR


@pytest.mark.parametrize("shown", short_pages("short_not_confirmed.txt"), ids=lambda shown: shown[0])
def test_short_pages_that_only_look_like_success_do_not_confirm(shown: tuple[str, str]) -> None:
    assert judge(short(*shown), has_form=False).state is not AnswerState.CONFIRMED


@pytest.mark.parametrize("shown", short_pages("short_confirmed.txt"), ids=lambda shown: shown[0])
def test_short_pages_that_confirm_are_recognised_with_their_reference(shown: tuple[str, str, str]) -> None:
    answer = judge(short(*shown[:2]), has_form=False)
    assert (answer.state, answer.reference) == (AnswerState.CONFIRMED, shown[2])


def short(heading: str, text: str) -> PageMap:
    """A page of a heading and a few sentences."""
    return replace(page(headings=[heading], buttons=[]), text=f"{heading}\n{text}")


@pytest.mark.parametrize(("words", "state"), [
    ("Your request could not be processed.", AnswerState.ERROR),
    ("We have already received your reading.", AnswerState.ERROR),
    ("Draft saved, not yet submitted.", AnswerState.UNCLEAR),
    ("Bitte bestätigen Sie Ihre Anmeldung.", AnswerState.UNCLEAR),
])
def test_a_refusal_and_something_still_open_are_told_apart_in_the_pages_own_words(
        words: str, state: AnswerState) -> None:
    shown = replace(page(headings=["Thank you"]), text=f"Thank you\n{words}\nReference number: AB-1234")
    answer = judge(shown, has_form=False)
    assert (answer.state, answer.evidence) == (state, words)


@pytest.mark.parametrize("words", [
    "If your request could not be processed, we write to you.",
    "When you have not yet paid, you will get a letter.",
    "Falls Ihre Angaben nicht verarbeitet werden konnten, melden wir uns.",
])
def test_a_sentence_under_a_condition_takes_nothing_back(words: str) -> None:
    shown = replace(page(headings=["Application complete"]), text=f"Application complete\n{words}")
    assert judge(shown, has_form=False).state is AnswerState.CONFIRMED


def test_a_further_form_is_a_next_step() -> None:
    assert judge(page(control("Full name"), headings=["Your address"]), has_form=True).state is AnswerState.NEXT


def test_a_reference_beside_a_form_is_no_confirmation() -> None:
    shown = replace(page(control("Full name"), headings=["About you"]), text="Draft reference: AB-1234")
    assert judge(shown, has_form=True).state is AnswerState.NEXT
