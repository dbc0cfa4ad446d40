"""All that one decision stands on: the view, what is known, the page's numbers, and what was put in so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from agent.planner.autofill.items import Item, items_of
from agent.planner.autofill.page_language import region_of_page
from agent.planner.autofill.recognise import recognise
from agent.planner.autofill.ticks import CONSENTS
from agent.planner.base import Attach, Choose, Fill, Tick, View
from agent.planner.claude.facts import Known
from agent.planner.claude.listing import Lister, Shown
from agent.planner.claude.masking import Mask
from agent.planner.claude.numbers import Numbered

Change = Fill | Choose | Tick | Attach
Place = tuple[int, int]
"""A thing's number, and which box of a group it is; see `Made`."""


@dataclass(frozen=True, slots=True)
class Made:
    """A change by a thing's number; its ref is that of the look at which it was made. ``words`` are the model's own.

    ``option``: which box of a group, from 0; -1 for the thing as a whole. ``also``: further options of the same list.
    """

    number: int
    change: Change
    words: str
    option: int = -1
    also: tuple[Change, ...] = ()

    @property
    def place(self) -> Place:
        """Where it goes: what comes to the same place later takes its place."""
        return self.number, self.option

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of it."""
        return (self.change, *self.also)


@dataclass(frozen=True)
class Scene:
    """One look, with its listing. ``made``: what was put into this page so far, by its place."""

    view: View
    known: Known
    mask: Mask
    numbered: Numbered
    made: Mapping[Place, Made]
    sent_before: bool

    @cached_property
    def region(self) -> str:
        """Where the page is from."""
        return region_of_page(self.view.page, self.view.facts)

    @cached_property
    def lister(self) -> Lister:
        """Writes this page."""
        put = {each.number: each.words for each in self.made.values() if "{{" in each.words and each.option < 0}
        return Lister(self.numbered, self.mask, self.known, self.region, put, self.view.page)

    @cached_property
    def shown(self) -> Shown:
        """The page's listing."""
        return self.lister.page(self.view.page)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What the page's forms ask."""
        page = self.view.page
        found = recognise(page)
        return tuple(item for form in sorted({each.form for each in page.controls})
                     for item in items_of(page, found, form))

    def item_of(self, ref: int) -> Item | None:
        """The item that a control belongs to."""
        return next((item for item in self.items if any(each.ref == ref for each in item.controls)), None)

    def is_consent(self, ref: int) -> bool:
        """Whether a control is a consent, terms or a declaration."""
        item = self.item_of(ref)
        return item is not None and item.kind in CONSENTS

    def tells(self) -> bool:
        """Whether the page shows, or may show, anything that the model is not told."""
        page = self.view.page
        if self.made or any(each.type == "password" for each in page.controls):
            return True
        texts = (page.title, page.text, *(each.value for each in page.controls))
        return any(self.mask.tells(" ".join(each.split())) for each in texts)
