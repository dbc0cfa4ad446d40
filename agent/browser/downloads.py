"""Catches the files that a browser is given instead of a page, and keeps those that are wanted.

A download comes over the gate like any other answer; nothing of it is opened or run here. Unwanted ones are cancelled.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path

from playwright.async_api import BrowserContext, Download, Page
from playwright.async_api import Error as PlaywrightError

WAIT = 30.0
"""Seconds that one file may take to come in."""
MOST = 5
"""Files caught between two looks; a page can offer any number."""


class Downloads:
    """Notes the downloads of a browser context, those of pages that open later too."""

    def __init__(self, context: BrowserContext) -> None:
        self._caught: list[Download] = []
        self._came = asyncio.Event()
        for page in context.pages:
            self._watch(page)
        context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("download", self._catch)

    async def _catch(self, download: Download) -> None:
        if len(self._caught) >= MOST:
            with contextlib.suppress(PlaywrightError):
                await download.cancel()
            return
        self._caught.append(download)
        self._came.set()

    async def wait(self, seconds: float) -> bool:
        """Whether a download begins within so many seconds, or had begun."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._came.wait()
        return bool(self._caught)

    async def drop(self) -> None:
        """Cancels what was caught: nobody wanted it."""
        for download in self._taken():
            with contextlib.suppress(PlaywrightError):
                await download.cancel()

    async def keep(self, folder: Path, prefix: str, largest: int) -> list[tuple[str, Path]]:
        """Stores what was caught; returns each file's own name, as the site calls it, and where it is (0600).

        Args:
            folder: where to; it is made (0700) if need be.
            prefix: what the stored files' names begin with; the site's own name is no part of them.
            largest: bytes; larger files are left out, as are those that fail or take too long.
        """
        kept: list[tuple[str, Path]] = []
        for number, download in enumerate(self._taken()):
            path = folder / f"{prefix}-{number}"
            try:
                async with asyncio.timeout(WAIT):
                    came = await download.path()
                await asyncio.to_thread(_store, Path(came), path, largest)
            except (PlaywrightError, TimeoutError, OSError):
                with contextlib.suppress(PlaywrightError):
                    await download.cancel()
                continue
            kept.append((download.suggested_filename, path))
        return kept

    def _taken(self) -> list[Download]:
        taken, self._caught = self._caught, []
        self._came.clear()
        return taken


def _store(came: Path, path: Path, largest: int) -> None:
    if came.stat().st_size > largest:
        raise OSError("too large")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(came.read_bytes())
