"""Reads which boxes a task's words say to tick: ``select Water, Gas and Heating and click Submit``. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VERBS = (
    r"select|tick|check|mark|choose|pick|w[äa]hle(?:n sie)?|kreuze?n?(?: sie)?|markiere?n?(?: sie)?|coche[zr]?|"
    r"s[ée]lectionne[zr]?|choisi(?:s|r|ssez)|marca|marque|selecciona|elige|elija|seleziona|spunta|scegli|selecteer|kies|"
    r"vink|zaznacz|wybierz|seleciona|assinala|escolha"
)
_AND_THEN = (
    r"(?:,? ?\b(?:and|und|et|y|e|en|oraz|i)\b )?,? ?(?:then |dann |puis |luego |poi |dan )?"
    r"\b(?:click|press|hit|tap|push|submit|send|continue|klicke|dr[üu]cke|sende|clique|cliquez|appuie|envoie|pulsa|"
    r"haz clic|env[íi]a|clicca|premi|invia|klik|druk|verstuur|kliknij|naci[śs]nij|wy[śs]lij|clica|carrega)\b"
)
_CLAUSE = re.compile(
    rf"(?P<not>\b(?:not|never|n['’]t|nicht|ne|no|non|niet|nie|n[ãa]o) )?(?<![\w-])(?:{_VERBS})\b"
    rf"(?! (?:in|on|up|with)\b)(?P<what>.*?)(?={_AND_THEN}|[.!?;](?:\s|$)|\n|$)",
    re.IGNORECASE,
)
_SHORTEST = 2
"""Letters of a box's name from which it can be meant: a task is full of single ones."""


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).casefold().split())


def to_be_ticked(name: str, text: str) -> bool:
    """Whether a task's text says to tick the box of this name.

    Only the whole name counts, in a clause that tells to select, tick, check or choose something.
    """
    wanted = _plain(name)
    return len(wanted) >= _SHORTEST and any(f" {wanted} " in f" {clause} " for clause in _clauses(text))


def nothing_to_tick(text: str) -> bool:
    """Whether a task's text says to select nothing."""
    return any(clause in _NOTHING for clause in _clauses(text))


_NOTHING = frozenset({"nothing", "none", "no box", "no boxes", "none of them", "nichts", "rien", "nada", "niente",
                      "niets", "nic", "keine", "aucune", "ninguna", "nessuna", "geen", "zadne", "nenhuma"})


@lru_cache(maxsize=64)
def _clauses(text: str) -> tuple[str, ...]:
    """The same few texts are held against each of a list's thousands of options."""
    return tuple(_plain(match["what"]) for match in _CLAUSE.finditer(text) if not match["not"])
