"""Composes a whole address in one line, where a form has one field for it and none for town or postcode."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planner.autofill.items import Item
from agent.planner.autofill.sources import Sources
from agent.planner.autofill.told_address import asks_whole
from agent.profile.derived import NUMBER_LAST
from agent.profile.values import region_of
from agent.protocol import FactKind, Given, Source, SourceKind

_CODES = ("postal-code", "previous-postal-code")


def whole_address(item: Item, items: Sequence[Item], sources: Sources) -> Given | None:
    """The person's address in one, or None where the form has its parts or the label asks for the street alone.

    A form that has a field for the postcode and none for the town wants the town here.
    """
    if not asks_whole(item, [each for each in items if each.kind not in _CODES]):
        return None
    facts = sources.view.facts
    given = sources.fact(item)
    town, code = facts.get(FactKind("address-level2"), ""), facts.get(FactKind("postal-code"), "")
    if any(each.kind in _CODES for each in items):
        code = ""
    if given is None or not town:
        return None
    last = (
        f"{code} {town}".strip()
        if region_of(facts) in NUMBER_LAST or region_of(facts) == "FR"
        else " ".join(filter(None, (town, code)))
    )
    joint = "\n" if item.control.tag == "textarea" else ", "
    return Given(joint.join([*given.value.splitlines(), last]), Source(SourceKind.PROFILE, given.source.detail))
