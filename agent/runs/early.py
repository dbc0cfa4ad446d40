"""A browser that starts before its run: while the rest of the program is still loading, or ahead (`spare.py`).

Imports only what that needs. The next run of a fresh task takes it over; if none does, it is closed.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

from agent.browser.launch import GatedBrowser, gated_browser
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
        self._folder, self._wanted = folder, (locale, show, _way(folder))
        self._since = time.monotonic()
        self.gate = Gate(folder / "spool", _NoLedger(), way=_way(folder))
        self._stack = contextlib.AsyncExitStack()
        self._started = asyncio.ensure_future(self._stack.enter_async_context(
            gated_browser(self.gate, folder, locale=locale, show=show)))

    @property
    def age(self) -> float:
        """Seconds since it was told to start."""
        return time.monotonic() - self._since

    @property
    def sound(self) -> bool:
        """Whether it is still starting, or has proved itself and lives, and its gate too."""
        if not self._started.done():
            return True
        started = not self._started.cancelled() and self._started.exception() is None
        return started and self._started.result().alive and self.gate.is_open

    def suits(self, locale: str | None, *, show: bool) -> bool:
        """Whether a run that begins now can have it: sound, and started as this run would start its own."""
        return self.sound and self._wanted == (locale, show, _way(self._folder))

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
        try:
            await asyncio.wait([self._started])  # not awaited itself: that would take our own end for its
        finally:
            await self._stack.aclose()
        if not self._started.cancelled():
            self._started.exception()            # whoever took it has heard of that


def _way(folder: Path) -> str:
    return str(settings.read(folder)["web-proxy"])


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
