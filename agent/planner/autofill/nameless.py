"""Gives the one value of a task to the one field of a form that bears no words at all. Pure.

A form of a single bare box says on the page around it, or nowhere, what it wants; a person who writes ``enter 09:30``
means that box. With two such boxes, or two such values, nobody could say which is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agent.intake.finders import Hint
from agent.intake.task_values import TaskValue
from agent.planner.autofill.items import Item

_TAKES: dict[str, frozenset[Hint]] = {
    "date": frozenset({Hint.DATE}), "time": frozenset({Hint.TIME}), "email": frozenset({Hint.EMAIL}),
    "tel": frozenset({Hint.PHONE}), "number": frozenset({Hint.NUMBER, Hint.AMOUNT}),
    "text": frozenset(Hint), "textarea": frozenset({Hint.TEXT}),
}


def nameless(
    items: Sequence[Item], values: Sequence[TaskValue], given: Mapping[str, TaskValue]
) -> dict[str, TaskValue]:
    """The bare field with its value, by key; empty where it is not the only one, or the value not."""
    bare = [item for item in items if item.control.type in _TAKES and not item.has_options and not has_words(item)]
    if len(bare) != 1 or bare[0].key in given:
        return {}
    taken = {value.value for value in given.values()}
    fitting = {value.value: value for value in values
               if value.value not in taken and value.kind_hint in _TAKES[bare[0].control.type]}
    return {bare[0].key: next(iter(fitting.values()))} if len(fitting) == 1 else {}


def has_words(item: Item) -> bool:
    """Whether anything on or around a field says what it wants."""
    control = item.control
    return len(item.controls) > 1 or any(
        text.strip() for text in (control.label, control.legend, control.heading, control.placeholder, control.title,
                                  control.hint, control.name, control.autocomplete))
