"""Finds a recipe's control on a page by all its ways, and says what is wrong where they do not agree. Pure.

| the ways lead to                                    | outcome                                                      |
|-----------------------------------------------------|--------------------------------------------------------------|
| one control that all others agree less with         | that one                                                     |
| different controls, none of which all ways agree on | surprise: "another field now has the name of …"              |
| several alike, as many as there were, without names | the one in the same place among them                         |
| several alike, otherwise                            | surprise                                                     |
| one, under another label                            | that one if it plainly asks for the same kind; else surprise |
| one, under other words, for another person         | surprise                                                     |
| one of another sort (a file instead of a text)      | surprise                                                     |
| none                                                | missing                                                      |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.browser.page import Control
from agent.planner.autofill.items import is_shown, is_stable
from agent.planner.autofill.recognition import CHECK_AT, Recognition, Subject
from agent.planner.autofill.words import fold, likeness
from agent.planner.recipe.script import Way
from agent.planner.recipe.shapes import alike, family, group_of, label_of

NEAR = 90.0
"""RapidFuzz ratio from which two labels say the same with a slip or another ending."""
_SAYS_NOTHING = frozenset({"", "task-value", "other", "search", "honeypot"})

_MINE = frozenset({Subject.SELF, Subject.NONE})
"""Whose field it may be where the words above it changed: another person's is another field."""


@dataclass(frozen=True, slots=True)
class Found:
    """The control; or, with ``surprise``, why none is; neither: it is not there."""

    control: Control | None = None
    surprise: str = ""


def find(way: Way, controls: Sequence[Control], kinds: Mapping[int, Recognition]) -> Found:
    """Finds one control.

    Args:
        way: the recipe's.
        controls: of the page.
        kinds: what each asks for, by ref.
    """
    shown = [each for each in controls if is_shown(each)]
    agreeing = {each.ref: _agreeing(way, each) for each in shown}
    likely = [each for each in shown if agreeing[each.ref] & _LEADING]
    if not likely:
        return Found()
    best = [each for each in likely
            if all(other is each or agreeing[each.ref] > agreeing[other.ref] for other in likely)]
    if best:
        return _checked(way, best[0], agreeing[best[0].ref], kinds)
    alike_ones = {frozenset(agreeing[each.ref]) for each in likely}
    if len(alike_ones) > 1:
        return Found(surprise=f"More than one field could be “{way.says}”.")
    nameless = not (is_stable(way.name) or is_stable(way.id)) and all(
        not is_stable(each.name) and not is_stable(each.id) for each in likely)
    if nameless and len(likely) == way.of > 1:
        return _checked(way, likely[way.nth - 1], agreeing[likely[0].ref], kinds)
    return Found(surprise=f"There are {len(likely)} fields that could be “{way.says}”.")


_LEADING = frozenset({"label", "name", "id"})
"""Ways that alone lead to a control; the others only tell apart."""


def _agreeing(way: Way, control: Control) -> frozenset[str]:
    ways = {
        "label": bool(way.label) and alike(way.label, label_of(control)),
        "name": is_stable(way.name) and way.name == control.name,
        "id": is_stable(way.id) and way.id == control.id,
        "group": bool(way.group) and alike(way.group, group_of(control)),
        "autocomplete": bool(way.autocomplete) and way.autocomplete == control.autocomplete,
    }
    return frozenset(name for name, agrees in ways.items() if agrees)


def _checked(way: Way, control: Control, ways: frozenset[str], kinds: Mapping[int, Recognition]) -> Found:
    now = family(control.type, len(control.options))
    if now != family(way.type, 2 if way.option is not None or way.options is not None or way.shows else 0) and not (
            _both_texts(way, now) or _grown(way, now)):
        return Found(surprise=f"“{way.says}” is another sort of field now.")
    found = kinds.get(control.ref)
    kind = str(found.kind) if found is not None and found.confidence >= CHECK_AT else ""
    told = kind not in _SAYS_NOTHING and way.kind not in _SAYS_NOTHING
    if told and kind != way.kind:
        return Found(surprise=f"“{way.says}” seems to ask for something else now.")
    if way.group and "group" not in ways and found is not None and found.subject not in _MINE:
        return Found(surprise=f"“{way.says}” stands under “{group_of(control)[:80]}” now.")
    if "label" in ways or not way.label:
        return Found(control)
    here = label_of(control)
    if (told and kind == way.kind) or likeness(fold(here), fold(way.label)) >= NEAR:
        return Found(control)
    return Found(surprise=f"The field “{way.says}” is called “{here[:80]}” now.")


def _both_texts(way: Way, now: str) -> bool:
    """Kinds and words of the task may be typed or chosen: a control says which."""
    return now in ("text", "choice") and family(way.type, 0) in ("text", "choice") and (
        way.fact is not None or way.task is not None or way.ask is not None or way.left is not None
        or way.known is not None)


def _grown(way: Way, now: str) -> bool:
    return way.yours is not None and now in ("tick", "choice", "text")
