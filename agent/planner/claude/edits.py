"""What stands above a model's wishes: the person's own values for a form, and that consents default to no. Pure."""

from __future__ import annotations

from agent.planner.autofill.fill_in import put
from agent.planner.autofill.items import Item
from agent.planner.autofill.ticks import BY_RULE, CONSENTS, says
from agent.planner.base import Attach, Choose, Fill, Tick
from agent.planner.claude.scene import Made, Scene
from agent.protocol import Given, Source, SourceKind


def edited(scene: Scene) -> dict[int, Made]:
    """What the person wants in this page's fields, by number."""
    wanted: dict[int, Made] = {}
    for item in scene.items:
        control = item.control
        name = next((each for each in (control.name, item.label) if each and each in scene.view.edits), None)
        if name is None:
            wanted |= _unticked(item, scene)
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
                before = wanted.get(number)
                wanted[number] = Made(number, before.change if before else each, SET_BY_PERSON,
                                      (*before.also, each) if before else ())
    return wanted


_WHY = "as you edited it"
SET_BY_PERSON = "{{set by the person}}"


def _unticked(item: Item, scene: Scene) -> dict[int, Made]:
    """A consent that the page had ticked is taken out, unless the person said yes to it."""
    control = item.control
    if item.kind not in CONSENTS or control.type != "checkbox" or len(control.options) > 1 or control.disabled:
        return {}
    if not (control.checked or control.default_checked) or says(scene.known.answers.get(item.key, "")):
        return {}
    number = scene.numbered.by_ref[control.ref]
    change = Tick(control.ref, False, Given("no", BY_RULE), "the page had ticked it; consents default to no")
    return {number: Made(number, change, SET_BY_PERSON)}
