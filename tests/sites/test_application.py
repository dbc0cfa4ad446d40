"""The Home Office Forms example runs from start to confirmation in a plain browser, and its posts are recorded."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.async_api import Page

from tests.sites.application import Application

BASIC_FORM: tuple[tuple[str, dict[str, str | int | bool]], ...] = (
    ("/landing-page", {"#landing-page-radio-basic-form": True}),
    ("/name", {"#name": "Ada Lovelace"}),
    ("/dob", {"#dateOfBirth-day": "10", "#dateOfBirth-month": "12", "#dateOfBirth-year": "1985"}),
    ("/amount-unit", {"#amountWithUnitSelect-amount": "5", "#amountWithUnitSelect-unit": 1}),
    ("/address", {"#building": "1", "#street": "Elm Street", "#townOrCity": "Leeds", "#postcode": "LS1 4AP"}),
    ("/checkboxes", {"#incomeTypes-salary": True}),
    ("/radio", {"#countryOfHearing-scotland": True}),
    ("/email", {"#email": "ada@example.org"}),
    ("/phone-number", {"#phone": "0113 496 0000"}),
)


async def at(page: Page, path: str) -> None:
    # The first page comes with a query of the framework's own cookie check.
    await page.wait_for_url(lambda url: urlsplit(url).path == path, timeout=10_000)


async def fill(page: Page, values: dict[str, str | int | bool]) -> None:
    for selector, value in values.items():
        control = page.locator(selector)
        if value is True:
            await control.check()
        elif await control.evaluate("each => each.tagName") == "SELECT":
            await control.select_option(index=int(value))
        else:
            await control.fill(str(value))


@pytest.mark.browser
async def test_the_basic_form_goes_from_start_to_confirmation(hof: Application, page: Page) -> None:
    await page.goto(hof.start)
    for path, values in BASIC_FORM:
        await at(page, path)
        await fill(page, values)
        await page.locator("form [type=submit]").first.click()
    await at(page, "/confirm")
    assert "Ada Lovelace" in await page.inner_text("main")
    await page.locator("form [type=submit]").first.click()
    await at(page, "/confirmation")
    posts = [urlsplit(each.target).path for each in hof.records]
    assert posts == [path for path, _ in BASIC_FORM] + ["/confirm"]
    assert dict(parse_qsl(hof.records[1].body.decode()))["name"] == "Ada Lovelace"


@pytest.mark.browser
async def test_it_checks_what_it_is_sent(hof: Application, page: Page) -> None:
    await page.goto(hof.start)
    await fill(page, dict(BASIC_FORM[0][1]))
    await page.locator("form [type=submit]").first.click()
    await at(page, "/name")
    await page.locator("form [type=submit]").first.click()
    await page.locator(".govuk-error-summary").wait_for()
    assert page.url.endswith("/name")
