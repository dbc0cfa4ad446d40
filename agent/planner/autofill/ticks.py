"""Decides lone checkboxes: consents default to no, declarations are ticked only on the person's own yes."""

from __future__ import annotations

from collections.abc import Sequence

from agent.intake.selections import not_wanted, nothing_to_tick, to_be_ticked
from agent.planner.autofill.items import Item
from agent.planner.autofill.option_sets import NO, YES
from agent.planner.autofill.placed import boxes_by_place
from agent.planner.autofill.sources import Sources
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Ask, AskKind, GiveUp, Tick
from agent.protocol import Given, Source, SourceKind

CONSENTS = frozenset({"consent-marketing", "consent-terms", "declaration"})

BY_RULE = Source(SourceKind.GUESSED, "consents default to no")
"""The source of an unticked consent: neither the page nor the person said no, so it stands among the guesses."""


def decide_tick(item: Item, items: Sequence[Item], sources: Sources) -> list[Action]:
    """The action for a lone checkbox, or a question about it; an empty list leaves it as it is."""
    control = item.control
    given = sources.edit(item) or sources.answer(item)
    said = says(given.value) if given else None
    if given is not None and given.source.kind is SourceKind.PERSON and not given.value.strip():
        said = False  # taken off the sheet
    if given is not None and said is not None:
        if said is False and item.required and item.kind in CONSENTS and given.source.kind is SourceKind.ANSWER:
            return [GiveUp(f"The site does not go on without “{item.label}”, and you said no.")]
        return (
            [Tick(control.ref, said, Given("yes" if said else "no", given.source), "as you said")]
            if said or control.checked or control.default_checked
            else []
        )
    if (control.checked or control.default_checked) and any(
            not_wanted(item.label, text) for text in sources.own_words):
        return [Tick(control.ref, False, Given("no", Source(SourceKind.TASK, item.label)), _REFUSED)]
    named = _named(item, items, sources) if item.kind not in CONSENTS else None
    if named:
        return [Tick(control.ref, True, Given("yes", Source(SourceKind.TASK, item.label)), "named in the task")]
    if named is False and not control.required:
        return []  # the task says what to tick, and this is not among it
    if item.required and (item.kind in CONSENTS or not control.checked):
        return [*_untick(item), _question(item)]
    return _untick(item) if item.kind in CONSENTS else []


def _named(item: Item, items: Sequence[Item], sources: Sources) -> bool | None:
    """Whether the notes, the newest first, or the task's own words name this box; None where they name no box here."""
    for text in sources.own_words:
        if placed := boxes_by_place([control for each in items for control in each.controls], text):
            return item.control.ref in placed
        boxes = {each.key for each in items if each.control.type == "checkbox" and to_be_ticked(each.label, text)}
        if boxes or nothing_to_tick(text):
            return item.key in boxes
    return None


def named_options(item: Item, items: Sequence[Item], sources: Sources) -> list[Action]:
    """The boxes of a group that the notes, the newest first, or the task's own words name; what they refuse is out."""
    refused: list[Action] = [
        Tick(each.ref, False, Given("no", Source(SourceKind.TASK, each.label)), _REFUSED)
        for each in item.control.options if each.ref >= 0 and not each.disabled and (each.selected or each.default)
        and any(not_wanted(each.label, text) for text in sources.own_words)]
    out = {each.ref for each in refused if isinstance(each, Tick)}
    for text in sources.own_words:
        placed = boxes_by_place([control for each in items for control in each.controls], text)
        named = [each for each in item.control.options
                 if each.ref >= 0 and (each.ref in placed if placed else to_be_ticked(each.label, text))]
        if named:
            return [*refused, *(
                Tick(each.ref, True, Given(each.label, Source(SourceKind.TASK, item.label)), "named in the task")
                for each in named if each.ref not in out)]
    return refused


_REFUSED = "the page had ticked it; the task says no to it"


def _untick(item: Item) -> list[Action]:
    """Takes a pre-set tick out; kept up once it is out, so that the sheet goes on saying so."""
    if not (item.control.checked or item.control.default_checked):
        return []
    return [Tick(item.control.ref, False, Given("no", BY_RULE), "the page had ticked it; consents default to no")]


def _question(item: Item) -> Ask:
    if item.kind == "yes-no-question":
        return Ask(item.key, AskKind.CHOICE, item.label, ("yes", "no"))
    pieces = [item.control.legend if item.control.legend != item.label else "", item.label, item.control.hint]
    return Ask(item.key, AskKind.DECLARATION, "\n".join(piece for piece in pieces if piece.strip()), ("yes", "no"))


def says(text: str) -> bool | None:
    """Reads a yes or no in any of our languages; None for anything else."""
    words = fold(text).split()
    if not words:
        return None
    if words[0] in YES | {"on", "agree", "accept", "1", "ticked"}:
        return True
    return False if words[0] in NO | {"off", "0", "never", "unticked"} else None
