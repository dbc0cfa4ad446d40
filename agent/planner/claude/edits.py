"""The person's own values for a form come before anything that a model wants there. Pure."""

from __future__ import annotations

from agent.planner.autofill.fill_in import put
from agent.planner.autofill.ticks import says
from agent.planner.base import Attach, Choose, Fill, Tick
from agent.planner.claude.scene import Made, Scene
from agent.protocol import Given, Source, SourceKind


def edited(scene: Scene) -> dict[int, Made]:
    """What the person wants in this page's fields, by number."""
    wanted: dict[int, Made] = {}
    if not scene.view.edits:
        return wanted
    for item in scene.items:
        control = item.control
        name = next((each for each in (control.name, item.label) if each and each in scene.view.edits), None)
        if name is None:
            continue
        value = scene.view.edits[name]
        given = Given(value, Source(SourceKind.PERSON, control.name or item.label))
        if control.type == "checkbox" and len(control.options) < 2:
            on = says(value) is True
            actions: list[Fill | Choose | Tick | Attach] = [
                Tick(control.ref, on, Given("yes" if on else "no", given.source), _WHY)]
        else:
            actions = [each for each in put(item, given, scene.region, _WHY) or []
                       if isinstance(each, Fill | Choose | Tick | Attach)]
        for each in actions:
            number = scene.numbered.by_ref.get(each.ref)
            if number is not None:
                wanted[number] = Made(number, each, "{{set by the person}}")
    return wanted


_WHY = "as you edited it"
