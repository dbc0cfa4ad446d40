"""Streets and the numbers of houses in boxes side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill.draft import Draft
from agent.protocol import FactKind

_A_NUMBER = re.compile(r"n(?:r|o|um|umber|umero|umer|ummer)?|altura|house (?:no|nr|number)|n de rue|n dom[u]?")
_NOT_A_STREET = re.compile(r"number|nummer|\bnr\b|\bn\b|numer|numero|\bline|hausn|\bno\b")


def streets_with_numbers(drafts: list[Draft]) -> list[Draft]:
    """A bare number before a street is its house number; a street with one at its side is a street name."""
    found = list(drafts)
    for place, draft in enumerate(found[:-1]):
        after = found[place + 1]
        if draft.kind == "other" and not draft.vetoed and _A_NUMBER.fullmatch(draft.words.said) and after.kind in (
                "address-line1", "street-name", "street-address") and after.subject == draft.subject:
            found[place] = replace(draft, kind=FactKind("house-number"), confidence=0.82,
                                   why="a number beside a street")
    for place, draft in enumerate(found):
        sides = [one for one in (*found[max(place - 1, 0):place], *found[place + 1:place + 2])
                 if one.kind in ("house-number", "house-number-suffix") and one.subject == draft.subject]
        if draft.kind == "address-line1" and sides and draft.control.tag != "textarea" and not _NOT_A_STREET.search(
                draft.words.said):
            found[place] = replace(draft, kind=FactKind("street-name"), why="a street beside its house number")
    return found
