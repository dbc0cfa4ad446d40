"""Finds the person's address through a form's own look-up: presses it, chooses what is theirs, or goes by hand. Pure.

Pressed only where the form shows no boxes for the address itself: what can be typed need not be asked for. What the
press sends is the gate's business, and the person's yes (`agent/runs/permissions.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent.browser.page import Button, Control, PageMap
from agent.planner.autofill.address_words import BY_HAND, CHOICE, FINDS
from agent.planner.autofill.buttons import words_on
from agent.planner.autofill.items import Item
from agent.planner.autofill.words import fold
from agent.planner.base import Action, ButtonKind, Choose, Click
from agent.protocol import FactKind, Given, Source, SourceKind

_LINES = frozenset({"address-line1", "street-address", "street-name"})
_FIRST = FactKind("address-line1")
_POSTCODE = FactKind("postal-code")
_CHOICES = ("select-one", "radio", "listbox", "combobox")
_POSTCODES = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}\b|\b\d{5}\b")
"""British ones without their space, and those of five digits."""
_ENDINGS = {"str": "strasse", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive", "cl": "close",
            "ct": "court", "pl": "place", "sq": "square", "cres": "crescent", "gdns": "gardens"}
"""How lists shorten the last word of a street."""


def address_choice(item: Item, facts: Mapping[FactKind, str]) -> list[Action] | None:
    """The action that takes the person's own address from a list; [] where none of it is theirs, None for no list."""
    control = item.control
    if len(item.controls) > 1 or control.type not in _CHOICES or not _lists_addresses(control, facts):
        return None
    index = own_address([each.label for each in control.options], facts)
    if index is None:
        return []
    given = Given(control.options[index].label, Source(SourceKind.PROFILE, _FIRST))
    return [Choose(control.ref, index, given, "the address on the site's list that is yours; please check")]


def own_address(labels: Sequence[str], facts: Mapping[FactKind, str]) -> int | None:
    """The one label that is the person's address, or None: first line word for word, the postcode not another one."""
    line = _words(facts.get(_FIRST, ""))
    if not line:
        return None
    found = [index for index, label in enumerate(labels) if _holds(label, line, facts)]
    if len(found) > 1:  # "Flat 2, 14 Quarry Lane" beside "14 Quarry Lane"
        found = [index for index in found if _words(labels[index])[:len(line)] == line]
    return found[0] if len(found) == 1 else None


def _holds(label: str, line: Sequence[str], facts: Mapping[FactKind, str]) -> bool:
    words = _words(label)
    if not any(words[at:at + len(line)] == line for at in range(len(words))):
        return False
    own = fold(facts.get(_POSTCODE, "")).replace(" ", "")
    said = _POSTCODES.findall(re.sub(r"(?<=\d) (?=\d[a-z]{2}\b)", "", fold(label)))
    return not own or not said or own in said


def _words(text: str) -> list[str]:
    words = fold(text).split()
    return [_ENDINGS.get(word, word) for word in words]


def _lists_addresses(control: Control, facts: Mapping[FactKind, str]) -> bool:
    said = fold(f"{control.label} {control.legend}")
    if CHOICE.search(fold(control.label)) or CHOICE.search(fold(control.legend)):
        return True
    own = fold(facts.get(_POSTCODE, "")).replace(" ", "")
    mine = [each for each in control.options if own and own in fold(each.label).replace(" ", "")]
    return ("address" in said and bool(mine)) or len(mine) > 1


def press_for_address(page: PageMap, items: Sequence[Item], form: int, facts: Mapping[FactKind, str], *,
                      pressed: bool) -> Click | None:
    """The look-up to press now, or the way to type the address instead; None where neither is wanted.

    Args:
        page: the page, with all that is known filled in.
        items: the items of the form.
        form: the form's index.
        facts: the person's.
        pressed: the page stood like this when it was last pressed on.
    """
    if any(part.kind in _LINES for item in items for part in item.parts):
        return None
    choices = [found for item in items if (found := address_choice(item, facts)) is not None]
    if any(choices):
        return None
    if not choices and not pressed:
        button = _finder(page, form)
        return _click(button) if button is not None and _asked_with(items) else None
    return _by_hand(page, form) if choices or _finder(page, form) is not None else None


def _finder(page: PageMap, form: int) -> Button | None:
    return next((each for each in page.buttons if each.visible and not each.disabled and each.form in (form, -1)
                 and FINDS.search(fold(words_on(each)))), None)


def _asked_with(items: Sequence[Item]) -> bool:
    """Whether what a look-up is asked with has been filled in."""
    return any(item.kind == _POSTCODE and item.control.value.strip() for item in items)


def _by_hand(page: PageMap, form: int) -> Click | None:
    for button in page.buttons:
        usable = button.visible and not button.disabled and button.form in (form, -1)
        if usable and BY_HAND.search(fold(words_on(button))):
            return _click(button)
    here = page.url.partition("#")[0]
    for link in page.links:
        if link.visible and link.href.partition("#")[0] == here and BY_HAND.search(fold(link.text)):
            return Click(link.ref, link.text.strip(), ButtonKind.OTHER, is_link=True)
    return None


def _click(button: Button) -> Click:
    return Click(button.ref, words_on(button), ButtonKind.OTHER)
