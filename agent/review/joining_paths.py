"""Finds the control behind a value whose name on the wire is a path or spelt in another way: JSON, scripted forms.

Bias: no label rather than a wrong one. A name decides only where it fits one value and one control; a part of a path
or a name folded in a form decides only where the control showed that very value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from agent.browser.page import Control
from agent.gate.fields import WireField
from agent.gate.fold import squash
from agent.gate.opening import INTO

MAX_STEPS = 7
"""Steps of a path of which all choices are tried; deeper paths are compared by their last steps."""
_NAMING = frozenset(map(squash, ("name", "key", "id", "field", "fieldName", "fieldId", "question", "questionId", "code",
                                 "label", "controlName", "attribute", "property")))
_HOLDING = frozenset(map(squash, ("value", "values", "answer", "text", "response", "val", "data", "content")))
_STEP = re.compile(r'\["((?:[^"\\]|\\.)*)"\]|\[(\d*)\]|([^.\[\]]+)')


def steps(field: WireField) -> tuple[str, ...]:
    """Returns the names on the way to a value, places in lists left out: ``a.b[0].postCode`` -> a, b, postCode."""
    path = field.name.removeprefix(field.inside + INTO) if field.inside else field.name
    return tuple(match[1] or match[3] for match in _STEP.finditer(path) if match[1] or match[3])


def plain(text: str) -> str:
    """Returns the text for comparing; nothing for one with signs that can't be seen, which must fit nothing."""
    return squash(text) if text.isprintable() else ""


WAYS: tuple[tuple[Callable[[WireField], str], Callable[[Control], str]], ...] = (
    (lambda field: plain("".join(steps(field))), lambda control: plain(control.name)),
    (lambda field: plain(field.key), lambda control: plain(control.name)),
    (lambda field: plain(field.key), lambda control: plain(control.id)),
    (lambda field: plain(field.key), lambda control: plain(control.label or control.legend)),
)
_OF_CONTROL: tuple[Callable[[Control], str], ...] = (
    lambda control: plain(control.name), lambda control: plain(control.id),
    lambda control: plain(control.label or control.legend))


def named_beside(fields: Sequence[WireField]) -> list[tuple[WireField, WireField]]:
    """Finds values that say their name beside them: ``{"name": "reading", "value": "48213"}``.

    Returns:
        The naming field and the value's; names used twice are left out.
    """
    parents: dict[str, list[WireField]] = {}
    for field in fields:
        parents.setdefault(_parent(field), []).append(field)
    pairs: list[tuple[WireField, WireField]] = []
    for group in parents.values():
        naming = [each for each in group if plain(each.key) in _NAMING and each.value]
        holding = [each for each in group if plain(each.key) in _HOLDING]
        if len(holding) == 1:
            pairs += [(each, holding[0]) for each in naming]
    said = Counter(plain(naming.value) for naming, _ in pairs)
    return [(name, value) for name, value in pairs if said[plain(name.value)] == 1 and plain(name.value)]


def _parent(field: WireField) -> str:
    """The path of the object that a value stands in."""
    starts = [match.start() for match in _STEP.finditer(field.name)]
    return field.name[: starts[-1]] if starts else field.name


def control_called(text: str, controls: Sequence[Control]) -> Control | None:
    """Returns the one control whose name, id or label is this text, spelling aside."""
    wanted = plain(text)
    for of_control in _OF_CONTROL:
        fitting = [control for control in controls if wanted and of_control(control) == wanted]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return None
    return None


def parts_of_path(field: WireField) -> Iterator[str]:
    """Yields some of a path's steps, the last one always among them, most first, written as one word."""
    path = steps(field)[-MAX_STEPS:]
    if not path or not all(step.isprintable() for step in path):
        return
    before, last = path[:-1], path[-1]
    for size in range(len(before), 0, -1):
        for some in combinations(before, size):
            yield squash("".join((*some, last)))
