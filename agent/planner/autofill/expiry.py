"""Recognises a page that says that the visit has come to an end: an expired session. In eight languages. Pure."""

from __future__ import annotations

import re

from agent.browser.page import PageMap
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern

_EXPIRED = Pattern(
    r"\b(?:session|visit|application|login) (?:has |have |was |is |been )*(?:expired|timed out)\b|"
    r"\b(?:your|this|the) (?:session|visit) (?:has |was |is |been )*(?:ended|closed)\b|"
    r"\b(?:you have been|you ve been|you were) (?:inactive|logged out|signed out|timed out)\b|"
    r"\byour (?:session|time) (?:has |is )?(?:run out|up|over|no longer valid)\b|^(?:session )?(?:timeout|timed out)$|"
    r"^session (?:expired|timeout|ended)$|\b(?:sitzung|session) (?:ist |wurde )?(?:leider )?(?:abgelaufen|beendet|"
    r"ungultig|ausgelaufen)\b|\bsitzung wurde (?:aus sicherheitsgrunden |automatisch )?(?:beendet|geschlossen)\b|"
    r"\bzeituberschreitung\b|\b(?:votre )?session (?:a |est )?(?:expire\w*|terminee|interrompue)\b|\bdelai depasse\b|"
    r"\bsesion (?:ha |se ha |esta )?(?:caducad[oa]|expirad[oa]|finalizad[oa]|cerrad[oa])\b|\bsesion caducada\b|"
    r"\bsessione (?:e |di lavoro e |utente e )?(?:scaduta|terminata)\b|\btempo scaduto\b|"
    r"\bsessie (?:is )?(?:verlopen|beeindigd|afgelopen)\b|\b(?:te lang|enige tijd) (?:niet actief|inactief)\b|"
    r"\bsesja (?:\w+ )?(?:wygasla|zakonczyla sie|zostala zakonczona)\b|\bprzekroczono (?:limit )?czasu?\b|"
    r"\bsessao (?:foi |ja )?(?:expirou|terminou|expirada|encerrada)\b|\btempo limite\b"
)
_TO_COME = Pattern(
    r"\b(?:will|about to|in \d+|after \d+|wird|lauft in|in kurze|dans \d+|va expirer|en \d+|va a|tra \d+|sta per|"
    r"over \d+|bijna|za \d+|wkrotce|vai expirar|dentro de|if|wenn|si la|se la|als de|jesli|se a)\b"
)
_MAIN = 2
_SHORT = 240
"""Characters of a sentence; a longer one explains what would happen."""


def session_expired(page: PageMap) -> str:
    """The page's own words that the session has expired, or ''.

    A page with something to fill in has not expired, whatever its text says of sessions, unless its heading does.
    """
    heads = [page.title, *(each.text for each in page.headings if each.level <= _MAIN)]
    told = next((text for text in heads if _says(text)), "")
    if told:
        return told.strip()[:_SHORT]
    if any(c.visible and not c.disabled and c.type not in ("hidden", "search") for c in page.controls):
        return ""
    pieces = [*page.errors, *re.split(r"[\n.!?]+", page.text[:4000])]
    return next((piece.strip() for piece in pieces if len(piece) <= _SHORT and _says(piece)), "")


def _says(text: str) -> bool:
    said = fold(text)
    return bool(_EXPIRED.search(said)) and not _TO_COME.search(said)
