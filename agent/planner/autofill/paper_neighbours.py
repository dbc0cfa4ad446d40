"""Dates and offices beside the number of a paper: "valid until", "issued on", "issued by" a few boxes further on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill import paper_words as papers
from agent.planner.autofill.draft import Draft
from agent.protocol import FactKind
from agent.protocol.pattern import Pattern

_NEAR = 3
"""Boxes after the number of a paper that may still ask about it."""
_PAPERS = ("passport-number", "id-card-number", "national-id", "driving-licence-number", "residence-permit-number")
_UNTIL = {"passport-number": "passport-expiry", "id-card-number": "id-card-expiry", "national-id": "id-card-expiry"}
_OPEN = ("other", "task-value", "passport-expiry", "id-card-expiry", "document-issuer", "address-level2")
_ASKED = tuple((name, Pattern(pattern)) for name, pattern in (
    ("until", papers.UNTIL), ("issued", papers.ISSUED_ON), ("by", papers.ISSUED_BY)))


def of_paper(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The draft as a particular of the paper whose number was asked for just before, or None."""
    said = draft.words.core or draft.words.said
    if draft.kind not in _OPEN or draft.part:
        return None
    asked = next((name for name, pattern in _ASKED if pattern.fullmatch(said)), "")
    if not asked:
        return None
    number = paper_before(before, draft)
    if number is None:
        return None
    kind = {"until": _UNTIL.get(number.kind), "by": "document-issuer",
            "issued": "passport-issue-date" if number.kind == "passport-number" else None}[asked]
    if kind is None:
        return None
    return replace(draft, kind=FactKind(kind), confidence=0.85, subject=number.subject, told=number.told,
                   why="a date or an office beside the number of the paper")


def paper_before(before: Sequence[Draft], draft: Draft) -> Draft | None:
    """The nearest paper's number among the last few boxes of the same form and part."""
    for one in reversed(before[-_NEAR:]):
        if (one.control.form, one.words.heading) != (draft.control.form, draft.words.heading):
            return None
        if one.kind in _PAPERS:
            return one
    return None
