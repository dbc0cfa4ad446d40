"""Raw bytes against the gate's port: what a hostile page, site or local process could write. The oracle is the site."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.gate.canonical import digest
from agent.gate.holds import Ending
from agent.gate.proxy import Gate
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import RawSite, ask, canned, line, request
from tests.parts.recording import RecordingSite

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"
PAGE_HEADERS = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: same-origin\r\n"


# Addresses

async def test_the_host_header_is_the_address_and_nothing_else(bare: Gate) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        await ask(bare.port, request("GET", site.url + "/").replace(b"Host: 127.0.0.1", b"Host: other.example"))
        assert [each.header("Host") for each in site.arrived] == [f"127.0.0.1:{site.port}"]


@pytest.mark.parametrize("authority", [
    "127.0.0.1:443", "127.1:443", "2130706433:443", "0x7f000001:443", "0177.0.0.1:443", "localhost:443",
    "LOCALHOST.:443", "[::1]:443", "[::ffff:127.0.0.1]:443", "[64:ff9b::7f00:1]:443", "[2002:7f00:1::]:443",
    "0.0.0.0:443", "[::]:443", "192.168.0.1:443", "169.254.169.254:443", "224.0.0.1:443", "public.example:8443",
    "public.example:80", "public.example", "public.example:", ":443", "x@public.example:443", "[::1:443",
    "public.example/x:443", "public.example:443:443", "public.example:0443", "public.example:٤٤٣", "%31:443",
])
async def test_no_tunnel_to_odd_ports_private_addresses_or_odd_spellings(bare: Gate, authority: str) -> None:
    assert not (await ask(bare.port, f"CONNECT {authority} HTTP/1.1\r\nHost: x\r\n\r\n".encode())).startswith(
        b"HTTP/1.1 200")


@pytest.mark.parametrize("url", [
    "http://127.1:{port}/", "http://2130706433:{port}/", "http://[::ffff:127.0.0.1]:{port}/",
    "http://0.0.0.0:{port}/", "http://127.0.0.1.:{port}/", "http://x@127.0.0.1:{port}/", "http://localhost:{port}/",
    "http://127.0.0.1:{port}@public.invalid/", "http://public.invalid\\@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/", "ftp://127.0.0.1:{port}/", "ws://127.0.0.1:{port}/", "//127.0.0.1:{port}/", "/",
    "http://[::1/", "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://", "*",
])
async def test_an_address_in_disguise_reaches_nobody(bare: Gate, url: str) -> None:
    with RecordingSite() as router:
        data = f"GET {url.format(port=router.port)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
        assert not (await ask(bare.port, data)).startswith(b"HTTP/1.1 2")
        assert router.arrived == []


@pytest.mark.parametrize("target", ["@127.0.0.1:{port}/", ".invalid/", "http://127.0.0.1:{port}/", ":{port}/", "*"])
async def test_inside_a_tunnel_only_paths_are_addresses(bare: Gate, target: str) -> None:
    async with RawSite(canned(OK)) as router:
        bare.name("127.0.0.1", router.port)
        async with line(bare.port) as made:
            assert (await made.connect("public.invalid:443")).startswith(b"HTTP/1.1 200")
            await made.tls()
            await made.send(f"GET {target.format(port=router.port)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert not (await made.head()).startswith(b"HTTP/1.1 2")
        assert router.connections == 0


async def test_a_tunnel_carries_nothing_but_tls(bare: Gate) -> None:
    async with line(bare.port) as made:
        assert (await made.connect("public.invalid:443")).startswith(b"HTTP/1.1 200")
        await made.send(b"\x00\x01\x00\x00 not tls " * 20)
        assert b"HTTP" not in await made.rest()


async def test_a_tunnel_inside_a_tunnel_is_refused(bare: Gate) -> None:
    async with line(bare.port) as made:
        await made.connect("public.invalid:443")
        await made.tls()
        assert not (await made.connect("other.invalid:443")).startswith(b"HTTP/1.1 200")


async def test_a_name_that_was_public_can_not_turn_private(bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"], ["93.184.216.34", "127.0.0.1"]]
    tried: list[str] = []

    async def connect(address: str, _port: int) -> None:
        tried.append(address)
        raise OSError

    with RecordingSite() as router:
        url = f"http://rebinding.example:{router.port}/"
        bare.admit(url)
        monkeypatch.setattr("agent.gate.guard.look_up", lambda _host, _port: answers.pop(0))
        monkeypatch.setattr("agent.gate.network._one", connect)
        for _ in range(3):
            await ask(bare.port, request("GET", url))
        monkeypatch.undo()
        assert set(tried) == {"93.184.216.34"}


# Framing

async def test_one_request_stays_one_whatever_its_framing_says(bare: Gate) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        inner = b"GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"
        head = f"POST {site.url}/a HTTP/1.1\r\nHost: x\r\n".encode()
        chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(inner), inner)
        for framing in (b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
                        b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                        b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: xchunked\r\n",
                        b"Content-Length: 3\r\nContent-Length: 30\r\n", b"Content-Length: +3\r\n",
                        b"Transfer-Encoding : chunked\r\n", b"X: y\r\n Transfer-Encoding: chunked\r\n"):
            await ask(bare.port, head + framing + b"\r\n" + chunked)
        assert {each.target for each in site.arrived} <= {"/a"}
        assert all(each.body in (inner, b"") and each.header("Content-Length") == str(len(each.body))
                   and not each.header("Transfer-Encoding") for each in site.arrived)


async def test_requests_sent_all_at_once_are_judged_one_by_one(bare: Gate) -> None:
    with RecordingSite() as site:
        bare.admit(site.url + "/one")
        bare.arm()
        both = request("GET", site.url + "/one") + request("POST", site.url + "/two", "Connection: close\r\n", b"x")
        async with line(bare.port) as made:
            await made.send(both)
            answer = await made.rest()
        assert answer.startswith(b"HTTP/1.1 200")
        assert answer.count(b"HTTP/1.1") == 1  # the second was refused, and its line ended without an answer
        assert [each.target for each in site.arrived] == ["/one"]


async def test_a_second_request_behind_a_held_one_is_never_taken(bare: Gate, ledger: RecordingLedger) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
                hold = await asyncio.wait_for(window.holds.get(), 20)
                await made.send(request("POST", site.url + "/b", PAGE_HEADERS, b"n=2"))
                ledger.approved[1] = digest(hold.request, hold.made)
                hold.end(Ending.SEND, 1)
                await hold.answer
                assert b" 200 " in await made.head()
        assert [each.target for each in site.writes] == ["/a"]


async def test_old_http_and_expectations_are_served(bare: Gate) -> None:
    with RecordingSite({"/": "<p>hello"}) as site:
        bare.admit(site.url)
        old = await ask(bare.port, f"GET {site.url}/ HTTP/1.0\r\n\r\n".encode())
        assert b"200" in old
        async with line(bare.port) as made:
            await made.send(request("POST", site.url + "/", "Expect: 100-continue\r\nX: y\r\n").replace(
                b"Content-Length: 0", b"Content-Length: 4"))
            assert (await made.head()).startswith(b"HTTP/1.1 100")
            await made.send(b"body")
            assert b" 200 " in await made.head()
        assert site.writes[0].body == b"body"
        assert not site.writes[0].header("Expect")


@pytest.mark.parametrize("junk", [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 40, b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 400, b"\x00" * 4000,
    b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n",
    b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nX: a\x00b\r\n\r\n",
    b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nX y: z\r\n\r\n",
    b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 400_000,
])
async def test_what_is_no_http_ends_its_connection_and_nothing_else(bare: Gate, junk: bytes) -> None:
    async with line(bare.port) as made:
        await made.send(junk)
        made.writer.write_eof()
        assert b" 200 " not in await made.rest()
    with RecordingSite({"/": "<p>hello"}) as site:
        bare.admit(site.url)
        assert b"200" in await ask(bare.port, request("GET", site.url + "/"))


async def test_an_upload_that_breaks_off_leaves_nothing_in_the_spool(bare: Gate, tmp_path: Path) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            head = request("POST", site.url + "/a").replace(b"Content-Length: 0", b"Content-Length: 9000000")
            await made.send(head + b"x" * 4_000_000)
        await settled(bare)
        assert list((tmp_path / "spool").iterdir()) == []
        assert site.arrived == []


async def test_a_browser_that_dies_while_its_upload_is_held_leaves_nothing(bare: Gate, tmp_path: Path) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"x" * 4_000_000))
                hold = await asyncio.wait_for(window.holds.get(), 20)
            assert not (await asyncio.wait_for(hold.answer, 20)).sent
            assert hold.ending.result()[0] is Ending.GONE
        await settled(bare)
        assert list((tmp_path / "spool").iterdir()) == []
        assert site.arrived == []


async def settled(gate: Gate) -> None:
    """Until every connection was dealt with."""
    if gate._doorway.tasks:
        assert not (await asyncio.wait(gate._doorway.tasks, timeout=20))[1]


# Sites that misbehave

@pytest.mark.parametrize("answer", [
    b"", b"not http at all\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nhello",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 50,
    b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000, b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", b"HTTP/1.1 999 ?\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nLocation: a\rb\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: //x:99999/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n"
    b"\x1f\x8b\x00\x00",
])
async def test_a_site_that_answers_nonsense_harms_nobody(bare: Gate, answer: bytes) -> None:
    async with RawSite(canned(answer)) as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(request("GET", site.url + "/", PAGE_HEADERS))
            made.writer.write_eof()
            await made.rest()
        assert len(site.heads) == 1


@pytest.mark.parametrize(("answer", "state"), [
    (b"", "unknown"), (b"nonsense\r\n\r\n", "unknown"), (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000, "unknown"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "answered 200"),
    (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", "answered 204"),
    (b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\nContent-Length: 0\r\n\r\n", "answered 302"),
])
async def test_what_was_approved_and_answered_badly_is_said_truly(bare: Gate, ledger: RecordingLedger, answer: bytes,
                                                                  state: str) -> None:
    async with RawSite(canned(answer)) as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
                hold = await asyncio.wait_for(window.holds.get(), 20)
                ledger.approved[1] = digest(hold.request, hold.made)
                hold.end(Ending.SEND, 1)
                found = await asyncio.wait_for(hold.answer, 20)
                made.writer.write_eof()
                await made.rest()
        assert found.sent
        assert ledger.events == [("sending", 1), (state, 1)]
        assert len(site.heads) == 1


async def test_an_answer_that_never_ends_its_headers_becomes_a_doubt(bare: Gate, ledger: RecordingLedger,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.gate.upstream.ANSWER_SECONDS", 0.5)

    async def trickle(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with RawSite(trickle) as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE_HEADERS, b"n=1"))
                hold = await asyncio.wait_for(window.holds.get(), 20)
                ledger.approved[1] = digest(hold.request, hold.made)
                hold.end(Ending.SEND, 1)
                assert (await asyncio.wait_for(hold.answer, 20)).sent
        assert ledger.events == [("sending", 1), ("unknown", 1)]


async def test_answers_without_a_body_stay_without_one(bare: Gate) -> None:
    for status, extra in ((204, b""), (304, b"Content-Length: 7\r\n"), (200, b"Content-Length: 7\r\n")):
        async with RawSite(canned(b"HTTP/1.1 %d X\r\n%s\r\n" % (status, extra))) as site:
            bare.admit(site.url)
            async with line(bare.port) as made:
                await made.send(request("HEAD" if status == 200 else "GET", site.url + "/", "Connection: close\r\n"))
                assert (await made.rest()).endswith(b"\r\n\r\n")


async def test_a_refusal_and_a_failure_of_a_head_request_have_no_body_either(bare: Gate) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
    for url in (site.url + "/", "http://127.0.0.1:1/"):
        async with line(bare.port) as made:
            await made.send(request("HEAD", url, "Connection: close\r\n"))
            answer = await made.rest()
            assert answer.startswith((b"HTTP/1.1 502", b"HTTP/1.1 403"))
            assert answer.endswith(b"\r\n\r\n")


async def test_a_large_download_streams_and_stops_when_the_browser_does(bare: Gate) -> None:
    sent = 0

    async def pour(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\nContent-Type: text/html\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            await writer.drain()
            sent += 65536

    async with RawSite(pour) as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(request("GET", site.url + "/"))
            assert b" 200 " in await made.head()
            before = -1
            while sent != before:  # until nobody takes any more
                before = sent
                await asyncio.sleep(0.3)
            assert 0 < sent < 32_000_000
        await settled(bare)


async def test_many_requests_at_once_are_all_served(bare: Gate) -> None:
    with RecordingSite({"/": "<p>hello"}) as site:
        bare.admit(site.url)
        answers = await asyncio.gather(*(ask(bare.port, request("GET", f"{site.url}/?{n}")) for n in range(60)))
        assert all(b" 200 " in each for each in answers)


# Other people's programs

@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="needs a second user to play")
async def test_a_program_of_another_user_gets_no_word_out_of_the_gate(bare: Gate) -> None:
    with RecordingSite({"/": "<p>hello"}) as site:
        bare.admit(site.url)
        script = (f"import socket; s = socket.create_connection(('127.0.0.1', {bare.port}), 20); "
                  f"s.sendall({request('GET', site.url + '/')!r}); s.settimeout(20)\n"
                  "try: print(s.recv(100))\nexcept ConnectionError: print(b'')")
        done = await asyncio.to_thread(subprocess.run, ["/usr/bin/python3", "-c", script], user=65534, cwd="/",
                                       capture_output=True, text=True, timeout=60, check=False)
        assert done.stdout.strip() == "b''", done.stderr
        assert site.arrived == []
        assert b" 200 " in await ask(bare.port, request("GET", site.url + "/"))
