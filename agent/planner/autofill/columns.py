"""Reads tables with a person a column: the row says what is asked, the head of the column of whom.

A page map gives such a box the head of its column for a label. Where the same label stands in several rows, each beside
boxes with a label of their own, that label is a head, and the row's label is what is asked. The first column is the
person's, whatever its head; every further one is somebody else's unless its head says that it is the person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from agent.browser.page import Control, PageMap
from agent.planner.autofill.earlier_address import ADDRESS_KINDS
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, core, fold, word_set

SAME_PLACE = 6
"""Pixels that boxes of one column, and tops of one row, may differ by."""

_OF_PEOPLE = word_set("name given-name family-name bday birth-name national-id social-security-number")
"""Kinds of a row that make the columns of a table people, not places or times."""


_A_NAME = re.compile(r"nam|nom|imie|nazw|apell|apelid|cogn")
_WHICH = re.compile(r"\b(?:new|old|previous|current|neue|alte|bisherige|nouve|ancien|nuev|antig|anterior|nuov|vecchi|"
                    r"precedent|nieuw|oud|vorig|now|dotychczas|poprzedn|nov[oa]\b)")


@dataclass(frozen=True, slots=True)
class _Cell:
    """Neighbouring boxes of one row under one label, by their places among the controls."""

    label: str
    left: float
    places: tuple[int, ...]


def by_columns(page: PageMap, words: Sequence[Words]) -> tuple[list[Control], list[Words]]:
    """The controls and their words: in such a column under the label of their row, with the column's head as group."""
    controls = list(page.controls)
    found = list(words)
    rows = _rows(controls)
    for form in {controls[row[0].places[0]].form for row in rows}:
        own = [row for row in rows if controls[row[0].places[0]].form == form]
        heads = _heads(own)
        table = [row for row in own if any(cell.label in heads for cell in row[1:])]
        people = any(kind_of(core(fold(row[0].label))) in _OF_PEOPLE for row in table)
        known = fold(" ".join(heads))
        first = fold(_first_head(page, heads)) if people else ""
        for row in table:
            _read(row, heads, controls, found, people=people)
            for place in row[0].places:
                found[place] = _in_first(found[place], first, known, people=people)
    return controls, found


def _read(row: Sequence[_Cell], heads: Sequence[str], controls: list[Control], found: list[Words], *,
          people: bool) -> None:
    for number, cell in enumerate(row[1:], 2):
        if cell.label not in heads or len(cell.places) not in (1, len(row[0].places)):
            continue
        head = fold(cell.label)
        for place, model in zip(cell.places, row[0].places, strict=False):
            said = found[model]
            found[place] = _below(replace(found[place], said=said.said, core=core(said.said), legend=head, opening="",
                                          column=number if people else 0), fold(" ".join(heads)))
            controls[place] = replace(controls[place], label=controls[model].label, legend=cell.label)


def _in_first(words: Words, first: str, heads: str, *, people: bool) -> Words:
    """The words of a box in the first column, under its head where the page says one."""
    if words.heading.endswith(f" {heads}"):
        first = words.heading.removesuffix(heads).strip()
    elif not people:
        return words
    opening = "" if words.opening.endswith(heads) else words.opening
    return _below(replace(words, legend=words.legend or first, opening=opening, column=1 if people else 0), heads)


def _below(words: Words, heads: str) -> Words:
    """The words without the row of heads as their heading: what stands above the table is left."""
    if not words.heading.endswith(heads):
        return words
    return replace(words, heading=words.outer[0] if words.outer else "", outer=words.outer[1:])


def _first_head(page: PageMap, heads: Sequence[str]) -> str:
    """What stands before the known heads in the line that has them, if there is such a line."""
    known = " ".join(heads)
    for line in page.text.split("\n"):
        plain = " ".join(line.split())
        if plain.endswith(known) and len(plain) > len(known):
            return plain.removesuffix(known).strip(" |")
    return ""


def _rows(controls: Sequence[Control]) -> list[list[_Cell]]:
    """The rows of boxes, cut into cells where the label changes."""
    found: list[list[int]] = []
    for place, control in enumerate(controls):
        if not control.visible:
            continue
        before = controls[found[-1][-1]] if found else None
        if before is not None and _in_row(before, control):
            found[-1].append(place)
        else:
            found.append([place])
    return [[_cell(list(places), controls) for _, places in groupby(row, key=lambda place: controls[place].label)]
            for row in found]


def _cell(places: Sequence[int], controls: Sequence[Control]) -> _Cell:
    return _Cell(controls[places[0]].label, controls[places[0]].box[0], tuple(places))


def _heads(rows: Sequence[Sequence[_Cell]]) -> list[str]:
    """The labels that stand, from the second cell on and in one column, in two rows or more of different labels."""
    cells: dict[str, list[_Cell]] = {}
    firsts: dict[str, list[str]] = {}
    for row in rows:
        for number, cell in enumerate(row):
            cells.setdefault(cell.label, []).append(cell)
            if number and row[0].label and row[0].label != cell.label:
                firsts.setdefault(cell.label, []).append(row[0].label)
    found = [label for label, before in firsts.items() if label and len(before) >= 2
             and len(set(before)) == len(before) == len(cells[label])
             and max(cell.left for cell in cells[label]) - min(cell.left for cell in cells[label]) <= SAME_PLACE
             and _is_head(fold(label), len(before))]
    return sorted(found, key=lambda label: cells[label][0].left)


def _is_head(label: str, rows: int) -> bool:
    """Whether a label over so many rows is the head of a column: two boxes of a layout may ask the same thing twice."""
    kind = kind_of(core(label))
    if kind is None or rows >= 3:
        return True
    return (kind == "name" and not _A_NAME.search(label)) or (kind in ADDRESS_KINDS and bool(_WHICH.search(label)))


def _in_row(left: Control, control: Control) -> bool:
    return (left.form == control.form and abs(left.box[1] - control.box[1]) <= SAME_PLACE
            and control.box[0] > left.box[0])
