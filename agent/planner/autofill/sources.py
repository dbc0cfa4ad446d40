"""Finds the value for an item: the person's edit, a note, an answer, the task's own words, a fact. Nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.intake.matching import match
from agent.intake.task_values import TaskValue, values_in
from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import Subject, Tier, is_filled
from agent.planner.autofill.words import fold, fold_name
from agent.planner.base import View
from agent.profile.derived import Derived, derive
from agent.profile.phones import is_landline
from agent.protocol import FactKind, Given, Source, SourceKind

_TEL = FactKind("tel")
_MOBILE = re.compile(r"\b(?:mobil\w*|cell(?:phone)?|handy(?:nummer)?|portable|movil|cellulare|mobiel\w*|"
                     r"komork\w*|telemovel|text message)\b")

_NEVER_FROM_TASK = frozenset(
    {
        "password",
        "new-password",
        "one-time-code",
        "captcha",
        "honeypot",
        "search",
        "consent-marketing",
        "consent-terms",
        "declaration",
        "signature",
        "cc-number",
        "cc-csc",
        "cc-exp",
        "cc-exp-month",
        "cc-exp-year",
        "cc-name",
        "cc-type",
        "security-answer",
        "file-upload",
        "photo",
    }
)
"""Kinds that no text of the task may fill: only the person's own act or answer does."""


def second_key(item: Item) -> str:
    """The key of a second question about an item, asked when the first answer did not fit."""
    return f"{item.key}!again"


@dataclass(frozen=True, slots=True)
class Sources:
    """All values at hand, with what the task's words were matched to (by item key)."""

    view: View
    derived: Mapping[FactKind, Derived]
    from_notes: Mapping[str, TaskValue]
    from_task: Mapping[str, TaskValue]

    def edit(self, item: Item) -> Given | None:
        """The person's own value for this form, by wire name or label."""
        for name in (item.control.name, item.label):
            if name and name in self.view.edits:
                return Given(self.view.edits[name], Source(SourceKind.PERSON, item.control.name or item.label))
        return None

    def part_edits(self, item: Item) -> list[Given | None]:
        """Edits of the single parts of a date or number, each by its own wire name."""
        return [
            Given(self.view.edits[c.name], Source(SourceKind.PERSON, c.name))
            if c.name and c.name in self.view.edits
            else None
            for c in item.controls
        ]

    def answer(self, item: Item, key: str = "") -> Given | None:
        """What the person answered to this item's question, the second one before the first."""
        for name in [key] if key else [second_key(item), item.key]:
            text = self.view.answers.get(name, "")
            if text.strip():
                return Given(text, Source(SourceKind.ANSWER, name))
        return None

    def stated(self, item: Item) -> Given | None:
        """What the notes, the newest first, or the task's text say."""
        if item.kind in _NEVER_FROM_TASK:
            return None
        value = self.from_notes.get(item.key) or self.from_task.get(item.key)
        return Given(value.value, Source(SourceKind.TASK, value.label)) if value else None

    def fact(self, item: Item) -> Given | None:
        """A fact of the person's profile, stored or following from stored ones."""
        kind, found = item.kind, item.found
        own = found.subject == Subject.SELF or (found.subject == Subject.EMPLOYER and kind.startswith("employer-"))
        if not own or found.tier == Tier.LEAVE or not is_filled(kind):
            return None
        if kind.startswith("tel") and _MOBILE.search(fold(item.label)) and is_landline(self.view.facts.get(_TEL, "")):
            return None  # asked for instead
        stored = self.view.facts.get(kind, "")
        if stored:
            return Given(stored, Source(SourceKind.PROFILE, kind))
        derived = self.derived.get(kind)
        return Given(derived.value, Source(SourceKind.PROFILE, derived.base)) if derived else None

    def candidates(self, item: Item) -> list[Given]:
        """Every value for an item, the one that wins first."""
        in_note = item.key in self.from_notes
        order = [
            self.answer(item, second_key(item)),  # asked because what stands below did not fit
            self.edit(item),
            self.stated(item) if in_note else None,
            self.answer(item),
            None if in_note else self.stated(item),
            self.fact(item),
        ]
        return [given for given in order if given is not None]


def sources_of(view: View, items: Sequence[Item], region: str, today: date) -> Sources:
    """Reads facts, notes and task text once for all items of a form."""
    notes: dict[str, TaskValue] = {}
    for note in view.notes:  # oldest first: a newer note overwrites
        notes.update(_matched(items, values_in(note, region)))
    return Sources(view, derive(view.facts, today), notes, _matched(items, values_in(view.task_text, region)))


def _matched(items: Sequence[Item], values: Sequence[TaskValue]) -> dict[str, TaskValue]:
    """The task's value of each item. A value that two different questions match is certain for neither."""
    if not values:
        return {}
    found = {}
    for item in items:
        value = match(item.label, values, "date" if item.is_date else "" if item.has_options else item.control.type)
        if value is None and item.control.legend and item.control.legend != item.label:
            value = match(f"{item.control.legend} {item.label}", values, item.control.type)
        if value is None and item.kind == "free-text":
            value = match(fold_name(item.control.name), values, item.control.type)
        if value is not None and item.control.type != "checkbox":
            found[item.key] = value
    kinds = {item.key: item.kind for item in items}
    claims = Counter((value, kinds[key] if is_filled(kinds[key]) else key) for key, value in found.items())
    rivals = Counter(value for value, _ in claims)
    return {key: value for key, value in found.items() if rivals[value] == 1}
