"""Earlier addresses: which words call an address one that the person has left, and the kinds that follow."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.planner.autofill.rows import either
from agent.planner.autofill.words import word_set
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_PREVIOUS = Pattern(either(
    en=r"previous|former|prior address|\bold\b|earlier|last (?:known )?(?:address|postcode|residence)|moving from|"
       r"(?:where )?you (?:were |have )?(?:lived|registered|moved|left|leave)(?! (?:in |into|to\b))(?: from)?"
       r"(?: before)?|"
       r"lived before|"
       r"leaving$",
    de=r"bisherig|\balte[nrs]?\b|fruhere|vorherig|vorig|ehemalig|letzte[rns]? (?:anschrift|adresse|wohn\w+)|wegzug|"
       r"auszugs?(?:adresse|anschrift|wohnung)",
    fr=r"ancien|precedent|anterieure?|dernie?re? (?:adresse|domicile|residence)|provenance|\bquitte[ez]?e?\b|"
       r"d ou vous (?:venez|arrivez|partez)|de depart",
    es=r"anterior|\bantigu?[oa]s?\b|procedencia|ultim[oa] (?:domicilio|direccion|residencia)|"
       r"(?:domicilio|direccion|residencia) previ[oa]|que (?:deja|abandona)",
    it=r"precedente|\bvecchi[oa]\b|provenienza|ultim[oa] (?:residenza|indirizzo|domicilio)|che (?:lascia|lasci)\b",
    nl=r"vorige?\b|\boude?\b|vroegere?\b|laatste (?:adres|woonplaats)|dat u verlaat|vertrekadres|verhuist u van",
    pl=r"poprzedni|dotychczasow|ostatni\w* (?:adres|miejsc)|\bstar(?:y|ego) adres|opuszczan",
    pt=r"anterior|\bantig[oa]s?\b|proveniencia|procedencia|ultim[oa] (?:morada|endereco|residencia)|que (?:deixa|"
       r"abandona)",
))
_AN_ADDRESS = Pattern(r"\baddress|anschrift|\badresse?\b|direccion|domicilio|indirizzo|\badres\b|morada|endereco")
_PREVIOUS_KINDS = {
    "street-address": "previous-address",
    "address-line1": "previous-address",
    "street-name": "previous-address",
    "postal-code": "previous-postal-code",
    "address-level2": "previous-city",
}
ADDRESS_KINDS = word_set(
    "street-address address-line1 address-line2 address-line3 address-level1 address-level2 address-level3 "
    "postal-code country country-name house-number house-number-suffix street-name flat-number"
)


def previous_kind(kind: FactKind | None, said: str) -> FactKind | None:
    """The kind of an earlier address where folded words call it one: "old postcode"; else the kind as it is."""
    if kind in _PREVIOUS_KINDS and _PREVIOUS.search(said):
        return FactKind(_PREVIOUS_KINDS[kind])
    return kind


def earlier_address(draft: Draft) -> Draft:
    """The draft as part of an earlier address where the words of or above it say so, else as it is."""
    said = draft.words.said
    typed = draft.control.type in ("text", "textarea", "") and not draft.vetoed
    untold = typed and draft.kind in ("other", "free-text")
    if untold and _PREVIOUS.search(said) and _AN_ADDRESS.search(said):
        return replace(draft, kind=FactKind("previous-address"), confidence=0.82,
                       why="an earlier address, by its label")
    if draft.kind not in ADDRESS_KINDS or draft.vetoed:
        return draft
    own = _PREVIOUS.search(draft.words.said)
    above = _PREVIOUS.search(draft.words.legend) or (not draft.words.legend and _PREVIOUS.search(draft.words.heading))
    named = not draft.words.said and _PREVIOUS.search(draft.words.name)
    if not (own or named or (above and not re.search(r"\bnew\b|neue|nouve|nuev|nuov|nieuw|nowy|"
                        r"nova", draft.words.said))):
        return draft
    kind = _PREVIOUS_KINDS.get(draft.kind)
    if kind is None:
        return replace(
            draft,
            kind=FactKind("other"),
            confidence=0.3,
            why="part of an earlier address that the profile doesn't hold",
        )
    return replace(
        draft,
        kind=FactKind(kind),
        confidence=min(draft.confidence, 0.88),
        why="an earlier address, by the words around it",
    )
