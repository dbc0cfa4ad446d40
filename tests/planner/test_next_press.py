"""Which presses plainly only go on: all words of a button, in the language of its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.browser.page import Button, PageMap
from agent.planner.autofill.next_press import press_kind
from agent.planner.base import ButtonKind

NEXT = {
    "en": ("Next", "Continue", "Save and continue", "Save & continue", "Next step", "Continue to step 3 of 9",
           "Next >"),
    "de": ("Weiter", "Nächste Seite", "Speichern und weiter", "Nächster Schritt", "Fortfahren", "Weiter zu Schritt 2"),
    "fr": ("Suivant", "Continuer", "Étape suivante", "Enregistrer et continuer", "Poursuivre", "Page suivante"),
    "es": ("Siguiente", "Continuar", "Guardar y continuar", "Paso siguiente", "Siguiente paso", "Seguir"),
    "it": ("Avanti", "Continua", "Salva e continua", "Prosegui", "Pagina successiva", "Passo successivo"),
    "nl": ("Volgende", "Verder", "Opslaan en verder", "Volgende stap", "Doorgaan", "Naar de volgende stap"),
    "pl": ("Dalej", "Następny krok", "Zapisz i kontynuuj", "Kontynuuj", "Następna strona", "Przejdź dalej"),
    "pt": ("Seguinte", "Avançar", "Guardar e continuar", "Próximo passo", "Continuar", "Prosseguir"),
}
MORE = {
    "en": ("Submit", "Send", "Accept and continue", "Pay and continue", "Agree and continue", "Continue and send",
           "Save and submit", "Next: confirm and pay", "Continue to payment", "Continue to submission", "Save",
           "Continue to the declaration", "Finish", "Confirm", "Continue to final step", "Sign and continue"),
    "de": ("Absenden", "Weiter und absenden", "Akzeptieren und weiter", "Bezahlen und weiter", "Weiter zum Kauf",
           "Zustimmen und fortfahren", "Weiter zur Zahlung", "Kostenpflichtig bestellen", "Bestätigen", "Einreichen",
           "Weiter zum Abschluss", "Speichern und absenden"),
    "fr": ("Envoyer", "Accepter et continuer", "Payer et continuer", "Continuer et envoyer", "Valider", "Soumettre",
           "Signer et continuer", "Confirmer et poursuivre", "Enregistrer et envoyer", "Continuer vers le paiement"),
    "es": ("Enviar", "Aceptar y continuar", "Pagar y continuar", "Continuar y enviar", "Confirmar", "Presentar",
           "Firmar y continuar", "Guardar y enviar", "Continuar al pago"),
    "it": ("Invia", "Accetta e continua", "Paga e continua", "Continua e invia", "Conferma", "Firma e prosegui",
           "Salva e invia", "Procedi al pagamento", "Procedi all'acquisto"),
    "nl": ("Verzenden", "Akkoord en verder", "Betalen en doorgaan", "Verder en verzenden", "Bevestigen", "Indienen",
           "Opslaan en verzenden", "Ondertekenen en verder", "Verder naar betaling"),
    "pl": ("Wyślij", "Akceptuję i dalej", "Zapłać i kontynuuj", "Dalej i wyślij", "Potwierdź", "Złóż wniosek",
           "Zapisz i wyślij", "Podpisz i dalej"),
    "pt": ("Enviar", "Aceitar e continuar", "Pagar e continuar", "Continuar e enviar", "Confirmar", "Submeter",
           "Assinar e avançar", "Guardar e enviar"),
}


def pressed(text: str, language: str = "en", **more: object) -> ButtonKind:
    button = replace(Button(7, 0, 0, "submit", text, "", "", "", False, True, (0, 0, 1, 1), text),
                     **more)  # type: ignore[arg-type]  # any field of Button
    page = PageMap("https://a.example/", "", language, "", (), (), (), (button,), (), (), ("https://a.example/",))
    return press_kind(page, 7)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in NEXT.items() for text in texts])
def test_a_next_word_of_the_pages_language_goes_on(language: str, text: str) -> None:
    assert pressed(text, language) is ButtonKind.NEXT
    assert pressed(text, f"{language.upper()}-XX") is ButtonKind.NEXT
    assert pressed(text, "") is ButtonKind.NEXT


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in MORE.items() for text in texts])
def test_what_sends_pays_signs_or_agrees_never_goes_on(language: str, text: str) -> None:
    assert pressed(text, language) is not ButtonKind.NEXT
    assert pressed(text, "") is not ButtonKind.NEXT
    assert pressed("Next", drawn=text) is not ButtonKind.NEXT
    assert pressed(text, drawn="Next") is not ButtonKind.NEXT


def test_a_next_word_of_another_language_than_the_pages_does_not_go_on() -> None:
    assert pressed("Weiter", "fr") is ButtonKind.SUBMIT
    assert pressed("Next", "fr") is ButtonKind.NEXT


@pytest.mark.parametrize("more", [
    {"value": "submit"}, {"value": "pay"}, {"value": "final_submit"}, {"value": "acceptAll"},
    {"name": "confirm_and_pay"}, {"name": "sendApplication"}, {"value": "absenden"}, {"drawn": ""}, {"drawn": "→"},
    {"drawn": "Pay £40"},
    {"type": "reset"}, {"type": "image", "drawn": ""},
])
def test_other_words_on_a_next_button_make_it_more_than_next(more: dict[str, object]) -> None:
    assert pressed("Next", **more) is not ButtonKind.NEXT


@pytest.mark.parametrize("more", [
    {"value": "next"}, {"value": "save_and_continue"}, {"name": "submit", "value": "Continue"}, {"name": "commit"},
    {"name": "save", "value": "save"}, {"name": "direction", "value": "forward"}, {"value": "2"},
])
def test_plain_names_and_values_change_nothing(more: dict[str, object]) -> None:
    assert pressed("Continue", **more) is ButtonKind.NEXT


def test_what_is_no_button_of_the_page_is_not_next() -> None:
    page = PageMap("https://a.example/", "", "en", "", (), (), (), (), (), (), ("https://a.example/",))
    assert press_kind(page, 7) is ButtonKind.OTHER
