"""What a person would write by hand: fills and clicks the meter reading form, no gate, no review, and exits."""

from __future__ import annotations

import os
import sys

from playwright.sync_api import sync_playwright


def main(browser_path: str, url: str) -> None:
    """Fills and clicks; prints a line when it opens the page, and one when the POST is issued.

    Args:
        browser_path: the browser's program file.
        url: the form's address.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=not root)
        page = browser.new_page()
        print(f"Opening {url}", file=sys.stderr, flush=True)
        page.goto(url)
        page.fill("[name=account_number]", "70-113-284")
        page.fill("[name=meter_number]", "A14K 22317")
        page.fill("[name=reading]", "48213")
        page.fill("[name=email]", "e.whitcombe@example.org")
        with page.expect_request(lambda request: request.method == "POST"):
            page.click("button[type=submit]", no_wait_after=True)
        print("issued", file=sys.stderr, flush=True)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
