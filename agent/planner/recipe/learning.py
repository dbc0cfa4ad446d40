"""Turns one page as it stood before a press, with what was put into it, into a stop of a recipe. Pure; keeps no value.

| what was put there                      | what the recipe keeps                                                |
|-----------------------------------------|----------------------------------------------------------------------|
| a fact, or what follows from facts      | the kind, where that kind gives the very same here; else ``known``;   |
|                                         | ``ask`` in a box for own words                                        |
| something from the task's words         | ``task`` with the sort of value                                       |
| an answer or an edit: an option         | the option's own words, unless personal, or the name of a day         |
| an answer or an edit: a text            | the kind, where the profile now has the same; else ``ask``            |
| a guess of the planner's: an option     | as an answer: the person approved it                                  |
| a guess: a text                         | ``ask``: it may hold anything                                         |
| a consent, declaration, signature       | ``yours``                                                             |
| a file                                  | ``file``                                                              |
| nothing                                 | ``left``, with the option that the page had chosen itself             |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.browser.page import Button, Control, Link, PageMap
from agent.intake.finders import Hint
from agent.intake.task_values import values_in
from agent.planner.autofill.box_groups import with_box_groups
from agent.planner.autofill.fill_in import beside_its_code, put
from agent.planner.autofill.items import Item, is_shown, is_stable, items_of
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition, Subject, Tier, is_filled
from agent.planner.autofill.slots import slots_of
from agent.planner.autofill.target import is_left_alone
from agent.planner.autofill.ticks import BY_RULE
from agent.planner.autofill.words import fold
from agent.planner.base import Choose, Click, Fill
from agent.planner.recipe.belonging import OWN_WORDS
from agent.planner.recipe.clean import Clean
from agent.planner.recipe.script import MOST_FIELDS, Press, Stop, Way
from agent.planner.recipe.sensitive import agrees, names_a_day, tells
from agent.planner.recipe.shapes import alike, family, group_of, heading_of, label_of, origin, path_shape
from agent.profile.derived import derive
from agent.protocol import FactKind, Given, SourceKind

MANY_OPTIONS = 60
"""A list of more is of places, people or things: which of them was chosen is the person's own."""

_COUNTRY = FactKind("country")


@dataclass(frozen=True, slots=True)
class Put:
    """What was put into a page: on which ref, with its value, the option's own value, and whether a box was ticked."""

    ref: int
    given: Given
    option: str | None
    on: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What stands behind the values: the usable facts, the task's words and their day, and what may be kept."""

    facts: Mapping[FactKind, str]
    task_text: str
    written: date
    clean: Clean


def stop_of(page: PageMap, puts: Sequence[Put], click: Click, known: Known) -> Stop | None:
    """The stop that a press on a page was; None where the press can't be found again."""
    page = with_box_groups(page)
    pressed = _press(page, click, known.clean)
    if pressed is None or not origin(page.url):
        return None
    forms = {control.form for each in puts if (control := _behind(page, each.ref)) is not None}
    forms = forms or {button.form for button in page.buttons if button.ref == click.ref and button.form >= 0}
    kinds = {each.ref: each for each in recognise(page)}
    ways = []
    for form in sorted(forms):
        items = items_of(page, list(kinds.values()), form)
        ways += [_way(page, item, control, found, items, puts, known) for item in items
                 for control, found in zip(item.controls, item.parts, strict=True)]
    return Stop(origin=origin(page.url), path=known.clean.kept(path_shape(page.url)) or "/-",
                heading=known.clean.kept(heading_of(page)), sends=_sends(page, forms),
                fields=tuple(each for each in ways if each is not None)[:MOST_FIELDS], press=pressed)


def _sends(page: PageMap, forms: set[int]) -> str:
    found = {origin(page.forms[form].action or page.url) for form in forms if 0 <= form < len(page.forms)}
    return found.pop() if len(found) == 1 else ""


def _press(page: PageMap, click: Click, clean: Clean) -> Press | None:
    behinds: list[Button | Link] = [*page.buttons, *page.links]
    behind = next((each for each in behinds if each.ref == click.ref), None)
    if behind is None:
        return None
    text = clean.kept(click.text)
    if isinstance(behind, Link):
        return Press(text=text, kind=click.kind, link=True) if text else None
    name, id = _attribute(behind.name, clean), _attribute(behind.id, clean)
    return Press(text=text, kind=click.kind, name=name, id=id) if text or name or id else None


def _attribute(text: str, clean: Clean) -> str:
    return clean.kept(text, 200) if is_stable(text) else ""


def _behind(page: PageMap, ref: int) -> Control | None:
    return next((each for each in page.controls
                 if each.ref == ref or any(option.ref == ref for option in each.options if option.ref >= 0)), None)


def _way(page: PageMap, item: Item, control: Control, found: Recognition, items: Sequence[Item], puts: Sequence[Put],
         known: Known) -> Way | None:
    clean = known.clean
    label, name, id = clean.kept(label_of(control)), _attribute(control.name, clean), _attribute(control.id, clean)
    if not (label or name or id):
        return None
    same = [each for each in page.controls if is_shown(each) and alike(label_of(each), label_of(control))]
    part = found.part
    return Way.model_validate({
        "label": label, "type": control.type[:200], "name": name, "id": id,
        "autocomplete": _attribute(control.autocomplete, clean), "group": clean.kept(group_of(control)),
        "nth": same.index(control) + 1 if control in same else 1, "of": max(1, len(same)), "required": item.required,
        "kind": str(found.kind)[:200], "part": part,
        **_take(page, item, control, found, items, [each for each in puts if _is_on(control, each)], known)})


def _is_on(control: Control, each: Put) -> bool:
    return each.ref == control.ref or any(option.ref == each.ref for option in control.options if option.ref >= 0)


def _take(page: PageMap, item: Item, control: Control, found: Recognition, items: Sequence[Item],
          puts: Sequence[Put], known: Known) -> dict[str, object]:
    sort = family(control.type, len(control.options))
    if agrees(item) or sort == "secret" or is_left_alone(found):
        return {"yours": True}
    if sort == "file":
        return {"file": True} if puts else {"left": True}
    if not puts:
        return {"left": True, **_shown(item, control, known.clean)}
    first = puts[-1]
    if sort == "tick":
        if first.given.source == BY_RULE:
            return {"yours": True}
        return {"known": True} if tells(item, "") else {"tick": first.on}
    if sort == "boxes":
        return _boxes(item, control, puts, known.clean)
    if first.given.source.kind is SourceKind.PROFILE:
        if found.kind == OWN_WORDS:
            return {"ask": True}
        kind = _kind(page, item, control, found, items, first, known)
        return {"fact": kind} if kind else {"known": True}
    if first.given.source.kind is SourceKind.TASK:
        return {"task": _hint(page, first.given.value, known)}
    index = _chosen(control, first)
    if index is not None:
        words = control.options[index].label
        region = region_of_page(page, known.facts)
        lasts = len(control.options) <= MANY_OPTIONS and not tells(item, words) and not names_a_day(words) and not (
            control.type in ("radio", "select-one") and slots_of(control, page, region))
        if lasts and words.strip() and known.clean.kept(words) == words:
            return {"option": words}
    kind = _kind(page, item, control, found, items, first, known)
    return {"fact": kind} if kind else {"ask": True}


def _shown(item: Item, control: Control, clean: Clean) -> dict[str, object]:
    if family(control.type, len(control.options)) != "choice":
        return {}
    words = next((option.label for option in control.options if option.selected), "")
    return {} if tells(item, words) else {"shows": clean.kept(words)}


def _boxes(item: Item, control: Control, puts: Sequence[Put], clean: Clean) -> dict[str, object]:
    refs = {each.ref for each in puts if each.on}
    values = {each.option for each in puts if each.on and each.ref == control.ref}
    words = tuple(option.label for option in control.options
                  if (option.ref >= 0 and option.ref in refs) or (option.ref < 0 and option.value in values))
    few = len(control.options) <= MANY_OPTIONS and not tells(item, " ".join(words))
    fine = words and few and all(clean.kept(each) == each for each in words)
    return {"options": words} if fine else {"known": True}


def _chosen(control: Control, each: Put) -> int | None:
    """The option that was chosen."""
    for index, option in enumerate(control.options):
        if option.ref >= 0 and option.ref == each.ref:
            return index
    found = [index for index, option in enumerate(control.options) if option.value == each.option]
    named = [index for index in found if alike(control.options[index].label, each.given.value)]
    return next(iter([*named, *found]), None)


def _kind(page: PageMap, item: Item, control: Control, found: Recognition, items: Sequence[Item], each: Put,
          known: Known) -> FactKind | None:
    """The kind that gives the very same in this control: what it asks for, else the fact that the sheet names."""
    derived = derive(known.facts, known.written)
    follows = [kind for kind, value in derived.items() if value.base == each.given.source.detail]
    own = each.given.source.kind is SourceKind.PROFILE
    named = [FactKind(each.given.source.detail), *follows] if own else []
    for kind in dict.fromkeys([item.kind, found.kind, *named]):
        value = known.facts.get(kind) or (derived[kind].value if kind in derived else "")
        if value and is_filled(kind.rpartition(" ")[2]):
            actions = put_one(page, control, kind, found.part, items, Given(value, each.given.source), known.facts)
            if actions and _same(control, actions[0], each):
                return kind
    return None


def _same(control: Control, action: Choose | Fill, each: Put) -> bool:
    """Whether an action puts into a control what was put there."""
    if isinstance(action, Choose):
        return action.index == _chosen(control, each)
    return fold(action.given.value) == fold(each.given.value)


def put_one(page: PageMap, control: Control, kind: FactKind, part: str, items: Sequence[Item], given: Given,
            facts: Mapping[FactKind, str], why: str = "") -> list[Choose | Fill] | None:
    """What puts a value into one control; None where it does not fit."""
    found = Recognition(control.ref, control.selector, control.id, (), control.name, control.label, kind, Subject.SELF,
                        Tier.FILL, 1.0, why, part)
    item = Item((control,), (found,), "", label_of(control), required=False)
    actions = put(beside_its_code(item, items, given, page.buttons), given,
                  region_of_page(page, facts), why)
    return [each for each in actions if isinstance(each, Choose | Fill)] if actions else None


def _hint(page: PageMap, value: str, known: Known) -> Hint:
    region = known.facts.get(_COUNTRY) or region_of_page(page, known.facts)
    for each in values_in(known.task_text, region, known.written):
        if fold(each.value) == fold(value):
            return each.kind_hint
    return Hint.TEXT
