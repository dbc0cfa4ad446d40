"""Says what a button does by its words, and finds the one that goes on with the form being filled."""

from __future__ import annotations

import re
from collections.abc import Collection

from agent.browser.page import Button, PageMap
from agent.planner.autofill.button_words import NEXT, OTHER, SUBMIT
from agent.planner.autofill.cookie_words import REFUSE, TALK
from agent.planner.autofill.words import fold
from agent.planner.base import ButtonKind
from agent.protocol.pattern import Pattern

_BACK = Pattern(
    r"^(?:go )?back\b|^previous|^zuruck|^retour\b|^atras|^volver|^anterior|^indietro|^terug|^vorige|^wstecz|"
    r"^voltar|^precedent"
)
_NOT_SENDING = Pattern(
    r"\b(?:save (?:for later|draft|progress)|add another|find (?:my )?address|choose file|zwischenspeichern|entwurf)\b"
)
_DELETES = Pattern(
    r"\b(?:delete|remove account|loschen|supprimer|eliminar|borrar|elimina|verwijderen|usun|apagar)\b"
)
_COOKIE = Pattern(r"\bcookies?\b")
_SEARCH = Pattern(
    r"^(?:search|find|look ?up|suchen?|rechercher|buscar|cerca|zoek\w*|szukaj|wyszukaj|pesquisar|procurar)\b"
)
_LEAVES = Pattern(
    r"log ?out|sign ?out|abmelden|uitloggen|wyloguj|deconnexion|cerrar sesion|esci|subscribe|newsletter|log ?in\b|"
    r"sign ?in\b|einloggen"
)


def button_kind(text: str) -> ButtonKind:
    """Classifies a button's words. Favours false SUBMITs by design: what could send or buy is never NEXT."""
    said = fold(text)
    if not said or _BACK.search(said) or _COOKIE.search(said) or _NOT_SENDING.search(said):
        return ButtonKind.OTHER
    if NEXT.search(said) and not _sends_too(said):
        return ButtonKind.NEXT
    if _SEARCH.search(said) or _is_cancel(said):
        return ButtonKind.OTHER
    if SUBMIT.search(said):
        return ButtonKind.SUBMIT
    return ButtonKind.OTHER


def _sends_too(said: str) -> bool:
    """Whether a "continue" also sends: "save and continue" is only saved on the way, "pay and continue" is not."""
    rest = re.sub(r"\b(?:save|speichern|enregistrer|guardar|salva|salvar|opslaan|zapisz)\b", "", said)
    return bool(SUBMIT.search(rest))


def _is_cancel(said: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:cancel|abbrechen|annuler|cancelar|annulla|annuleren|anuluj|clear|reset|zurucksetzen|borrar|change|"
            r"edit|andern|remove)"
            r"(?: (?:form|formular|formulario|changes|all|and \w+(?: \w+)*|this|answer|eingaben))?",
            said,
        )
    )


def words_on(button: Button) -> str:
    """What a person reads on the button: its text, or the value of an input."""
    return button.text or button.value


def kind_of_button(button: Button) -> ButtonKind:
    """Like `button_kind`; a form's submit button whose words say nothing known counts as SUBMIT."""
    if button.type == "reset":
        return ButtonKind.OTHER
    kind = button_kind(words_on(button))
    said = fold(words_on(button))
    if (
        kind is ButtonKind.OTHER
        and button.type in ("submit", "image")
        and not OTHER.search(said)
        and not _BACK.search(said)
    ):
        return ButtonKind.SUBMIT
    return kind


def main_button(page: PageMap, filled: Collection[int]) -> Button | None:
    """The button that goes on with the form being filled, or None.

    Args:
        page: the page.
        filled: refs of the controls that were filled or stand in the form; they say which form it is.
    """
    forms = {control.form for control in page.controls if control.ref in filled}
    usable = [b for b in page.buttons if b.visible and not b.disabled and not never_pressed(b)]
    inside = [b for b in usable if b.form in forms]
    ranked = sorted(
        (b for b in (inside or usable if -1 in forms or not inside else inside)), key=lambda b: _rank(page, b, filled)
    )
    best = ranked[0] if ranked else None
    return best if best and _rank(page, best, filled)[0] < _HOPELESS else None


_HOPELESS = 3


def is_search(button: Button) -> bool:
    """Whether a button only searches."""
    return _SEARCH.search(fold(words_on(button))) is not None


def never_pressed(button: Button) -> bool:
    """Whether a button never goes on with a form: it goes back, deletes, cancels, searches or leaves."""
    said = fold(words_on(button))
    return bool(
        button.type == "reset"
        or _BACK.search(said)
        or _DELETES.search(said)
        or _SEARCH.search(said)
        or _COOKIE.search(said)
        or (_LEAVES.search(said)
        and button.type != "submit")
        or _is_cancel(said)
        or _NOT_SENDING.search(said)
    )


def _rank(page: PageMap, button: Button, filled: Collection[int]) -> tuple[int, int, float]:
    """Lower is better: next words, sending words, bare submit buttons; then what stands below the fields."""
    kind = kind_of_button(button)
    group = {ButtonKind.NEXT: 0, ButtonKind.SUBMIT: 1}.get(kind, _HOPELESS)
    if group == 1 and button.type == "button":
        group = 2
    lowest = max((c.box[1] for c in page.controls if c.ref in filled and c.visible), default=0.0)
    above = int(button.box[1] + button.box[3] < lowest)
    return group, above, abs(button.box[1] - lowest)


def cookie_refusal(page: PageMap) -> Button | None:
    """The "necessary only" or "reject" button of a cookie banner, if one is shown. Never "accept all"."""
    if not TALK.search(fold(page.text[:20000])):
        return None
    return next((b for b in page.buttons if b.visible and not b.disabled and REFUSE.search(fold(words_on(b)))), None)
