"""One real browser for all browser tests, a fresh page for each."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from agent.browser.find import find_browser
from agent.browser.page_map import open_eyes
from agent.browser.problems import BrowserMissing


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    try:
        path = find_browser().path
    except BrowserMissing as missing:
        pytest.skip(str(missing))
    async with async_playwright() as playwright:
        await open_eyes(playwright)
        # A root user can't have Chromium's sandbox.
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        running = await playwright.chromium.launch(executable_path=path, chromium_sandbox=not root)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    yield await context.new_page()
    await context.close()


@pytest.fixture
def admin_pages() -> list[Path]:
    folder = Path(__file__).parents[3] / "shared" / "data" / "admin-dev"
    if not folder.is_dir():
        pytest.skip("the development pages are not beside this checkout")
    return sorted(folder.glob("*.html"))
