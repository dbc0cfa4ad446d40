"""A page that the gate passed on is waited for: the old one, still there, must not be filled in and sent again."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest
from playwright.async_api import Page

from agent.runs.settle import Arrivals

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FORM = "data:text/html,<h1>Form</h1><iframe name=aside></iframe>"
NEXT = "data:text/html,<h1>Next</h1>"


async def test_a_page_that_comes_late_is_waited_for(page: Page) -> None:
    await page.goto(FORM)
    with Arrivals(page) as arrivals:
        arrivals.forget()
        coming = asyncio.get_running_loop().call_later(1.0, lambda: asyncio.ensure_future(page.goto(NEXT)))
        began = monotonic()
        await arrivals.wait(20.0)
        coming.cancel()
        assert monotonic() - began < 15.0
        assert page.url == NEXT


async def test_a_page_that_came_before_it_was_asked_counts_and_one_from_before_the_press_does_not(page: Page) -> None:
    await page.goto(FORM)
    with Arrivals(page) as arrivals:
        await page.goto(NEXT)
        await asyncio.wait_for(arrivals.wait(60.0), 20.0)
        arrivals.forget()
        began = monotonic()
        await arrivals.wait(0.3)
        assert monotonic() - began >= 0.25, "nothing has come since"


async def test_a_frame_is_no_other_page(page: Page) -> None:
    await page.goto(FORM)
    with Arrivals(page) as arrivals:
        arrivals.forget()
        await page.frames[1].goto(NEXT)
        began = monotonic()
        await arrivals.wait(0.3)
        assert monotonic() - began >= 0.25
