"""What a person would write by hand: fills and clicks a practice form, no gate, no review, and exits."""

from __future__ import annotations

import os
import sys

from playwright.sync_api import Page, sync_playwright


def meter_reading(page: Page) -> None:
    """One page, up to its button."""
    page.fill("[name=account_number]", "70-113-284")
    page.fill("[name=meter_number]", "A14K 22317")
    page.fill("[name=reading]", "48213")
    page.fill("[name=email]", "e.whitcombe@example.org")


def parking_permit(page: Page) -> None:
    """Three pages, up to the last one's button."""
    page.fill("[name=registration]", "AB12 CDE")
    page.fill("[name=make]", "Skoda")
    page.fill("[name=colour]", "Blue")
    page.click("button[type=submit]")
    page.fill("[name=full_name]", "Eleanor Whitcombe")
    page.fill("[name=address_line_1]", "14 Quarry Lane")
    page.fill("[name=town]", "Thornmere")
    page.fill("[name=postcode]", "TQ12 4AB")
    page.fill("[name=phone]", "+447700900183")
    page.fill("[name=email]", "e.whitcombe@example.org")
    page.click("button[type=submit]")
    page.check("[name=months][value='12']")
    page.check("[name=declaration]")


FORMS = {"meter-reading": meter_reading, "parking-permit": parking_permit}
"""By the practice page's name."""


def main(browser_path: str, form: str, url: str) -> None:
    """Fills and clicks; prints a line when it opens the page, and one when the last POST is issued.

    Args:
        browser_path: the browser's program file.
        form: which of `FORMS`.
        url: the form's address.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=not root)
        page = browser.new_page()
        print(f"Opening {url}", file=sys.stderr, flush=True)
        page.goto(url)
        FORMS[form](page)
        with page.expect_request(lambda request: request.method == "POST"):
            page.click("button[type=submit]", no_wait_after=True)
        print("issued", file=sys.stderr, flush=True)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
