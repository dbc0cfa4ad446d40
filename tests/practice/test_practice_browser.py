"""The pages in a real browser: they render without complaints, and their scripts do their work or fail quietly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from agent.browser.find import find_browser
from agent.browser.problems import BrowserMissing
from agent.practice import records, requests

pytestmark = pytest.mark.browser


def browser_path() -> Path:
    try:
        return Path(find_browser().path)
    except BrowserMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture
async def page():
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        try:
            yield await browser.new_page()
        finally:
            await browser.close()


def complaints_of(page: Page) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: said.append(str(problem)))
    return said


@pytest.mark.parametrize("width", [360, 1200])
async def test_every_page_renders_without_complaint_and_fits_its_window(page, site, database, width):
    said = complaints_of(page)
    await page.set_viewport_size({"width": width, "height": 800})
    for url in (site.url, *site.pages.values()):
        await page.goto(url)
        await expect(page.locator("h1")).to_be_visible()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
    assert said == []
    assert requests(database) == []


async def fill_complaint(page: Page) -> None:
    await page.get_by_label("Noise and neighbourhood").check()
    await page.get_by_label("What happened?").fill("Drums at night, “always”.")
    await page.get_by_label("Full name").fill("Eleanor Whitcombe")
    await page.get_by_label("Email address").fill("e@example.org")
    await page.get_by_label("By letter").check()


async def test_complaint_is_sent_by_script_and_shows_its_reference(page, site, database):
    await page.goto(site.pages["complaint"])
    await page.get_by_role("button", name="Send complaint").click()
    await expect(page.get_by_role("alert")).to_contain_text("Tell us what happened")
    await expect(page.get_by_label("What happened?")).to_have_attribute("aria-invalid", "true")
    await fill_complaint(page)
    await page.get_by_role("button", name="Send complaint").click()
    shown = await page.locator("[aria-live] .reference").text_content()
    [record] = records(database)
    assert shown == record.reference
    assert record.fields["details"] == "Drums at night, “always”."
    assert record.path == "/api/complaints"
    assert page.url == site.pages["complaint"]
    await expect(page.locator("form")).to_be_hidden()
    await expect(page.locator(".question.wrong, form .error")).to_have_count(0)


@pytest.mark.parametrize("status", [None, 204, 500])
async def test_complaint_that_can_not_be_sent_keeps_the_text(page, site, database, status):
    async def fail(route):
        await (route.fulfill(status=status) if status else route.abort())
    await page.route("**/api/complaints", fail)
    await page.goto(site.pages["complaint"])
    await fill_complaint(page)
    await page.get_by_role("button", name="Send complaint").click()
    await expect(page.get_by_role("alert")).to_contain_text("We could not send your complaint")
    assert await page.get_by_label("What happened?").input_value() == "Drums at night, “always”."
    await expect(page.get_by_role("button", name="Send complaint")).to_be_enabled()
    assert records(database) == []


async def fill_move(page: Page) -> None:
    for label, value in {"Full name": "Eleanor Whitcombe", "Day": "14", "Month": "3", "Year": "1986",
                         "Old postcode": "HR4 9BD", "New postcode": "TV2 4AB",
                         "House number and street": "3 Mill Rise"}.items():
        await page.get_by_label(label).fill(value)


async def test_moving_saves_drafts_and_looks_the_town_up(page, site, database):
    await page.goto(site.pages["change-of-address"])
    await fill_move(page)
    await expect(page.get_by_label("Town")).to_have_value("Little Heron")
    await expect(page.get_by_role("status")).to_contain_text("Draft saved at")
    targets = [request.target for request in requests(database)]
    assert "/api/postcode?q=TV2%204AB" in targets
    assert "/change-of-address/draft" in targets
    await page.reload()
    await expect(page.get_by_label("Full name")).to_have_value("Eleanor Whitcombe")


@pytest.mark.parametrize("answer", [None, 204, 403])
async def test_moving_works_with_its_scripts_requests_refused(page, site, database, answer):
    async def refuse(route):
        await (route.fulfill(status=answer) if answer else route.abort())
    await page.route("**/draft", refuse)
    await page.route("**/api/**", refuse)
    problems: list[str] = []
    page.on("pageerror", lambda problem: problems.append(str(problem)))
    await page.goto(site.pages["change-of-address"])
    await fill_move(page)
    await page.get_by_label("Town").fill("Little Heron")
    assert requests(database) == []
    await page.get_by_role("button", name="Send new address").click()
    await expect(page.locator(".reference")).to_have_text(records(database)[0].reference)
    assert problems == []


async def test_permit_fee_follows_the_chosen_length(page, site, database):
    await page.goto(site.pages["parking-permit"])
    for name, value in {"registration": "VX19 KLM", "make": "Skoda", "colour": "blue"}.items():
        await page.fill(f"#{name}", value)
    await page.get_by_role("button", name="Continue").click()
    for name, value in {"full_name": "E", "address_line_1": "1 Mill Rise", "town": "Thornmere",
                        "postcode": "TV1 1AA", "phone": "07700 900183", "email": "e@example.org"}.items():
        await page.fill(f"#{name}", value)
    await page.get_by_role("button", name="Continue").click()
    assert await page.locator("#fee").input_value() == "85.00"
    await page.get_by_label("6 months").check()
    assert await page.locator("#fee").input_value() == "48.00"
    await expect(page.locator("#fee-box")).to_contain_text("£48.00")
    await page.get_by_label("I declare").check()
    await page.get_by_role("button", name="Accept and send").click()
    await expect(page.locator("h1")).to_have_text("Your permit is renewed")
    assert records(database)[0].fields["fee"] == "48.00"
