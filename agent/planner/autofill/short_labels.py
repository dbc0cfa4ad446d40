"""Gives a short label the meaning of its group: "Number" under "Passport" asks for the number of the passport."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill.words import Words

_NUMBER = re.compile(
    r"(?:document |card |the |its )?(?:no|nr|num|number|nummer|numero|numer|ref|id|id number|licence number)")
_UNTIL = re.compile(papers.UNTIL)
_ISSUED = re.compile(papers.ISSUED_ON)
_BY = re.compile(papers.ISSUED_BY)

_PAPERS = (
    (re.compile(rf"{papers.PASSPORT}|\bpass\b"), "passport"),
    (re.compile(rf"{papers.ID_CARD}|ausweis|dowod"), "id card"),
    (re.compile(papers.LICENCE), "driving licence"),
)
_MEANT = {
    ("passport", "number"): "passport number", ("passport", "until"): "passport expiry date",
    ("passport", "issued"): "passport date of issue", ("passport", "by"): "passport issuing authority",
    ("id card", "number"): "id card number", ("id card", "until"): "id card expiry date",
    ("id card", "by"): "id card issuing authority", ("driving licence", "number"): "driving licence number",
}
"""What is meant, in words that the rules know."""


def in_context(words: Words) -> Words:
    """The words of a control whose short label only its group explains; others as they are."""
    asked = next((name for name, pattern in (("number", _NUMBER), ("until", _UNTIL), ("issued", _ISSUED), ("by", _BY))
                  if pattern.fullmatch(words.core or words.said)), "")
    if not asked:
        return words
    for text in (words.legend, words.heading if not words.titled else ""):
        named = [name for pattern, name in _PAPERS if pattern.search(text)]
        if len(named) == 1:
            meant = _MEANT.get((named[0], asked), "")
            return replace(words, said=meant, core=meant) if meant else words
    return words
