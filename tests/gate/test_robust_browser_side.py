"""What comes to the gate's port slowly, cut, too large or out of order ends within its time and harms nobody else."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.gate import browser_side, doorway, spool
from agent.gate.canonical import digest
from agent.gate.holds import Ending
from agent.gate.proxy import Gate
from tests.gate.conftest import RecordingLedger
from tests.gate.raw import Line, RawSite, ask, canned, line, request
from tests.parts.recording import RecordingSite

PAGE = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: same-origin\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


async def settled(gate: Gate) -> None:
    """Until every connection was dealt with."""
    if gate._doorway.tasks:
        assert not (await asyncio.wait(gate._doorway.tasks, timeout=20))[1]


# Slow

@pytest.mark.parametrize(("clock", "start"), [
    ("IDLE_SECONDS", b""), ("HEAD_SECONDS", b"GET http://127.0.0.1/ HT"), ("HEAD_SECONDS", b"\r\n"),
    ("SILENT_SECONDS", b"POST http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"),
    ("SILENT_SECONDS", b"POST http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
    ("HANDSHAKE_SECONDS", b"CONNECT public.invalid:443 HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("HANDSHAKE_SECONDS", b"CONNECT public.invalid:443 HTTP/1.1\r\nHost: x\r\n\r\n\x16\x03\x01\x02"),
])
async def test_a_browser_that_falls_silent_is_left_within_the_time(
        bare: Gate, monkeypatch: pytest.MonkeyPatch, clock: str, start: bytes) -> None:
    monkeypatch.setattr(browser_side, clock, 0.3)
    async with line(bare.port) as made:
        await made.send(start)
        assert b"502" not in await made.rest()  # ends, and by the gate: `rest` waits for that
    await settled(bare)


@pytest.mark.parametrize(("clock", "start"), [
    ("HEAD_SECONDS", b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nX: "),
    ("BODY_SECONDS", b"POST http://127.0.0.1/ HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n"),
])
async def test_a_browser_that_drips_is_left_within_the_time(
        bare: Gate, monkeypatch: pytest.MonkeyPatch, clock: str, start: bytes) -> None:
    monkeypatch.setattr(browser_side, clock, 0.5)
    async with line(bare.port) as made:
        await made.send(start)
        dripping = asyncio.ensure_future(_drip(made))
        await asyncio.wait_for(settled_once(bare), 20)
        dripping.cancel()
        await asyncio.gather(dripping, return_exceptions=True)


async def settled_once(gate: Gate) -> None:
    await until(lambda: bool(gate._doorway.tasks))
    await settled(gate)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


async def _drip(made: Line) -> None:
    while True:
        await made.send(b"a")
        await asyncio.sleep(0.02)


async def test_a_browser_that_takes_nothing_is_left_within_the_time_and_nothing_is_piled_up(
        bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_side, "TAKING_SECONDS", 0.5)
    sent = 0

    async def pour(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            await writer.drain()
            sent += 65536

    async with RawSite(pour) as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(request("GET", site.url + "/"))
            await asyncio.wait_for(settled_once(bare), 20)
    assert sent < 32_000_000


# Out of order and malformed: the site sees one request or none

@pytest.mark.parametrize("framing", [
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\nhello",
    b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", b"Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
    b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", b"Content-Length: 5, 6\r\n\r\nhello!",
    b"Content-Length: 0x5\r\n\r\nhello", b"Content-Length: 5\r\n\r\nhel", b"Content-Length: -5\r\n\r\nhello",
    b"Content-Length: 99999999999999999999999\r\n\r\nhello", b"Content-Length : 5\r\n\r\nhello",
    b"X: a\x00b\r\nContent-Length: 5\r\n\r\nhello", b"X\x01: a\r\nContent-Length: 5\r\n\r\nhello",
])
async def test_a_body_that_can_be_read_two_ways_or_is_not_whole_reaches_nobody(bare: Gate, framing: bytes) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        async with line(bare.port) as made:
            await made.send(f"POST {site.url}/a HTTP/1.1\r\nHost: x\r\n".encode() + framing)
            made.writer.write_eof()
            assert b" 200 " not in await made.rest()
        assert site.arrived == []


@pytest.mark.parametrize(("framing", "body"), [
    (b"Transfer-Encoding: chunked\r\n\r\n5;a=b;c\r\nhello\r\n0;x\r\nTrailer: t\r\n\r\n", b"hello"),
    (b"Transfer-Encoding: Chunked\r\n\r\n2\r\nhe\r\n003\r\nllo\r\n000\r\n\r\n", b"hello"),
    (b"Content-Length: 5, 5\r\n\r\nhello", b"hello"), (b"Content-Length: 0005\r\n\r\nhello", b"hello"),
    (b"Content-Length: 5\r\nX: folded\r\n here\r\n\r\nhello", b"hello"), (b"Content-Length: 5\n\nhello", b"hello"),
])
async def test_a_body_with_odd_framing_goes_on_with_one_plain_length(bare: Gate, framing: bytes, body: bytes) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        await ask(bare.port, f"POST {site.url}/a HTTP/1.1\r\nHost: x\r\n".encode() + framing)
        assert [each.body for each in site.arrived] == [body]
        names = [name.lower() for name, _ in site.arrived[0].headers]
        assert names.count("content-length") == 1
        assert not {"transfer-encoding", "trailer", "te"} & set(names)
        assert site.arrived[0].header("Content-Length") == str(len(body))


@pytest.mark.parametrize("second", [
    request("POST", "http://127.0.0.1:{port}/b", PAGE, b"n=2"), b"GET /b HTTP/1.1\r\nHost: x\r\n\r\n", b"\x00\x01\x02",
    b"\r\n\r\n",
])
async def test_bytes_that_came_with_a_held_request_are_never_a_request(
        bare: Gate, ledger: RecordingLedger, second: bytes) -> None:
    with RecordingSite() as site:
        bare.admit(site.url)
        bare.arm()
        behind = second.replace(b"{port}", str(site.port).encode())
        with bare.window() as window:
            async with line(bare.port) as made:
                await made.send(request("POST", site.url + "/a", PAGE, b"n=1") + behind)
                hold = await asyncio.wait_for(window.holds.get(), 20)
                ledger.approved[1] = digest(hold.request, hold.made)
                hold.end(Ending.SEND, 1)
                await hold.answer
                assert b" 200 " in await made.head()
        assert [each.target for each in site.writes] == ["/a"]


async def test_an_answer_before_the_request_has_ended_is_not_waited_for_with_half_a_body(bare: Gate) -> None:
    async with RawSite(canned(b"HTTP/1.1 413 Too large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) as site:
        bare.admit(site.url)
        assert b" 413 " in await ask(bare.port, request("POST", site.url + "/a", "", b"x" * 3_000_000))


# Large

async def test_a_body_beyond_the_limit_is_cut_and_leaves_nothing(
        bare: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_side, "LARGEST_BODY", 3_000_000)
    with RecordingSite() as site:
        bare.admit(site.url)
        for head in (b"Content-Length: 9000000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n895440\r\n"):
            async with line(bare.port) as made:
                await made_of(made, f"POST {site.url}/a HTTP/1.1\r\nHost: x\r\n".encode() + head + b"x" * 8_999_999)
                assert await made.rest() == b""
        await settled(bare)
        assert site.arrived == []
        assert list((tmp_path / "spool").iterdir()) == []


async def test_uploads_at_the_same_time_share_one_measure_of_disk(
        bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MOST", 5_000_000)
    body = b"x" * 2_000_000
    with RecordingSite() as site:
        bare.admit(site.url)
        bare.arm()
        with bare.window() as window:
            async with line(bare.port) as one, line(bare.port) as two, line(bare.port) as three:
                for each, made in enumerate((one, two)):
                    await made.send(request("POST", f"{site.url}/{each}", PAGE, body))
                    await asyncio.wait_for(window.holds.get(), 20)
                await made_of(three, request("POST", f"{site.url}/3", PAGE, body))
                assert await three.rest() == b""
        assert bare._doorway._spool._used <= 4_100_000
        await settled(bare)
        assert bare._doorway._spool._used == 0
        assert site.arrived == []
        bare.window().__enter__()


async def made_of(made: Line, data: bytes) -> None:
    """Sends what the gate may stop taking half-way."""
    try:
        await made.send(data)
    except ConnectionError:
        return


async def test_a_full_disk_ends_the_upload_and_nothing_else(
        bare: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, inner: Any) -> None:
            self._inner = inner

        def write(self, _data: bytes) -> int:
            raise OSError(errno.ENOSPC, "no space left")

        def close(self) -> None:
            self._inner.close()
            raise OSError(errno.ENOSPC, "no space left")

    real = spool.Spool.file
    with RecordingSite({"/": "hello"}) as site:
        bare.admit(site.url)
        with monkeypatch.context() as patch:
            patch.setattr(spool.Spool, "file", lambda self: Full(real(self)))
            async with line(bare.port) as made:
                await made_of(made, request("POST", site.url + "/a", "", b"x" * 3_000_000))
                assert await made.rest() == b""
        await settled(bare)
        assert site.arrived == []
        assert b" 200 " in await ask(bare.port, request("POST", site.url + "/b", "", b"x" * 3_000_000))
        assert list((tmp_path / "spool").iterdir()) == []


# TLS

@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_tls_without_alpn_or_with_another_is_served_as_http_1(bare: Gate, version: ssl.TLSVersion) -> None:
    async with line(bare.port) as made:
        assert b" 200 " in await made.connect("public.invalid:443")
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.maximum_version = version
        context.set_alpn_protocols(["h2"])
        try:
            await made.writer.start_tls(context)
        except ssl.SSLError:
            return  # an honest refusal
        await made.send(b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
        assert (await made.head()).startswith(b"HTTP/1.1 ")


@pytest.mark.parametrize("cut", [1, 5, 60, 200])
async def test_a_client_hello_that_is_cut_harms_nobody(bare: Gate, cut: int) -> None:
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context()
    hello = context.wrap_bio(incoming, outgoing, server_hostname="public.invalid")
    with pytest.raises(ssl.SSLWantReadError):
        hello.do_handshake()
    async with line(bare.port) as made:
        await made.connect("public.invalid:443")
        await made.send(outgoing.read()[:cut])
        made.writer.write_eof()
        await made.rest()
    await settled(bare)


# Many

async def test_past_the_most_connections_the_longest_idle_makes_room(
        bare: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    bare._doorway._most = 8
    with RecordingSite({"/": "hello"}) as site:
        bare.admit(site.url)
        async with line(bare.port) as first:
            await first.send(request("GET", site.url + "/"))
            assert b" 200 " in await first.head()
            idle = [await Line.to(bare.port) for _ in range(20)]
            assert b" 200 " in await ask(bare.port, request("GET", site.url + "/"))
            await asyncio.wait_for(first.reader.read(100), 20)  # the rest of the answer
            assert await first.rest() == b""
            for each in idle:
                await each.close()


async def test_where_all_are_busy_a_new_one_is_turned_away_and_none_is_stopped(bare: Gate) -> None:
    bare._doorway._most = 4
    free = asyncio.Event()

    async def late(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await free.wait()
        writer.write(OK)

    async with RawSite(late) as site:
        bare.admit(site.url)
        busy = [asyncio.ensure_future(ask(bare.port, request("GET", f"{site.url}/{n}"))) for n in range(4)]
        await until(lambda: len(site.heads) == 4)
        async with line(bare.port) as made:
            assert await made.rest() == b""
        free.set()
        assert all(b" 200 " in each for each in await asyncio.gather(*busy))
        assert b" 200 " in await ask(bare.port, request("GET", site.url + "/again"))


async def test_five_hundred_idle_and_two_hundred_active_connections_are_served(bare: Gate) -> None:
    async with RawSite(canned(OK)) as site:
        bare.admit(site.url)
        idle = [await Line.to(bare.port) for _ in range(500)]
        answers = await asyncio.gather(*(ask(bare.port, request("GET", f"{site.url}/?{n}")) for n in range(200)))
        for each in idle:
            await each.close()
        assert sum(b" 200 " in each for each in answers) == 200
    await settled(bare)


def test_the_number_of_connections_leaves_half_of_the_files_for_upstream() -> None:
    assert 16 <= doorway.most_connections() <= doorway.MOST
