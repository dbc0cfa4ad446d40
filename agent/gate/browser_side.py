"""One connection from the browser: HTTP/1.1 by h11, first as a proxy, after CONNECT as the site itself over TLS."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import re
import ssl
from collections.abc import AsyncIterator, Iterable
from typing import BinaryIO

import h11

from agent.gate.forwarding import HOP_BY_HOP
from agent.gate.site import origin_at, read_authority
from agent.gate.spool import Spool, SpoolFull
from agent.gate.wire import Body, FileBody, MemoryBody, WireRequest

SPOOL_AT = 1024 * 1024
"""Bodies above this go to disk while they wait (DESIGN.md section 5)."""

LARGEST_BODY = 512 * 1024 * 1024
"""More than any form sends; above it the request is refused."""

CHUNK = 64 * 1024

IDLE_SECONDS = 300.0
"""Between two requests: as long as Chromium itself keeps a connection that was used."""

HEAD_SECONDS = 30.0
"""From the first byte of a request to the end of its headers; a browser on this computer needs none of it."""

SILENT_SECONDS = 60.0
"""Within a request's body; an upload is read from this computer's disk."""

BODY_SECONDS = 900.0
"""For a whole body, which bounds one that drips."""

TAKING_SECONDS = 600.0
"""That a browser may leave an answer untouched before it is cut: a paused film is fetched anew from where it stood."""

HANDSHAKE_SECONDS = 30.0

FAREWELL = 2.0
"""Seconds that a browser gets to end a TLS connection politely before it is cut."""

_ABSOLUTE = re.compile(r"http://([^/?#]+)([/?][^#]*)?", re.IGNORECASE)


class TooLarge(Exception):
    """The request's body is beyond what the gate holds."""


class BrowserConnection:
    """Reads requests and writes answers; knows nothing of policy."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, spool: Spool) -> None:
        self._reader = reader
        self._writer = writer
        self._spool = spool
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=256 * 1024)
        self._tunnel = ""        # the origin at the other end, once there is a tunnel
        self._headless = False   # whether the answer is to be without a body, whatever it says of one
        self._spooled = 0        # bytes of the present request's body that stand on disk
        self.idle_since: float | None = asyncio.get_running_loop().time()   # None while a request is being dealt with
        self._overrun = False    # something came behind a request that was held: whose turn is it? nobody's

    async def next_request(self) -> WireRequest | None:
        """The next request, its body read to the end; None when the browser is done.

        Raises:
            TooLarge: the body is too big to hold.
            TimeoutError: the browser began one and did not go on.
            h11.RemoteProtocolError: not HTTP.
        """
        if self._http.our_state is h11.DONE:
            self._http.start_next_cycle()
        self._settle_spool()
        if not self._http.trailing_data[0]:
            self.idle_since = asyncio.get_running_loop().time()
            self._http.receive_data(await self._read(IDLE_SECONDS))
        self.idle_since = None
        async with asyncio.timeout(HEAD_SECONDS):
            event = await self._event()
        if not isinstance(event, h11.Request):
            return None
        headers = tuple((name.decode("latin-1"), value.decode("latin-1"))
                        for name, value in event.headers.raw_items())
        method, target = event.method.decode("ascii"), event.target.decode("ascii")
        self._headless = method == "HEAD"
        if method == "CONNECT" and not self._tunnel:
            return WireRequest(method, target, headers, MemoryBody(b""))
        url = self._address(target)
        async with asyncio.timeout(BODY_SECONDS):
            return WireRequest(method, url, headers, await self._body())

    def _address(self, target: str) -> str:
        """The whole address, its host in the one spelling that everybody from here on reads alike."""
        if self._tunnel:
            if target.startswith("/"):
                return self._tunnel + target
        elif match := _ABSOLUTE.fullmatch(target):
            found = read_authority(match[1], 80)
            if found is not None:
                path = match[2] or "/"
                return origin_at("http", *found) + (path if path.startswith("/") else "/" + path)
        raise h11.RemoteProtocolError("not an address that a browser writes")

    async def tunnel(self, host: str, port: int, context: ssl.SSLContext) -> None:
        """Accepts a CONNECT and becomes the site: TLS first; anything else than TLS ends the connection."""
        await self._send(h11.Response(status_code=200, headers=[], reason=b"Connection established"))
        await self._writer.start_tls(context, ssl_handshake_timeout=HANDSHAKE_SECONDS)
        self._tunnel = origin_at("https", host, port)
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=256 * 1024)

    async def answer(self, status: int, headers: Iterable[tuple[str, str]] = (),
                     content: AsyncIterator[bytes] | bytes = b"") -> None:
        """Writes an answer; the framing is h11's."""
        if self._http.our_state is not h11.SEND_RESPONSE:
            return
        kept = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers
                if name.lower() not in HOP_BY_HOP]
        if isinstance(content, bytes) and status not in (204, 304):
            kept = [(n, v) for n, v in kept if n.lower() != b"content-length"]
            kept.append((b"Content-Length", str(len(content)).encode()))
        await self._send(h11.Response(status_code=status, headers=kept))
        if self._headless or status in (204, 304):
            pass
        elif isinstance(content, bytes):
            await self._send(h11.Data(data=content))
        else:
            async for chunk in content:
                await self._send(h11.Data(data=chunk))
        await self._send(h11.EndOfMessage())

    async def switch(self, headers: Iterable[tuple[str, str]]) -> bytes:
        """Agrees to a WebSocket (101); returns what the browser has already sent on it."""
        kept = [("Connection", "Upgrade"), ("Upgrade", "websocket"), *headers]
        await self._send(h11.InformationalResponse(status_code=101, headers=[
            (name.encode("latin-1"), value.encode("latin-1")) for name, value in kept]))
        return bytes(self._http.trailing_data[0])

    async def read_on(self) -> bytes:
        """The next bytes after a switch, whenever they come; nothing at the end."""
        return await self._reader.read(CHUNK)

    async def write_on(self, data: bytes) -> None:
        """Writes bytes after a switch."""
        self._writer.write(data)
        async with asyncio.timeout(TAKING_SECONDS):
            await self._writer.drain()

    @property
    def reusable(self) -> bool:
        """Whether another request may follow."""
        return not self._overrun and self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def close(self) -> None:
        """Ends the connection."""
        self._settle_spool()
        self._writer.close()
        try:
            async with asyncio.timeout(FAREWELL):
                await self._writer.wait_closed()
        except (OSError, ssl.SSLError, asyncio.CancelledError, TimeoutError):
            self._writer.transport.abort()  # only then: asyncio's can't be aborted once its buffer has emptied

    async def gone(self) -> None:
        """Returns when the browser has closed this connection while its request was held."""
        while await self._reader.read(CHUNK):
            self._overrun = True

    async def _event(self) -> h11.Event:
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    await self._send(h11.InformationalResponse(status_code=100, headers=[]))
                self._http.receive_data(await self._read(SILENT_SECONDS))
            elif isinstance(event, h11.Event):
                return event
            else:  # paused: the browser sent more than one request at once, which it does not do to a proxy
                return h11.ConnectionClosed()

    async def _read(self, seconds: float) -> bytes:
        async with asyncio.timeout(seconds):
            return await self._reader.read(CHUNK)

    def _settle_spool(self) -> None:
        self._spool.give_back(self._spooled)
        self._spooled = 0

    def _to_disk(self, file: BinaryIO, data: bytes | bytearray) -> None:
        self._spool.take(len(data))
        self._spooled += len(data)
        file.write(data)

    async def _body(self) -> Body:
        gathered, counted = bytearray(), hashlib.sha256()
        size, file = 0, None
        try:
            while isinstance(event := await self._event(), h11.Data):
                size += len(event.data)
                if size > LARGEST_BODY:
                    raise TooLarge
                counted.update(event.data)
                if file is None and size > SPOOL_AT:
                    file = self._spool.file()
                    self._to_disk(file, gathered)
                    gathered.clear()
                gathered.extend(event.data) if file is None else self._to_disk(file, event.data)
            if not isinstance(event, h11.EndOfMessage):
                raise h11.RemoteProtocolError("the body broke off")
            if file is None:
                return MemoryBody(bytes(gathered))
            file.flush()
            return FileBody(file, size, counted.hexdigest())
        except BaseException as problem:
            if file is not None:
                with contextlib.suppress(OSError):  # the disk is full: what was buffered can't be written either
                    file.close()
            if isinstance(problem, SpoolFull):
                raise TooLarge from problem
            raise

    async def _send(self, event: h11.Event) -> None:
        data = self._http.send(event)
        if data:
            self._writer.write(data)
            async with asyncio.timeout(TAKING_SECONDS):
                await self._writer.drain()
