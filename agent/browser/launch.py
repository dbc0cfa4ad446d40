"""The one function that starts a browser: behind a gate that has just proved itself, over a pipe, with all flags."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Page, Playwright, async_playwright

from agent.browser.find import FoundBrowser, find_browser
from agent.browser.flags import gate_flags, undone
from agent.browser.page_map import open_eyes
from agent.browser.problems import BrowserBroken
from agent.browser.stub import environment_with_stub
from agent.gate.channels import Channel
from agent.gate.problems import Unproven
from agent.gate.proxy import Gate
from agent.gate.selftest import SelfTest
from agent.gate.selftest_words import WHAT_TO_DO

START_SECONDS = 60
VIEWPORT = {"width": 1280, "height": 900}


@dataclass(frozen=True, slots=True)
class GatedBrowser:
    """A running browser whose only way out is its gate, an empty page in it, and what the self-test saw."""

    context: BrowserContext
    page: Page
    gate: Gate
    channels: list[Channel]
    crashed: asyncio.Event = field(default_factory=asyncio.Event)   # the page's own process died

    @property
    def alive(self) -> bool:
        """Whether browser and page can still be worked with, as far as is known without asking them."""
        browser = self.context.browser
        dead = self.page.is_closed() or self.crashed.is_set()
        return browser is not None and browser.is_connected() and not dead


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@asynccontextmanager
async def gated_browser(gate: Gate, folder: Path, *, state: dict[str, Any] | None = None,
                        locale: str | None = None, show: bool = False,
                        thorough: bool = False) -> AsyncIterator[GatedBrowser]:
    """Starts the gate, a browser behind it, tests the gate through that very browser, and gives out one context.

    Args:
        gate: not yet started; it is closed with the browser.
        folder: the home, for the scheme stubs.
        state: cookies and storage of an earlier run (Playwright's storage state).
        locale: language tag for pages, such as ``en-GB``.
        show: a window instead of headless.
        thorough: the long self-test.

    Raises:
        BrowserMissing: none installed.
        BrowserBroken: it does not start.
        LeakFound: the gate leaks with this browser.
        Unproven: the gate could not be shown to hold.
    """
    found = find_browser()
    opening = asyncio.ensure_future(gate.start())  # beside the driver's own start
    try:
        async with async_playwright() as playwright:
            await opening
            await open_eyes(playwright)
            browser = await _launch(playwright, found, gate, folder, show=show, locale=locale)
            try:
                context = await browser.new_context(viewport=VIEWPORT, service_workers="block",  # type: ignore[arg-type]  # a plain dict is what it takes
                                                    storage_state=state, locale=locale)  # type: ignore[arg-type]  # ours came from it
                channels, page = await asyncio.gather(prove(context, gate, thorough=thorough), context.new_page())
                made = GatedBrowser(context, page, gate, channels)
                page.on("crash", lambda _page: made.crashed.set())
                yield made
            finally:
                await _shut(browser)
    finally:
        await asyncio.wait([opening])
        if opening.exception() is None:
            await gate.close()


async def prove(context: BrowserContext, gate: Gate, *, thorough: bool = False) -> list[Channel]:
    """Runs the self-test in the very context that the task will use; once more where too little was seen.

    A busy machine can make a browser drop one of the twenty things that it was to try. A leak counts at once.

    Raises:
        LeakFound: something got past.
        Unproven: too little was seen twice, or the browser did not even get the test's page from the gate.
    """
    try:
        return await _prove(context, gate, thorough=thorough)
    except Unproven:
        return await _prove(context, gate, thorough=thorough)


async def _prove(context: BrowserContext, gate: Gate, *, thorough: bool) -> list[Channel]:
    test = SelfTest(thorough=thorough)
    await test.start()
    gate.canary = test
    try:
        page = await context.new_page()
        try:
            await page.goto(test.url, wait_until="commit")
        except Error as problem:
            raise Unproven(f"The browser did not open the gate's self-test ({_first_line(problem)}). It may not be "
                           "using the gate. No task is run.") from problem
        channels = await test.finish()
        await page.close()
        return channels
    finally:
        gate.canary = None
        await test.close()


async def _launch(playwright: Playwright, found: FoundBrowser, gate: Gate, folder: Path, *, show: bool,
                  locale: str | None) -> Browser:
    flags = [*gate_flags(gate.port, gate.pin), *([f"--lang={locale}"] if locale else [])]
    try:
        browser = await playwright.chromium.launch(
            executable_path=found.path, headless=not show, args=flags,
            # Debian's root user can't have Chromium's sandbox; nobody else goes without it.
            chromium_sandbox=not _is_root(), env={**environment_with_stub(folder)}, timeout=START_SECONDS * 1000,
            handle_sigint=False, handle_sigterm=False, handle_sighup=False)
    except Error as problem:
        raise BrowserBroken(f"The browser {found.path} does not start ({_first_line(problem)}).") from problem
    try:
        await _runs_with(browser, flags)
    except BaseException:
        await _shut(browser)
        raise
    return browser


async def _runs_with(browser: Browser, flags: list[str]) -> None:
    """Asks the browser for its command line: the self-test can't see the loss of every flag.

    Raises:
        Unproven: it runs with other flags, or does not say.
    """
    try:
        session = await browser.new_browser_cdp_session()
        said = await session.send("Browser.getBrowserCommandLine")
        await session.detach()
    except Error as problem:
        raise Unproven(f"The browser does not say how it was started ({_first_line(problem)}). No task is run with "
                       f"it. {WHAT_TO_DO}") from problem
    if changed := undone(flags, [str(each) for each in said["arguments"]]):
        raise Unproven("The browser was not started as it was told to: something on this computer dropped or changed "
                       f"{', '.join(changed)}. It could send past the gate, so no task is run with it. {WHAT_TO_DO}")


async def _shut(browser: Browser) -> None:
    try:
        await browser.close()
    except Error:
        return  # it had died before


def _first_line(problem: Error) -> str:
    return problem.message.splitlines()[0][:200]
