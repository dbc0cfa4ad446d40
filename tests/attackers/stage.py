"""One Chromium for hundreds of seeds: each gets a gate, a context behind it, a home and a person of its own.

What is real: the gate, Chromium with the product's own flags, the store on disk (copied from a migrated one), the
attempt, the review, the desk. What differs from the product, and why: the context names its gate as its proxy, the
command line that of a gate that is closed (one process serves many gates); all gates share one certificate (its pin
stands on the command line); the self-test runs once, before the first seed; waits for quiet pages are shorter
(`QUICK`); a picture of the page is taken in every tenth seed only.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from playwright.async_api import Browser, Error, async_playwright

from agent.browser.find import find_browser
from agent.browser.flags import gate_flags
from agent.browser.launch import VIEWPORT, GatedBrowser, _is_root, gated_browser
from agent.browser.page_map import open_eyes
from agent.browser.stub import environment_with_stub
from agent.gate import proxy
from agent.gate.certificate import make_certificate
from agent.gate.proxy import Gate
from agent.runs import limits, pressing, reviewing, starting, waiting
from agent.store.home import home_folder
from agent.store.migrate import open_store
from tests.gate.conftest import RecordingLedger

QUICK: tuple[tuple[Any, str, Any], ...] = (
    (limits, "PATIENCE", 0.1), (limits, "THINKING", 0.4), (pressing, "AFTER_PRESS", 0.8),
    (pressing, "SIBLINGS", 0.03), (waiting, "STEP", 0.02),
)
"""Module, name, value: waits that only cost time, made short."""


@dataclass
class Stage:
    """The running browser. ``folder`` lies in memory where the machine has such a place."""

    browser: Browser
    folder: Path
    pictured: bool = True

    @contextlib.asynccontextmanager
    async def gated(self, gate: Gate, folder: Path, *, state: dict[str, Any] | None = None, locale: str | None = None,
                    show: bool = False) -> AsyncIterator[GatedBrowser]:
        """Stands in for the product's function of that shape: a new context instead of a new process."""
        await gate.start()
        try:
            context = await self.browser.new_context(
                viewport=VIEWPORT, service_workers="block", storage_state=state, locale=locale,  # type: ignore[arg-type]  # plain dicts are what it takes
                proxy={"server": f"http://127.0.0.1:{gate.port}", "bypass": "<-loopback>"})
            try:
                yield GatedBrowser(context, await context.new_page(), gate, [])
            finally:
                with contextlib.suppress(Error):
                    await context.close()
        finally:
            await gate.close()

    def home(self, name: str) -> Path:
        """A new home with a database that is migrated already."""
        home = home_folder(str(self.folder / name))
        shutil.copyfile(self.folder / "template.db", home / "countersign.db")
        (home / "countersign.db").chmod(0o600)
        return home


@contextlib.asynccontextmanager
async def stage() -> AsyncIterator[Stage]:
    """Starts the browser and proves one gate with it; everything patched is put back at the end."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="attackers-", dir=memory if memory.is_dir() else None))
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        _make_template(folder)
        certificate = make_certificate(folder)
        undo.enter_context(mock.patch.object(proxy, "make_certificate", return_value=certificate))
        async with gated_browser(Gate(folder, RecordingLedger()), folder):
            pass  # the product's own start, self-test included
        closed = Gate(folder, RecordingLedger())
        await closed.start()
        await closed.close()
        async with async_playwright() as playwright:
            await open_eyes(playwright)
            browser = await playwright.chromium.launch(
                executable_path=find_browser().path, args=gate_flags(closed.port, certificate.pin),
                chromium_sandbox=not _is_root(), env={**environment_with_stub(folder)})
            made = Stage(browser, folder)
            undo.enter_context(mock.patch.object(starting, "gated_browser", made.gated))
            for module, name, value in QUICK:
                undo.enter_context(mock.patch.object(module, name, value))
            real = reviewing.picture

            async def picture(*arguments: Any) -> Any:
                return await real(*arguments) if made.pictured else []

            undo.enter_context(mock.patch.object(reviewing, "picture", picture))
            try:
                yield made
            finally:
                await browser.close()


def _make_template(folder: Path) -> None:
    home = home_folder(str(folder / "template"))
    made = {name: os.environ.pop(name) for name in ("COUNTERSIGN_DATABASE",) if name in os.environ}
    try:
        open_store(home).close()
    finally:
        os.environ.update(made)
    with contextlib.closing(sqlite3.connect(home / "countersign.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(home / "countersign.db", folder / "template.db")


async def settled() -> None:
    """Lets what was cancelled end."""
    await asyncio.sleep(0)
