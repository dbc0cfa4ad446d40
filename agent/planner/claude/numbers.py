"""Gives what is on a page numbers that stay: a page map counts anew at each look, a model speaks of the last one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agent.browser.page import Button, Control, Link, PageMap

Thing = Control | Button | Link
Identity = tuple[object, ...]


@dataclass(slots=True)
class Numbers:
    """The numbers given so far. The same thing keeps its number as long as the page calls it the same."""

    given: dict[Identity, int] = field(default_factory=dict)

    def of(self, page: PageMap) -> Numbered:
        """The page's things by their numbers; new ones get the next."""
        things: dict[int, Thing] = {}
        for identity, thing in _identities(page):
            things[self.given.setdefault(identity, len(self.given) + 1)] = thing
        return Numbered(things, {thing.ref: number for number, thing in things.items()})


@dataclass(frozen=True, slots=True)
class Numbered:
    """One look at a page: things by number, numbers by the map's own refs."""

    things: Mapping[int, Thing]
    by_ref: Mapping[int, int]

    def control(self, number: int) -> Control | None:
        """The control of a number."""
        found = self.things.get(number)
        return found if isinstance(found, Control) else None


def _identities(page: PageMap) -> Iterator[tuple[Identity, Thing]]:
    seen: Counter[Identity] = Counter()
    things: list[Thing] = [*page.controls, *page.buttons, *page.links]
    for thing in things:
        identity = _identity(thing)
        seen[identity] += 1
        yield (*identity, seen[identity]), thing


def _identity(thing: Thing) -> Identity:
    if isinstance(thing, Control):
        return "control", thing.frame, thing.type, thing.selector, thing.name, thing.label, thing.legend
    if isinstance(thing, Button):
        return "button", thing.frame, thing.id, thing.name, thing.value, thing.text
    return "link", thing.frame, thing.href, thing.text
