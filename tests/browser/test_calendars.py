"""A field that only its calendar fills is filled through it, month by month or by its list of years."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent.browser import hands
from agent.browser.calendars import says_the_day
from agent.browser.page_map import MappedPage, look
from agent.browser.read_back import Problem

if TYPE_CHECKING:
    from playwright.async_api import Page

HTML = (Path(__file__).parent / "calendar.html").read_text("utf-8")


async def opened(page: Page) -> tuple[MappedPage, int]:
    await page.set_content(HTML)
    mapped = await look(page)
    return mapped, next(each.ref for each in mapped.map.controls if each.name == "move")


@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="session")
class TestOnAPage:
    async def test_its_field_can_be_filled_though_nobody_can_type_into_it(self, page: Page) -> None:
        mapped, _ = await opened(page)
        assert {(each.name, each.type, each.readonly) for each in mapped.map.controls} == {
            ("move", "date", False), ("plain", "text", True)}

    @pytest.mark.parametrize("day", ["2026-11-27", "2026-11-30", "2027-02-01", "2026-08-09"])
    async def test_the_day_is_picked_in_its_month(self, page: Page, day: str) -> None:
        mapped, ref = await opened(page)
        outcome = await hands.fill(mapped, ref, day)
        assert (outcome.ok, outcome.held) == (True, f"{day[8:]}/{day[5:7]}/{day[:4]}")

    async def test_a_year_long_ago_is_chosen_from_the_list_of_years(self, page: Page) -> None:
        mapped, ref = await opened(page)
        await page.evaluate("window.withYears = true")
        assert (await hands.fill(mapped, ref, "1986-03-14")).held == "14/03/1986"

    async def test_a_day_that_is_not_offered_is_refused_and_the_calendar_closed(self, page: Page) -> None:
        mapped, ref = await opened(page)
        outcome = await hands.fill(mapped, ref, "2026-11-13")
        assert (outcome.ok, outcome.problem, outcome.held) == (False, Problem.REFUSED, "")
        assert await page.locator(".day").count() == 0


@pytest.mark.parametrize(("held", "same"), [
    ("14/03/1986", True), ("03/14/86", True), ("14 March 1986", True), ("1986-03-14", True),
    ("Fri, 14. März 1986", True), ("13/03/1986", False), ("14/04/1986", False), ("", False), ("14/03/1985", False),
])
def test_what_a_field_holds_is_read_as_the_day(held: str, same: bool) -> None:
    assert says_the_day(held, date(1986, 3, 14)) is same
