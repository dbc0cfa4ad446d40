"""Waits until a page has come to rest: loaded, and the same twice in a row."""

from __future__ import annotations

import asyncio

from agent.browser.driver import Error, Frame, Page
from agent.browser.problems import PageGone
from agent.gate.proxy import Gate

QUIET = 0.05
"""Seconds between two looks. Short, because whoever finds nothing to do on a page looks again with patience."""

LONGEST = 15.0
"""Seconds after which a page that never rests is taken as it is."""

_GLANCE = "() => document.readyState + location.href + document.body?.innerText.length + document.all.length"


async def settle(page: Page, *, quiet: float = QUIET, longest: float = LONGEST) -> None:
    """Returns when the page rests, or after ``longest`` seconds."""
    before = ""
    try:
        async with asyncio.timeout(longest):
            while True:
                now = await _glance(page)
                if now and now == before and now.startswith("complete"):
                    return
                before = now
                await asyncio.sleep(quiet)
    except TimeoutError:
        return


async def settle_after_press(page: Page, gate: Gate, grace: float) -> None:
    """Returns when what a press set going has come to rest: a new page, or scripts that had ``grace`` seconds."""
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
    await settle(page)


async def _glance(page: Page) -> str:
    try:
        return str(await page.evaluate(_GLANCE))
    except Error:
        if page.is_closed():
            raise PageGone("The page was closed, or the browser stopped. Nothing more was sent; try again with "
                           "retry.") from None
        return ""  # between two pages
