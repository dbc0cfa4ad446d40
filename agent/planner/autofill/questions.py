"""Words the questions to the person: the form's own words, options and limits."""

from __future__ import annotations

from agent.planner.autofill.items import Item
from agent.planner.autofill.recognition import Subject, is_filled
from agent.planner.autofill.slots import Slot
from agent.planner.base import Ask, AskKind
from agent.protocol import AnswerForm


def question_of(
    item: Item, *, site_says: str = "", refused: str = "", key: str = "", slots: list[Slot] | None = None,
    first: int | None = None, required: bool = True,
) -> Ask:
    """The question about one item.

    Args:
        item: what the form asks.
        site_says: the site's own words about a value that it did not take.
        refused: why a known value was not used, in plain words.
        key: another key than the item's, for a second question about it.
        slots: the times offered, for an appointment.
        first: the option that the person's words are nearest to: proposed before the others, never chosen by itself.
        required: the task waits for the answer.
    """
    prompt = prompt_of(item)
    if refused:
        prompt += f"\n{refused}"
    if site_says:
        prompt += f"\nThe site says: “{site_says}”"
    options = tuple(slot.says for slot in slots) if slots else _options(item)
    if first is not None and not slots and (likely := item.control.options[first].label.strip()) in options:
        options = (likely, *(each for each in options if each != likely))
        prompt += f"\nYour words are nearest to “{likely}”."
    worth_keeping = (
        is_filled(item.kind) and item.found.subject == Subject.SELF and item.found.confidence >= _WORTH_KEEPING
    )
    return Ask(
        key or item.key,
        AskKind.CHOICE if options else AskKind.VALUE,
        prompt,
        options,
        item.kind if worth_keeping else None,
        section=_section(item, prompt),
        required=required,
        several=(item.control.multiple or item.control.type in ("checkbox", "select-multiple")) and len(options) > 1,
        form=form_of(item),
        longest=item.control.maxlength if len(item.controls) == 1 and not options else -1,
        least=item.control.min,
        most=item.control.max,
    )


_FORMS = {"email": AnswerForm.EMAIL, "number": AnswerForm.NUMBER, "time": AnswerForm.TIME, "date": AnswerForm.DATE}


def form_of(item: Item) -> AnswerForm:
    """What an answer to an item must look like."""
    if item.is_date:
        return AnswerForm.DATE
    if item.control.tag == "textarea":
        return AnswerForm.LONG
    return _FORMS.get(item.control.type, AnswerForm.TEXT)


def _section(item: Item, prompt: str) -> str:
    """The heading above an item, unless the question itself says it."""
    heading = " ".join(item.control.heading.split())
    return heading if heading and len(heading) < _LONGEST_SECTION and heading not in prompt else ""


_LONGEST_SECTION = 120
"""Characters; a longer heading is a text of its own and no name for a part of a form."""


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
    offered = tuple(
        o.label.strip() for o in item.control.options if o.label.strip() and o.value.strip() and not o.disabled
    )
    return offered if len(offered) <= MOST_OFFERED else ()


MOST_OFFERED = 400
"""Options that a question lists; of more, nobody reads them all: the answer is written and looked up in the list."""
