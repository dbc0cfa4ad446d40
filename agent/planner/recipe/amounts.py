"""The amounts of money that a page names, so that another one is noticed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.browser.page import PageMap
from agent.protocol.pattern import Pattern

_SIGN = r"(?:[$€£¥₹₽₺₩₪]|\b(?:eur|usd|gbp|chf|pln|sek|nok|dkk|czk|huf|ron|brl|cad|aud|jpy|inr|zł|kr|euros?|pounds?)\b)"
_NUMBER = r"\d(?:[\d., '’]{0,18}\d)?"
_AMOUNT = Pattern(rf"{_SIGN}\s?({_NUMBER})|({_NUMBER})\s?{_SIGN}", re.IGNORECASE)
_BARE = Pattern(r"-?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}")
"""A hidden value that is written as amounts are."""
MOST = 200
"""Amounts that are kept of a page; more is a price list, and any change of it is seen on the sheet."""


def amounts_of(page: PageMap) -> frozenset[str]:
    """All amounts that the page shows, offers or sends hidden, without spaces."""
    found: set[str] = set()
    for text in (page.text, *(option.label for control in page.controls for option in control.options)):
        found |= {_bare(one or other) for one, other in _AMOUNT.findall(text)}
    found |= {_bare(control.value) for control in page.controls
              if control.type == "hidden" and _BARE.fullmatch(control.value.strip())}
    return frozenset(sorted(found)[:MOST])


def new_amounts(page: PageMap, known: Iterable[str]) -> list[str]:
    """What the page names and did not name when the recipe was learnt."""
    return sorted(amounts_of(page) - set(known))


def _bare(text: str) -> str:
    return re.sub(r"[\s'’]", "", text)
