"""Which page of a recipe the browser stands on, and what on it is not as it was. Pure.

| on the page                                                    | outcome                    |
|-----------------------------------------------------------------|----------------------------|
| another origin, path or main heading than any page of the recipe | surprise                   |
| the form sends to another site than it did                      | surprise                   |
| a consent, declaration or signature that was not there          | surprise                   |
| something required that was not asked, or now is                | surprise                   |
| an amount of money that was not named                           | surprise, before the press |
| something that may stay empty and was not asked                 | left empty                 |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.browser.page import PageMap
from agent.planner.autofill.answering import is_empty
from agent.planner.autofill.buttons import words_on
from agent.planner.autofill.items import Item, items_of
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.recognition import Recognition
from agent.planner.autofill.target import is_left_alone
from agent.planner.recipe.finding import Found, find
from agent.planner.recipe.script import Script, Stop, Take, Way
from agent.planner.recipe.sensitive import agrees
from agent.planner.recipe.shapes import alike, heading_of, label_of, origin, path_shape

NO_FORM = -2
"""Beside all indexes of forms, and -1 for what stands in none."""

SURPRISE_ELSEWHERE = "This page is not one of those that the recipe knows."


@dataclass(frozen=True, slots=True)
class Spot:
    """One field of the recipe and what was found for it."""

    way: Way
    found: Found


@dataclass(frozen=True, slots=True)
class Standing:
    """The page of the recipe by its number, its fields as found, and the items of the form they stand in."""

    number: int
    stop: Stop
    spots: tuple[Spot, ...]
    items: tuple[Item, ...]
    form: int

    def item_of(self, ref: int) -> Item | None:
        """The item that a control belongs to."""
        return next((item for item in self.items if any(each.ref == ref for each in item.controls)), None)


def standing(script: Script, page: PageMap) -> Standing | str:
    """The page of the recipe that this is; otherwise why it is none. ``page`` with its boxes gathered."""
    here = [(number, stop) for number, stop in enumerate(script.pages) if _is_there(stop, page)]
    if not here:
        return SURPRISE_ELSEWHERE
    kinds = {each.ref: each for each in recognise(page)}
    tried = [_looked_over(number, stop, page, kinds) for number, stop in here]
    return max(tried, key=lambda each: sum(spot.found.control is not None for spot in each.spots)
               - sum(spot.found.control is None for spot in each.spots))


def _is_there(stop: Stop, page: PageMap) -> bool:
    same = stop.origin == origin(page.url) and stop.path in (path_shape(page.url), "/-")
    return same and (not stop.heading or alike(stop.heading, heading_of(page)))


def _looked_over(number: int, stop: Stop, page: PageMap, kinds: Mapping[int, Recognition]) -> Standing:
    spots = tuple(Spot(way, find(way, page.controls, kinds)) for way in stop.fields)
    forms = [spot.found.control.form for spot in spots if spot.found.control is not None]
    pressed = [each.form for each in page.buttons if each.visible and stop.press.text
               and alike(words_on(each), stop.press.text)]
    form = max(set(forms), key=forms.count) if forms else (pressed or [NO_FORM])[0]
    return Standing(number, stop, spots, tuple(items_of(page, list(kinds.values()), form)), form)


def surprise_on(here: Standing, page: PageMap) -> str:
    """What of the page is not as it was, apart from what is not there yet; '' where all is."""
    for spot in here.spots:
        if spot.found.surprise:
            return spot.found.surprise
    found = [spot.found.control for spot in here.spots if spot.found.control is not None]
    if len({each.ref for each in found}) < len(found):
        return "Two fields of the recipe lead to one and the same field."
    if any(each.frame for each in found):
        return "The form stands in a frame now."
    if len({each.form for each in found}) > 1:
        return "The form's fields stand in more than one form now."
    return _sends_elsewhere(here, page) or _asks_more(here)


def _sends_elsewhere(here: Standing, page: PageMap) -> str:
    if not here.stop.sends or not 0 <= here.form < len(page.forms):
        return ""
    now = origin(page.forms[here.form].action or page.url)
    return "" if now == here.stop.sends else f"The form sends to {now or 'another place'} now, and not to " \
                                             f"{here.stop.sends}."


def _asks_more(here: Standing) -> str:
    known = {spot.found.control.ref: spot.way for spot in here.spots if spot.found.control is not None}
    for item in here.items:
        ways = [known[each.ref] for each in item.controls if each.ref in known]
        if is_left_alone(item.found):
            continue
        if agrees(item):
            if not any(way.take is Take.YOURS and _same_words(way, item) for way in ways):
                return f"It asks for an agreement that it did not ask for: “{item.label[:120]}”."
        elif not ways and item.required:
            return f"It asks for “{item.label[:80]}”, which it did not ask for."
        elif ways and item.required and is_empty(item) and all(
                way.take is Take.LEFT and not way.required for way in ways):
            return f"“{item.label[:80]}” must be answered now."
    return ""


def _same_words(way: Way, item: Item) -> bool:
    """Whether an agreement is worded as it was: another wording is another agreement."""
    return bool(way.label) and alike(way.label, label_of(item.control))


def missing(here: Standing) -> list[str]:
    """What the recipe fills and the page does not show."""
    return [spot.way.says for spot in here.spots if spot.found.control is None
            and spot.way.take not in (Take.LEFT, Take.YOURS)]


def shown_otherwise(spots: Sequence[Spot]) -> str:
    """A choice that was left as the page had it, and that the page has otherwise now; '' where there is none."""
    for spot in spots:
        control, way = spot.found.control, spot.way
        if control is not None and way.take is Take.LEFT and way.shows:
            now = next((each.label for each in control.options if each.selected), "")
            if not alike(now, way.shows):
                return f"For “{way.says}” the page has chosen something else by itself."
    return ""
