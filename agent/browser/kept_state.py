"""Cookies and storage of a browser profile in Playwright's form, without loading anything where the pages stand open.

Playwright's own ``storage_state`` opens a page at every origin that no open page is at, the gate's self-test among
them: some 0.2 s at each press.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

from playwright.async_api import BrowserContext, Page

from agent.browser.page_map import stored_here
from agent.browser.problems import PageGone, PageUnreadable
from agent.gate.site import origin_of


async def storage_of(context: BrowserContext, origins: Collection[str]) -> dict[str, Any]:
    """The profile's cookies and what the pages of ``origins`` have in local storage.

    Raises:
        Error: the browser is gone.
    """
    standing = {origin_of(page.url): page for page in context.pages if page.url.startswith("http")}
    if not standing.keys() >= set(origins):
        return dict(await context.storage_state())
    try:
        cookies, *kept = await asyncio.gather(context.cookies(), *map(_kept, standing.values()))
    except (PageGone, PageUnreadable):
        return dict(await context.storage_state())
    return {"cookies": cookies, "origins": [{"origin": origin, "localStorage": items}
                                            for origin, items in zip(standing, kept, strict=True) if items]}


async def _kept(page: Page) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in await stored_here(page)]
