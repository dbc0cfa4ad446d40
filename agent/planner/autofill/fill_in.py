"""Turns a value into the actions that put it into an item's controls, or says that it does not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.browser.page import Button, Control
from agent.intake.written_dates import read_date
from agent.planner.autofill.choose import choose
from agent.planner.autofill.fit import fits
from agent.planner.autofill.items import Item
from agent.planner.autofill.words import fold
from agent.planner.base import Action, Choose, Fill
from agent.profile import phones
from agent.profile.errors import ProfileError
from agent.profile.values import normalise
from agent.protocol import FactKind, Given, SourceKind


def put(
    item: Item, given: Given, region: str, why: str, *, try_number: int = 0, as_typed: bool = False
) -> list[Action] | None:
    """The actions that put a value into an item, or None when it does not fit.

    Args:
        item: what is asked.
        given: the value with its source.
        region: the page's region.
        why: the reason in plain words.
        try_number: 0 for the likeliest spelling, 1 for the next one, after the site refused the first.
        as_typed: the person wrote it for this very control, so it goes in letter for letter.
    """
    typed = (as_typed or given.source.kind is SourceKind.PERSON) and len(item.controls) == 1
    value = given.value.strip() if typed and item.control.type != "date" else _readable(item, given, region)
    actions: list[Action] = []
    for control, found in zip(item.controls, item.parts, strict=True):
        kind = item.kind if len(item.parts) > 1 and found.part in ("day", "month", "year") else found.kind
        # An option in its own words comes before what the words mean: "Scotland" is not "GB" where both are offered.
        literal = bool(control.options) and found.part not in ("day", "month", "year") and given.value.strip() != value
        action = _one(control, kind, Given(given.value.strip(), given.source), region, found.part, why, try_number,
                      typed) if literal else None
        action = action or _one(control, kind, Given(value, given.source), region, found.part, why, try_number, typed)
        if action is None:
            return None
        actions.append(action)
    return actions


def _readable(item: Item, given: Given, region: str) -> str:
    """A stated or answered value in the form that facts have: ISO dates, E.164 numbers, country codes."""
    if given.source.kind is SourceKind.PROFILE:
        return given.value
    if item.is_date or item.kind == "bday":
        found = read_date(given.value, region)
        return found.isoformat() if isinstance(found, date) else given.value.strip()
    if item.kind in ("tel", "iban", "country", "sort-code"):
        try:
            return normalise(item.kind, given.value, region)
        except ProfileError:
            return given.value.strip()
    return given.value.strip()


def _one(
    control: Control, kind: FactKind, given: Given, region: str, part: str, why: str, try_number: int, typed: bool
) -> Action | None:
    if control.options and control.type != "checkbox":
        index = choose(control, kind, given.value, region, part)
        if index is not None:
            return Choose(control.ref, index, Given(control.options[index].label, given.source), why)
        if not _takes_text(control, typed):
            return None
    if typed:
        return Fill(control.ref, given, why)
    texts = fits(control, kind, given.value, region, part)
    return Fill(control.ref, Given(texts[try_number], given.source), why) if len(texts) > try_number else None


_DRAWN_CODE = re.compile(r"(?<![\w+])\+(\d{1,3})(?!\d)")
_BESIDE = 60.0
"""Pixels between a number's box and the button that shows its country."""


def drawn_code(control: Control, buttons: Sequence[Button]) -> str:
    """The country code that a button in front of a control shows ("+1"), without the plus; "" where none does."""
    left, top, width, height = control.box
    for button in buttons:
        x, y, wide, high = button.box
        level = y < top + height and top < y + high
        near = x < left + width and left - (x + wide) <= _BESIDE
        found = _DRAWN_CODE.search(button.drawn) or _DRAWN_CODE.search(button.text)
        if button.visible and level and near and found:
            return found.group(1)
    return ""


def beside_its_code(item: Item, items: Sequence[Item], given: Given, buttons: Sequence[Button] = ()) -> Item:
    """A telephone number beside a box for its country code is wanted without the code.

    Beside a button that shows another country's code it is wanted with its own.
    """
    number = phones.parts(given.value) if item.kind == "tel" and len(item.controls) == 1 else None
    shown = drawn_code(item.control, buttons) if number is not None else ""
    if number is not None and shown and number.country_code.lstrip("+") != shown:
        return replace(item, controls=(replace(item.control, placeholder=f"+{item.control.placeholder}"),))
    code = next((each for each in items if each.kind == "tel-country-code"), None)
    fits_code = phones.parts(given.value) is not None
    if item.kind != "tel" or code is None or len(item.parts) > 1 or not fits_code:
        return item
    return replace(item, parts=(replace(item.found, kind=FactKind("tel-national")),))


def _takes_text(control: Control, typed: bool) -> bool:
    """Whether words that no option means may be typed: a box that suggests, and the person's own or a list cut off."""
    suggests = control.role == "combobox" and control.tag == "input"
    return suggests and (typed or len(control.options) >= MOST_OPTIONS)


MOST_OPTIONS = 500
"""As many options as a page map keeps; a list this long goes on."""


def _holds(control: Control, action: Fill) -> bool:
    """Whether a control holds a value, or the suggestion that was taken for it: ``Leeds (LBA)`` for "LBA"."""
    if control.value == action.given.value:
        return True
    held, given = f" {fold(control.value)} ", fold(action.given.value)
    if action.suggested:
        return held.startswith(f" {given}") and held.endswith(f"{fold(action.ending)} ")
    return control.role == "combobox" and bool(given) and f" {given} " in held


def holds_already(page_controls: Sequence[Control], actions: Sequence[Action]) -> bool:
    """Whether the page already holds what the actions would put there."""
    by_ref = {control.ref: control for control in page_controls}
    for action in actions:
        if isinstance(action, Fill) and not _holds(by_ref[action.ref], action):
            return False
        if isinstance(action, Choose) and not by_ref[action.ref].options[action.index].selected:
            return False
    return True
