"""Words the questions to the person: the form's own words, options and limits."""

from __future__ import annotations

from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import Subject, is_filled
from agent.planner.autofill.slots import Slot
from agent.planner.base import Ask, AskKind


def question_of(
    item: Item, *, site_says: str = "", refused: str = "", key: str = "", slots: list[Slot] | None = None
) -> Ask:
    """The question about one item.

    Args:
        item: what the form asks.
        site_says: the site's own words about a value that it did not take.
        refused: why a known value was not used, in plain words.
        key: another key than the item's, for a second question about it.
        slots: the times offered, for an appointment.
    """
    prompt = prompt_of(item)
    if refused:
        prompt += f"\n{refused}"
    if site_says:
        prompt += f"\nThe site says: “{site_says}”"
    options = tuple(slot.says for slot in slots) if slots else _options(item)
    worth_keeping = (
        is_filled(item.kind) and item.found.subject == Subject.SELF and item.found.confidence >= _WORTH_KEEPING
    )
    return Ask(
        key or item.key,
        AskKind.CHOICE if options else AskKind.VALUE,
        prompt,
        options,
        item.kind if worth_keeping else None,
    )


_WORTH_KEEPING = 0.5
"""Confidence in the kind from which an answer is offered for the profile."""


def prompt_of(item: Item) -> str:
    """Legend, label and hint in one: what a person reads beside the control."""
    control = item.control
    label = item.label.rstrip(" *:")
    legend = control.legend.strip().rstrip(" *:")
    first = (
        f"{legend}: {label}" if legend and legend != label and len(item.controls) == 1 and len(legend) < 120 else label
    )
    if len(item.controls) > 1 and item.is_date:
        first += " (a date, such as 27 March 2026)"
    hint = control.hint.strip()
    if not hint and control.placeholder and control.placeholder.strip() != label:
        hint = (
            f"For example: {control.placeholder.strip()}"
            if any(c.isdigit() for c in control.placeholder)
            else control.placeholder.strip()
        )
    return f"{first}\n{hint}" if hint and hint not in first else first


def _options(item: Item) -> tuple[str, ...]:
    if not item.has_options or len(item.controls) > 1:
        return ()
    return tuple(
        o.label.strip() for o in item.control.options if o.label.strip() and o.value.strip() and not o.disabled
    )
