"""Sets channels off in a real browser, many pages at a time: once with no gate, once behind the product's own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, Error, Page, async_playwright

from agent.browser import stub
from agent.browser.find import find_browser
from agent.browser.launch import _is_root, gated_browser
from agent.gate.allowance import Allowance, Pairs
from agent.gate.browser_side import BrowserConnection
from agent.gate.proxy import Gate
from agent.gate.wire import WireRequest
from tests.channels.canary import canaries_in
from tests.channels.channel import Then
from tests.channels.page import Ground, Sheet, address, served, typed_into, values
from tests.channels.sinks import Sinks
from tests.gate.conftest import RecordingLedger

LOAD_SECONDS = 60.0
PATIENCE = 30.0
"""Seconds that a plain browser gets to send every canary of a batch."""

FRONT_PATIENCE = 6.0

SLOW_PATIENCE = 100.0
"""Reports wait a minute before they are sent."""

SETTLE = 1.5
"""Seconds without a new canary at the gate, after which a batch counts as done with a turn; but see `_settled`."""

ACT_SECONDS = 60.0
"""For one action on one page: a machine with much else to do is slow."""

PERMISSIONS = ["geolocation", "notifications", "background-sync", "payment-handler", "local-fonts"]


@dataclass
class Opened:
    """A page with its cases, and what went wrong on it."""

    sheet: Sheet
    page: Page
    problem: str = ""


@dataclass
class Seen:
    """What one batch showed: canaries that the gate met, problems by case, strays of the page's own making."""

    gate: set[str] = field(default_factory=set)
    problems: dict[str, str] = field(default_factory=dict)
    unloaded: list[str] = field(default_factory=list)


class Programs:
    """Openers for mail addresses and the like on the system's path: each writes down what it was asked to open."""

    def __init__(self, folder: Path) -> None:
        self._log, self._system = folder / "opened", folder / "system"
        self._system.mkdir(exist_ok=True)
        for name in stub.OPENERS:
            path = self._system / name
            path.write_text(f'#!/bin/sh\necho "$@" >> {self._log}\n')
            path.chmod(0o700)

    def put_first(self) -> None:
        os.environ["PATH"] = f"{self._system}{os.pathsep}{os.environ['PATH']}"

    def canaries(self) -> set[str]:
        return canaries_in(self._log.read_bytes()) if self._log.exists() else set()


class _Boundless(Allowance):
    """Dozens of hostile pages in one browser would use the real one up, and then nothing were proven by what stops."""

    def covers(self, pairs: Pairs, cost: int = 1) -> bool:
        return True

    def take(self, pairs: Pairs, cost: int = 1) -> None:
        pass


class WatchedGate(Gate):
    """The product's gate; notes which canaries ask it for a way out. It lets more through: its allowance never ends."""

    def __init__(self, folder: Path, seen: Seen) -> None:
        super().__init__(folder, RecordingLedger())
        self._seen = seen
        self._allowance = _Boundless()

    def _may_connect(self, host: str, port: int) -> bool:
        self._seen.gate |= canaries_in(host.encode())
        return super()._may_connect(host, port)

    async def _handle(self, connection: BrowserConnection, request: WireRequest) -> None:
        said = f"{request.method} {request.url} {request.headers}".encode() + b" " + request.body.read()
        self._seen.gate |= canaries_in(said)
        await super()._handle(connection, request)


@contextlib.asynccontextmanager
async def plain_browser(pin: str) -> AsyncIterator[BrowserContext]:
    """A browser with no gate, that trusts the sinks."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_browser().path, chromium_sandbox=not _is_root(), timeout=LOAD_SECONDS * 1000,
            args=[f"--ignore-certificate-errors-spki-list={pin}"])
        try:
            yield await browser.new_context(permissions=PERMISSIONS)
        finally:
            await browser.close()


async def without_gate(sheets: Sequence[Sheet], ground: Ground, sinks: Sinks, pin: str, programs: Programs) -> Seen:
    """One batch in a plain browser, each case set off by a press.

    Returns:
        what was seen; the canaries are in the sinks' record.
    """
    seen, patience = Seen(), SLOW_PATIENCE if _slow(sheets) else PATIENCE / 2
    async with plain_browser(pin) as context:
        opened = await _open(sheets, context, ground, sinks, seen)
        await _each(opened, _fill)

        async def noticed(each: Opened) -> None:
            hoped = {values(case)["pressed"] for case in each.sheet if not case.channel.unseen}
            await _wait_for(hoped, sinks, programs, FRONT_PATIENCE)

        await _set_off(opened, _press, noticed)
        wanted = {values(case)["pressed"]: case.channel.then for sheet in sheets for case in sheet
                  if not case.channel.unseen}
        await _wait_for({each for each, then in wanted.items() if then is Then.STAY}, sinks, programs, patience)
        await _part(opened, ground)
        await _wait_for(set(wanted), sinks, programs, patience)
        await _problems(opened, seen)
    return seen


async def with_gate(sheets: Sequence[Sheet], ground: Ground, sinks: Sinks, folder: Path) -> Seen:
    """One batch behind the gate as the product starts it: pages load, then the gate is armed, then they are set off."""
    seen, settle = Seen(), SLOW_PATIENCE if _slow(sheets) else SETTLE
    gate = WatchedGate(folder, seen)
    gate.admit(ground.first + "/")
    async with gated_browser(gate, folder) as browser:
        assert browser.context.browser is not None
        freer = await browser.context.browser.new_context(service_workers="allow")
        opened = [*await _open([each for each in sheets if not each[0].channel.serves], browser.context, ground, sinks,
                               seen),
                  *await _open([each for each in sheets if each[0].channel.serves], freer, ground, sinks, seen)]
        gate.arm()

        async def noticed(each: Opened) -> None:
            await _settled([each], seen, SETTLE / 2)

        await _set_off(opened, _type, noticed)
        await _settled(opened, seen, settle)
        with gate.window():
            await _each(opened, _fill)
            await _set_off(opened, _press, noticed)
            await _settled(opened, seen, SETTLE)
        await _part(opened, ground)
        await _settled([], seen, settle)
        await _problems(opened, seen)
    return seen


async def _open(sheets: Sequence[Sheet], context: BrowserContext, ground: Ground, sinks: Sinks,
                seen: Seen) -> list[Opened]:
    for sheet in sheets:
        sinks.pages.update(served(sheet, ground))

    async def one(sheet: Sheet) -> Opened | None:
        page = await context.new_page()
        page.on("dialog", lambda dialog: asyncio.ensure_future(_accept(dialog)))
        try:
            await _load(page, address(sheet, ground))
        except Error as problem:
            seen.unloaded.append(f"{sheet[0].name}: {problem.message.splitlines()[0]}")
            return None
        return Opened(sheet, page)

    return [each for each in await _in_groups([one(sheet) for sheet in sheets]) if each is not None]


async def _load(page: Page, url: str) -> None:
    """Loads a page; again if the namespace's own coming up (an address that becomes valid) got in its way."""
    for _ in range(3):
        try:
            await page.goto(url, timeout=LOAD_SECONDS * 1000)
            return
        except Error as problem:
            if "ERR_NETWORK_CHANGED" not in problem.message:
                raise
    await page.goto(url, timeout=LOAD_SECONDS * 1000)


def _slow(sheets: Sequence[Sheet]) -> bool:
    return any(case.channel.slow for sheet in sheets for case in sheet)


async def _accept(dialog: Any) -> None:
    with contextlib.suppress(Error):
        await dialog.accept()


async def _in_groups(waiting: list[Any], size: int = 6) -> list[Any]:
    """Runs coroutines, a few at a time: two cores do no more, and none should time out."""
    turn = asyncio.Semaphore(size)

    async def one(each: Any) -> Any:
        async with turn:
            return await each

    return await asyncio.gather(*(one(each) for each in waiting))


async def _set_off(opened: list[Opened], act: Any, noticed: Any) -> None:
    """Acts on every page; one after the other, and in front, where that matters."""
    await _each([each for each in opened if not each.sheet[0].channel.front], act)
    for each in opened:
        if each.sheet[0].channel.front:
            await each.page.bring_to_front()
            await _each([each], act)
            await noticed(each)


async def _each(opened: list[Opened], act: Any) -> None:
    async def one(each: Opened) -> None:
        try:
            async with asyncio.timeout(ACT_SECONDS):
                await act(each)
        except (Error, TimeoutError) as problem:
            each.problem = f"{act.__name__}: {str(problem).splitlines()[0] if str(problem) else 'too slow'}"

    await _in_groups([one(each) for each in opened])


async def _type(each: Opened) -> None:
    await each.page.fill("#v", typed_into(each.sheet, "typed"))
    await each.page.press("#v", "End", no_wait_after=True)


async def _fill(each: Opened) -> None:
    await each.page.fill("#v", typed_into(each.sheet, "pressed"))


async def _press(each: Opened) -> None:
    await each.page.click("#b", no_wait_after=True)


async def _part(opened: list[Opened], ground: Ground) -> None:
    """Closes or leaves the pages that send then."""
    async def one(each: Opened) -> None:
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(10):
                if each.sheet[0].channel.then is Then.CLOSE:
                    await each.page.close(run_before_unload=True)
                elif each.sheet[0].channel.then is Then.LEAVE:
                    await each.page.goto(ground.first + "/", wait_until="commit")

    await _in_groups([one(each) for each in opened if each.sheet[0].channel.then is not Then.STAY])


async def _settled(opened: list[Opened], seen: Seen, quiet: float) -> None:
    """Waits until the pages have had a moment of their own time, and no new canary has met the gate for a while."""
    async def one(each: Opened) -> None:
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(10):
                await each.page.evaluate("new Promise((done) => setTimeout(done, 200))")

    await asyncio.gather(*map(one, opened))
    met = -1
    while met < len(seen.gate):
        met = len(seen.gate)
        await asyncio.sleep(quiet)


async def _wait_for(wanted: set[str], sinks: Sinks, programs: Programs, patience: float) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and not wanted <= sinks.record.arrived().keys() | programs.canaries():  # noqa: ASYNC110 - other threads and programs fill them
        await asyncio.sleep(0.05)


async def _problems(opened: list[Opened], seen: Seen) -> None:
    async def one(each: Opened) -> None:
        found: dict[str, str] = {}
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(1):
                found = await each.page.evaluate("window.problems || {}")
        for case in each.sheet:
            if problem := found.get(case.name, each.problem):
                seen.problems[case.name] = problem

    await _in_groups([one(each) for each in opened])
