"""Cookie walls are answered with what is necessary, in eight languages; consent is the person's alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from agent.browser.page import Button, PageMap
from agent.planner.autofill.cookie_wall import in_the_way, necessary_only, saves_choice
from agent.planner.base import Action, Ask, Click, GiveUp, Tick, View
from tests.planner.build import button, control, page


def view_of(shown: PageMap, walls: Sequence[str] = (), answers: Mapping[str, str] | None = None) -> View:
    return View("Report a missed bin", (), {}, answers or {}, (), {}, shown, walls=tuple(walls))


def wall(*texts: str, said: str = "We use cookies") -> PageMap:
    buttons = [replace(button(text, type="button"), form=-1) for text in texts]
    return page(control("Full name"), buttons=[*buttons, button("Send")], text=said)


def pressed(actions: Sequence[Action]) -> list[str]:
    return [each.text for each in actions if isinstance(each, Click)]


@pytest.mark.parametrize("texts", [
    ("Accept all", "Reject all"), ("Accept", "Continue without accepting"), ("I agree", "Use necessary cookies only"),
    ("Alle akzeptieren", "Nur notwendige Cookies"), ("Zustimmen", "Ablehnen"), ("Tout accepter", "Tout refuser"),
    ("J'accepte", "Continuer sans accepter"), ("Aceptar todas", "Rechazar todas"), ("Aceptar", "Solo las necesarias"),
    ("Accetta tutti", "Rifiuta tutti"), ("Accetto", "Continua senza accettare"), ("Accepteren", "Weigeren"),
    ("Alles accepteren", "Alleen noodzakelijke cookies"), ("Akceptuję", "Odrzuć wszystkie"),
    ("Zaakceptuj wszystkie", "Tylko niezbędne"), ("Aceitar todos", "Recusar"),
    ("Aceitar", "Rejeitar cookies não essenciais"), ("Aceitar tudo", "Apenas os necessários"),
])
def test_what_refuses_is_pressed_in_eight_languages(texts: tuple[str, str]) -> None:
    assert pressed(necessary_only(view_of(wall(*texts)))) == [texts[1]]
    assert pressed(necessary_only(view_of(wall(*reversed(texts))))) == [texts[1]]


@pytest.mark.parametrize(("texts", "save"), [
    (("Accept all", "Manage preferences"), "Confirm my choices"), (("Agree", "Cookie settings"), "Save and close"),
    (("Alle akzeptieren", "Einstellungen"), "Auswahl speichern"), (("Tout accepter", "Personnaliser"), "Enregistrer"),
    (("Aceptar todo", "Configurar cookies"), "Guardar preferencias"), (("Accetta", "Personalizza"), "Salva preferenze"),
    (("Accepteren", "Voorkeuren aanpassen"), "Keuze opslaan"), (("Akceptuję", "Ustawienia"), "Zapisz ustawienia"),
    (("Aceitar todos", "Gerir preferências"), "Guardar escolhas"),
])
def test_where_only_settings_stand_beside_accept_they_are_opened_and_saved(texts: tuple[str, str], save: str) -> None:
    assert pressed(necessary_only(view_of(wall(*texts)))) == [texts[1]]
    opened = wall(texts[0], save)
    actions = necessary_only(view_of(opened, walls=[texts[1]]))
    assert pressed(actions) == [save]
    assert saves_choice(opened, next(each.ref for each in opened.buttons if each.text == save), [texts[1]])


def test_optional_purposes_that_are_on_are_taken_out_and_necessary_ones_left() -> None:
    boxes = [control("Strictly necessary", "checkbox", checked=True, disabled=True),
             control("Analytics", "checkbox", checked=True), control("Marketing", "checkbox")]
    shown = replace(wall("Accept all", "Save my choices"), controls=tuple(boxes))
    actions = necessary_only(view_of(shown, walls=["Cookie settings"]))
    assert [(each.ref, each.on) for each in actions if isinstance(each, Tick)] == [(boxes[1].ref, False)]


def _ref(shown: PageMap, text: str) -> int:
    return next(each.ref for each in shown.buttons if each.text == text)


def test_saving_counts_as_a_wall_only_right_behind_its_settings_and_outside_a_form_to_fill() -> None:
    shown = wall("Save")
    assert saves_choice(shown, _ref(shown, "Save"), ["Cookie settings"])
    assert not saves_choice(shown, _ref(shown, "Save"), [])
    assert not saves_choice(shown, _ref(shown, "Save"), ["Cookie settings", "Save"])
    assert not saves_choice(wall("Save", said="Your profile"), shown.buttons[0].ref, ["Settings"])
    inside = page(control("Full name"), buttons=[button("Save")], text="We use cookies")
    assert not saves_choice(inside, _ref(inside, "Save"), ["Cookie settings"])
    both = wall("Accept all")
    assert not saves_choice(both, _ref(both, "Accept all"), ["Cookie settings"])


@pytest.mark.parametrize("text", ["Reject appointment", "Rechazar cita", "Refuser le rendez-vous", "Rifiuta l'offerta",
                                  "Odrzuć wniosek", "Recusar a proposta", "Ablehnung senden", "Weigeren en opzeggen"])
def test_refusing_something_else_is_no_answer_to_a_wall(text: str) -> None:
    assert necessary_only(view_of(wall(text))) == []


def test_a_footers_cookie_settings_are_no_wall() -> None:
    assert necessary_only(view_of(wall("Cookie settings"))) == []


@pytest.mark.parametrize("texts", [("Accept",), ("OK",), ("Aceptar",), ("Tout accepter",)])
def test_a_wall_without_a_refusal_is_left_alone(texts: tuple[str, ...]) -> None:
    assert necessary_only(view_of(wall(*texts))) == []


def test_in_the_way_it_is_asked_about_and_pressed_only_on_the_persons_yes() -> None:
    shown = wall("Accept and continue")
    (ask,) = in_the_way(view_of(shown))
    assert isinstance(ask, Ask)
    assert "Accept and continue" in ask.prompt
    assert pressed(in_the_way(view_of(shown, answers={ask.key: "yes"}))) == ["Accept and continue"]
    (end,) = in_the_way(view_of(shown, answers={ask.key: "no"}))
    assert isinstance(end, GiveUp)
    assert in_the_way(view_of(shown, walls=["Accept and continue"], answers={ask.key: "yes"})) == []
    assert in_the_way(view_of(page(buttons=[Button(**_plain("Accept"))], text="Terms of the offer"))) == []


def _plain(text: str) -> dict[str, object]:
    made = button(text, type="button")
    return {name: getattr(made, name) for name in made.__slots__}
