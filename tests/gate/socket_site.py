"""A site over TLS with one page and WebSockets that answer each message; keeps all that arrives on them: the oracle."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import ssl
from dataclasses import dataclass, field
from typing import Self

from wsproto.connection import SERVER, Connection
from wsproto.events import BytesMessage, CloseConnection, Message, Ping, Pong, TextMessage

PAGE = "<!doctype html><title>Chat</title><input name=name><p>hello"


@dataclass
class SocketSite:
    """``wild``: bytes to write after a handshake instead of talking; ``extra``: further lines of its answer."""

    tls: ssl.SSLContext
    page: str = PAGE
    wild: bytes = b""
    extra: bytes = b""
    heads: list[bytes] = field(default_factory=list)       # of handshakes
    messages: list[str | bytes] = field(default_factory=list)
    closes: list[tuple[int, str | None]] = field(default_factory=list)
    pongs: list[bytes] = field(default_factory=list)
    ends: int = 0            # sockets that are over
    port: int = 0

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    @property
    def chat(self) -> str:
        return f"wss://127.0.0.1:{self.port}/chat"

    @property
    def arrived(self) -> str:
        """Everything that the page could have written, in one."""
        return repr((self.heads, self.messages, self.closes, self.pongs))

    async def __aenter__(self) -> Self:
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls)
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
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if b"sec-websocket-key" in head.lower():
                    await self._talk(head, reader, writer)
                    break
                body = self.page.encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                             % (len(body), body))
                await writer.drain()
        writer.close()

    async def _talk(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append(head)
        pairs = [line.split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line]
        said = {name.lower(): value for name, value in pairs}
        key = said[b"sec-websocket-key"]
        accept = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
        protocol = said.get(b"sec-websocket-protocol", b"").split(b",")[0].strip()
        writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     b"Sec-WebSocket-Accept: " + accept + b"\r\n"
                     + (b"Sec-WebSocket-Protocol: " + protocol + b"\r\n" if protocol else b"") + self.extra + b"\r\n"
                     + self.wild)
        talk, parts = Connection(SERVER), []
        try:
            while data := await reader.read(65536):
                talk.receive_data(data)
                for event in talk.events():
                    if isinstance(event, Message):
                        parts.append(event.data)
                        if event.message_finished:
                            whole = parts[0][:0].join(parts)
                            parts = []
                            self.messages.append(whole if isinstance(whole, str) else bytes(whole))
                            answer = (TextMessage(f"got {whole}") if isinstance(event, TextMessage)
                                      else BytesMessage(bytes(whole)))
                            writer.write(talk.send(answer))
                            if whole == "ping me":
                                writer.write(talk.send(Ping(b"from the site")))
                            if whole == "bye":
                                writer.write(talk.send(CloseConnection(4001, "the site's reason")))
                    elif isinstance(event, Pong):
                        self.pongs.append(bytes(event.payload))
                    elif isinstance(event, CloseConnection):
                        self.closes.append((int(event.code), event.reason))
                        return
                await writer.drain()
        finally:
            self.ends += 1
