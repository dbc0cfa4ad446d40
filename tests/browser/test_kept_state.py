"""What is kept of a profile is what Playwright itself would keep, without a page being opened for it."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from agent.browser.kept_state import storage_of
from tests.browser.site import serve

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

HTML = """<script>document.cookie = 'session=one'; localStorage.setItem('draft', '{"a": 1}');
  Object.entries = () => [['forged', 'x']]</script><img name=readyState>"""


async def test_pages_that_stand_open_are_asked_where_they_stand(page: Page) -> None:
    async with serve({"/": HTML}) as site:
        await page.goto(site.url())
        opened: list[Page] = []
        page.context.on("page", lambda each: opened.append(each))
        kept = await storage_of(page.context, {f"http://127.0.0.1:{site.port}"})
        assert kept == await page.context.storage_state()
        assert kept["origins"][0]["localStorage"] == [{"name": "draft", "value": '{"a": 1}'}]
        assert kept["cookies"][0]["value"] == "one"
        assert not opened


async def test_an_origin_that_was_left_is_kept_too(page: Page) -> None:
    async with serve({"/": HTML, "/next": "<p>x"}) as site:
        await page.goto(site.url())
        await page.goto(site.url("/next", host="localhost"))
        left = f"http://127.0.0.1:{site.port}"
        kept = await storage_of(page.context, {left, f"http://localhost:{site.port}"})
        assert [each["origin"] for each in kept["origins"]] == [left]
