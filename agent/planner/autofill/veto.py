"""What is left to the person whatever else it looks like: secrets, codes, cards, consents, signatures, traps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.browser.page import Control
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.rules_elsewhere import VETOES_ELSEWHERE
from agent.planner.autofill.veto_words import (
    CONDITION,
    DECLARATION,
    HIDDEN_NAMES,
    MARKETING,
    PASSWORD,
    SIGNATURE_SECTION,
    TERMS,
    TRAP,
    VETOES,
)
from agent.planner.autofill.words import Words, word_set
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Veto:
    """The kind that is left alone and the reason in plain words."""

    kind: FactKind
    why: str


_CARD_AUTOCOMPLETE = {
    "cc-name",
    "cc-number",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-csc",
    "cc-type",
    "cc-given-name",
    "cc-family-name",
    "cc-additional-name",
}
_SECRET_AUTOCOMPLETE = {
    "current-password": "password",
    "new-password": "new-password",
    "one-time-code": "one-time-code",
    "username": "username",
}

_NEW = Pattern(
    r"new|create|choose|confirm|repeat|again|re ?(?:type|enter)|wiederhol|neues|wahlen|souhait|nouveau|choisi|nueva|"
    r"nuova|nieuw|nowe|nova|haslo do|wunsch|register|sign ?up|verify|repet|ripet|conferma|herha+l|repit|bevestig|"
    r"powtorz|potwierdz|crear?\b|crea |elegir|elija|scegli|kies|utworz|ustal|erstell|creer|definir"
)
_OLD = Pattern(r"kunden|current|existing|bestehend|aktuell|actuel|\bold\b")
_COMPILED = tuple((FactKind(k), Pattern(w), Pattern(u) if u else None, why)
                  for k, w, u, why in (*VETOES, *VETOES_ELSEWHERE))
_PASSWORD = Pattern(PASSWORD)
_MARKETING = Pattern(MARKETING)
_TERMS = Pattern(TERMS)
_DECLARATION = Pattern(DECLARATION)
_TRAP = Pattern(f"(?:{TRAP})")
_TRAP_IN_HINT = Pattern(f"(?:{TRAP})(?!{CONDITION})")
_HIDDEN_NAMES = Pattern(HIDDEN_NAMES)
_SIGNATURE_SECTION = Pattern(SIGNATURE_SECTION)
_A_NAME = word_set("name given-name family-name account-holder")
_DOCUMENT_SECTION = Pattern(
    r"passport|reisepass|passeport|pasaporte|passaporto|passaporte|paspoort|paszport|ausweis|identi|dowod|cidada|"
    r"licen[cs]e|fuhrerschein|permis\b|patente|rijbewijs|jazdy|conducao|habilita|document|permit|aufenthalt|sejour|"
    r"residenc|pobytu"
)
_TO_CALL = Pattern(
    r"(?:mobile|telephone|phone|handy|telefon|movil|celular|portable|cellulare|telefoon|telemovel)\b")
_MAILBOX = Pattern(r"e ?mail(?: address)? (?:user ?name|login)$")
"""An e-mail address that is to be the user name: the address is still what is asked for."""
_PAPER_EXPIRY = frozenset({"passport-expiry", "id-card-expiry"})
_CARD_EXPIRY = frozenset({"cc-exp", "cc-exp-month", "cc-exp-year"})


def veto(control: Control, words: Words, *, signs_up: bool, later: bool = False) -> Veto | None:
    """The reason to leave a control alone, or None.

    ``signs_up``: its form makes a new account. ``later``: it stands in a part of the form that is not drawn yet.
    """
    return (
        _by_state(control, words, later=later)
        or _by_type(control, words, signs_up)
        or _by_autocomplete(control, words)
        or _by_words(control, words, signs_up)
        or _by_section(control, words)
    )


def consent(words: Words) -> Veto | None:
    """What a lone checkbox asks the person to say: marketing consent, acceptance of terms, a declaration."""
    text = words.said or words.attributes
    asks_terms = re.search(r"\b(?:terms|agb|regulamin\w*|condiciones|conditions|condizioni|voorwaarden|condicoes|"
                           r"privacy|rodo|datenschutz\w*)\b", text)
    if _MARKETING.search(text) and not asks_terms:
        return Veto(FactKind("consent-marketing"), "consents default to no")
    if _DECLARATION.search(text):
        return Veto(FactKind("declaration"), "only the person can declare this")
    if _TERMS.search(text) or _TERMS.search(words.legend):
        return Veto(FactKind("consent-terms"), "only the person can accept this")
    return None


def _by_state(control: Control, words: Words, *, later: bool) -> Veto | None:
    if control.type == "hidden":
        return Veto(FactKind("other"), "not shown to the person")
    if _TRAP_IN_HINT.search(f"{words.said} | {words.hint}") or _TRAP.search(f"{words.attributes} | {words.legend}"):
        return Veto(FactKind("honeypot"), "meant to stay empty")
    chooser = control.type in ("radio", "checkbox", "file", "select-one", "select-multiple")
    if (
        not control.visible
        and not later
        and not chooser
        and control.autocomplete.lower() in ("off", "nope", "false", "new-password")
        and control.type != "password"
    ):
        return Veto(FactKind("honeypot"), "not shown to the person, so perhaps a trap for robots")
    if not control.visible and not chooser and (_HIDDEN_NAMES.match(words.name) or _HIDDEN_NAMES.match(words.id)):
        return Veto(FactKind("honeypot"), "not shown to the person, and named as traps for robots are")
    return None


def _by_section(control: Control, words: Words) -> Veto | None:
    """What only the words above a text box give away: a name that is typed as a signature."""
    if control.type not in ("text", "email", "tel", ""):
        return None
    above = (words.legend, *(() if words.titled else (words.heading,)))
    signed = any(text and _SIGNATURE_SECTION.search(text) for text in above)
    if signed and kind_of(words.core) in _A_NAME and "name" not in control.autocomplete:
        return Veto(FactKind("signature"), "a name under a signature")
    if words.language in ("es", "it") and words.core in ("firma", "la firma"):
        return Veto(FactKind("signature"), "a signature")
    return None


def _of_document(words: Words) -> bool:
    """Whether an expiry date stands in a part about an identity document, not a payment card."""
    above = (words.legend, *(() if words.titled else (words.heading,)), *words.outer)
    return any(_DOCUMENT_SECTION.search(text) for text in above if text)


def _by_type(control: Control, words: Words, signs_up: bool) -> Veto | None:
    if control.type == "password":
        text = words.all
        if re.search(r"\bcvv|\bcvc|\bcsc|security code|card", text):
            return Veto(FactKind("cc-csc"), "a card security code")
        if re.search(r"\bssn\b|social security", text):
            return Veto(FactKind("password"), "the page hides what is typed here")
        new = (signs_up and not _OLD.search(text)) or bool(_NEW.search(text)) or "new-password" in control.autocomplete
        return Veto(FactKind("new-password" if new else "password"), "a password")
    if control.type == "file":
        photo = re.search(r"photo|passbild|lichtbild|portrait|avatar|zdjecie|foto\b", words.said)
        return Veto(FactKind("photo" if photo and "image" in control.accept else "file-upload"), "a file to attach")
    if control.type == "search" or control.role == "searchbox":
        return Veto(FactKind("search"), "a search box")
    return None


def _by_autocomplete(control: Control, words: Words) -> Veto | None:
    token = control.autocomplete.lower().split()[-1:] or [""]
    if token[0] in _CARD_AUTOCOMPLETE:
        kind = (
            token[0]
            if token[0] in ("cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc", "cc-type")
            else "cc-name"
        )
        return Veto(FactKind(kind), "a payment card detail")
    secret = _SECRET_AUTOCOMPLETE.get(token[0])
    # A site that wants no autofill often writes new-password on ordinary fields: then the label decides.
    if (
        secret
        and (secret != "new-password" or _PASSWORD.search(words.all))
        and not (secret == "username" and "mail" in words.said)
    ):
        return Veto(FactKind(secret), "a sign-in detail")
    return None


def _by_words(control: Control, words: Words, signs_up: bool) -> Veto | None:
    if control.type in ("checkbox", "radio"):
        return (
            Veto(FactKind("captcha"), "a proof of being human")
            if re.search(
                r"captcha|not a robot|kein roboter|pas un robot|no soy un robot|non sono un robot|geen robot|robotem|"
                r"nao sou (?:um )?robo",
                words.said,
            )
            else None
        )
    typed_text = control.type not in ("select-one", "select-multiple")
    text = f"{words.said} | {words.placeholder}" if words.said else f"{words.attributes} | {words.placeholder}"
    parts = (words.said, words.placeholder) if words.said else (words.name, words.id, words.placeholder)
    told = control.type == "tel" and _TO_CALL.match(words.said)  # "Mobile no. (a one-time password will be sent)"
    if typed_text and not told and any(map(_PASSWORD.search, parts)) and not re.search(r"forgot|hint|e ?mail", text):
        return Veto(FactKind("new-password" if signs_up or _NEW.search(text) else "password"), "a password")
    for kind, pattern, unless, why in _COMPILED:
        for part in (words.said, words.placeholder, words.name, words.id):
            if part and pattern.search(part) and not (unless and unless.search(text)):
                if kind in _CARD_EXPIRY and (_of_document(words) or kind_of(words.core) in _PAPER_EXPIRY):
                    continue
                if told and kind == "one-time-code":
                    continue
                weak = (
                    part in (words.name, words.id)
                    and words.said
                    and kind in ("search", "username", "coupon", "one-time-code")
                )
                weak = weak and not (
                    kind == "username" and words.core in ("name", "account name", "login name", "display name")
                )
                mailbox = kind == "username" and (
                    _MAILBOX.match(words.said) or (signs_up and re.search(r"e ?mail", words.said)))
                if not weak and not mailbox:
                    return Veto(kind, why)
    return None
