"""One Chromium behind the gate for many runs: a fresh context and a fresh gate each, and one with no gate at all."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.async_api import Browser, ProxySettings, async_playwright

from agent.browser.find import find_browser
from agent.browser.flags import gate_flags
from agent.browser.launch import VIEWPORT, GatedBrowser, _is_root, prove
from agent.browser.page_map import open_eyes
from agent.browser.stub import environment_with_stub
from agent.gate.proxy import Gate
from agent.runs.early import Early, _NoLedger

LOCALE = "en-GB"


class Browsers:
    """Use as an async context manager. The gated browser has all of the product's flags and has proved itself once."""

    async def __aenter__(self) -> Self:
        self._stack = contextlib.AsyncExitStack()
        self._home = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="cs-b-")))
        self._playwright = await self._stack.enter_async_context(async_playwright())
        await open_eyes(self._playwright)
        self._first = Gate(self._home, _NoLedger())
        await self._first.start()
        self._stack.push_async_callback(self._first.close)
        self._gated = await self._launch([*gate_flags(self._first.port, self._first.pin), f"--lang={LOCALE}"])
        self._plain: Browser | None = None
        context = await self._gated.new_context()
        await prove(context, self._first)
        await context.close()
        return self

    async def __aexit__(self, _kind: type[BaseException] | None, _problem: BaseException | None,
                        _trace: TracebackType | None) -> None:
        await self._stack.aclose()

    async def _launch(self, flags: list[str]) -> Browser:
        browser = await self._playwright.chromium.launch(
            executable_path=find_browser().path, args=flags, chromium_sandbox=not _is_root(),
            env={**environment_with_stub(self._home)})
        self._stack.push_async_callback(browser.close)
        return browser

    @contextlib.asynccontextmanager
    async def context(self, gate: Gate, *, gated: bool) -> AsyncIterator[GatedBrowser]:
        """A fresh context whose only way out is this gate; or, as a control, one that never meets it."""
        await gate.start()
        gate._context, gate.pin = self._first._context, self._first.pin  # the key that this browser was told to trust
        try:
            if gated:
                context = await self._gated.new_context(
                    viewport=VIEWPORT, service_workers="block", locale=LOCALE,  # type: ignore[arg-type]
                    proxy=ProxySettings(server=f"http://127.0.0.1:{gate.port}", bypass="<-loopback>"))
            else:
                self._plain = self._plain or await self._launch([f"--lang={LOCALE}"])
                context = await self._plain.new_context(viewport=VIEWPORT, locale=LOCALE)  # type: ignore[arg-type]
            try:
                yield GatedBrowser(context, await context.new_page(), gate, [])
            finally:
                await context.close()
        finally:
            await gate.close()


class Lent(Early):
    """Stands where a run looks for a browser that is already starting."""

    def __init__(self, browsers: Browsers, folder: Path, *, gated: bool) -> None:
        self.gate = Gate(folder / "spool", _NoLedger())
        self._browsers = browsers
        self._is_gated = gated

    def suits(self, locale: str | None, *, show: bool) -> bool:
        """Whether the run's pages would be in the same language."""
        return locale == LOCALE

    @contextlib.asynccontextmanager
    async def taken(self) -> AsyncIterator[GatedBrowser]:
        """The context, closed at the end."""
        async with self._browsers.context(self.gate, gated=self._is_gated) as browser:
            yield browser

    async def close(self) -> None:
        """Nothing was started ahead."""
