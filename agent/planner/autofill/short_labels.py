"""Gives a short label the meaning of its group: "Number" under "Passport" asks for the number of the passport."""

from __future__ import annotations

from dataclasses import replace

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, core
from agent.protocol.pattern import Pattern

_NUMBER = Pattern(
    r"(?:document |card |the |its )?(?:no|nr|num|number|nummer|numero|numer|ref|id|id number|licence number)")
_UNTIL = Pattern(papers.UNTIL)
_ISSUED = Pattern(papers.ISSUED_ON)
_BY = Pattern(papers.ISSUED_BY)

_PAPERS = (
    (Pattern(rf"{papers.PASSPORT}|\bpass\b"), "passport"),
    (Pattern(rf"{papers.ID_CARD}|ausweis|dowod"), "id card"),
    (Pattern(papers.LICENCE), "driving licence"),
)
_MEANT = {
    ("passport", "number"): "passport number", ("passport", "until"): "passport expiry date",
    ("passport", "issued"): "passport date of issue", ("passport", "by"): "passport issuing authority",
    ("id card", "number"): "id card number", ("id card", "until"): "id card expiry date",
    ("id card", "by"): "id card issuing authority", ("driving licence", "number"): "driving licence number",
}
"""What is meant, in words that the rules know."""


_EXPLAINS = Pattern("|".join((
    r"^(?:it s (?:on|in|at|shown)|(?:you (?:can |will )?|you ll |please )?find (?:it|this|these|your)\b|"
    r"(?:this is |it is )?"
    r"(?:shown|printed|written) (?:on|in|at)|this is (?:on|the|a)\b|for example|e g)\b",
    r"^(?:(?:diese |die |sie )?(?:nummer |id )?(?:finden sie|steht|ist (?:auf|aus)|sie finden)|zum beispiel|z b|"
    r"beispiel)\b",
    r"^(?:vous (?:le |la )?trouv\w*|(?:il|elle|ce numero) (?:se trouve|figure)|figure sur|indiquee? sur|"
    r"par exemple|ex)\b",
    r"^(?:(?:lo |la )?(?:encontrara|puede encontrar)|(?:aparece|figura|consta) en|por ejemplo|p ej)\b",
    r"^(?:(?:lo|la|si) (?:trova|puo trovare)|(?:e )?riportat[oa] su|(?:e )?indicat[oa] su|ad esempio|es)\b",
    r"^(?:u vindt|(?:dit|deze) (?:nummer )?(?:staat|vindt)|(?:dit )?staat op|bijvoorbeeld|bijv)\b",
    r"^(?:znajdziesz|znajduje sie|(?:numer )?(?:podany|widoczny|wydrukowany) na|na przyklad|np)\b",
    r"^(?:(?:pode )?encontra\w*|(?:consta|aparece|figura) n\w*|por exemplo|p ex)\b")))
"""How a line between a question and its box begins that only helps with the answer."""


def in_context(words: Words) -> Words:
    """The words of a control whose short label only its group explains; others as they are."""
    if len(words.said.split()) >= 4 and _EXPLAINS.match(words.said):
        asked_above = next((text for text in (words.legend, words.heading) if 0 < len(text.split()) <= 6
                            and kind_of(core(text)) and not (words.titled and text == words.heading)), "")
        return replace(words, said=asked_above, core=core(asked_above)) if asked_above else words
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
