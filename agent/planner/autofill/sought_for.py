"""Gives the pieces of a search or a journey to the fields of a form that ask for them, by their labels. Pure.

Each piece goes to the one field that asks for it; where two could take it, neither gets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from agent.intake.finders import Hint
from agent.intake.sought import Part, Sought, journey_in, sought_in
from agent.intake.task_values import TaskValue
from agent.planner.autofill.items import Item
from agent.planner.autofill.words import core, fold, word_set
from agent.protocol.pattern import Pattern

_TAKES = ("text", "search", "select-one", "radio", "combobox", "listbox")
_WHERE = (r"(?: (?:city|town|place|airport|station|stop|stadt|ort|bahnhof|flughafen|ville|gare|aeroport|ciudad|citta|"
          r"stad))?")
_LABELS: dict[Part, Pattern] = {
    Part.ORIGIN: Pattern(
        rf"(?:from|from where|where from|origin|(?:leaving|flying|travelling|departing|departure) ?(?:from)?|start|"
        rf"von|von wo|"
        rf"ab|abfahrtsort|abflughafen|abflugort|startbahnhof|startort|depart|au depart de|d ou|origine|origen|salida|"
        rf"desde|"
        rf"partenza|da|van|vertrekpunt|vertrekstation|vertrek|skad|miejsce wyjazdu|origem|de|partida){_WHERE}"),
    Part.DESTINATION: Pattern(
        rf"(?:to|to where|where to|destination|(?:going|flying|travelling|arriving) (?:to|at|in)|arrival|nach|wohin|"
        rf"ziel|"
        rf"zielort|zielbahnhof|zielflughafen|ankunftsort|arrivee|vers|a destination de|destino|llegada|hasta|a|"
        rf"destinazione|"
        rf"arrivo|naar|bestemming|aankomst|aankomststation|dokad|do|cel podrozy|para|chegada){_WHERE}"),
    Part.OUTWARD: Pattern(
        r"(?:(?:date|day) of (?:travel|departure|journey)|(?:departure|departing|depart|outbound|outward|travel|"
        r"travelling|"
        r"journey|flight|leaving|trip|start)(?: on)?(?: (?:date|day))?|date|when|when do you want to travel|hinfahrt|"
        r"hinflug|"
        r"hinreise|abfahrt|abflug|reisedatum|datum|(?:date )?(?:de )?depart|aller|date d aller|date|(?:fecha de "
        r")?(?:ida|salida)|"
        r"fecha|(?:data di )?(?:andata|partenza)|data|heenreis|vertrekdatum|vertrek|reisdatum|data wyjazdu|wyjazd|"
        r"wylot|"
        r"(?:data de )?(?:ida|partida))"),
    Part.RETURN: Pattern(
        r"(?:(?:date|day) of return|(?:return|returning|inbound|coming back)(?: on)?(?: (?:date|day))?|ruckfahrt|"
        r"ruckflug|"
        r"ruckreise|ruckreisedatum|(?:date )?(?:de )?retour|(?:fecha de )?(?:vuelta|regreso)|(?:data di )?ritorno|"
        r"terugreis|"
        r"retourdatum|(?:data )?powrotu?|(?:data de )?(?:volta|regresso))"),
}
_SORT = word_set("genre genres style cuisine category gattung kategorie categorie categoria genero genere stijl "
                 "gatunek "
                 "kategoria")
_SORT_OF = word_set("type kind sort art typ tipo type soort rodzaj")
_LIGHT = word_set("name full of the s your which what by in")
_MAKERS = {"written": "author", "authored": "author", "painted": "artist", "drawn": "artist"}
_YEAR = word_set("year jahr erscheinungsjahr annee ano anno jaar rok")
_DATED = word_set("date released release publication published issued issue made of")


def sought_values(items: Sequence[Item], text: str, region: str, today: date) -> dict[str, TaskValue]:
    """The values of a search or a journey that a text tells of, by the keys of the items that ask for them."""
    found: dict[str, TaskValue] = {}
    for piece in (*sought_in(text), *journey_in(text, region, today)):
        asking = [item for item in items if _ASKS.get(piece.part, _journey)(item, piece)]
        if len(asking) == 1 and asking[0].key not in found:
            dated = piece.part in (Part.OUTWARD, Part.RETURN)
            found[asking[0].key] = TaskValue(piece.value, (), piece.part.value, Hint.DATE if dated else Hint.TEXT,
                                             start=piece.start, end=piece.end, said=piece.deed if dated else "")
    return found


def _said(item: Item) -> str:
    return core(fold(item.label))


def _journey(item: Item, piece: Sought) -> bool:
    dated = item.is_date or (item.control.type == "text" and re.search(r"\bdat|\bfecha|\bday\b", _said(item)))
    wants_date = piece.part in (Part.OUTWARD, Part.RETURN)
    fits = bool(dated) if wants_date else not dated and item.control.type in _TAKES
    return fits and _LABELS[piece.part].fullmatch(_said(item) or fold(item.label)) is not None


def _sort(item: Item, piece: Sought) -> bool:
    words, head = set(fold(item.label).split()), _single(piece.deed)
    about = {word for word in words if _single(word) == head}
    rest = words - about - _LIGHT
    return item.control.type in _TAKES and len(rest) == 1 and (rest <= _SORT or (rest <= _SORT_OF and bool(about)))


def _single(word: str) -> str:
    return fold(word).removesuffix("s")


def _by(item: Item, piece: Sought) -> bool:
    if _said(item) == f"{fold(piece.deed)} by":
        return True
    stem = re.sub(r"(?:ed|en|wn)$", "", fold(piece.deed))
    makers = [word for word in _said(item).split()
              if word == _MAKERS.get(piece.deed) or (re.search(r"(?:er|or)$", word) and len(stem) > 3
                                                     and word[:max(4, len(stem) - 1)] == stem[:max(4, len(stem) - 1)])]
    return item.control.type in _TAKES and len(makers) == 1 and set(_said(item).split()) - {*makers} <= _LIGHT


def _year(item: Item, piece: Sought) -> bool:
    """A year for a field that asks for it, or for a date in free writing: who searches may write a year alone."""
    words = set(_said(item).split())
    free = item.control.type in ("text", "search") and not item.is_date and not item.control.pattern
    if words & _YEAR:
        return item.control.type in (*_TAKES, "number") and words <= _YEAR | _DATED | _LIGHT
    return free and "date" in words and words <= _DATED and not item.control.placeholder


_ASKS: dict[Part, Callable[[Item, Sought], bool]] = {Part.SORT: _sort, Part.BY: _by, Part.YEAR: _year}
