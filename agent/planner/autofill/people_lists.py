"""Leaves lists of people alone: a table with a person a row, the same heads over each, asks of others or of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.autofill.columns import SAME_PLACE
from agent.planner.autofill.draft import Draft
from agent.planner.autofill.recognition import Subject
from agent.planner.autofill.repeats import OF_ONE
from agent.planner.autofill.words import word_set

LEAST = 2
"""Rows with the same heads that make a list."""
_NAMES = word_set("name given-name family-name")
_OF_MANY = OF_ONE | word_set("relationship age")
"""What a row asks of each person besides the name."""


def lists_left(drafts: Sequence[Draft]) -> list[Draft]:
    """Marks as somebody else's what stands in the rows of a list of people.

    A list has the same label over names in two rows or more, straight below each other, and each row asks something
    more that a person has once. Whose name the person's own row is, nothing says.
    """
    columns: dict[tuple[int, str, int], list[Draft]] = {}
    for draft in drafts:
        if draft.kind in _NAMES and draft.words.said and draft.control.visible and not draft.vetoed:
            place = (draft.control.form, draft.words.said, round(draft.control.box[0] / SAME_PLACE))
            columns.setdefault(place, []).append(draft)
    rows: list[list[Draft]] = []
    for names in columns.values():
        beside = [_row(drafts, name) for name in names]
        alike = [row for row in beside if _heads(row) == _heads(beside[0])]
        if len(alike) >= LEAST and {draft.kind for draft in alike[0]} & _OF_MANY:
            rows += alike
    listed = {draft.control.ref for row in rows for draft in row}
    return [replace(draft, subject=Subject.OTHER, why=f"{draft.why}; one of several people in a list")
            if draft.control.ref in listed and draft.subject in (Subject.SELF, Subject.EMPLOYER) else draft
            for draft in drafts]


def _row(drafts: Sequence[Draft], name: Draft) -> list[Draft]:
    form, top = name.control.form, name.control.box[1]
    return [draft for draft in drafts if draft.control.form == form and draft.control.visible
            and abs(draft.control.box[1] - top) <= SAME_PLACE]


def _heads(row: Sequence[Draft]) -> tuple[str, ...]:
    return tuple(draft.words.said for draft in row)
