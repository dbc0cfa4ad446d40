"""Finds receipts by any word of what was sent, to where, when, and what the site answered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from agent.store.tables import Receipt


def matching(found: Iterable[Receipt], titles: dict[int, str], query: str) -> list[Receipt]:
    """Receipts that hold every word of the query, accents and case aside.

    Args:
        found: the receipts to look through.
        titles: task number to its text.
        query: words; empty finds all.
    """
    words = _fold(query).split()
    return [receipt for receipt in found if all(word in _text(receipt, titles) for word in words)]


def _text(receipt: Receipt, titles: dict[int, str]) -> str:
    parts = [receipt.origin, receipt.url, receipt.sent_at, receipt.state, receipt.reference, receipt.evidence,
             titles.get(receipt.task_id, "")]
    parts += [str(row.get(key, "")) for row in receipt.fields for key in ("label", "name", "value", "shown")]
    return _fold("\n".join(parts))


def _fold(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold()
