"""Joins the documents of a page and its frames into one PageMap in document order. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from agent.browser.page import Box, Button, Control, Form, Heading, Link, Option, PageMap
from agent.browser.page_reading import (
    MOST_CONTROLS,
    MOST_ERRORS,
    MOST_HEADINGS,
    MOST_LINKS,
    TEXT_LENGTH,
    Document,
    RawFrame,
)
from agent.gate.site import authority_of, site_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A document with those of the frames in it. ``key`` is whatever the caller needs to find it again."""

    key: int
    document: Document
    inside: tuple[tuple[RawFrame, Sighting], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ref's element is: the sighting's key, and the index among its elements."""

    key: int
    index: int


@dataclass(frozen=True, slots=True)
class Merged:
    """The joined map, where each ref is, and how many options a control really has (the map keeps 10,000)."""

    map: PageMap
    places: dict[int, Place]
    option_totals: dict[int, int]


@dataclass(slots=True)
class _Part:
    controls: list[Control] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    places: dict[int, Place] = field(default_factory=dict)
    totals: dict[int, int] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    errors: dict[str, None] = field(default_factory=dict)

    def place(self, key: int, index: int) -> int:
        if index < 0:
            return -1
        ref = len(self.places)
        self.places[ref] = Place(key, index)
        return ref


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a document inherits from the page around it."""

    origin: tuple[float, float]  # top left of its viewport, in page coordinates
    visible: bool
    heading: str
    own: bool = True             # of the same site as the page itself


def weave(items: Sequence[T], nested: Sequence[tuple[int, Sequence[T]]]) -> list[T]:
    """Returns ``items`` with each nested sequence put in before the item of its index."""
    woven: list[T] = []
    start = 0
    for index, inner in nested:
        woven += items[start:index]
        woven += inner
        start = max(start, index)
    return woven + list(items[start:])


def _shifted(box: Box, origin: tuple[float, float]) -> Box:
    x, y, width, height = box
    return (x + origin[0], y + origin[1], width, height)


def _heading_above(raw: RawFrame, document: Document, inherited: str) -> str:
    above = document.headings[: raw.headings]
    return above[-1].text if above else inherited


def _own_part(sighting: Sighting, setting: _Setting, gathered: _Gathered) -> _Part:
    document, key = sighting.document, sighting.key
    frame, first_form = len(gathered.frames), len(gathered.forms)
    gathered.frames.append(document.url)
    gathered.forms += [replace(form, frame=frame) for form in document.forms]
    gathered.texts.append(document.text)
    gathered.said.append(document.said if setting.own and setting.visible else "")
    gathered.errors.update(dict.fromkeys(document.errors if setting.visible else ()))

    def form_of(index: int) -> int:
        return first_form + index if 0 <= index < len(document.forms) else -1

    def option(old: Option) -> Option:
        return replace(old, ref=gathered.place(key, old.ref))

    def control(old: Control) -> Control:
        ref = gathered.place(key, old.ref)
        gathered.totals[ref] = max(document.totals.get(old.ref, 0), len(old.options))
        return replace(
            old, ref=ref, frame=frame, form=form_of(old.form), options=tuple(option(o) for o in old.options),
            visible=old.visible and setting.visible, heading=old.heading or setting.heading,
            language=old.language or document.language, box=_shifted(old.box, setting.origin),
        )

    return _Part(
        controls=[control(c) for c in document.controls],
        buttons=[
            replace(b, ref=gathered.place(key, b.ref), frame=frame, form=form_of(b.form),
                    visible=b.visible and setting.visible, box=_shifted(b.box, setting.origin))
            for b in document.buttons
        ],
        links=[
            replace(link, ref=gathered.place(key, link.ref), frame=frame, visible=link.visible and setting.visible)
            for link in document.links
        ],
        headings=[h if setting.own else replace(h, beside=True) for h in document.headings] if setting.visible else [],
    )


def _same_site(url: str, page: str) -> bool:
    """Whether a frame is of the page's site; one that the page wrote itself is."""
    if url.startswith("about:"):
        return True
    try:
        return site_of(*authority_of(url)) == site_of(*authority_of(page))
    except ValueError:
        return url == page


def _part(sighting: Sighting, setting: _Setting, gathered: _Gathered) -> _Part:
    part = _own_part(sighting, setting, gathered)
    inner: list[tuple[RawFrame, _Part]] = []
    for raw, child in sighting.inside:
        origin = (setting.origin[0] + raw.at[0], setting.origin[1] + raw.at[1])
        heading = _heading_above(raw, sighting.document, setting.heading)
        own = setting.own and _same_site(child.document.url, gathered.frames[0])
        inner.append((raw, _part(child, _Setting(origin, setting.visible and raw.visible, heading, own), gathered)))
    return _Part(
        controls=weave(part.controls, [(raw.controls, p.controls) for raw, p in inner]),
        buttons=weave(part.buttons, [(raw.buttons, p.buttons) for raw, p in inner]),
        links=weave(part.links, [(raw.links, p.links) for raw, p in inner]),
        headings=weave(part.headings, [(raw.headings, p.headings) for raw, p in inner]),
    )


def merge(page: Sighting) -> Merged:
    """Returns the whole page as one map; boxes become page coordinates, refs unique over all frames."""
    gathered = _Gathered()
    document = page.document
    part = _part(page, _Setting(document.scroll, True, ""), gathered)
    page_map = PageMap(
        url=document.url, title=document.title, language=document.language,
        text="\n".join(filter(None, gathered.texts))[:TEXT_LENGTH], headings=tuple(part.headings[:MOST_HEADINGS]),
        forms=tuple(gathered.forms), controls=tuple(part.controls[:MOST_CONTROLS]), buttons=tuple(part.buttons),
        links=tuple(part.links[:MOST_LINKS]), errors=tuple(list(gathered.errors)[:MOST_ERRORS]),
        frames=tuple(gathered.frames), said="\n".join(filter(None, gathered.said))[:TEXT_LENGTH],
    )
    return Merged(page_map, gathered.places, gathered.totals)
