"""What a page after sending says, read through a real browser's page map: hidden words and other people's count not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from agent.browser.page import PageMap
from agent.browser.page_map import look
from agent.planner.autofill.plan import decide
from agent.planner.base import ButtonKind, Done
from agent.runs.checking import really_confirmed
from tests.browser.site import serve
from tests.planner.answers.reading import FRAME, AnswerPage, pages_of
from tests.planner.build import view

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FALSE = pages_of("not_confirmed.txt")
TRUE = pages_of("confirmed.txt")
TODAY = date(2026, 11, 26)
TABS = 4
SHOW = """([language, title, body]) => {
  document.documentElement.lang = language; document.title = title; document.body.innerHTML = body;
}"""
"""Puts a page into the document that is there: a new document would cost the page script's start each time."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def maps(browser: Browser) -> AsyncIterator[dict[str, PageMap]]:
    """Every page as the browser shows it, by name."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    found: dict[str, PageMap] = {}
    every = [*FALSE, *TRUE]
    async with serve({"/own": FRAME.format(reference="BW-2291"), "/ad": FRAME.format(reference="AD-2291")}) as site:
        own, ad = site.url("/own"), site.url("/ad", host="localhost")

        async def read(tab: Page, some: list[AnswerPage]) -> None:
            await tab.goto(own)
            for each in some:
                if "<iframe" in each.body:
                    await tab.set_content(each.html(own, ad))
                else:
                    await tab.evaluate(SHOW, [each.language, each.title, each.body])
                found[each.name] = (await look(tab)).map

        tabs = [await context.new_page() for _ in range(TABS)]
        await asyncio.gather(*(read(tab, every[at::TABS]) for at, tab in enumerate(tabs)))
    yield found
    await context.close()


def concluded(page: PageMap) -> Done:
    """What the run makes of a page after sending, planner and check together."""
    shown = view(page, "Submit my request", sent=True, last_click=ButtonKind.SUBMIT)
    final = decide(shown, TODAY)[-1]
    return really_confirmed(final, page) if isinstance(final, Done) else Done(False, "", "")


@pytest.mark.parametrize("each", FALSE, ids=lambda each: each.name)
async def test_what_only_looks_like_success_is_not_called_confirmed(each: AnswerPage, maps: dict[str, PageMap]) -> None:
    assert not concluded(maps[each.name]).confirmed


@pytest.mark.parametrize("each", FALSE, ids=lambda each: each.name)
async def test_nor_does_it_become_so_because_a_planner_says_so(each: AnswerPage, maps: dict[str, PageMap]) -> None:
    page = maps[each.name]
    for quoted in (page.title, *(heading.text for heading in page.headings), page.text):
        assert not really_confirmed(Done(True, "", quoted), page).confirmed


@pytest.mark.parametrize("each", TRUE, ids=lambda each: each.name)
async def test_a_real_confirmation_is_recognised_with_its_reference(each: AnswerPage, maps: dict[str, PageMap]) -> None:
    done = concluded(maps[each.name])
    assert (done.confirmed, done.reference) == (True, each.reference)
    assert done.evidence


async def test_the_pages_are_many() -> None:
    assert len(FALSE) >= 60
    assert len(TRUE) >= 35
