"""Tells forms that sign somebody in or make an account from forms that ask for facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.browser.page import Control, PageMap
from agent.planner.autofill.words import Words, fold, fold_name
from agent.protocol.pattern import Pattern

_SIGN_IN = Pattern(
    r"\b(?:log ?in|sign ?in|log ?on|anmelden|einloggen|login|se connecter|connexion|"
    r"iniciar sesion|acceder|accedi|inloggen|aanmelden|zaloguj|logowanie|entrar|iniciar sessao)\b"
)
_SIGN_UP = Pattern(
    r"sign ?up|register|registr|create (?:an |your |my |a )?(?:new )?(?:account|profile)|"
    r"join\b|get started|konto (?:erstellen|anlegen)|registrier|s inscrire|inscription|"
    r"creer (?:un|mon|votre) compte|"
    r"crear (?:una )?cuenta|crea (?:un )?account|iscriviti|account aanmaken|zarejestruj|"
    r"zaloz konto|criar conta|become a member|new account|start (?:your )?free"
)
_SIGN_IN_SECTION = Pattern(
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
_SECRET = Pattern(r"^(?:pass ?word|pass|passwort|kennwort|mot de passe|contrasena|wachtwoord|haslo|senha)$")
_CODE = Pattern(r"\b(?:code|token|otp|2fa|captcha|pin)\b")
_WHO = Pattern(
    r"\blog ?in\b|\bsign ?in\b|\blog ?on\b|\buser ?name\b|\buser ?id\b|\buser login\b|"
    r"forgot|\brecover|(?:password|passwort|passwd|pwd) (?:reset|update|recovery|retrieve)|reset ?password"
)
"""Names of boxes that ask who signs in, or whose password is to be renewed."""
_EITHER = Pattern(
    r"(?:user ?(?:name|id)|login|benutzername|identifiant|usuario|nome utente|gebruikersnaam)"
    r" (?:(?:or|oder|ou|o|of|lub) (?:your )?)?(?:e ?mail|mail|correo)|"
    r"(?:e ?mail|mail|correo)\w*(?: address| adresse)? (?:(?:or|oder|ou|o|of|lub) (?:your )?)?"
    r"(?:user ?(?:name|id)|login|benutzername|identifiant|usuario|nome utente|gebruikersnaam)"
)
"""A box that takes a user name as well as an e-mail address: only a sign-in form asks so."""
_INVENTED = Pattern(r"\b(?:mailbox|account|display|screen|channel|team|profile|login) name\b|anzeigename|kontoname")
"""Names that somebody makes up for a site, which are not the person's own."""
_PHONE_OR_MAIL = Pattern(
    r"(?:telefon\w*|phone|mobile)(?: number| no)?(?: or| oder| ou| o| of| lub)? (?:e ?mail|mail|correo)|"
    r"(?:e ?mail|mail|correo)(?: address| adresse)?(?: or| oder| ou| o| of| lub)? (?:telefon|(?:mobile )?phone|mobile)"
)
_FORGOTTEN = Pattern(
    r"(?:forgot\w*|reset|recover|lost|renew)(?: your| my| the)? (?:password|passwort)|password (?:recovery|reset)|"
    r"account recovery|passwort vergessen|mot de passe oublie|(?:recuperar|olvid\w+)(?: la| tu| su)? contrasena|"
    r"password dimenticata|wachtwoord vergeten|(?:zapomnial\w*|odzyskaj) hasl|"
    r"(?:recuperar|esqueci)(?: a)? (?:senha|palavra)"
)


@dataclass(frozen=True, slots=True)
class FormKind:
    """Whether a form signs in (its boxes are left to the person) or makes a new account (its password is new).

    ``small``: it has two boxes to type in at most, passwords aside.
    """

    signs_in: bool
    signs_up: bool
    small: bool = False


def form_kind(page: PageMap, form: int) -> FormKind:
    """Looks at one form's controls and buttons; ``form`` is an index into ``page.forms`` or -1."""
    controls = [c for c in page.controls if c.form == form and c.visible and c.type in _TEXT_TYPES]
    secrets = [c for c in page.controls if c.form == form and (c.type == "password" or _is_secret(c))]
    shown = [c for c in secrets if c.visible]
    others = [c for c in controls if c not in shown and not _CODE.search(_said(c))]
    small = len(others) <= 2
    buttons = [b for b in page.buttons if b.form == form and b.visible]
    pressed = [fold(b.text or b.value) for b in buttons if b.type != "button"]
    headings = " | ".join(fold(h.text) for h in page.headings[:6]) + " | " + fold(page.title)
    action = fold(page.forms[form].action) if 0 <= form < len(page.forms) else ""
    plainly = len(others) <= 1 or not any(_SIGN_UP.search(text) for text in pressed)
    if secrets and len(shown) <= 1 and 0 < len(others) <= 3 and plainly and _signs_in_by(pressed):
        return FormKind(True, False, small)
    if _signs_up(len(others), secrets, shown, " | ".join(pressed), f"{headings} | {action}"):
        return FormKind(False, True, small)
    if not small or not controls:
        return FormKind(False, False, small)
    own = any(re.match(r"(?:log|sign) ?(?:in|on)$|einloggen$|continue with e ?mail$", fold(b.text or b.value))
              for b in buttons)
    around = f"{' | '.join(pressed)} | {headings}".replace("anmelden", "")
    in_words = own or bool(_SIGN_IN.search(around))
    # A password box that nobody sees makes a sign-in form only where the words around it say so too.
    return FormKind(bool(shown) or (in_words and (bool(secrets) or len(others) == 1)), False, small)


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


def asks_who(words: Words, form: FormKind) -> bool:
    """Whether a box asks who signs in, or whose password was forgotten, whatever else its form is."""
    if _INVENTED.search(words.said):
        return True
    if form.signs_up:
        return False
    if _EITHER.search(words.said) or _EITHER.search(words.placeholder):
        return True
    if not form.small:
        return False
    if _PHONE_OR_MAIL.search(words.said):
        return True
    return bool(_WHO.search(words.name) or _WHO.search(words.id) or _FORGOTTEN.search(words.heading))


def _said(control: Control) -> str:
    return f"{fold(control.label)} | {fold(control.placeholder)} | {fold_name(control.name)}"


def _is_secret(control: Control) -> bool:
    texts = (fold(control.label), fold(control.placeholder), fold_name(control.name))
    return control.type == "text" and any(_SECRET.match(text) for text in texts)


def _signs_in_by(pressed: list[str]) -> bool:
    """Whether the first button that sends signs in, and none before it makes an account."""
    first = next((text for text in pressed if _SIGN_IN.search(text) or _SIGN_UP.search(text)), "")
    return bool(_SIGN_IN.search(first.replace("anmelden", ""))) and not _SIGN_UP.search(first)


def _signs_up(others: int, secrets: list[Control], shown: list[Control], pressed: str, around: str) -> bool:
    if not secrets:
        return False
    if len(shown) > 1 or (not shown and len(secrets) > 1) or any("new-password" in c.autocomplete for c in secrets):
        return True
    if others > 2:
        return True
    if _SIGN_IN.search(pressed) and not _SIGN_UP.search(pressed):
        return False
    return bool(_SIGN_UP.search(pressed) or (_SIGN_UP.search(around) and not _SIGN_IN.search(around)))
