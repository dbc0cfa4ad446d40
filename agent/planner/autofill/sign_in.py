"""Tells forms that sign somebody in or make an account from forms that ask for facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import Control, PageMap
from agent.planner.autofill.words import Words, fold

_SIGN_IN = re.compile(
    r"\b(?:log ?in|sign ?in|log ?on|anmelden|einloggen|login|se connecter|connexion|"
    r"iniciar sesion|acceder|accedi|inloggen|aanmelden|zaloguj|logowanie|entrar|iniciar sessao)\b"
)
_SIGN_UP = re.compile(
    r"sign ?up|register|registr|create (?:an |your |my |a )?(?:new )?(?:account|profile)|"
    r"join\b|get started|konto (?:erstellen|anlegen)|registrier|s inscrire|inscription|"
    r"creer (?:un|mon|votre) compte|"
    r"crear (?:una )?cuenta|crea (?:un )?account|iscriviti|account aanmaken|zarejestruj|"
    r"zaloz konto|criar conta|become a member|new account|start (?:your )?free"
)
_SIGN_IN_SECTION = re.compile(
    r"^(?:log ?in|sign ?in|log ?on|login|anmelden|einloggen|anmeldung fur kunden|connexion|se connecter|"
    r"identifiez vous|iniciar sesion|acceso (?:de |a )?(?:usuarios?|clientes?)|identificate|accedi|area riservata|"
    r"inloggen|zaloguj\w*|logowanie|entrar|iniciar sessao)\b.{0,40}$|already (?:a |have |registered|got )|"
    r"(?:returning|existing) customer|bereits (?:kunde|registriert|ein konto|mitglied)|schon (?:kunde|registriert)|"
    r"deja (?:client|inscrit|un compte|adherent|membre)|ya (?:eres|es|soy|tienes|tiene) |(?:sei )?gia (?:client|"
    r"registrat|iscritt)|hai gia un|(?:al|reeds) (?:klant|een account|geregistreerd|lid)|masz juz konto|jestes juz|"
    r"ja (?:e|sou|tem|tens) (?:cliente|conta|uma conta|registad)"
)
"""Headings and sentences over a box that signs somebody in."""

_TEXT_TYPES = ("text", "email", "tel", "number", "password", "")


@dataclass(frozen=True, slots=True)
class FormKind:
    """Whether a form signs in (its boxes are left to the person) or makes a new account (its password is new)."""

    signs_in: bool
    signs_up: bool


def form_kind(page: PageMap, form: int) -> FormKind:
    """Looks at one form's controls and buttons; ``form`` is an index into ``page.forms`` or -1."""
    controls = [c for c in page.controls if c.form == form and c.visible]
    typed = [c for c in controls if c.type in _TEXT_TYPES]
    secrets = [c for c in page.controls if c.form == form and c.type == "password"]
    shown = [c for c in secrets if c.visible]
    pressed = " | ".join(
        fold(b.text or b.value) for b in page.buttons if b.form == form and b.visible and b.type != "button"
    )
    headings = " | ".join(fold(h.text) for h in page.headings[:6]) + " | " + fold(page.title)
    action = fold(page.forms[form].action) if 0 <= form < len(page.forms) else ""
    if _signs_up(len(typed) - len(shown), secrets, pressed, f"{headings} | {action}"):
        return FormKind(False, True)
    others = len(typed) - len(shown)
    if others > 2 or not typed:
        return FormKind(False, False)
    own = any(
        re.match(
            r"(?:log|sign) ?(?:in|on)$|einloggen$|"
            r"continue with e ?mail$",
            fold(b.text or b.value),
        )
        for b in page.buttons
        if b.form == form and b.visible
    )
    in_words = own or bool(
        _SIGN_IN.search(pressed.replace("anmelden", "")) or _SIGN_IN.search(headings.replace("anmelden", ""))
    )
    # A password box that nobody sees makes a sign-in form only where the words around it say so too.
    return FormKind(bool(shown) or (in_words and (bool(secrets) or others == 1)), False)


def sign_in_boxes(page: PageMap, words: Sequence[Words]) -> frozenset[int]:
    """The refs of text boxes beside a password in a part of a longer form that signs in: "Already a customer?"."""
    parts: dict[tuple[int, str, str], list[tuple[Control, Words]]] = {}
    for control, said in zip(page.controls, words, strict=True):
        if control.visible and control.type in _TEXT_TYPES:
            parts.setdefault((control.form, control.heading, control.legend), []).append((control, said))
    found: set[int] = set()
    for part in parts.values():
        secrets = [control for control, _ in part if control.type == "password"]
        above = (text for _, said in part for text in (said.heading, said.legend, said.opening))
        if len(secrets) == 1 and len(part) <= 3 and any(_SIGN_IN_SECTION.search(text) for text in above):
            found |= {control.ref for control, _ in part}
    return frozenset(found)


def _signs_up(others: int, secrets: list[Control], pressed: str, around: str) -> bool:
    if not secrets:
        return False
    if len(secrets) > 1 or any("new-password" in c.autocomplete for c in secrets):
        return True
    if others > 2:
        return True
    if _SIGN_IN.search(pressed) and not _SIGN_UP.search(pressed):
        return False
    return bool(_SIGN_UP.search(pressed) or (_SIGN_UP.search(around) and not _SIGN_IN.search(around)))
