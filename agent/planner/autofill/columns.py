"""Reads tables with a person a column: the row says what is asked, the head of the column of whom.

A page map gives such a box the head of its column for a label. Where the same label stands above several boxes below
each other, each beside a box with a label of its own, that label is a head, and the row's label is what is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.browser.page import Control
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, core, fold

_SAME_PLACE = 6
"""Pixels that boxes of one column, and tops of one row, may differ by."""


def by_columns(controls: Sequence[Control], words: Sequence[Words]) -> list[Words]:
    """The words of each control: in such a column those of its row, under the head of the column."""
    heads = _heads(controls)
    found = list(words)
    for place in range(1, len(found)):
        control, left = controls[place], controls[place - 1]
        if _key(control) not in heads or not _in_row(left, control):
            continue
        head, row = words[place].said, found[place - 1]
        if head != row.said:
            found[place] = replace(found[place], said=row.said, core=core(row.said), legend=head,
                                   heading=row.heading.removesuffix(head).strip() or row.heading, opening="")
            if row.heading.endswith(f" {head}"):
                first = row.heading.removesuffix(head).strip()
                found[place - 1] = replace(row, legend=first, heading=row.outer[0] if row.outer else "",
                                           opening="" if row.opening == row.heading else row.opening)
    return found


def _heads(controls: Sequence[Control]) -> set[tuple[str, int, int]]:
    """The labels, with their column, that stand above two rows or more whose first boxes have different labels."""
    rows: dict[tuple[str, int, int], set[str]] = {}
    for left, control in pairwise(controls):
        if control.label and left.label and control.label != left.label and _in_row(left, control):
            rows.setdefault(_key(control), set()).add(left.label)
    repeated = Counter(_key(control) for control in controls if control.label)
    return {key for key, lefts in rows.items()
            if len(lefts) >= 2 and repeated[key] == len(lefts) and kind_of(core(fold(key[0]))) is None}


def _key(control: Control) -> tuple[str, int, int]:
    return control.label, control.form, round(control.box[0] / _SAME_PLACE)


def _in_row(left: Control, control: Control) -> bool:
    return (left.visible and control.visible and left.form == control.form
            and abs(left.box[1] - control.box[1]) <= _SAME_PLACE and control.box[0] > left.box[0])
