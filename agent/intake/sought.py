"""Reads what a task looks for, or where a journey goes, into values with labels: no field needs to be named. Pure.

``Search for action movies directed by Brown from year 1987`` says a genre, a director and a year; ``a one-way flight
from Leeds to Cork on 3 May 2027, back on 9 May 2027`` says an origin, a destination and two days. Every value stands in
the text letter for letter, but for the days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from agent.intake.concepts import folded
from agent.intake.finders import Hint, spans
from agent.protocol.pattern import Pattern


class Part(Enum):
    """What a piece of a search or of a journey is."""

    SORT = "sort"            # which kind of thing: "action movies"
    BY = "by"                # who made it: "directed by Brown"
    YEAR = "year"
    ORIGIN = "origin"
    DESTINATION = "destination"
    OUTWARD = "outward"      # days
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Sought:
    """One piece: what it is, its text, its place, and for ``BY`` the participle before it, such as ``directed``."""

    part: Part
    value: str
    start: int
    end: int
    deed: str = ""


_SEARCH = Pattern(
    r"\b(?:search|look|looking|searching)(?: up)? for |\b(?:find|list|show me|look up|search) |\bsuche?n?(?: sie| mir)?"
    r"(?: nach)? |\bfinde |\b(?:re)?cherche[rz]? |\b(?:busca|encuentra|procura|pesquisa)r? |\b(?:cerca|trova)(?:re)? |"
    r"\b(?:zoek|vind)(?: naar)? |\b(?:znajd[źz]|szukaj) ", re.IGNORECASE)
_CLAUSE_END = Pattern(r"[.!?;](?:\s|$)|\n|,? \b(?:and|then) (?:click|press|send|submit|book|buy)\b")
_SORTED = Pattern(
    r"(?P<sort>[^\W\d_]{3,}(?:-[^\W\d_]+)?) (?P<head>[^\W\d_]{3,}s)(?= |[.,;!?]|$)")
_NOT_SORTS = """
all any some the my our your these those every new old best good cheap cheapest free latest nearby local more most other
available open similar recent several two three four five ten many few for with from and about this that first last next
only
"""
_NO_SORT = frozenset(_NOT_SORTS.split())
"""What before a plural says nothing of its sort."""
_BY = Pattern(
    r"\b(?P<deed>[^\W\d_]{3,}(?:ed|en|wn)) by (?P<who>(?:[A-ZÀ-Þ][\w'’.-]*|de|van|von|der|la|del|di|da|O['’])"
    r"(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|de|van|von|der|la|del|di|da)){0,4})")
_YEAR = Pattern(r"\b(?:from|in|of|aus|de|del|van|z|do)?(?: the)? ?(?:year|jahre?s?|annee|année|año|anno|jaar|"
                r"roku?|ano) "
                r"(?P<year>(?:1[5-9]|20)\d\d)\b|\b(?:from|in|of|aus|de|del|dal|van|z) (?P<bare>(?:1[5-9]|20)\d\d)\b",
                re.IGNORECASE)


def searches(text: str) -> bool:
    """Whether a text tells to search for something."""
    return _SEARCH.search(text) is not None


def sought_in(text: str) -> tuple[Sought, ...]:
    """What the first clause that searches says of its object; empty where a text tells of no search."""
    start = _SEARCH.search(text)
    if start is None:
        return ()
    end = _CLAUSE_END.search(text, start.end())
    clause_end = end.start() if end else len(text)
    found = []
    sort = _SORTED.match(text, start.end(), clause_end)
    if sort is not None and sort["sort"].casefold() not in _NO_SORT and sort["sort"][:1].islower():
        found.append(Sought(Part.SORT, sort["sort"], *sort.span("sort"), deed=sort["head"].casefold()))
    for match in _BY.finditer(text, start.end(), clause_end):
        found.append(Sought(Part.BY, match["who"], *match.span("who"), deed=match["deed"].casefold()))
    years = [(match["year"] or match["bare"], match.span("year" if match["year"] else "bare"))
             for match in _YEAR.finditer(text, start.end(), clause_end)]
    if len({year for year, _ in years}) == 1:
        found.append(Sought(Part.YEAR, years[0][0], *years[0][1]))
    return tuple(found)


_TRAVEL = Pattern(
    r"\b(?:flights?|fly|train|bus|coach|ferry|tickets?|trip|travel|journey|ride|flug|fluge|zug|bahn|reise|"
    r"fahrt|fahrkarten?|bus|vols?|train|billets?|voyage|trajet|vuelos?|tren|viaje|billetes?|volo|voli|treno|viaggio|"
    r"bigliett[oi]|vluchten|vlucht|trein|reis|treinkaartje|lot|pociag|podroz|bilet|voo|comboio|viagem|bilhetes?)\b")
_PLACE = r"(?:[\"“„«](?P<{q}>[^\"”“»\n]{{2,60}})[\"”“»]|(?P<{n}>[A-ZÀ-ÞŁŚŻŹ][^\n\"“”;!?]{{0,60}}?))"
_ENDS = (r"(?= ?$|[.;!?](?:\s|$)|\n|, (?![A-ZÀ-ÞŁŚŻŹ])| (?:on|at|for|leaving|departing|returning|back|next|this|"
         r"tomorrow|today|"
         r"in|via|"
         r"by|with|one|and|then|am|um|mit|für|und|zurück|le|du|au|pour|avec|et|retour|el|para|con|y|il|per|e|op|voor|met|"
         r"en|w|na|dla|z|no|em|com)\b)")
_WAYS = (("from", "to"), ("von|ab", "nach"), ("de|depuis", "[àa]|vers"), ("desde|de", "a|hasta"), ("da", "a|per"),
         ("van", "naar"), ("z|ze", "do"), ("de", "para"))
_JOURNEYS = tuple(Pattern(
    rf"\b(?i:{start}):? {_PLACE.format(q='q1', n='n1')},? (?i:{end}):? {_PLACE.format(q='q2', n='n2')}{_ENDS}")
    for start, end in _WAYS)
_RETURN = Pattern(r"\b(?:return\w*|back|zuruck|ruck\w*|retour|vuelta|regreso|ritorno|terug|powrot|volta|regresso)"
                  r"(?: \w+){0,2} ?$")


def travels(text: str) -> bool:
    """Whether a text tells of a journey from one place to another."""
    return _TRAVEL.search(folded(text)) is not None and any(each.search(text) for each in _JOURNEYS)


def journey_in(text: str, region: str, today: date | None = None) -> tuple[Sought, ...]:
    """Origin, destination and days of the one journey that a text tells of; empty where there is none, or a second.

    Args:
        text: the person's own words.
        region: how they write dates.
        today: from which "tomorrow" is counted.
    """
    if _TRAVEL.search(folded(text)) is None:
        return ()
    for pattern in _JOURNEYS:
        matches = list(pattern.finditer(text))
        if len(matches) > 1:
            return ()
        if matches:
            return (*_places(matches[0]), *_days(text, matches[0].end(), region, today))
    return ()


def _places(match: re.Match[str]) -> tuple[Sought, Sought]:
    first, second = (("q1" if match["q1"] else "n1"), ("q2" if match["q2"] else "n2"))
    return (Sought(Part.ORIGIN, match[first].strip(" ,"), *match.span(first)),
            Sought(Part.DESTINATION, match[second].strip(" ,"), *match.span(second)))


def _days(text: str, after: int, region: str, today: date | None) -> tuple[Sought, ...]:
    """The days behind a journey; only where each has one meaning."""
    days: dict[Part, list[Sought]] = {}
    for span in spans(text[after:], region, today):
        if span.hint is Hint.DATE and span.value:
            part = Part.RETURN if _RETURN.search(folded(text[after:after + span.start])) else Part.OUTWARD
            days.setdefault(part, []).append(Sought(part, span.value, after + span.start, after + span.end, span.said))
    return tuple(found[0] for found in days.values() if len({each.value for each in found}) == 1)
