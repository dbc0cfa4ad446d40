"""What buttons are taken for, and which one goes on with the form."""

from __future__ import annotations

import pytest

from agent.planner.autofill.buttons import button_kind, cookie_refusal, kind_of_button, main_button
from agent.planner.base import ButtonKind
from tests.planner.build import button, control, page


@pytest.mark.parametrize(
    "text",
    [
        "Continue",
        "Next",
        "Save and continue",
        "Start now",
        "Weiter",
        "Speichern und weiter",
        "Nächster Schritt",
        "Suivant",
        "Continuer",
        "Siguiente",
        "Continuar",
        "Avanti",
        "Continua",
        "Volgende",
        "Verder",
        "Dalej",
        "Avançar",
        "Próximo",
        "Next step",
    ],
)
def test_next_words(text: str) -> None:
    assert button_kind(text) is ButtonKind.NEXT


@pytest.mark.parametrize(
    "text",
    [
        "Send",
        "Submit application",
        "Accept and send",
        "Accept and continue",
        "Agree and continue",
        "Pay now",
        "Confirm",
        "Continue and pay",
        "Next: confirm your order",
        "Book appointment",
        "Delete account",
        "Cancel my subscription",
        "Continue to payment",
        "Place order",
        "Register",
        "Absenden",
        "Zahlungspflichtig bestellen",
        "Kündigung absenden",
        "Weiter zur Zahlung",
        "Bestätigen",
        "Envoyer",
        "Valider",
        "Enviar",
        "Confirmar",
        "Invia",
        "Conferma",
        "Verzenden",
        "Bevestigen",
        "Wyślij",
        "Potwierdź",
        "Submeter",
        "Upload",
        "Sign and submit",
    ],
)
def test_whatever_could_send_counts_as_submit(text: str) -> None:
    assert button_kind(text) is ButtonKind.SUBMIT


@pytest.mark.parametrize(
    "text",
    [
        "Back",
        "Cancel",
        "Add another",
        "Find address",
        "Search",
        "Accept all cookies",
        "Reject additional cookies",
        "Clear",
        "Show password",
        "Zurück",
        "Abbrechen",
        "Retour",
        "Annuler",
        "Volver",
        "Indietro",
        "Terug",
        "Wstecz",
        "Voltar",
        "Log out",
        "Help",
        "",
    ],
)
def test_what_does_not_go_forward_is_other(text: str) -> None:
    assert button_kind(text) is ButtonKind.OTHER


def test_a_submit_button_with_unknown_words_counts_as_submit() -> None:
    assert kind_of_button(button("Abracadabra")) is ButtonKind.SUBMIT
    assert kind_of_button(button("Abracadabra", type="button")) is ButtonKind.OTHER


def test_the_main_button_is_of_the_same_form_and_goes_forward() -> None:
    name = control("Full name")
    shown = page(
        name,
        buttons=[
            button("Search", form=1),
            button("Back"),
            button("Add another", type="button"),
            button("Continue"),
            button("Clear", type="reset"),
        ],
    )
    chosen = main_button(shown, [name.ref])
    assert chosen is not None
    assert chosen.text == "Continue"


def test_no_button_is_better_than_a_wrong_one() -> None:
    name = control("Full name")
    assert main_button(page(name, buttons=[button("Back"), button("Cancel"), button("Delete")]), [name.ref]) is None


def test_a_cookie_banner_is_refused_and_never_accepted() -> None:
    banner = [button("Accept all cookies", type="button"), button("Only necessary cookies", type="button")]
    shown = page(control("Full name"), buttons=[*banner, button("Send")], text="We use cookies")
    refusal = cookie_refusal(shown)
    assert refusal is not None
    assert refusal.text == "Only necessary cookies"
    assert cookie_refusal(page(buttons=[button("Accept all cookies")], text="We use cookies")) is None
