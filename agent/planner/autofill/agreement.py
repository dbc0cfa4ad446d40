"""What the classifier's opinion may change about a draft: raise it, doubt it, or offer a kind to be checked.

Biased to caution: it never lifts a veto or touches a subject, and where the rules say nothing it only ever proposes.

| rules say            | classifier says                | then                          |
|----------------------|--------------------------------|-------------------------------|
| a kind, to check     | the same                       | filled                        |
| a kind, left         | the same, surely               | filled with a mark to check   |
| a kind, to fill      | surely another, and not this   | filled with a mark to check   |
| nothing              | a kind, very surely            | filled with a mark to check   |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill.classifier import NONE, Classifier, Opinion, Surroundings, features
from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognition import CHECK_AT, FILL_AT, Subject
from agent.planner.autofill.words import word_set
from agent.protocol import FactKind

MOST_ASKED = 300
"""Controls of one page the classifier is asked about: about 0.1 ms each."""
SAME = 0.7
"""Probability from which an equal kind confirms what the rules would only have marked."""
SURE = 0.9
"""Probability from which it confirms what the rules would have left, or makes them doubt."""
VERY_SURE = 0.97
"""Probability from which a kind of its own is offered where the rules say nothing."""
UNLIKELY = 0.03
"""Probability below which the rules' kind counts as contradicted."""
SAID_BY_THE_PAGE = 0.97
"""The rules' confidence in a kind that the page's own autocomplete says: nothing makes them doubt that."""
_ASKED_TYPES = word_set("text email tel number textarea search select-one combobox textbox date contenteditable")
_SILENT = ("other", "task-value")
_STANDS_FOR = {
    "street-address": "address-line1",
    "street-name": "address-line1",
    "flat-number": "address-line2",
    "country-name": "country",
    "tel-national": "tel",
    "tel-local": "tel",
}
"""Kinds that the classifier does not tell apart."""


def class_of(kind: str) -> str:
    """The classifier's class of a kind that it knows."""
    return _STANDS_FOR.get(kind, kind)


def surroundings(drafts: Sequence[Draft], place: int, boxes: dict[int, tuple[int, int]]) -> Surroundings:
    """What stands around the draft at ``place``; ``boxes`` as `boxes_of` counts them."""
    form = drafts[place].control.form

    def kinds(steps: Sequence[int]) -> tuple[str, ...]:
        return tuple(
            str(drafts[at].kind) if 0 <= at < len(drafts) and drafts[at].control.form == form else "edge"
            for at in steps
        )

    typed, secrets = boxes.get(form, (0, 0))
    return Surroundings(kinds((place - 1, place - 2)), kinds((place + 1, place + 2)), typed, secrets)


def boxes_of(drafts: Sequence[Draft]) -> dict[int, tuple[int, int]]:
    """By form: how many boxes there are to type in, and how many of them hide what is typed."""
    found: dict[int, tuple[int, int]] = {}
    for draft in drafts:
        typed, secrets = found.get(draft.control.form, (0, 0))
        if draft.control.type in ("text", "email", "tel", "password", "number"):
            typed, secrets = typed + 1, secrets + (draft.control.type == "password")
        found[draft.control.form] = (typed, secrets)
    return found


def seen(drafts: Sequence[Draft]) -> list[tuple[int, list[str]]]:
    """The places of the drafts that the classifier is asked about, with their features."""
    boxes = boxes_of(drafts)
    asked = [at for at, draft in enumerate(drafts) if not draft.vetoed and draft.control.type in _ASKED_TYPES]
    return [(at, features(drafts[at].control, drafts[at].words, surroundings(drafts, at, boxes)))
            for at in asked[:MOST_ASKED]]


def agree(drafts: Sequence[Draft], classifier: Classifier) -> list[Draft]:
    """The drafts after the classifier was heard."""
    found = list(drafts)
    for at, what in seen(drafts):
        found[at] = weigh(drafts[at], classifier.opinion(what))
    return found


def weigh(draft: Draft, opinion: Opinion) -> Draft:
    """One draft in the light of an opinion. Pure; the table at the top of this file."""
    known = class_of(draft.kind)
    if draft.kind in _SILENT:
        return _offered(draft, opinion)
    if known not in opinion.of:
        return draft
    if opinion.kind == known:
        return _confirmed(draft, opinion)
    if opinion.of[known] < UNLIKELY and opinion.probability >= SURE:
        return _doubted(draft, opinion)
    return draft


def _confirmed(draft: Draft, opinion: Opinion) -> Draft:
    if draft.confidence >= FILL_AT:
        return draft
    if draft.confidence >= CHECK_AT and opinion.probability >= SAME:
        return replace(draft, confidence=0.85, why=f"{draft.why}; the words and fields around it agree")
    if draft.confidence < CHECK_AT and opinion.probability >= SURE:
        return replace(draft, confidence=0.65, why=f"{draft.why}; the words and fields around it agree")
    return draft


def _doubted(draft: Draft, opinion: Opinion) -> Draft:
    if draft.confidence < FILL_AT or draft.part or draft.confidence >= SAID_BY_THE_PAGE:
        return draft
    other = "something else" if opinion.kind == NONE else opinion.kind
    return replace(draft, confidence=0.7, why=f"{draft.why}; the fields around it rather say {other}")


def _offered(draft: Draft, opinion: Opinion) -> Draft:
    if opinion.kind == NONE or opinion.probability < VERY_SURE or draft.subject is not Subject.SELF or draft.part:
        return draft
    if draft.control.type not in ("text", "email", "tel"):
        return draft
    return replace(draft, kind=FactKind(opinion.kind), confidence=0.55,
                   why="no rule names it; its words and the fields around it are like those of such a field")
