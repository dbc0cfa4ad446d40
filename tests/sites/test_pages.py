"""Every form page renders in a real browser with the controls that the list promises, and sends to the recorder."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from playwright.async_api import Page as BrowserPage

from tests.sites.pages import PAGES, Library, Page
from tests.sites.recorder import Recorder

# The controls of all forms that send to the recorder: one entry a wire name, with the label or legend a person reads.
CONTROLS = """forms => {
  const clean = text => (text || '').replace(/\\s+/g, ' ').replace(/ \\*/g, '').trim();
  const found = new Map();
  for (const form of forms) for (const control of form.elements) {
    if (!control.name || found.has(control.name)) continue;
    const legend = control.closest('fieldset') && control.closest('fieldset').querySelector('legend');
    const group = form.querySelectorAll(`[name="${CSS.escape(control.name)}"]`).length > 1;
    const label = group && legend ? legend : control.labels[0];
    found.set(control.name, clean(label && label.textContent));
  }
  return [...found];
}"""


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
async def test_a_page_renders_with_its_controls(site: Recorder, page: BrowserPage, form: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(site.page(form.name))
    found = await page.eval_on_selector_all("form[action^='/submit/']", CONTROLS)
    assert tuple((name, label) for name, label in found) == form.controls
    assert await page.locator("form[action^='/submit/'] [type=submit], form[action^='/submit/'] button").count() > 0
    assert errors == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("form", PAGES, ids=lambda form: form.name)
async def test_the_packages_own_styles_and_scripts_are_served(site: Recorder, page: BrowserPage, form: Page) -> None:
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    await page.goto(site.page(form.name), wait_until="load")
    assert missing == []


@pytest.mark.browser
async def test_what_a_person_types_reaches_the_recorder_once(site: Recorder, page: BrowserPage) -> None:
    await page.goto(site.page("nhsuk-address"))
    await page.get_by_label("Address line 1").fill("1 Elm Street")
    await page.get_by_label("Postcode").fill("AB1 2CD")
    await page.get_by_role("button", name="Continue").click()
    assert "reference REC-000123" in await page.inner_text("main")
    (record,) = site.records
    assert (record.method, record.target) == ("POST", "/submit/nhsuk-address")
    assert parse_qs(record.body.decode()) == {"address-line1": ["1 Elm Street"], "address-postcode": ["AB1 2CD"]}


@pytest.mark.browser
async def test_a_file_reaches_the_recorder(site: Recorder, page: BrowserPage) -> None:
    await page.goto(site.page("govuk-evidence"))
    picture = {"name": "me.png", "mimeType": "image/png", "buffer": b"\x89PNG\0\xff"}
    await page.set_input_files("input[type=file]", picture)
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_text("REC-000123").wait_for()
    (record,) = site.records
    assert record.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'filename="me.png"' in record.body
    assert b"\x89PNG\0\xff" in record.body


def test_at_least_eight_pages_come_from_three_libraries() -> None:
    assert len(PAGES) >= 8
    assert {page.library for page in PAGES} == set(Library)
