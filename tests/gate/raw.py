"""A client that writes raw bytes to the gate's port, and a site that answers raw bytes: no browser in between."""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Line:
    """One connection to the gate."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def to(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def head(self) -> bytes:
        """Status line and headers of the next answer; whatever came before an early end otherwise."""
        try:
            return await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 20)
        except asyncio.IncompleteReadError as cut:
            return cut.partial
        except ConnectionError:
            return b""

    async def rest(self) -> bytes:
        """Everything until the gate closes the connection."""
        try:
            return await asyncio.wait_for(self.reader.read(), 20)
        except ConnectionError:
            return b""

    async def connect(self, authority: str) -> bytes:
        """Asks for a tunnel; returns the gate's answer."""
        await self.send(f"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n".encode())
        return await self.head()

    async def tls(self) -> None:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        await self.writer.start_tls(context)

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(OSError, ssl.SSLError):
            await self.writer.wait_closed()


@contextlib.asynccontextmanager
async def line(port: int) -> AsyncIterator[Line]:
    made = await Line.to(port)
    try:
        yield made
    finally:
        await made.close()


def request(method: str, url: str, headers: str = "", body: bytes = b"") -> bytes:
    """An absolute-form request as a browser writes it to a proxy."""
    host = url.split("/")[2]
    length = f"Content-Length: {len(body)}\r\n" if body or method == "POST" else ""
    return f"{method} {url} HTTP/1.1\r\nHost: {host}\r\n{length}{headers}\r\n".encode() + body


async def ask(port: int, data: bytes) -> bytes:
    """Sends bytes on a new connection, reads the answer to its end and returns the whole head of it.

    To its end, because the gate learns from what was delivered, and whoever hangs up early gets less.
    """
    async with line(port) as made:
        await made.send(data)
        head = await made.head()
        length = re.search(rb"(?i)content-length: (\d+)", head)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            if b"transfer-encoding: chunked" in head.lower():
                await asyncio.wait_for(made.reader.readuntil(b"0\r\n\r\n"), 20)
            elif length and not data.startswith(b"HEAD"):
                await asyncio.wait_for(made.reader.readexactly(int(length[1])), 20)
        return head


@dataclass
class RawSite:
    """A site on loopback whose answers are a function's; counts connections and keeps what each sent first."""

    answer: Answer
    heads: list[bytes] = field(default_factory=list)
    port: int = 0
    connections: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_problem: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
        try:
            self.heads.append(await reader.readuntil(b"\r\n\r\n"))
            await self.answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


def canned(data: bytes) -> Answer:
    """Always the same bytes, then the end."""
    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return answer
