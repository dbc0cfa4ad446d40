"""Looks at a live page: the one way from a Playwright page to a PageMap, and back from a ref to its element.

The page script runs in an isolated world, registered as a selector engine with ``content_script=True``: that is the one
public way in Playwright to run own code where the page's scripts can't reach it (same DOM, other prototypes) and still
get element handles from it. Its answer travels as the text of an element that never joins the document.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playwright.async_api import ElementHandle, Frame, Page, Playwright
from playwright.async_api import Error as PlaywrightError

from agent.browser.page import PageMap
from agent.browser.page_merge import Merged, Place, Sighting, merge
from agent.browser.page_reading import (
    MOST_FRAMES,
    Raw,
    RawFrame,
    as_flag,
    as_number,
    as_text,
    read_document,
)
from agent.browser.problems import EyesClosed, PageGone, PageUnreadable

ENGINE = "countersign"
"""Name of the registered selector engine."""
SCRIPTS = ("page_dom.js", "page_widgets.js", "page_map.js", "page_look.js", "page_acts.js", "page_calendar.js",
           "page_lists.js")
"""The page script's files, in the order in which they need each other."""
PAGE_PATIENCE = 10_000
"""Milliseconds the page itself may take to answer."""
FRAME_PATIENCE = 3_000
"""Milliseconds a frame may take: an advertisement's frame must not hold up the page."""
DEEPEST_FRAME = 5
"""Frames nested deeper than this are not looked into."""
LONGEST_ANSWER = 40_000_000
"""Characters; 2,000 controls at their longest stay below this, more is a page that plays tricks."""

_BUSY = ("The page does not answer: its own scripts keep it busy, or it is too large. Nothing more was sent. Try again "
         "with `retry`; if that ends the same way, fill the form in by hand.")

_GONE = ("has been closed", "crashed", "detached")
"""Words of Playwright's messages for a page that is no longer there. Checked against 1.65."""


@cache
def _script() -> str:
    sources = "\n".join(files(__package__).joinpath(name).read_text("utf-8") for name in SCRIPTS)
    return f'(() => {{ "use strict";\n{sources}\nreturn engine; }})()'


async def open_eyes(playwright: Playwright) -> None:
    """Registers the page script. Call it once per Playwright, before the first page is made; again does no harm."""
    try:
        await playwright.selectors.register(ENGINE, _script(), content_script=True)
    except PlaywrightError as error:
        if "already registered" not in str(error):
            raise


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A frame as it was looked at: ``token`` names that look in the frame's script, ``inside`` is its frame element."""

    frame: Frame
    token: str
    inside: Place | None


@dataclass(frozen=True, slots=True)
class MappedPage:
    """A page's map together with the way back to the elements behind its refs.

    A ref means the very element that was described. When that is gone (the page changed or moved on), `handle`
    returns None and `ask` returns ``{"gone": True}``. ``option_totals`` has each control's real number of options.
    ``still``: the page has loaded, and nothing of its own could change it: no script, no frame.
    """

    page: Page
    map: PageMap
    places: Mapping[int, Place]
    option_totals: Mapping[int, int]
    documents: tuple[SeenDocument, ...]
    still: bool = False

    async def handle(self, ref: int, verb: str = "ref", more: str = "") -> ElementHandle | None:
        """Returns the element behind a ref, or one that the page script finds for it; None when it is gone."""
        return await self._element(verb, ref, more)

    async def label_handle(self, ref: int) -> ElementHandle | None:
        """Returns the label drawn in place of a styled radio, checkbox or file control, or None."""
        return await self._element("label", ref)

    async def ask(self, verb: str, ref: int, patience: int = FRAME_PATIENCE, more: str = "") -> Raw:
        """Asks the page script about one element. ``patience`` in milliseconds; ``more`` goes to the verb.

        Raises:
            PageUnreadable: the page did not answer in time.
            PageGone: the page closed or crashed.
        """
        place = self.places.get(ref)
        if place is None:
            return {"gone": True}
        arguments = f"{place.index}:{more}" if more else str(place.index)
        return await self.ask_document(verb, place.key, arguments, patience)

    async def ask_document(self, verb: str, key: int, arguments: str = "", patience: int = FRAME_PATIENCE) -> Raw:
        """Asks the script of one document (a Place's ``key``); raises as `ask`."""
        seen = self.documents[key]
        return await _answer(seen.frame, f"{verb}:{seen.token}:{arguments}", patience)

    async def _element(self, verb: str, ref: int, more: str = "") -> ElementHandle | None:
        place = self.places.get(ref)
        if place is None:
            return None
        seen = self.documents[place.key]
        try:
            async with asyncio.timeout(FRAME_PATIENCE / 1000):
                return await seen.frame.query_selector(f"{ENGINE}={verb}:{seen.token}:{place.index}:{more}")
        except (PlaywrightError, TimeoutError):
            return None


async def _answer(frame: Frame, question: str, patience: int) -> Raw:
    try:
        # The second clock is for a renderer that hangs so hard that the driver itself waits for it.
        async with asyncio.timeout(patience / 1000 + 1):
            text = await frame.text_content(f"{ENGINE}={question}", timeout=patience)
    except PlaywrightError as error:
        if "Unknown engine" in str(error):
            raise EyesClosed("call open_eyes(playwright) before the first page is made") from None
        if any(words in str(error) for words in _GONE):
            raise PageGone("The page closed or crashed. Nothing more was sent. Try again with `retry`.") from None
        raise PageUnreadable(_BUSY) from None
    except TimeoutError:
        raise PageUnreadable(_BUSY) from None
    if text is None or len(text) > LONGEST_ANSWER:
        raise PageUnreadable("The page gave no usable answer.")
    answer = json.loads(text)
    return answer if isinstance(answer, dict) else {}


async def _frame_behind(frame: Frame, token: str, raw: RawFrame) -> Frame | None:
    try:
        async with asyncio.timeout(FRAME_PATIENCE / 1000):
            element = await frame.query_selector(f"{ENGINE}=ref:{token}:{raw.ref}")
            return await element.content_frame() if element else None
    except (PlaywrightError, TimeoutError):
        return None


@dataclass(frozen=True, slots=True)
class Glance:
    """How far a page is: ``state`` as in ``document.readyState``, ``seen`` is equal while it shows the same.

    ``count``: its elements. ``still``: it has loaded, and nothing of its own could change it: no script, no frame.
    """

    state: str
    seen: str
    count: int
    still: bool


async def glance(page: Page, patience: int = PAGE_PATIENCE) -> Glance:
    """A quick look at how far a page is; raises as `look`. ``patience`` in milliseconds."""
    raw = await _answer(page.main_frame, "glance", patience)
    return Glance(as_text(raw, "state", 20), as_text(raw, "seen", 10_000), as_number(raw, "count"),
                  as_flag(raw, "still"))


async def stored_here(page: Page) -> list[tuple[str, str]]:
    """The names and values in a page's local storage; raises as `look`."""
    items = (await _answer(page.main_frame, "storage", FRAME_PATIENCE)).get("items")
    return [(str(name), str(value)) for name, value in items] if isinstance(items, list) else []


class _Look:
    """One look over a page: collects the documents it meets, keyed by the order of meeting."""

    def __init__(self) -> None:
        self.documents: list[SeenDocument] = []
        self.still = False

    async def at(self, frame: Frame, inside: Place | None, depth: int = 0, patience: int = FRAME_PATIENCE) -> Sighting:
        token = secrets.token_hex(8)
        raw = await _answer(frame, f"look:{token}", patience)
        self.still = inside is None and as_flag(raw, "still")
        document = read_document(raw)
        key = len(self.documents)
        self.documents.append(SeenDocument(frame, token, inside))
        if not document.frames or depth >= DEEPEST_FRAME or not frame.child_frames:
            return Sighting(key, document)
        found = await asyncio.gather(*(self._inside(key, raw, depth) for raw in document.frames[:MOST_FRAMES]))
        return Sighting(key, document, tuple(pair for pair in found if pair))

    async def _inside(self, key: int, raw: RawFrame, depth: int) -> tuple[RawFrame, Sighting] | None:
        outer = self.documents[key]
        child = await _frame_behind(outer.frame, outer.token, raw)
        if child is None:
            return None
        inside = Place(key, raw.ref)
        try:
            return raw, await self.at(child, inside, depth + 1)
        except (PageUnreadable, PageGone):
            # Left empty; its address is still on the map.
            self.documents.append(SeenDocument(child, "", inside))
            return raw, Sighting(len(self.documents) - 1, read_document({"url": child.url}))


async def look(page: Page) -> MappedPage:
    """Maps a page with all its frames and open shadow roots.

    Needs `open_eyes` once before the page was made. One round trip per frame. Whatever a page says is read as data:
    lists and texts are cut to fixed lengths, odd types are left out.

    Raises:
        EyesClosed: `open_eyes` was not called.
        PageUnreadable: the page itself did not answer in 10 s (a frame that doesn't is left empty).
        PageGone: the page closed or crashed.
    """
    looking = _Look()
    merged: Merged = merge(await looking.at(page.main_frame, None, patience=PAGE_PATIENCE))
    return MappedPage(page, merged.map, merged.places, merged.option_totals, tuple(looking.documents), looking.still)
