"""A task's contract: the sites, the data and the money that the person allowed it, fixed before its first page is read.

It comes from the person's own choices when the task is filed, never from the task's text, a page, a document or a
model, and nothing but the person's answer to a question of the product's own adds to it (findings/security.md B.1:
"freeze the task contract before the first page is read; approval compares to the contract"). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from agent.protocol import FactKind
from agent.review.sensitivity import known_kind

SPECIAL: Mapping[str, frozenset[str]] = {
    "health": frozenset({"allergies", "medical-conditions", "dietary-requirements"}),
    "religion": frozenset({"religion"}),
    "origin": frozenset({"ethnicity"}),
}
"""Data classes that a task uses only if the person says so. Source: GDPR article 9 (special categories); dietary
requirements can tell of health and of faith."""


RECIPE = "recipe"
"""Under this a task's contract keeps the number of the recipe that the person named for it."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217, upper case; '' where none is named)."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}".strip()


@dataclass(frozen=True, slots=True)
class Contract:
    """What one task may do. ``limit`` is the most that may stand on a sheet; None where the person set none."""

    sites: tuple[str, ...]
    data: frozenset[str]
    limit: Money | None

    def may_use(self, kind: FactKind) -> bool:
        """Whether a fact of this kind may be used without asking."""
        found = known_kind(kind)
        base = str(found.base) if found else str(kind)
        return all(name in self.data for name, kinds in SPECIAL.items() if base in kinds)


def contract_of(url: str, sites: Sequence[str], kept: Mapping[str, Any]) -> Contract:
    """The contract of a task as it is kept.

    Args:
        url: where the task starts; its site is always allowed.
        sites: further sites: the person's choice, and their later answers.
        kept: ``{"data": [class], "limit": "50.00 GBP", "start": {…}}``; ``start`` tells only why it starts there.
    """
    limit = kept.get("limit") or ""
    return Contract((url, *sites), frozenset(kept.get("data") or ()), money(limit) if limit else None)


_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD", "zł": "PLN", "kr": "SEK", "fr.": "CHF", "¥": "JPY", "₹": "INR"}
_MONEY = re.compile(r"(?P<before>[A-Za-z]{3}|[£€$¥₹])?\s*(?P<number>\d[\d\s.,'’]*)\s*"
                    r"(?P<after>[A-Za-z]{3}\b|[£€$¥₹]|zł|kr)?")


def money(text: str) -> Money:
    """Reads an amount: ``50``, ``£1,250.00``, ``1.250,00 EUR``, ``CHF 20``.

    Raises:
        ValueError: it is none.
    """
    match = _MONEY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text[:60]}” is no amount of money. Write one such as 50 GBP.")
    mark = match["before"] or match["after"] or ""
    return Money(_decimal(match["number"]), _CURRENCIES.get(mark.lower(), mark.upper()))


def _decimal(text: str) -> Decimal:
    """A number as people write it: the last mark is the decimal one, unless three digits follow it and no more."""
    digits = re.sub(r"[\s'’]", "", text)
    last = max(digits.rfind("."), digits.rfind(","))
    if last >= 0 and len(digits) - last - 1 != 3:
        digits = re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1:]
    else:
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise ValueError(f"“{text[:60]}” is no number.") from None


def beyond(limit: Money, *texts: str) -> str:
    """Why an amount on a sheet is not within the limit; '' where it plainly is.

    Bias: favours asking. An amount that can't be read, or names another currency, is not within it.

    Args:
        limit: of the task.
        texts: the amount as it goes over the wire and as the page shows it; what can be read of them must be within.
    """
    readable = [found for text in texts if (found := _money_or_none(text)) is not None]
    if not readable:
        return f"An amount can't be compared with your limit of {limit}."
    return next((why for found in readable if (why := _more(limit, found))), "")


def _money_or_none(text: str) -> Money | None:
    try:
        return money(text)
    except ValueError:
        return None


def _more(limit: Money, found: Money) -> str:
    if found.currency and limit.currency and found.currency != limit.currency:
        return f"An amount is in {found.currency}, and your limit is {limit}."
    if found.amount > limit.amount:
        return f"{found} is more than your limit of {limit} for this task."
    return ""
