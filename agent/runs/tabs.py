"""Which of a browser's open pages a run goes on at: the form may open in a new tab, and so may an advertisement."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent.browser.driver import BrowserContext, Error, Page
from agent.runs.problems import Stuck
from agent.runs.settle import settle

OPENING_MS = 3_000
"""Milliseconds that a new tab gets to say where it goes; one whose address the gate refused never does."""


@dataclass(frozen=True, slots=True)
class Tab:
    """An open page: its address, whether the site is the task's, whether the run stands on it."""

    url: str
    own_site: bool
    current: bool


def go_on_at(tabs: Sequence[Tab], *, moved: bool) -> int:
    """The index of the page to go on at; ``tabs`` in the order of opening.

    The newest page of the task's own site. Another site's new page only where the press did nothing else and the page
    behind it stood still, for then it is what was meant, and the person is asked; otherwise it is an advertisement.

    Args:
        tabs: at least one.
        moved: the page that was pressed on went elsewhere, or something was sent.
    """
    newest = len(tabs) - 1
    here = next((index for index, tab in enumerate(tabs) if tab.current), None)
    later = range(newest, -1 if here is None else here, -1)
    for index in later:
        if tabs[index].own_site:
            return index
    for index in later:
        if tabs[index].url.startswith("http") and not moved:
            return index
    return newest if here is None else here


async def follow(context: BrowserContext, current: Page, known: Sequence[Page], is_own: Callable[[str], bool], *,
                 moved: bool) -> Page:
    """The page to go on at after a press, come to rest. New pages are given time to open.

    Raises:
        Stuck: no page is left.
    """
    fresh = [page for page in context.pages if page not in known and not page.is_closed()]
    if fresh:
        await asyncio.gather(*map(_opened, fresh))
    pages = [page for page in context.pages if not page.is_closed()]
    if not pages:
        raise Stuck("The page was closed, or the browser stopped. Nothing more was sent; try again with retry.")
    tabs = [Tab(page.url, page.url.startswith("http") and is_own(page.url), page is current) for page in pages]
    chosen = pages[go_on_at(tabs, moved=moved)] if fresh or current not in pages else current
    if chosen is not current:
        await settle(chosen)
    return chosen


async def _opened(page: Page) -> None:
    """Waits until a new page has an address."""
    with contextlib.suppress(Error):
        await page.wait_for_url(lambda url: url not in ("", "about:blank"), wait_until="commit", timeout=OPENING_MS)
