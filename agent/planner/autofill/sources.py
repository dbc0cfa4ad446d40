"""Finds the value for an item: the person's edit, a note, an answer, the task's own words, a fact. Nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from agent.intake.letters import own_words
from agent.intake.task_values import TaskValue
from agent.planner.autofill.claims import claims_in
from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import Subject, Tier, is_filled
from agent.planner.autofill.sought_for import sought_values
from agent.planner.autofill.stated import Stated, stated
from agent.planner.autofill.words import fold
from agent.planner.base import View
from agent.profile.derived import Derived, derive
from agent.profile.phones import is_landline
from agent.protocol import FactKind, Given, Source, SourceKind

_TEL = FactKind("tel")
_COUNTRY = FactKind("country")
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
    """All values at hand, with what the task's words were matched to (by item key).

    ``unsure``: items for which the task gives more than one value; no fact stands in for the choice among them.
    ``today``: from which days in the notes are counted; those of the task are counted from the day it was written.
    """

    view: View
    derived: Mapping[FactKind, Derived]
    from_notes: Mapping[str, TaskValue]
    from_task: Mapping[str, TaskValue]
    unsure: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    today: date = field(default_factory=date.today)

    @property
    def own_words(self) -> tuple[str, ...]:
        """The person's own words: the notes, the newest first, and the task's text without a letter pasted into it."""
        return tuple(own_words(text)[0] for text in (*reversed(self.view.notes), self.view.task_text))

    def day_of(self, text: str) -> date:
        """The day from which one of the person's texts counts its days."""
        mine = text in (self.view.task_text, own_words(self.view.task_text)[0])
        return self.view.written or self.today if mine else self.today

    def why_stated(self, item: Item) -> str:
        """In which words the task says a value; a day that it counts is said with where the counting began."""
        noted = self.from_notes.get(item.key)
        value = noted or self.from_task.get(item.key)
        if value is None or not value.said:
            return "stated in the task"
        start = self.today if noted else self.view.written or self.today
        return f"“{value.said}” in the task, counted from {start.day} {start:%B %Y}"

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
            None if item.key in self.unsure else self.fact(item),
        ]
        return [given for given in order if given is not None]


def sources_of(view: View, items: Sequence[Item], region: str, today: date) -> Sources:
    """Reads facts, notes and task text once for all items of a form.

    The words are the person's, so dates and numbers in them are read as in the person's region, not the page's.
    """
    region = view.facts.get(_COUNTRY) or region
    notes: dict[str, TaskValue] = {}
    for note in view.notes:  # oldest first: a newer note overwrites
        notes.update(_stated(items, note, region, today).values)
    told = _stated(items, view.task_text, region, view.written or today)
    return Sources(view, derive(view.facts, today), notes, told.values, told.open, today)


def _stated(items: Sequence[Item], text: str, region: str, day: date) -> Stated:
    return stated(items, claims_in(text, region, day), text, sought_values(items, own_words(text)[0], region, day))
