"""Reads which boxes a task's words say to tick, or not to: ``select Water and Gas``, ``no newsletter``. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agent.protocol.pattern import Pattern

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
_CLAUSE = Pattern(
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


_NO = (
    r"no|without|(?:do not|don['’]?t|never) (?:want|tick|check|select|send me|need)|untick|uncheck|deselect|"
    r"keine?[nmrs]?|ohne|pas (?:de|d['’])|sans|aucune?|sin|ning[úu]n[ao]?|senza|nessun[ao]?|geen|zonder|bez|[żz]adn\w+|"
    r"sem|nenhuma?"
)
_REFUSED = Pattern(
    rf"(?<![\w-])(?:{_NO})(?:\s+|(?<=['’]))(?P<what>[^.,;:!?()\n]*?)"
    r"(?=\s(?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar|i|ale|mas)\s|[.,;:!?()\n]|$)", re.IGNORECASE)
_OR = Pattern(r"\s(?:or|nor|oder|ou|o|of|lub|albo|ani)\s", re.IGNORECASE)
_FILLING = frozenset((
    "the", "a", "an", "any", "my", "your", "me", "to", "for", "of", "please", "thanks", "thank", "you",
    "der", "die", "das", "den", "bitte", "mir", "la", "le", "les", "l", "un", "une", "el", "los", "las", "il", "lo",
    "gli", "de", "het", "een", "alstublieft", "prosze", "por", "favor"))
_NEGATING = Pattern(r"\b(?:not|no|never|don|nicht|keine?[nm]?|pas|non|sin|niet|geen|nie|nao)\b")
_TELLING = 3
"""Letters of the longest word from which a refusal means one box."""
_MOST_WORDS = 4


def not_wanted(name: str, text: str) -> bool:
    """Whether a task's text says no to the box of this name: ``no newsletter`` to “Send me the newsletter”.

    All that is refused must stand in the name. A name that itself says no is never meant: ticking it may be the wish.
    """
    words = {_singular(each) for each in _plain(name).split()}
    return not _NEGATING.search(_plain(name)) and any(each <= words for each in _refusals(text))


@lru_cache(maxsize=64)
def _refusals(text: str) -> tuple[frozenset[str], ...]:
    found = []
    for match in _REFUSED.finditer(text):
        for piece in _OR.split(match["what"]):
            words = [each for each in _plain(piece).split() if each not in _FILLING]
            if words and len(words) <= _MOST_WORDS and len(max(words, key=len)) >= _TELLING:
                found.append(frozenset(map(_singular, words)))
    return tuple(found)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > _TELLING else word
