"""Granted WebSockets before a real browser: the chat works, the heartbeat goes on, what was typed never arrives."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable

import pytest
from playwright.async_api import Page, async_playwright

from agent.browser.find import find_browser
from agent.browser.launch import _is_root
from agent.gate.policy import Phase
from agent.gate.socket_policy import PER_MINUTE, Beats
from agent.gate.trace import Tracer
from tests.gate.conftest import Behind
from tests.gate.socket_site import SocketSite

pytestmark = pytest.mark.browser

SECRET = "Whitcombe"

OPEN = """([url, protocols]) => new Promise((done) => {
  window.heard = []; window.ended = null;
  window.socket = new WebSocket(url, protocols || []);
  socket.onmessage = (event) => heard.push(event.data);
  socket.onclose = (event) => { window.ended = [event.code, event.reason, event.wasClean]; done("closed"); };
  socket.onopen = () => done("open");
})"""

ATTACKS = {
    "plain": "socket.send(v)",
    "base64": "socket.send(btoa(v))",
    "beside a heartbeat": "socket.send('ping' + v)",
    "a letter a message": "for (const each of v) socket.send(each)",
    "a number of the same word": "for (let n = 0; n < v.charCodeAt(0); n++) socket.send('ping')",
    "binary": "socket.send(new TextEncoder().encode(v))",
    "the heartbeat as bytes": "socket.send(new TextEncoder().encode('ping'))",
    "blob": "socket.send(new Blob([v]))",
    "one large message": "socket.send(v + 'x'.repeat(300000))",
    "close reason": "socket.close(4000, v)",
    "close code": "socket.close(3000 + v.charCodeAt(0))",
    "subprotocol": "new WebSocket(socket.url, ['p-' + v])",
    "query": "new WebSocket(socket.url + '?d=' + v)",
    "encoded query": "new WebSocket(socket.url + '?d=' + btoa(v))",
    "path": "new WebSocket(socket.url + '/' + v)",
    "a worker's socket": """new Worker(URL.createObjectURL(new Blob([`const s = new WebSocket("${socket.url}?w=${v}");
        s.onopen = () => s.send("${v}")`])))""",
    "a stream's socket": "new WebSocketStream(socket.url + '?s=' + v)",
}


async def begin(behind: Behind, site: SocketSite) -> Page:
    behind.gate.admit(site.url)
    behind.gate.watch_for(Tracer({"family-name": SECRET}))
    await behind.page.goto(site.url)
    return behind.page


async def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)


async def say(page: Page, text: str, answer: str) -> None:
    await page.evaluate("(text) => socket.send(text)", text)
    await page.wait_for_function("(answer) => heard.includes(answer)", arg=answer)


async def test_without_a_grant_a_socket_is_refused_and_its_address_remembered(
        trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    async with SocketSite(trusted_tls) as site:
        page = await begin(behind, site)
        assert await page.evaluate(OPEN, [site.chat + "?token=1", None]) == "closed"
        assert list(behind.gate.refused_sockets) == [site.chat]
        assert site.heads == []


async def test_a_granted_chat_works_and_its_heartbeat_goes_on_once_armed(
        trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    async with SocketSite(trusted_tls) as site:
        page = await begin(behind, site)
        behind.gate.grant_socket(site.chat)
        assert await page.evaluate(OPEN, [site.chat + "?token=1", ["v2"]]) == "open"
        assert await page.evaluate("() => socket.protocol") == "v2"
        await say(page, "ping", "got ping")
        await say(page, "ping me", "got ping me")
        await until(lambda: site.pongs == [b"from the site"])
        assert b"extensions" not in site.heads[0].lower()

        behind.gate.arm()
        await page.fill("[name=name]", SECRET)
        await page.evaluate("() => { heard.length = 0 }")
        await say(page, "ping", "got ping")
        assert site.messages == ["ping", "ping me", "ping"]
        assert await page.evaluate(OPEN, [site.chat + "?token=1", ["v2"]]) == "open"  # it may come back
        await say(page, "ping", "got ping")


async def test_the_site_says_why_it_closes(trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    async with SocketSite(trusted_tls) as site:
        page = await begin(behind, site)
        behind.gate.grant_socket(site.chat)
        await page.evaluate(OPEN, [site.chat, None])
        await page.evaluate("() => socket.send('bye')")
        await page.wait_for_function("() => ended")
        assert await page.evaluate("() => ended") == [4001, "the site's reason", True]
        await until(lambda: site.ends == 1)
        assert {code for code, _ in site.closes} <= {1000, 4001}


async def test_the_persons_data_leaves_by_no_message_before_arming_either(
        trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    async with SocketSite(trusted_tls) as site:
        page = await begin(behind, site)
        behind.gate.grant_socket(site.chat)
        await page.evaluate(OPEN, [site.chat, None])
        await page.evaluate("(v) => socket.send('name is ' + v)", SECRET)
        await page.wait_for_function("() => ended")
        assert await page.evaluate("() => ended[0]") == 1008
        assert await page.evaluate(OPEN, [f"{site.chat}?d={SECRET}", None]) == "closed"
        await until(lambda: site.ends == 1)
        assert SECRET not in site.arrived


async def test_nothing_typed_arrives_over_a_granted_socket(trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    for name, attack in ATTACKS.items():
        behind.gate.phase = Phase.OPEN  # as a fresh gate before the same browser: starting one takes seconds
        behind.gate._sockets.beats = Beats()
        async with SocketSite(trusted_tls) as site:
            page = await begin(behind, site)
            behind.gate.grant_socket(site.chat)
            await page.evaluate(OPEN, [site.chat, None])
            await say(page, "ping", "got ping")
            behind.gate.arm()
            before = len(site.messages)
            await page.fill("[name=name]", SECRET)
            await page.evaluate("(v) => { try { ATTACK } catch (e) {} }".replace("ATTACK", attack), SECRET)
            await page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
            await page.evaluate("() => socket.close()")
            await until(lambda site=site: site.ends == 1)
            assert len(site.heads) == 1, name
            assert set(site.messages[before:]) <= {"ping"}, name
            assert len(site.messages) - before <= PER_MINUTE, name
            assert all(code == 1000 and not reason for code, reason in site.closes), name


@pytest.mark.slow  # shows that the oracle sees
async def test_the_same_attacks_leak_without_the_gate(trusted_tls: ssl.SSLContext) -> None:
    async with SocketSite(trusted_tls) as site, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser().path,
                                                   chromium_sandbox=not _is_root())
        context = await browser.new_context(ignore_https_errors=True)
        for name, attack in ATTACKS.items():
            page = await context.new_page()
            await page.goto(site.url)
            await page.evaluate(OPEN, [site.chat, None])
            for each in (site.heads, site.messages, site.closes):
                each.clear()
            await page.evaluate("(v) => { try { ATTACK } catch (e) {} }".replace("ATTACK", attack), SECRET)
            await until(lambda: bool(site.heads or len(site.messages) > 6 or site.closes or (
                site.messages and site.messages != ["ping"])))
            assert site.arrived != "([], [], [], [])", name
            await page.close()
        await browser.close()


async def test_heartbeats_beyond_a_pages_rest_close_the_socket(trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    async with SocketSite(trusted_tls) as site:
        page = await begin(behind, site)
        behind.gate.grant_socket(site.chat)
        await page.evaluate(OPEN, [site.chat, None])
        await say(page, "ping", "got ping")
        behind.gate.arm()
        await page.evaluate("() => { for (let n = 0; n < 50; n++) socket.send('ping'); }")
        await page.wait_for_function("() => ended")
        assert await page.evaluate("() => ended[0]") == 1008
        assert site.messages == ["ping"] * 7


WILD = [
    (b"\xff" * 50, b""), (b"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff", b""), (b"\x01\x01a\x01\x01b", b""),
    (b"\x89\x7e\x01\x00" + b"a" * 256, b""), (b"\x81\x02\xff\xfe", b""), (b"\x88\x01a", b""),
    (b"", b"Sec-WebSocket-Extensions: permessage-deflate\r\n"), (b"", b"Sec-WebSocket-Protocol: never-offered\r\n"),
]


async def test_a_site_that_breaks_the_protocol_harms_nobody(trusted_tls: ssl.SSLContext, behind: Behind) -> None:
    for wild, extra in WILD:
        async with SocketSite(trusted_tls, wild=wild, extra=extra) as site:
            page = await begin(behind, site)
            behind.gate.grant_socket(site.chat)
            await page.evaluate(OPEN, [site.chat, None])
            await page.wait_for_function("() => ended")
            await until(lambda site=site: site.ends == 1)
            assert await page.evaluate("() => fetch('/').then((answer) => answer.status)") == 200
