"""Which pages rest as soon as they have loaded: those that nothing of their own could change."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from agent.browser.page_map import glance

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FORM = "<h1>Meter</h1><form method=post><label>Reading <input name=reading></label><button>Send</button></form>"


@pytest.mark.parametrize(("more", "still"), [
    ("", True),
    ("<img name=readyState><form name=body></form><style>p { color: red }</style>", True),
    ("<script>var drawn</script>", False),
    ("<iframe srcdoc=x></iframe>", False),
    ("<p onclick='send()'>x</p>", False),
    ("<meta http-equiv=Refresh content='5'>", False),
    ("<div><template shadowrootmode=open><script>var drawn</script></template></div>", False),
])
async def test_only_a_page_with_nothing_active_is_still(page: Page, more: str, still: bool) -> None:
    await page.goto("data:text/html," + (FORM + more).replace("#", "%23"))
    seen = await glance(page)
    assert (seen.state, seen.still) == ("complete", still)


async def test_what_is_shown_changes_what_is_seen(page: Page) -> None:
    await page.set_content(FORM)
    before = (await glance(page)).seen
    assert (await glance(page)).seen == before
    await page.evaluate("document.querySelector('h1').textContent = 'Another'")
    assert (await glance(page)).seen != before
