"""One connection from the browser: HTTP/1.1 by h11, first as a proxy, after CONNECT as the site itself over TLS."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import tempfile
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import h11

from agent.gate.forwarding import HOP_BY_HOP
from agent.gate.wire import Body, FileBody, MemoryBody, WireRequest

SPOOL_AT = 1024 * 1024
"""Bodies above this go to disk while they wait (DESIGN.md section 5)."""

LARGEST_BODY = 512 * 1024 * 1024
"""More than any form sends; above it the request is refused."""

CHUNK = 64 * 1024


class TooLarge(Exception):
    """The request's body is beyond what the gate holds."""


class BrowserConnection:
    """Reads requests and writes answers; knows nothing of policy."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, spool: Path) -> None:
        self._reader = reader
        self._writer = writer
        self._spool = spool
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=256 * 1024)
        self._tunnel = ""

    async def next_request(self) -> WireRequest | None:
        """The next request, its body read to the end; None when the browser is done.

        Raises:
            TooLarge: the body is too big to hold.
            h11.RemoteProtocolError: not HTTP.
        """
        if self._http.our_state is h11.DONE:
            self._http.start_next_cycle()
        event = await self._event()
        if not isinstance(event, h11.Request):
            return None
        headers = tuple((name.decode("latin-1"), value.decode("latin-1"))
                        for name, value in event.headers.raw_items())
        method, target = event.method.decode("ascii"), event.target.decode("latin-1")
        if method == "CONNECT":
            return WireRequest(method, target, headers, MemoryBody(b""))
        return WireRequest(method, self._tunnel + target, headers, await self._body())

    async def tunnel(self, authority: str, context: ssl.SSLContext) -> None:
        """Accepts a CONNECT and becomes the site: TLS first; anything else than TLS ends the connection."""
        await self._send(h11.Response(status_code=200, headers=[], reason=b"Connection established"))
        await self._writer.start_tls(context)
        host = authority.removesuffix(":443")
        self._tunnel = f"https://{host}"
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
        if isinstance(content, bytes):
            await self._send(h11.Data(data=content))
        else:
            async for chunk in content:
                await self._send(h11.Data(data=chunk))
        await self._send(h11.EndOfMessage())

    @property
    def reusable(self) -> bool:
        """Whether another request may follow."""
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def close(self) -> None:
        """Ends the connection."""
        self._writer.close()
        with contextlib.suppress(OSError, ssl.SSLError, asyncio.CancelledError):
            await self._writer.wait_closed()

    async def gone(self) -> None:
        """Returns when the browser has closed this connection while its request was held."""
        while not self._reader.at_eof():
            if not await self._reader.read(CHUNK):
                return

    async def _event(self) -> h11.Event:
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    await self._send(h11.InformationalResponse(status_code=100, headers=[]))
                self._http.receive_data(await self._reader.read(CHUNK))
            elif isinstance(event, h11.Event):
                return event
            else:  # paused: the browser sent more than one request at once, which it does not do to a proxy
                return h11.ConnectionClosed()

    async def _body(self) -> Body:
        gathered, size = bytearray(), 0
        path: Path | None = None
        file = None
        try:
            while isinstance(event := await self._event(), h11.Data):
                size += len(event.data)
                if size > LARGEST_BODY:
                    raise TooLarge
                if file is None and size > SPOOL_AT:
                    handle, name = tempfile.mkstemp(dir=self._spool)  # owner-only by mkstemp
                    file, path = os.fdopen(handle, "wb"), Path(name)
                    file.write(gathered)
                    gathered.clear()
                gathered.extend(event.data) if file is None else file.write(event.data)
            if not isinstance(event, h11.EndOfMessage):
                raise h11.RemoteProtocolError("the body broke off")
        finally:
            if file is not None:
                file.close()
        return FileBody(path) if path is not None else MemoryBody(bytes(gathered))

    async def _send(self, event: h11.Event) -> None:
        data = self._http.send(event)
        if data:
            self._writer.write(data)
            await self._writer.drain()
