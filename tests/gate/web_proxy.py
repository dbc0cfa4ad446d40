"""A small HTTP proxy of the tests' own between the gate and a site: forwards, tunnels, refuses, dies; keeps heads."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Self


@dataclass
class ProxyServer:
    """``says``: a status line instead of doing its work; ``dies``: ``before`` or ``after`` it took the request.

    Args:
        wants: the value of ``Proxy-Authorization`` that it asks for.
        target: host and port that every name leads to.
    """

    target: tuple[str, int]
    says: bytes = b""
    dies: str = ""
    wants: bytes = b""
    heads: list[bytes] = field(default_factory=list)
    port: int = 0

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
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            if self.dies != "before":
                head = await reader.readuntil(b"\r\n\r\n")
                self.heads.append(head)
                await self._answer(head, reader, writer)
        writer.close()

    async def _answer(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.dies:
            return
        if self.wants and b"proxy-authorization: " + self.wants.lower() not in head.lower():
            writer.write(b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n")
            return
        if self.says:
            writer.write(b"HTTP/1.1 " + self.says + b"\r\nContent-Length: 0\r\n\r\n")
            return
        there, back = await asyncio.open_connection(*self.target)
        if head.startswith(b"CONNECT "):
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            method, url, rest = head.split(b" ", 2)
            back.write(b" ".join((method, b"/" + url.split(b"/", 3)[3], rest)))
        both = {asyncio.ensure_future(_pour(reader, back)), asyncio.ensure_future(_pour(there, writer))}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in both:
                each.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            back.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
