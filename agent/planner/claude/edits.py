"""What stands above a model's wishes: the person's own values for a form, and that consents default to no. Pure."""

from __future__ import annotations

from agent.planner.autofill.fill_in import put
from agent.planner.autofill.items import Item
from agent.planner.autofill.ticks import BY_RULE, CONSENTS, says
from agent.planner.autofill.words import fold
from agent.planner.base import Attach, Choose, Fill, Tick
from agent.planner.claude.scene import Made, Place, Scene
from agent.protocol import Given, Source, SourceKind
from agent.protocol.pieces import pieces_of


def edited(scene: Scene) -> dict[Place, Made]:
    """What the person wants in this page's fields, by its place."""
    wanted: dict[Place, Made] = {}
    for item in scene.items:
        control = item.control
        name = next((each for each in (control.name, item.label) if each and each in scene.view.edits), None)
        if name is None:
            wanted |= _unticked(item, scene)
            continue
        value = scene.view.edits[name]
        given = Given(value, Source(SourceKind.PERSON, control.name or item.label))
        if control.type == "checkbox" and len(control.options) > 1:
            wanted |= _boxes(item, given, scene)
            continue
        if control.type == "checkbox":
            on = says(value) is True
            actions: list[Fill | Choose | Tick | Attach] = [
                Tick(control.ref, on, Given("yes" if on else "no", given.source), _WHY)]
        else:
            actions = [each for each in put(item, given, scene.region, _WHY) or []
                       if isinstance(each, Fill | Choose | Tick | Attach)]
        for each in actions:
            number = scene.numbered.by_ref.get(each.ref)
            if number is not None:
                before = wanted.get((number, -1))
                wanted[number, -1] = Made(number, before.change if before else each, SET_BY_PERSON,
                                          also=(*before.also, each) if before else ())
    return wanted


def _boxes(item: Item, given: Given, scene: Scene) -> dict[Place, Made]:
    """The boxes of a group as the person named them: those ticked, all others not."""
    options, number = item.control.options, scene.numbered.by_ref[item.control.ref]
    named = {fold(each) for each in pieces_of(given.value, [option.label for option in options])}
    made = [Made(number, Tick(each.ref, on, Given(each.label if on else "no", given.source), _WHY), SET_BY_PERSON, at)
            for at, each in enumerate(options) for on in [bool(named & {fold(each.label), fold(each.value)})]
            if not each.disabled and (on or each.selected or each.default)]
    return {each.place: each for each in made}


_WHY = "as you edited it"
SET_BY_PERSON = "{{set by the person}}"


def _unticked(item: Item, scene: Scene) -> dict[Place, Made]:
    """A consent that the page had ticked is taken out, unless the person said yes to it."""
    control = item.control
    if item.kind not in CONSENTS or control.type != "checkbox" or len(control.options) > 1 or control.disabled:
        return {}
    if not (control.checked or control.default_checked) or says(scene.known.answers.get(item.key, "")):
        return {}
    number = scene.numbered.by_ref[control.ref]
    change = Tick(control.ref, False, Given("no", BY_RULE), "the page had ticked it; consents default to no")
    return {(number, -1): Made(number, change, SET_BY_PERSON)}
