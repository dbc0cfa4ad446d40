"""Closes what lies over a form and is no cookie wall: an offer, a survey, a chat. Only by words that close."""

from __future__ import annotations

from agent.browser.page import PageMap
from agent.planner.autofill.buttons import words_on
from agent.planner.autofill.words import fold
from agent.planner.base import ButtonKind, Click
from agent.protocol.pattern import Pattern

_CLOSE = Pattern(
    r"^(?:close|dismiss|no thanks?|no thank you|not now|maybe later|later|skip|hide|x|"
    r"schliessen|nein danke|spater|nicht jetzt|fermer|non merci|plus tard|cerrar|no gracias|mas tarde|ahora no|"
    r"chiudi|no grazie|piu tardi|non ora|sluiten|nee bedankt|later|niet nu|zamknij|nie dziekuje|pozniej|nie teraz|"
    r"fechar|nao obrigad[oa]|mais tarde|agora nao)"
    r"(?: (?:this|the|it|dialog|window|message|banner|popup|menu|chat|survey|dialog\w*|fenster|meldung|la fenetre|"
    r"ventana|finestra|venster|okno|janela))*$"
)


def closing(page: PageMap) -> Click | None:
    """The button that closes what lies over the page, if one says so."""
    for button in page.buttons:
        said = fold(words_on(button)) or ("x" if words_on(button).strip() in ("×", "✕", "✖") else "")
        if button.visible and not button.disabled and button.type != "submit" and _CLOSE.search(said):
            return Click(button.ref, words_on(button), ButtonKind.OTHER)
    return None
