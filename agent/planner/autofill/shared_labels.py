"""Tells controls apart that stand under one label: "Postcode / Town" over two boxes, a date over three, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from agent.browser.page import Control
from agent.planner.autofill.option_sets import date_part_of
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.split_boxes import is_split
from agent.planner.autofill.words import Words, core, fold

_TYPES = ("text", "tel", "number", "select-one", "search", "")
_SEPARATORS = (re.compile(r"\s*[/|•·;]\s*"), re.compile(r"\s*,\s*"), re.compile(r"\s*\+\s*|\s*&\s*"),
               re.compile(r"\s+(?:and|und|et|y|e|ed|en|i|oraz)\s+"))
_LEAD = re.compile(r"^[^:/,]{2,40}:\s*")
_EXAMPLE = re.compile(r"\d|@|^(?:e\.?g|z\. ?b|p\. ?ex|ex)\b", re.IGNORECASE)
_DATES = ("bday", "passport-issue-date", "passport-expiry", "id-card-expiry", "move-in-date", "move-out-date",
          "job-start-date")
_MONTH_FIRST = ("en-us", "en-ph", "en-ca")
_YEAR_FIRST = ("sv", "hu", "lt", "ja", "zh", "ko")


def told_apart(controls: Sequence[Control], words: Sequence[Words]) -> list[Words]:
    """The words of each control, with only its own part of a label that several share."""
    found: list[Words] = []
    pairs = _lent(list(zip(controls, words, strict=True)))
    for key, group in groupby(pairs, key=lambda pair: _shared(*pair)):
        run = list(group)
        found += [one for _, one in run] if key is None or len(run) < 2 else _parts(run)
    return [_without_the_next(control, one, after)
            for control, one, after in zip(controls, found, [*found[1:], None], strict=False)]


def _without_the_next(control: Control, words: Words, after: Words | None) -> Words:
    """A label "House number / suffix" before one that says "suffix" is only the first of them."""
    if after is None or not after.said or not words.said.endswith(f" {after.said}") or "/" not in control.label:
        return words
    rest = words.said.removesuffix(f" {after.said}")
    return replace(words, said=rest, core=core(rest))


def _lent(pairs: list[tuple[Control, Words]]) -> list[tuple[Control, Words]]:
    """A control without any words of its own, in one row with the one before, shares that one's label."""
    found: list[tuple[Control, Words]] = []
    for control, words in pairs:
        mute = not words.said and not control.autocomplete and control.type in _TYPES
        if mute and found and _beside(found[-1][0], control):
            label = found[-1][0].label
            found.append((replace(control, label=label), replace(words, said=fold(label), core=core(fold(label)))))
        else:
            found.append((control, words))
    return found


def _beside(left: Control, right: Control) -> bool:
    """Whether two controls stand in one row of the same part, a label's length apart at most."""
    same = (left.form, left.frame, left.legend, left.heading) == (right.form, right.frame, right.legend, right.heading)
    gap = right.box[0] - (left.box[0] + left.box[2])
    return same and bool(left.label) and abs(left.box[1] - right.box[1]) < 12 and 0 <= gap < 60


def _shared(control: Control, words: Words) -> tuple[str, ...] | None:
    if not control.label or not words.said or control.type not in _TYPES or not control.visible:
        return None
    return (control.label, control.legend, words.heading, str(control.form), str(control.frame))


def _parts(run: list[tuple[Control, Words]]) -> list[Words]:
    words = [one for _, one in run]
    if _is_date(run):
        return _date_parts(run)
    examples = [control.placeholder for control, _ in run]
    if all(examples) and len(set(examples)) == len(run) and not any(map(_EXAMPLE.search, examples)):
        return [_saying(_under(one, run[0][0].label), text) for one, text in zip(words, examples, strict=True)]
    pieces = _split(run[0][0].label, len(run))
    if pieces:
        return [_saying(one, text) for one, text in zip(words, pieces, strict=True)]
    titles = [control.title for control, _ in run]
    if all(titles) and len(set(titles)) == len(run):
        return [_saying(one, text) for one, text in zip(words, titles, strict=True)]
    if _one_number(run):
        return words
    # Nothing says which is which: the first keeps the label, the others say nothing but what their names say.
    return [_led(words[0]), *(_saying(_under(one, run[0][0].label), _own(control)) for control, one in run[1:])]


def _led(words: Words) -> Words:
    """The first of boxes under one label, which by its own name is only the prefix of a number."""
    by_name = kind_of(words.name) or kind_of(words.id)
    return _saying(words, words.name or words.id) if by_name in ("tel-area-code", "tel-country-code") else words


def _under(words: Words, label: str) -> Words:
    """The words under the label that several boxes share, as under a group's."""
    said = fold(label)
    outer = (words.heading, *words.outer) if words.heading and not words.titled else words.outer
    return replace(words, legend=said, heading=words.legend, outer=outer, titled=False) if words.legend else (
        replace(words, legend=said))


def _own(control: Control) -> str:
    """What an empty box says itself, where that is no example."""
    return "" if _EXAMPLE.search(control.placeholder) else control.placeholder


def _saying(words: Words, text: str) -> Words:
    said = fold(text)
    return replace(words, said=said, core=core(said))


def _split(label: str, number: int) -> list[str]:
    """A label cut into so many parts, or nothing where it has another number of them."""
    for text in (_LEAD.sub("", label), label):
        for separator in _SEPARATORS:
            pieces = [piece for piece in separator.split(text.strip(" *:")) if piece]
            if len(pieces) == number and all(len(piece.split()) <= 4 for piece in pieces):
                return pieces
    return []


def _is_date(run: list[tuple[Control, Words]]) -> bool:
    said = run[0][1]
    kind = kind_of(said.core) or kind_of(said.said) or ""
    return len(run) == 3 and (kind.startswith("bday") or kind in _DATES or bool(
        re.search(r"\bdate\b|\bdatum\b|\bfecha\b|\bdata\b", said.said)))


def _date_parts(run: list[tuple[Control, Words]]) -> list[Words]:
    """The parts by their choices or examples, the rest by the usual order of the page's language."""
    sure = [date_part_of(control) or _by_example(words) for control, words in run]
    if "month" in sure and len({part for part in sure if part}) < sum(map(bool, sure)):
        return [one for _, one in run]
    order = _order(run[0][0].language)
    for usual in (order, ("day", "month", "year"), ("month", "day", "year"), ("year", "month", "day")):
        if all(not part or part == asked for part, asked in zip(sure, usual, strict=True)):
            return [replace(one, placeholder=part) for (_, one), part in zip(run, usual, strict=True)]
    return [one for _, one in run]


def _by_example(words: Words) -> str:
    return {"dd": "day", "tt": "day", "jj": "day", "gg": "day", "mm": "month", "yyyy": "year", "jjjj": "year",
            "aaaa": "year", "rrrr": "year"}.get(words.placeholder, "")


def _order(language: str) -> tuple[str, str, str]:
    low = language.lower()
    if low in _MONTH_FIRST:
        return "month", "day", "year"
    return ("year", "month", "day") if low.split("-")[0] in _YEAR_FIRST else ("day", "month", "year")


def _one_number(run: list[tuple[Control, Words]]) -> bool:
    """Boxes of one number (a sort code, a telephone number): `split_numbers` counts them."""
    return all(0 < control.maxlength <= 6 for control, _ in run) or is_split([control for control, _ in run], run[0][1])
