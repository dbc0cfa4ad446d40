"""Fixtures of the form pages: the recorder, the application, and a plain Chromium with no gate."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Page, async_playwright

from tests.sites import application, recorder, render


@pytest.fixture
def site() -> Iterator[recorder.Recorder]:
    """All form pages on loopback, with a fresh record."""
    if reason := render.missing():
        pytest.skip(reason)
    with recorder.recording_site() as running:
        yield running


@pytest.fixture
def hof() -> Iterator[application.Application]:
    """The Home Office Forms example, freshly started."""
    if reason := application.missing():
        pytest.skip(reason)
    with application.running_application() as running:
        yield running


@pytest.fixture
async def page(browser_path: str) -> AsyncIterator[Page]:
    """A page of a plain browser that reaches nothing but loopback."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"])
        try:
            yield await browser.new_page()
        finally:
            await browser.close()
