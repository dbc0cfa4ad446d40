"""Waits until a page has come to rest: loaded, and the same twice in a row."""

from __future__ import annotations

import asyncio
import contextlib
import math
from types import TracebackType
from typing import Self

from agent.browser.driver import Frame, Page
from agent.browser.page_map import Glance, glance
from agent.browser.problems import PageGone, PageUnreadable
from agent.gate.proxy import Gate

QUIET = 0.05
"""Seconds between two looks. Short, because whoever finds nothing to do on a page looks again with patience."""

LONGEST = 15.0
"""Seconds after which a page that never rests is taken as it is."""

LOADING = 1.5
"""Seconds after which a page that stands still is taken as it is although something of it is still being loaded: an
image or a frame that never comes must not cost the full time at each step."""

async def settle(page: Page, gate: Gate | None = None, *, quiet: float = QUIET, longest: float = LONGEST,
                 loading: float = LOADING) -> bool:
    """Returns when the page rests, or after ``longest`` seconds; ``loading`` as `LOADING`.

    Where its gate has nothing on the way for it, a page that no script could change rests as soon as it has loaded;
    then this is True.
    """
    before, since, clock = "", 0.0, asyncio.get_running_loop().time
    try:
        async with asyncio.timeout(longest):
            while True:
                now = await _glance(page, longest)
                if now is not None and now.still and quiet <= QUIET and gate is not None and not gate.in_flight:
                    return True
                seen = f"{now.state} {now.seen}" if now is not None else ""
                if now is None or seen != before:
                    before, since = seen, clock()
                elif now.state == "complete" or clock() - since >= loading:
                    return False
                await asyncio.sleep(quiet)
    except TimeoutError:
        return False


async def settle_after_press(page: Page, gate: Gate, grace: float, arrivals: Arrivals | None = None, *,
                             replaced: bool = False) -> None:
    """Returns when what a press set going has come to rest: a new page, or scripts that had ``grace`` seconds.

    ``arrivals`` knows whether the page went somewhere since before the press, and ``replaced`` that it is another one
    by now. What has no script, or is a new page at rest, makes nothing more of the press.
    """
    if arrivals is not None and arrivals.moved and (await settle(page, gate) or replaced):
        return
    moved = asyncio.Event()

    def navigated(frame: Frame) -> None:
        if frame is page.main_frame:
            moved.set()

    page.on("framenavigated", navigated)
    try:
        async with asyncio.timeout(LONGEST):
            while not moved.is_set():
                try:
                    await asyncio.wait_for(moved.wait(), grace)
                except TimeoutError:
                    if not gate.in_flight:
                        break
    except TimeoutError:
        return
    finally:
        page.remove_listener("framenavigated", navigated)
    await settle(page, gate)


ARRIVES = 5.0
"""Seconds in which a page that the gate has passed on stands in the browser, also on a machine that does much else.
Until then the old page is still there; taken for the next one, it would be filled in and sent again."""


class Arrivals:
    """Hears, from before a press, when another page takes the old one's place: also a download, or a new tab."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._came = asyncio.Event()
        self.moved = False       # the page itself went somewhere

    def __enter__(self) -> Self:
        self._page.on("framenavigated", self._navigated)
        for name in ("download", "popup", "close"):
            self._page.on(name, self._other)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._page.remove_listener("framenavigated", self._navigated)
        for name in ("download", "popup", "close"):
            self._page.remove_listener(name, self._other)

    def forget(self) -> None:
        """What came before is none of what is waited for."""
        self._came.clear()
        self.moved = False

    async def wait(self, seconds: float = ARRIVES) -> None:
        """Returns when something has come since `forget`, or after that time."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._came.wait(), seconds)

    def _navigated(self, frame: Frame) -> None:
        if frame is self._page.main_frame:
            self.moved = True
            self._came.set()

    def _other(self, _: object) -> None:
        self._came.set()


async def _glance(page: Page, longest: float) -> Glance | None:
    """How far the page is; None between two pages, and for one that does not say."""
    try:
        return await glance(page, math.ceil(longest * 1000))
    except PageUnreadable:
        return None
    except PageGone:
        if page.is_closed():
            raise
        return None
