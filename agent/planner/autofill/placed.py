"""What a text says by place and not by name: ``the 2nd checkbox``, ``7 into the first text box``, ``5 on the slider``.

A place counts among what a person sees of the form, in its order. A consent keeps its place and is still never ticked.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.browser.page import Control
from agent.intake.finders import Hint
from agent.intake.ordinals import Thing, box_of, names_a_text_box, places_of
from agent.intake.task_values import TaskValue
from agent.planner.autofill.items import Item
from agent.planner.autofill.nameless import has_words
from agent.planner.autofill.words import fold
from agent.protocol.pattern import Pattern

_CHOICES = ("radio", "select-one", "listbox", "combobox")
_TYPED = frozenset({"text", "textarea", "number", "email", "tel", "url", "date", "time", "search"})
_PLEASE = Pattern(r"(?:please|choose|select|bitte|wahlen|choisi\w+|elij\w+|selec\w+|scegli|kies|wybierz|"
                  r"escolh\w+)\b")
_SLIDER = (r"(?:slider|schieberegler|regler|curseur|deslizador|control deslizante|cursore|schuifregelaar|schuif|"
           r"suwak\w*)")
_ON_SLIDER = Pattern(
    rf"(?<![\w.,-])(?P<first>-?\d+(?:\.\d+)?) (?:with|on|using|at|in|mit|auf|am|avec|sur|con|en|nel|met|op|na|com|no) "
    rf"(?:the |dem |den |le |el |il |de |o )?{_SLIDER}\b|"
    rf"\b{_SLIDER}\b(?: \w+){{0,2}}? (?:to|at|on|auf|a|sur|en|su|op|na|em)? ?(?P<second>-?\d+(?:\.\d+)?)(?![\w.,]*\d)",
    re.IGNORECASE)


def boxes_by_place(controls: Sequence[Control], text: str) -> frozenset[int]:
    """The refs of the checkboxes of a form that a text names by their places; empty where it names none there."""
    boxes = [ref for each in controls if each.type == "checkbox"
             for ref in ([option.ref for option in each.options if option.ref >= 0] or [each.ref])]
    places = places_of(text, Thing.BOX)
    if not places or any(abs(place) > len(boxes) for place in places):
        return frozenset()
    return frozenset(boxes[place - 1 if place > 0 else place] for place in places)


def option_by_place(control: Control, controls: Sequence[Control], text: str) -> int | None:
    """The option that a text names by its place, on a form with a single such question; else None.

    ``controls``: those of the form. What only says "please choose" is no option.
    """
    choices = [each for each in controls if each.type in _CHOICES and len(each.options) > 1]
    things = (Thing.RADIO, Thing.OPTION) if control.type == "radio" else (Thing.OPTION,)
    asked = {Thing.RADIO: [each for each in choices if each.type == "radio"], Thing.OPTION: choices}
    for thing in things:
        places = places_of(text, thing)
        real = [index for index, option in enumerate(control.options) if control.type == "radio" or _is_real(
            option.label, option.value)]
        if len(places) == 1 and [each.ref for each in asked[thing]] == [control.ref] and abs(places[0]) <= len(real):
            index = real[places[0] - 1 if places[0] > 0 else places[0]]
            return None if control.options[index].disabled else index
    return None


def _is_real(label: str, value: str) -> bool:
    return bool(label.strip() and value.strip()) and not _PLEASE.match(fold(label)) and not label.startswith("-")


def words_of_option(control: Control, index: int) -> str:
    """What a person reads of an option; one without words goes by its place."""
    return control.options[index].label.strip() or f"the option at place {index + 1}"


def placed_values(items: Sequence[Item], text: str, values: Sequence[TaskValue]) -> dict[str, TaskValue]:
    """The values that a text sends to a text box by its place, or to the only slider, by the items' keys."""
    found: dict[str, TaskValue] = {}
    boxes = [item for item in items if item.control.type in _TYPED and not item.has_options]
    for value in values:
        place = box_of(text[value.end:]) if value.end >= 0 else 0
        if place and abs(place) <= len(boxes):
            found[boxes[place - 1 if place > 0 else place].key] = value
    sliders = [item for item in items if item.control.type == "range"]
    said = {match["first"] or match["second"] for match in _ON_SLIDER.finditer(text)}
    if len(sliders) == 1 and len(said) == 1:
        found[sliders[0].key] = TaskValue(said.pop(), (), "slider", Hint.NUMBER)
    return found


def without_passed_over(items: Sequence[Item], texts: Sequence[str]) -> list[Item]:
    """The items, where a text names one text box by its place: the others without any words need not be filled."""
    if not any(names_a_text_box(text) for text in texts):
        return list(items)
    return [replace(item, required=False) if not item.control.required and item.control.type in _TYPED
            and not has_words(item) else item for item in items]
