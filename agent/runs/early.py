"""A browser that starts while the rest of the program is still loading: half of a run's start is waiting for it.

Imports only what that needs. The first run of a fresh task takes it over; if none does, it is closed.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

from agent.browser.launch import GatedBrowser, gated_browser
from agent.browser.problems import BrowserProblem
from agent.gate.problems import GateProblem
from agent.gate.proxy import Gate
from agent.protocol import Digest, settings
from agent.store.home import database_path, home_folder
from agent.store.peek import glance
from agent.store.problems import NotNow, StoreProblem


class _NoLedger:
    """Until the store is open nothing can be sent."""

    async def begin_sending(self, submission_id: int, digest: Digest) -> None:
        raise NotNow("The ledger is not open yet.")

    async def answered(self, submission_id: int, status: int) -> None:
        raise NotNow("The ledger is not open yet.")

    async def unknown(self, submission_id: int) -> None:
        raise NotNow("The ledger is not open yet.")

    async def not_sent(self, submission_id: int, why: str) -> None:
        raise NotNow("The ledger is not open yet.")


class Early:
    """Make it inside a running event loop; it starts at once."""

    def __init__(self, folder: Path, locale: str | None, *, show: bool) -> None:
        self.locale = locale
        self.gate = Gate(folder / "spool", _NoLedger(), way=str(settings.read(folder)["web-proxy"]))
        self._stack = contextlib.AsyncExitStack()
        self._started = asyncio.ensure_future(self._stack.enter_async_context(
            gated_browser(self.gate, folder, locale=locale, show=show)))

    @contextlib.asynccontextmanager
    async def taken(self) -> AsyncIterator[GatedBrowser]:
        """The browser, for the one who took it; closed at the end.

        Raises:
            BrowserProblem: it did not start.
            GateProblem: the gate could not be shown to hold.
        """
        try:
            yield await self._started
        finally:
            await self.close()

    async def close(self) -> None:
        """Closes it, started or not; again does no harm."""
        self._started.cancel()
        with contextlib.suppress(asyncio.CancelledError, BrowserProblem, GateProblem):
            await self._started
        await self._stack.aclose()


def early_browser(words: list[str]) -> Early | None:
    """The browser for a `run` command line, if a task is ready that wants a fresh one.

    Args:
        words: the command line; what is wrong with it is said later, by whoever reads it in earnest.
    """
    home = next((after for word, after in pairwise(words) if word == "--home"), None) or next(
        (word.removeprefix("--home=") for word in words if word.startswith("--home=")), None)
    try:
        folder = home_folder(home)
        seen = glance(database_path(folder))
    except StoreProblem:
        return None
    if not seen.fresh:
        return None
    return Early(folder, f"en-{seen.country}" if seen.country else None, show="--show" in words)
