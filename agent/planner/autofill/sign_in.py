"""Tells forms that sign somebody in or make an account from forms that ask for facts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.browser.page import Control, PageMap
from agent.planner.autofill.words import fold

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
