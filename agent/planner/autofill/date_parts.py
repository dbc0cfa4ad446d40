"""Dates in two or three controls: which controls are parts of one date, and of which."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.browser.page import Control
from agent.planner.autofill.date_words import DAY, MONTH, YEAR
from agent.planner.autofill.draft import Draft
from agent.planner.autofill.guess import DATE_KINDS
from agent.planner.autofill.option_sets import date_part_of
from agent.planner.autofill.rules import kind_of
from agent.planner.autofill.words import Words, fold
from agent.protocol import FactKind

_PARTS = tuple(
    (part, re.compile(rf"(?:^|\s)(?:{words})(?:\s(?:of birth|geburt))?$|^(?:{words})\b"))
    for part, words in (("day", DAY), ("month", MONTH), ("year", YEAR))
)


def part_of_date(control: Control, words: Words) -> str:
    """``day``, ``month`` or ``year`` by autocomplete, label, placeholder, name or choices, else an empty text."""
    token = control.autocomplete.lower().rpartition("bday-")[2]
    if token in ("day", "month", "year"):
        return token
    example = words.placeholder if len(words.placeholder.split()) == 1 else ""
    for text in (words.core if len(words.core.split()) <= 3 else "", example, words.name, words.id):
        for part, pattern in _PARTS:
            if text and pattern.search(text):
                return part
    return date_part_of(control)


def with_dates(drafts: list[Draft]) -> list[Draft]:
    """The drafts with every date in parts named; changes the list that it is given."""
    parts = [part_of_date(d.control, d.words) if d.open or d.kind.startswith("bday") else "" for d in drafts]
    for start in range(len(drafts)):
        run = _run_of_parts(drafts, parts, start)
        if run:
            for place, draft in zip(run, _named_date([drafts[i] for i in run], [parts[i] for i in run]), strict=True):
                drafts[place] = draft
                parts[place] = ""
    return drafts


def _run_of_parts(drafts: list[Draft], parts: list[str], start: int) -> list[int]:
    """The places of two or three neighbouring controls that are different parts of one date."""
    run: list[int] = []
    for place in range(start, min(start + 3, len(drafts))):
        same_form = drafts[place].control.form == drafts[start].control.form
        if not parts[place] or not same_form or parts[place] in [parts[i] for i in run]:
            break
        run.append(place)
    chosen = {parts[i] for i in run}
    return run if len(run) == 3 or {"month", "year"} == chosen else []


def _named_date(run: list[Draft], parts: list[str]) -> list[Draft]:
    first = run[0]
    texts = [
        first.words.legend,
        *(d.words.said for d in run),
        *(fold(d.control.label) for d in run),
        first.words.name,
        first.words.id,
        *(d.words.name for d in run),
    ]
    base = next((kind for kind in (_date_kind(text) for text in texts) if kind), None)
    if base is None and any(
        d.control.autocomplete.lower().endswith(("bday-day", "bday-month", "bday-year")) for d in run
    ):
        base = FactKind("bday")
    if base is None and first.words.heading and not first.words.legend:
        base = _date_kind(first.words.heading)
    if base is None:
        why = "a date that only the task knows"
        return [
            replace(d, kind=FactKind("task-value"), confidence=0.5, why=why, part=p)
            for d, p in zip(run, parts, strict=True)
        ]
    sure = 0.97 if first.control.autocomplete.lower().rpartition(" ")[2].startswith("bday-") else 0.88
    return [
        replace(
            d,
            kind=FactKind(f"bday-{p}") if base == "bday" else base,
            confidence=sure,
            why="part of a date in several fields",
            part=p,
            subject=first.subject,
        )
        for d, p in zip(run, parts, strict=True)
    ]


def _date_kind(text: str) -> FactKind | None:
    kind = kind_of(text)
    if kind and kind.startswith("bday"):
        return FactKind("bday")
    return kind if kind in DATE_KINDS else None
