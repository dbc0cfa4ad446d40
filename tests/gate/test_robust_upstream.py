"""What sites send slowly, cut, unasked, without end or without length: passed truly, or said truly, within its time."""

from __future__ import annotations

import asyncio
import gzip
import resource
import socket
import sys
from pathlib import Path

import pytest

from agent.gate import network, upstream
from agent.gate.browser_side import BrowserConnection
from agent.gate.problems import Failure
from agent.gate.proxy import Gate
from agent.gate.spool import Spool
from tests.gate.raw import RawSite, ask, canned, line, request

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
PAGE = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: same-origin\r\n"


async def whole(gate: Gate, url: str, headers: str = "", method: str = "GET") -> bytes:
    """The whole answer on a connection of its own."""
    async with line(gate.port) as made:
        await made.send(request(method, url, headers + "Connection: close\r\n"))
        return await made.rest()


# Slow and silent

@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: "])
async def test_a_site_that_falls_silent_is_left_and_the_person_told(
        bare: Gate, monkeypatch: pytest.MonkeyPatch, start: bytes) -> None:
    monkeypatch.setitem(upstream._TIMEOUTS, "read", 0.3)
    ended = asyncio.Event()

    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(start)
        await reader.read()  # until the gate hangs up
        ended.set()

    async with RawSite(stall) as site:
        bare.admit(site.url)
        assert b" 502 " in await whole(bare, site.url + "/")
        assert bare.failures[site.url + "/"].kind is Failure.TIMEOUT
        await asyncio.wait_for(ended.wait(), 20)


async def test_a_site_that_drips_its_headers_is_left_too(bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READ_SECONDS", "CONNECT_SECONDS", "ANSWER_SECONDS"):
        monkeypatch.setattr(upstream, name, 0.2)

    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with RawSite(drip) as site:
        bare.admit(site.url)
        for method in ("GET", "HEAD"):
            assert b" 502 " in await whole(bare, site.url + "/", method=method)


async def test_a_body_that_stops_half_way_does_not_look_whole(bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(upstream._TIMEOUTS, "read", 0.3)

    async def half(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
        await asyncio.sleep(60)

    async with RawSite(half) as site:
        bare.admit(site.url)
        answer = await whole(bare, site.url + "/")
        assert b"hello" in answer
        assert not answer.endswith(b"0\r\n\r\n")


async def test_an_answer_without_length_that_is_reset_does_not_look_whole(bare: Gate) -> None:
    async def reset(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nhalf of it")
        await writer.drain()
        await asyncio.sleep(0.2)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        writer.transport.abort()

    async with RawSite(reset) as site:
        bare.admit(site.url)
        answer = await whole(bare, site.url + "/")
        assert b"half of it" in answer
        assert not answer.endswith(b"0\r\n\r\n")


# Answers of every shape

async def test_what_is_said_before_the_answer_stays_at_the_gate(bare: Gate) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </x.css>; rel=preload\r\n\r\n"
    async with RawSite(canned(b"HTTP/1.1 100 Continue\r\n\r\n" + hints * 3 + OK)) as site:
        bare.admit(site.url)
        answer = await whole(bare, site.url + "/", PAGE)
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"preload" not in answer


async def test_an_expectation_is_met_by_the_gate_and_not_passed_on(bare: Gate) -> None:
    async with RawSite(canned(b"HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n")) as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(request("POST", site.url + "/", "Expect: 100-continue\r\n").replace(
                b"Content-Length: 0", b"Content-Length: 2"))
            assert b" 100 " in await made.head()
            await made.send(b"hi")
            assert b" 417 " in await made.head()
        assert b"expect" not in site.heads[0].lower()


async def test_ranges_pass_both_ways(bare: Gate) -> None:
    answer = b"HTTP/1.1 206 Part\r\nContent-Range: bytes 2-4/9\r\nContent-Length: 3\r\n\r\ncde"
    async with RawSite(canned(answer)) as site:
        bare.admit(site.url)
        got = await whole(bare, site.url + "/", "Range: bytes=2-4\r\n")
        assert b"range: bytes=2-4" in site.heads[0].lower()
        assert b" 206 " in got
        assert b"bytes 2-4/9" in got
        assert got.endswith(b"cde")


async def test_compressed_answers_pass_as_they_are_and_are_read_along(bare: Gate) -> None:
    body = gzip.compress(b'<a href="/next?id=7">')
    async with RawSite(canned(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                              b"Content-Length: %d\r\n\r\n%s" % (len(body), body))) as site:
        bare.admit(site.url)
        assert (await whole(bare, site.url + "/", PAGE)).endswith(body)
        assert bare.memory.is_known(site.url + "/next?id=7")


async def test_events_pass_one_by_one_as_they_come(bare: Gate) -> None:
    more = asyncio.Event()

    async def events(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: one\n\n")
        await more.wait()
        writer.write(b"data: two\n\n")

    async with RawSite(events) as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(request("GET", site.url + "/", "Accept: text/event-stream\r\n"))
            await asyncio.wait_for(made.reader.readuntil(b"data: one\n\n"), 20)
            more.set()
            await asyncio.wait_for(made.reader.readuntil(b"data: two\n\n"), 20)


@pytest.mark.parametrize("answer", [
    b"HTTP/1.0 200 OK\r\n\r\nto the end", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nto \r\n7\r\nthe end\r\n0\r\nT: x\r\n\r\n"])
async def test_answers_without_a_length_come_whole(bare: Gate, answer: bytes) -> None:
    async with RawSite(canned(answer)) as site:
        bare.admit(site.url)
        got = await whole(bare, site.url + "/")
        assert b"to the end" in got.replace(b"\r\n7\r\n", b"")
        assert got.endswith(b"0\r\n\r\n")


async def test_a_second_answer_that_nobody_asked_for_answers_nothing(bare: Gate) -> None:
    async with RawSite(canned(OK + OK.replace(b"ok", b"no"))) as site:
        bare.admit(site.url)
        for _ in range(2):
            assert (await whole(bare, site.url + "/")).endswith(b"ok")
        assert site.connections == 2


async def test_a_browser_that_takes_the_end_after_the_farewell_began_gets_it_whole(tmp_path: Path) -> None:
    ended: list[BaseException | None] = []

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"x" * 8_000_000)
        found = await asyncio.gather(BrowserConnection(reader, writer, Spool(tmp_path)).close(), return_exceptions=True)
        ended.extend(found)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with line(server.sockets[0].getsockname()[1]) as made:
        assert len(await made.rest()) == 8_000_000
    server.close()
    assert ended == [None]


# The network

async def test_a_site_on_ipv6_is_reached(bare: Gate) -> None:
    async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(OK)
        writer.close()

    try:
        server = await asyncio.start_server(once, "::1", 0)
    except OSError:
        pytest.skip("no IPv6 on this machine")
    port = server.sockets[0].getsockname()[1]
    bare.admit(f"http://[::1]:{port}/")
    assert (await whole(bare, f"http://[::1]:{port}/")).endswith(b"ok")
    server.close()


async def test_an_address_that_answers_nothing_costs_a_moment_and_not_the_page(
        bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    real = network._one

    async def one(address: str, port: int) -> network.Stream:
        tried.append(address)
        if address != "127.0.0.1":
            await asyncio.sleep(60)
        return await real(address, port)

    monkeypatch.setattr(network, "_one", one)
    monkeypatch.setattr("agent.gate.guard.look_up", lambda _host, _port: ["::1", "::2", "::3", "127.0.0.1"])
    async with RawSite(canned(OK)) as site:
        bare.admit(f"http://both.example:{site.port}/")
        assert (await whole(bare, f"http://both.example:{site.port}/")).endswith(b"ok")
    assert tried[:2] == ["::1", "127.0.0.1"]


async def test_a_name_that_is_never_answered_ends_and_holds_up_nobody(
        bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading
    free = threading.Event()

    def look_up(host: str, _port: int) -> list[str]:
        if host.startswith("dead"):
            free.wait(30)
        return ["127.0.0.1"]

    monkeypatch.setattr("agent.gate.guard.look_up", look_up)
    monkeypatch.setattr("agent.gate.guard.NAME_SECONDS", 3.0)
    async with RawSite(canned(OK)) as site:
        bare.admit(f"http://live.example:{site.port}/")
        for n in range(12):
            bare.admit(f"http://dead{n}.example:{site.port}/")
        dead = [asyncio.ensure_future(whole(bare, f"http://dead{n}.example:{site.port}/")) for n in range(12)]
        assert (await whole(bare, f"http://live.example:{site.port}/")).endswith(b"ok")
        assert await asyncio.wait_for(asyncio.to_thread(lambda: 1), 2) == 1  # the ledger's own threads are free
        assert all(b" 502 " in each for each in await asyncio.gather(*dead))
    free.set()


async def test_more_requests_than_connections_wait_their_turn(bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upstream, "AT_ONCE", 3)
    now = most = 0

    async def slowly(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.05)
        writer.write(OK)
        await writer.drain()
        now -= 1

    async with RawSite(slowly) as site:
        bare.admit(site.url)
        answers = await asyncio.gather(*(ask(bare.port, request("GET", f"{site.url}/{n}")) for n in range(20)))
        assert all(b" 200 " in each for each in answers)
        assert most <= 4  # the gate lets go of one as its answer ends, the site a moment later


# Memory

@pytest.mark.skipif(sys.platform == "win32", reason="no such figures there")
async def test_downloads_and_many_requests_leave_memory_flat(bare: Gate) -> None:
    piece = b"x" * 262_144

    async def pour(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (400 * len(piece)))
        for _ in range(400):
            writer.write(piece)
            await writer.drain()

    async def again(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(OK)
            await reader.readuntil(b"\r\n\r\n")

    async with RawSite(pour) as large, RawSite(again) as small:
        bare.admit(large.url)
        bare.admit(small.url)
        async with line(bare.port) as made:
            for number in range(600):
                if number == 100:
                    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                await made.send(request("GET", small.url + "/"))
                await made.head()
                await made.reader.readexactly(2)
        assert small.connections == 1
        async with line(bare.port) as made:
            await made.send(request("GET", large.url + "/", "Connection: close\r\n"))
            got = 0
            while data := await made.reader.read(1 << 20):
                got += len(data)
            assert got > 100_000_000
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * (1 if sys.platform == "darwin" else 1024) < 24_000_000
