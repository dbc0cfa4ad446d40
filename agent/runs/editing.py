"""Which rows of a sheet the person can change, and whether a change of theirs arrived on the wire: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.browser.page import Control, PageMap
from agent.gate.decode import Decoded
from agent.intake.matching import match
from agent.intake.task_values import values_in
from agent.planner.autofill.items import items_of
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.ticks import says
from agent.protocol import SubmissionState
from agent.review.joining import join
from agent.review.sameness import same
from agent.store.submissions import OPEN
from agent.store.tables import Submission

_FIXED = frozenset({"file", "password"})
"""Types that no typed value can stand in for: files come with the task, passwords are the person's own act."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit goes: the name the planner knows the control by, and the parts that belong to it (a date's)."""

    edit_as: str
    parts: tuple[str, ...]
    label: str
    ticked: bool                 # a lone checkbox: yes or no
    options: tuple[str, ...]     # what can be chosen, as the page words it; empty where anything can be written


def places(page: PageMap) -> dict[int, Place]:
    """Every control that an edit can reach, by its ref."""
    recognitions = recognise(page)
    found: dict[int, Place] = {}
    for form in {control.form for control in page.controls}:
        for item in items_of(page, recognitions, form):
            parts = tuple(_known_as(control) for control in item.controls)
            for control in item.controls:
                if control.type not in _FIXED and _known_as(control):
                    alone = control.type == "checkbox" and len(control.options) < 2
                    found[control.ref] = Place(_known_as(control), parts, item.label, alone, _options(control))
    return found


def rows_in_place(decoded: Decoded, page: PageMap) -> dict[str, Place]:
    """The places of the fields on the wire, by the row's name; what is not in it can't be edited."""
    reachable = places(page)
    matches = join(decoded, page)
    return {field.name: reachable[match.control.ref] for field, match in zip(decoded.fields, matches, strict=True)
            if match.control is not None and match.control.ref in reachable}


def edits_of(found: Sequence[Submission], notes: Sequence[str]) -> dict[str, str]:
    """The person's own values that count for the form at hand: the last word wins, be it an edit or a note.

    Args:
        found: the task's submissions, oldest first. Edits outlive an approval that could not be carried out.
        notes: what the person wrote when sending back, oldest first.
    """
    last = found[-1] if found else None
    if last is None or last.state not in (*OPEN, SubmissionState.NOT_SENT):
        return {}
    if last.state != SubmissionState.SENT_BACK or not notes:
        return dict(last.edits)
    said = values_in(notes[-1])
    rows = [*last.sheet.get("fields", []), *last.sheet.get("not_sent", [])]
    labels = {row.get("edit_as") or row["name"]: row["label"] for row in rows}
    return {name: value for name, value in last.edits.items() if match(labels.get(name, name), said) is None}


def not_taken(edits: Mapping[str, str], decoded: Decoded, page: PageMap) -> list[str]:
    """The labels of those edits that the request does not carry."""
    values = {field.name: field.value for field in decoded.fields}
    shown = {field.name: match.option.label if match.option else ""
             for field, match in zip(decoded.fields, join(decoded, page), strict=True)}
    arrived: dict[str, list[tuple[str, str]]] = {}
    for name, place in rows_in_place(decoded, page).items():
        arrived.setdefault(place.edit_as, []).append((values[name], shown[name]))
    here = {place.edit_as: place for place in places(page).values()}
    return [here[name].label for name, wish in edits.items()
            if name in here and not _took(wish, arrived.get(name, []), here[name])]


def _took(wish: str, found: list[tuple[str, str]], place: Place) -> bool:
    if place.ticked:
        return bool(found) == bool(says(wish))
    if not found:
        return not wish.strip()
    if len(found) > 1:           # a group of boxes: every one that was asked for
        return all(any(same(piece.strip(), text) for pair in found for text in pair)
                   for piece in wish.replace(";", ",").split(","))
    return wish == found[0][0] or any(same(wish, text) for text in found[0])


def _options(control: Control) -> tuple[str, ...]:
    """The choices, where their words tell them apart; times under day headings do not."""
    labels = tuple(each.label.strip() or each.value for each in control.options if not each.disabled and each.value)
    return labels if len(set(labels)) == len(labels) else ()


def _known_as(control: Control) -> str:
    return control.name or control.label or control.legend or control.placeholder
