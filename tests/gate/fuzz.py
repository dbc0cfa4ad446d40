"""Mutated requests and answers against an armed gate; the long run: ``python -m tests.gate.fuzz --examples 5000``.

What must hold for every one: nothing unheard in the loop, the connection ends, the site sees plain reads of known
addresses and never the typed word, nothing that was held goes out, no file is left.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import ssl
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agent.gate import browser_side, upstream
from agent.gate.holds import Ending
from agent.gate.proxy import Gate
from tests.gate.conftest import RecordingLedger, certificate
from tests.gate.raw import Line

SECRET = b"Whitcombe48213"
PATIENCE = 30
QUIET = 0.2
"""Seconds after which a connection inside a tunnel that expects more is left by the gate."""

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"

PLACES = (b"AUTHORITY", b"SECRET")

REQUESTS = (
    b"GET URL/ HTTP/1.1\r\nHost: AUTHORITY\r\n\r\n",
    b"GET URL/known?a=1 HTTP/1.1\r\nHost: AUTHORITY\r\nCookie: a=SECRET\r\nX-Y: SECRET\r\nReferer: URL/?SECRET\r\n\r\n",
    b"GET URL/new?d=SECRET HTTP/1.1\r\nHost: AUTHORITY\r\nSec-Fetch-Dest: document\r\n\r\n",
    b"HEAD URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nRange: bytes=1-SECRET\r\nIf-None-Match: SECRET\r\n\r\n",
    b"POST URL/send HTTP/1.1\r\nHost: AUTHORITY\r\nSec-Fetch-Dest: document\r\nContent-Length: 14\r\n\r\nSECRET",
    b"POST URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nTransfer-Encoding: chunked\r\n\r\ne\r\nSECRET\r\n0\r\n\r\n",
    b"POST URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nExpect: 100-continue\r\nContent-Length: 14\r\n\r\nSECRET",
    b"GET URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nContent-Length: 14\r\n\r\nSECRET",
    b"GET URL/chat?SECRET HTTP/1.1\r\nHost: AUTHORITY\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    b"OPTIONS URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nAccess-Control-Request-Headers: SECRET\r\n\r\n",
    b"CONNECT AUTHORITY HTTP/1.1\r\nHost: AUTHORITY\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)

PLAIN = b"GET URL/ HTTP/1.1\r\nHost: AUTHORITY\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n"

ANSWERS = (
    OK, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: x\r\n\r\n",
    b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<a href='/x'>to the end",
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n" + OK,
    b"HTTP/1.1 302 Found\r\nLocation: /next\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 204 No Content\r\n\r\n", b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
    b"HTTP/1.1 206 Part\r\nContent-Range: bytes 0-1/9\r\nContent-Length: 2\r\n\r\nok",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x02hi",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n"
    b"\x1f\x8b\x08\x00",
)

PIECES = st.sampled_from([
    b"\r\n", b"\n", b"\r", b"\x00", b" ", b"\t", b":", b"\r\n\r\n", b"\r\n ", b"Content-Length: 0\r\n",
    b"Content-Length: 3\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n", b"Connection: close\r\n",
    b"Host: other.example\r\n", b"GET /smuggled?SECRET HTTP/1.1\r\nHost: x\r\n\r\n", b"HTTP/1.1 ", b"@", b"//", b"..",
    b"%00", b"\xff\xfe", b"Upgrade: h2c\r\n", b"X-HTTP-Method-Override: POST\r\n", b"SECRET", b"A" * 70_000,
])


@st.composite
def mutated(draw: st.DrawFn, valid: tuple[bytes, ...]) -> bytes:
    """One or two valid messages behind each other with up to six changes, or mere bytes."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=300))
    data = bytearray(b"".join(draw(st.lists(st.sampled_from(valid), min_size=1, max_size=2))))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        until = min(len(data), at + draw(st.sampled_from([0, 0, 1, 2, 8, 40])))
        data[at:until] = draw(st.one_of(PIECES, st.binary(max_size=4)))
    return bytes(data)


class Stand:
    """An armed gate between us and two sites, one of them over TLS, on a loop of their own."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="fuzz-")
        folder = Path(self._folder.name)
        tls, public = certificate(folder)
        self._before = {name: os.environ.get(name) for name in ("SSL_CERT_FILE",)}
        os.environ["SSL_CERT_FILE"] = str(public)
        self._waits = (browser_side.IDLE_SECONDS, browser_side.HEAD_SECONDS, browser_side.SILENT_SECONDS)
        browser_side.IDLE_SECONDS = browser_side.HEAD_SECONDS = browser_side.SILENT_SECONDS = QUIET
        self._read = upstream._TIMEOUTS["read"]
        upstream._TIMEOUTS["read"] = QUIET
        self.unheard: list[Any] = []
        self.arrived: list[bytearray] = []
        self._serving: set[asyncio.Task[None]] = set()
        self.answer = OK
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(lambda _loop, context: self.unheard.append(context))
        self._log = logging.Handler(logging.ERROR)
        self._log.emit = lambda record: self.unheard.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger("agent.gate").addHandler(self._log)
        self.loop.run_until_complete(self._start(folder, tls))
        return self

    def __exit__(self, *_problem: object) -> None:
        self.loop.run_until_complete(self._stop())
        gc.collect()
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        logging.getLogger("agent.gate").removeHandler(self._log)
        browser_side.IDLE_SECONDS, browser_side.HEAD_SECONDS, browser_side.SILENT_SECONDS = self._waits
        upstream._TIMEOUTS["read"] = self._read
        for name, value in self._before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        assert list((Path(self._folder.name) / "spool").iterdir()) == []
        self._folder.cleanup()
        assert not self.unheard, self.unheard

    async def _start(self, folder: Path, tls: ssl.SSLContext) -> None:
        self._sites = [await asyncio.start_server(self._serve, "127.0.0.1", 0),
                       await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls)]
        plain, secure = (f"127.0.0.1:{each.sockets[0].getsockname()[1]}" for each in self._sites)
        (folder / "spool").mkdir()
        self.gate = Gate(folder / "spool", RecordingLedger(), way="none")
        await self.gate.start()
        for url in (f"http://{plain}", f"https://{secure}"):
            for path in ("/", "/known?a=1"):
                self.gate.admit(url + path)
        self.authorities = (plain, secure)
        self.gate.arm()
        self._opened = self.gate.window()
        self._window = self._opened.__enter__()
        self._person = asyncio.ensure_future(self._decide())
        self.held = 0

    async def _decide(self) -> None:
        """The person, who lets nothing go."""
        while True:
            hold = await self._window.holds.get()
            self.held += 1
            hold.end(Ending.STAY)

    async def _stop(self) -> None:
        self._person.cancel()
        self._opened.__exit__(None, None, None)
        await self.gate.close()
        for site in self._sites:
            site.close()
        await asyncio.sleep(0.1)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving = asyncio.current_task()
        assert serving is not None
        self._serving.add(serving)
        serving.add_done_callback(self._serving.discard)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            head = await reader.readuntil(b"\r\n\r\n")
            kept = bytearray(head)
            self.arrived.append(kept)
            writer.write(self.answer)
            await writer.drain()
            with contextlib.suppress(TimeoutError):  # whatever comes behind is looked at too
                async with asyncio.timeout(0.02):
                    kept.extend(await reader.read())
        writer.close()
        with contextlib.suppress(OSError, ssl.SSLError, TimeoutError):
            async with asyncio.timeout(1):
                await writer.wait_closed()

    def exchange(self, data: bytes, *, tunnel: bool) -> bytes:
        """Sends bytes on a new connection; everything that comes back.

        Raises:
            TimeoutError: the gate kept the connection beyond every limit.
        """
        return self.loop.run_until_complete(asyncio.wait_for(self._exchange(data, tunnel), PATIENCE))

    async def _exchange(self, data: bytes, tunnel: bool) -> bytes:
        authority = self.authorities[tunnel].encode()
        filled = data.replace(b"URL", b"" if tunnel else b"http://" + authority).replace(
            b"AUTHORITY", authority).replace(b"SECRET", SECRET)
        made = await Line.to(self.gate.port)
        got = b""
        try:
            if tunnel:
                await made.connect(authority.decode())
                await made.tls()
            await made.send(filled)
            if not tunnel:
                made.writer.write_eof()
            while piece := await made.reader.read(65536):
                got += piece
        except (OSError, ssl.SSLError):
            pass  # it hung up on us
        finally:
            await made.close()
        while self._serving:  # until the sites have seen all there is to see
            await asyncio.wait(self._serving)
        return got

    def check(self) -> None:
        """The invariants, after an exchange.

        Raises:
            AssertionError: one does not hold.
        """
        assert not self.unheard, self.unheard
        for each in self.arrived:
            line, _, rest = bytes(each).partition(b"\r\n")
            assert line in (b"GET / HTTP/1.1", b"HEAD / HTTP/1.1", b"GET /known?a=1 HTTP/1.1",
                            b"HEAD /known?a=1 HTTP/1.1"), line
            assert SECRET not in each
            assert rest.endswith(b"\r\n\r\n")
            assert rest.count(b"\r\n\r\n") == 1
            assert b"transfer-encoding" not in rest.lower()
            assert rest.lower().count(b"host:") == 1
        assert not any(hold.answer.done() and hold.answer.result().sent for hold in self._window.caught)
        self._window.caught.clear()
        assert self.gate._ledger.events == []  # type: ignore[attr-defined]
        self.arrived.clear()


def run(examples: int, stand: Stand) -> int:
    """Tries requests in plain and in tunnels, and answers; returns how many exchanges there were.

    Raises:
        AssertionError: with the smallest example that shows it.
    """
    done = 0
    quick = settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
                     phases=[Phase.generate, Phase.shrink], derandomize=examples < 1000)

    @quick
    @given(mutated(REQUESTS), st.booleans())
    def requests(data: bytes, tunnel: bool) -> None:
        nonlocal done
        done += 1
        stand.answer = OK
        stand.exchange(data, tunnel=tunnel)
        stand.check()

    @quick
    @given(mutated(ANSWERS), st.booleans())
    def answers(data: bytes, tunnel: bool) -> None:
        nonlocal done
        done += 1
        stand.answer = data
        stand.gate._allowance.renew()
        got = stand.exchange(PLAIN, tunnel=tunnel)
        assert got == b"" or got.startswith(b"HTTP/1.1 ")
        stand.check()

    requests()
    answers()
    return done


def main(argv: Sequence[str] | None = None) -> int:
    """Runs long and prints what was tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=5000)
    chosen = parser.parse_args(argv)
    begun = time.monotonic()
    with Stand() as stand:
        done = run(chosen.examples, stand)
    print(f"{done} exchanges in {time.monotonic() - begun:.0f} s, {stand.held} requests held, nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
