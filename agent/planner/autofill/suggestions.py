"""Takes what a box suggests where a task tells how it is written: begins and ends so. Pure.

The box shows its suggestions only once something is typed: the beginning is typed, and what is taken stands in the list
that comes up. Where the page suggests nothing of the kind, the box stays empty and the person is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.intake.begins_with import Spelt, spelt_in
from agent.planner.autofill.items import Item
from agent.planner.autofill.sources import Sources
from agent.planner.base import Action, Choose, Fill
from agent.protocol import Given, Source, SourceKind


def suggestion(item: Item, items: Sequence[Item], sources: Sources) -> Action | None:
    """The action that takes a thing written as the person says, for the only box or list of a form that offers any."""
    offering = [each for each in items if _suggests(each) or (each.has_options and len(each.controls) == 1)]
    if [each.key for each in offering] != [item.key]:
        return None
    if sources.edit(item) or sources.answer(item) or sources.stated(item):
        return None
    wish = next((wish for text in sources.own_words if (wish := spelt_in(text))), None)
    if wish is None:
        return None
    source = Source(SourceKind.TASK, item.label)
    if item.control.options:
        index = written_so(item, wish)
        return None if index is None else Choose(
            item.control.ref, index, Given(item.control.options[index].label, source), "written as the task says")
    return Fill(item.control.ref, Given(wish.begins, source), "the first suggestion that is written as the task says",
                suggested=True, ending=wish.ends)


def written_so(item: Item, wish: Spelt) -> int | None:
    """The first option that is written so."""
    return next((index for index, option in enumerate(item.control.options)
                 if not option.disabled and wish.fits(option.label)), None)


def _suggests(item: Item) -> bool:
    control = item.control
    return control.role == "combobox" and control.tag == "input" and len(item.controls) == 1
