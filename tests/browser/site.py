"""A small loopback site for browser tests: fixed pages, and addresses whose answer is held for as long as wanted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Site:
    """What is served, and what was asked for. A path in ``held`` gets no answer until the site closes."""

    pages: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, closing: asyncio.Event) -> None:
        try:
            line = (await reader.readline()).decode("latin-1").split(" ")
            while (await reader.readline()).strip():
                continue
            path = line[1].split("?")[0] if len(line) > 1 else "/"
            self.seen.append(path)
            if path in self.held:
                self.arrived.set()
                await closing.wait()
                return
            body = self.pages.get(path, "").encode()
            status = "200 OK" if path in self.pages else "404 Not Found"
            extra = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
            writer.write(f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{extra}"
                         f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
            await writer.drain()
        except ConnectionError:
            return
        finally:
            writer.close()


@asynccontextmanager
async def serve(pages: Mapping[str, str], *, held: frozenset[str] = frozenset(),
                headers: Mapping[str, str] | None = None) -> AsyncIterator[Site]:
    site = Site(dict(pages), dict(headers or {}), set(held))
    closing = asyncio.Event()
    server = await asyncio.start_server(lambda r, w: site.answer(r, w, closing), "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        closing.set()
        server.close()
        await server.wait_closed()
