"""Reads an address that a task states in words: ``my new address is 5 Elm Road, Sheffield S8 9AB``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.planner.autofill.items import Item
from agent.planner.autofill.words import fold
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

WHOLE = FactKind("whole-address")
"""No kind of the profile: all of an address in one line, as it was written."""

_ONLY_STREET = Pattern(
    r"street|road|strasse|\brue\b|calle|\bvia\b|straat|ulica|\brua\b|line ?\d|number|nummer|\bnr\b|numero|numer"
)
_PARTS = ("postal-code", "address-level2", "previous-postal-code", "previous-city")

Told = tuple[int, int, bool, list[tuple[FactKind, str]]]
"""Start and end in characters, whether it is called new, and its parts by kind."""

_NEW = r"(?:new|neue[rn]?|nouvelle|nuev[oa]|nuov[oa]|nieuwe?|now[yae]|nov[oa])"
_OLD = (
    r"(?:old|previous|former|last|alte[rn]?|bisherige|frühere|ancienne|précédente|antigua|anterior|vecchio|precedente|"
    r"oude|vorige|star[ya]|poprzedni|antig[oa])"
)
_ADDRESS = (
    r"(?:(?:home |postal |delivery )?address|anschrift|(?:wohn)?adresse|dirección|direccion|domicilio|indirizzo|adres|"
    r"endereço|morada)"
)
_IS = r"(?:\s*:|\s+(?:is(?: now)?|will be|lautet|ist|est|es|è|is nu|to|jest|é))\s+"
_MOVE = (
    r"(?:mov(?:e|ed|ing) to|(?:now )?live at|(?:ziehe|ziehen)(?: um)? (?:nach|in)|wohne(?:n)? (?:jetzt |nun )?in|"
    r"déménag\w+ (?:au|à)|habit\w+ (?:maintenant )?(?:au|à)|me mudo a|vivo en|mi trasferisco in|abito in|verhuis\w* "
    r"naar|"
    r"woon (?:nu )?(?:op|aan|in)|przeprowadzam się na|mieszkam (?:przy|na)|mudo-me para|moro (?:na|em)) (?:(?:die|der|"
    r"den|das|la|le|el|o|a|de|het|ul\.) )?"
)
_LEAD = Pattern(rf"\b(?:(?P<new>{_NEW})\s+|(?P<new2>\b{_OLD})\s+)?{_ADDRESS}(?:\s+(?P<new3>nueva|nuevo|nuovo|nova|"
                rf"novo))?{_IS}|"
                rf"\b(?P<move>{_MOVE})", re.IGNORECASE)
_POSTCODES = (
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-BD-HJLNP-UW-Z]{2}",       # United Kingdom
    r"\d{2}-\d{3}", r"\d{4}-\d{3}", r"\d{4} ?[A-Z]{2}",    # Poland, Portugal, Netherlands
    r"(?:[A-Z]{1,2}[- ])?\d{4,5}",                           # most of the rest of Europe
)
_LAST = Pattern(rf"^(?:(?P<before>{'|'.join(_POSTCODES)}) (?P<town>[^\d,]+)|(?P<town2>[^\d,]+?) "
                rf"(?P<after>{'|'.join(_POSTCODES)})|"
                rf"(?P<alone>{'|'.join(_POSTCODES)}))$")
_STREET = Pattern(r"^(?=.*\d)(?=.*[^\W\d_]{3}).{4,60}$")
_END = Pattern(r"[!?;\n]|(?<!\bul)(?<!\bal)(?<!\bSt)(?<!\bAv)(?<!\bos)\.(?=\s+[A-ZÀ-Þ]|\s*$)|,? (?:from|as of|"
               r"starting|ab|und|and|à partir|a partir|dal|vanaf|od|since) |$")
_LONGEST = 160


def addresses_in(text: str) -> list[Told]:
    """Every address that a text states whole: street with number, town and postal code. Anything less is left."""
    found: list[Told] = []
    for lead in _LEAD.finditer(text):
        if lead["new2"]:
            continue
        body = text[lead.end():lead.end() + _LONGEST]
        end = _END.search(body)
        parts = parts_of(body[:end.start() if end else None])
        if parts:
            new = bool(lead["new"] or lead["new3"] or lead["move"])
            stop = end.start() if end else len(body)
            whole = (WHOLE, " ".join(body[:stop].strip(" .,").split()))
            found.append((lead.start(), lead.end() + stop, new, [*parts, whole]))
    return found


def parts_of(written: str) -> list[tuple[FactKind, str]]:
    """The parts of ``5 Elm Road, Sheffield S8 9AB``; empty when it is not plainly an address."""
    pieces = [piece.strip() for piece in written.strip(" .,").split(",") if piece.strip()]
    if len(pieces) >= 2 and re.fullmatch("|".join(_POSTCODES), pieces[-1]):
        pieces[-2:] = [f"{pieces[-2]} {pieces[-1]}"]
    if len(pieces) < 2 or len(pieces) > 4:
        return []
    last = _LAST.match(pieces[-1])
    if last is None or not _STREET.match(pieces[0]):
        return []
    town = (last["town"] or last["town2"] or "").strip()
    if last["alone"]:
        town = pieces.pop(-2) if len(pieces) > 2 else ""
    if not town:
        return []
    found = [("address-line1", pieces[0]), ("street-address", pieces[0])]
    if len(pieces) > 2:
        found.append(("address-line2", ", ".join(pieces[1:-1])))
    found += [("address-level2", town), ("postal-code", last["before"] or last["after"] or last["alone"])]
    return [(FactKind(kind), value) for kind, value in found]


def asks_whole(item: Item, items: Sequence[Item]) -> bool:
    """Whether one control asks for street, number, town and code in one: nothing else in the form asks for them."""
    return not (
        item.kind not in ("street-address", "address-line1")
        or _ONLY_STREET.search(fold(item.label))
        or item.control.autocomplete
        or any(each.kind in _PARTS for each in items)
    )
