"""A hostile page in a real browser: every way out at once, while typing, at the press, and as the page goes away."""

from __future__ import annotations

import asyncio
import base64
import os
import ssl
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.async_api import async_playwright

from agent.browser import stub
from agent.browser.find import find_browser
from agent.browser.launch import _is_root
from agent.gate.canonical import digest
from agent.gate.holds import Ending
from tests.gate.attack_page import ATTACK, FORM, SERVICE_WORKER, SHARED_WORKER
from tests.gate.conftest import Behind
from tests.parts.recording import Arrived, RecordingSite, Reply

pytestmark = pytest.mark.browser

SECRET = "Zoë-Whitcombe-48213"
SCRIPT = (("Content-Type", "text/javascript"),)
HINTS = ("Content-Type", "text/html"), ("Accept-CH", "Sec-CH-Viewport-Width, Sec-CH-Width, Viewport-Width")


def hostile(request: Arrived) -> Reply:
    """What the hostile first party serves besides its page."""
    scripts = {"/attack.js": ATTACK, "/sw.js": SERVICE_WORKER, "/shared.js": SHARED_WORKER}
    if (script := scripts.get(urlsplit(request.target).path)) is not None:
        return Reply(body=script.encode(), headers=SCRIPT)
    return Reply(body=b"<p>Thank you. Reference TT-1</p>", headers=HINTS)


def stolen(requests: list[Arrived]) -> list[str]:
    """Which requests carry what was typed, in any form that the page tries."""
    plain = base64.b64encode(SECRET.encode("latin-1")).decode().rstrip("=")
    marks = {SECRET, plain, plain.lower(), quote(SECRET), SECRET.encode().decode("latin-1"), "4821"}
    return [f"{each.method} {each.target}" for each in requests
            for mark in marks if mark in f"{each.target} {each.headers} {each.body.decode('latin-1')}"]


def channels(requests: list[Arrived]) -> set[str]:
    return {line.split("?")[0] for line in stolen(requests)}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Openers for mail addresses and the like, on the system's path and in place of ours: each signs this file."""
    signed, system = tmp_path / "opened", tmp_path / "system"
    system.mkdir()
    for name in stub.OPENERS:
        (system / name).write_text(f"#!/bin/sh\necho system >> {signed}\n")
        (system / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{system}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(stub, "SCRIPT", f"#!/bin/sh\necho stub >> {signed}\nexit 1\n")
    return signed


async def test_nothing_typed_arrives_anywhere_but_what_was_approved(trusted_tls: ssl.SSLContext, programs: Path,
                                                                    behind: Behind) -> None:
    gate, page = behind.gate, behind.page
    with RecordingSite(tls=trusted_tls) as evil, RecordingSite(answerer=hostile, tls=trusted_tls) as site:
        site.pages["/"] = FORM.replace("@EVIL@", evil.url)
        gate.name("127.0.0.1", evil.port)
        gate.admit(site.url + "/")
        await page.goto(site.url + "/")
        await page.wait_for_function("() => window.ready")
        gate.arm()
        heard = len(evil.arrived)
        await page.fill("[name=name]", SECRET)
        await page.wait_for_function("() => window.sent")
        assert stolen(site.arrived) == []
        with gate.window() as window:
            await page.click("button", no_wait_after=True)
            while (hold := await asyncio.wait_for(window.holds.get(), 30)).request.url != site.url + "/send":
                hold.end(Ending.STAY)  # what else the press caused; a person would see it named
            await asyncio.sleep(0.5)
            assert stolen(site.arrived) == []
            approved = hold.request.body.read()
            behind.ledger.approved[1] = digest(hold.request, hold.made)
            hold.end(Ending.SEND, 1)
            await hold.answer
            await page.wait_for_url("**/send")
        await page.close(run_before_unload=True)
        await page.context.close()
        sent = [each for each in site.arrived if each.method not in ("GET", "HEAD") and each.target != "/ping"]
        assert [(each.target, each.body) for each in sent] == [("/send", approved)]
        assert channels(site.arrived) == {"POST /send"}
        assert {each.target: each.header("Referer") for each in sent} == {"/send": site.url + "/"}
        assert not any(each.header("X-Http-Method-Override") for each in site.arrived[site.arrived.index(sent[0]):])
        assert evil.arrived[heard:] == []
    if sys.platform.startswith("linux"):
        assert set(programs.read_text().split()) == {"stub"}


async def test_the_same_page_gets_out_in_dozens_of_ways_without_the_gate(trusted_tls: ssl.SSLContext) -> None:
    with RecordingSite(tls=trusted_tls) as evil, RecordingSite(answerer=hostile, tls=trusted_tls) as site:
        site.pages["/"] = FORM.replace("@EVIL@", evil.url)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_browser().path,
                                                       chromium_sandbox=not _is_root())
            page = await browser.new_page(ignore_https_errors=True)
            await page.goto(site.url)
            await page.wait_for_function("() => window.ready")
            await page.fill("[name=name]", SECRET)
            evil.wait_for(lambda found: len(channels(found)) >= 25, 20)
            site.wait_for(lambda found: len(channels(found)) >= 25, 20)
            await browser.close()
        assert len(channels(evil.arrived)) >= 25, sorted(channels(evil.arrived))
        assert len(channels(site.arrived)) >= 25, sorted(channels(site.arrived))
