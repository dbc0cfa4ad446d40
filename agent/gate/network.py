"""One TCP or TLS connection to a site, on asyncio's own transports, in the shape that the upstream client expects.

Pieces are handed on as the system gave them (up to 256 kB, unencrypted or decrypted), never copied into a buffer.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections import deque
from collections.abc import Iterable
from typing import Any, cast

import httpcore

FULL = 1024 * 1024
"""Bytes that may wait to be read before the site is made to wait (twice what one turn of the loop brings)."""


class _Incoming(asyncio.Protocol):
    """What a connection brought in and nobody has read yet."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._pieces: deque[bytes] = deque()
        self._waiting = 0                    # bytes in the pieces
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._problem: OSError | None = None  # why nothing can be written any more
        self._broken = False                 # it ended otherwise than by the site's plain end
        self._paused = self._full = self.ended = False
        self.transport: asyncio.Transport | None = None

    # What asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # another loop's is of another class

    def data_received(self, data: bytes) -> None:
        self._pieces.append(data)
        self._waiting += len(data)
        if self._waiting > FULL and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        _wake(self._reader)

    def eof_received(self) -> bool:
        self.ended = True
        _wake(self._reader)
        return False

    def connection_lost(self, problem: Exception | None) -> None:
        self.ended, self._broken = True, problem is not None
        self._problem = problem if isinstance(problem, OSError) else ConnectionResetError("closed")
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        _wake(self._writer)

    # What the stream calls

    @property
    def readable(self) -> bool:
        """Whether reading would not wait: for a connection at rest, that it is of no use any more."""
        return self.ended or bool(self._pieces)

    async def read(self) -> bytes:
        while not self._pieces:
            if self.ended:
                if self._broken and self._problem is not None:
                    raise self._problem  # an answer without a length must not look whole
                return b""
            self._reader = self._loop.create_future()
            try:
                await self._reader
            finally:
                self._reader = None
        piece = self._pieces.popleft()
        self._waiting -= len(piece)
        if self._paused and self._waiting <= FULL // 2 and self.transport is not None and not self.ended:
            self._paused = False
            self.transport.resume_reading()
        return piece

    async def write(self, data: bytes) -> None:
        if self._problem is not None or self.transport is None or self.transport.is_closing():
            raise self._problem or ConnectionResetError("closed")
        self.transport.write(data)
        while self._full and self._problem is None:
            self._writer = self._loop.create_future()
            try:
                await self._writer
            finally:
                self._writer = None
        if self._problem is not None:
            raise self._problem


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


class Stream(httpcore.AsyncNetworkStream):
    """One connection; made by `connect`."""

    def __init__(self, incoming: _Incoming) -> None:
        self._incoming = incoming

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's own signature
        """The next piece, of any length; nothing at the end."""
        try:
            async with asyncio.timeout(timeout):
                return await self._incoming.read()
        except TimeoutError as problem:
            raise httpcore.ReadTimeout from problem
        except OSError as problem:
            raise httpcore.ReadError from problem

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's own signature
        """Writes all of it; returns when it is on its way or the system's buffers hold it."""
        if not buffer:
            return
        try:
            async with asyncio.timeout(timeout):
                await self._incoming.write(buffer)
        except TimeoutError as problem:
            raise httpcore.WriteTimeout from problem
        except OSError as problem:
            raise httpcore.WriteError from problem

    async def aclose(self) -> None:
        """Ends the connection at once: whoever closes has read and written what there was."""
        transport = self._incoming.transport
        if transport is not None:
            transport.close()
            await asyncio.sleep(0)
            with contextlib.suppress(AttributeError):  # asyncio's, where the last bytes went out in that moment
                transport.abort()

    async def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None,
                        timeout: float | None = None) -> httpcore.AsyncNetworkStream:  # noqa: ASYNC109 - httpcore's own signature
        """The same connection, encrypted; the site's certificate is verified as the context says."""
        plain, within = self._incoming, _Incoming()
        assert plain.transport is not None
        try:
            async with asyncio.timeout(timeout):
                within.transport = await asyncio.get_running_loop().start_tls(
                    plain.transport, within, ssl_context, server_hostname=server_hostname, ssl_shutdown_timeout=1)
        except TimeoutError as problem:
            await self.aclose()
            raise httpcore.ConnectTimeout from problem
        except OSError as problem:  # TLS errors too
            await self.aclose()
            raise httpcore.ConnectError from problem
        except BaseException:
            await self.aclose()
            raise
        if within.transport is None:
            raise httpcore.ConnectError
        return Stream(within)

    def get_extra_info(self, info: str) -> Any:
        """What the client asks of a connection: whether it is readable, and its TLS object."""
        if info == "is_readable":
            return self._incoming.readable
        transport = self._incoming.transport
        name = {"ssl_object": "ssl_object", "socket": "socket", "client_addr": "sockname",
                "server_addr": "peername"}.get(info)
        return transport.get_extra_info(name) if transport is not None and name is not None else None


async def connect(addresses: Iterable[str], port: int, seconds: float | None) -> Stream:
    """Connects to the first of some addresses that answers; the next is tried a quarter of a second after the last.

    Raises:
        httpcore.ConnectTimeout: none answered in time.
        httpcore.ConnectError: none can be reached.
    """
    try:
        async with asyncio.timeout(seconds):
            return await _first(list(addresses), port)
    except TimeoutError as problem:
        raise httpcore.ConnectTimeout from problem
    except OSError as problem:
        raise httpcore.ConnectError from problem


BETWEEN = 0.25
"""RFC 8305 section 8: the recommended delay before the next address is tried beside the last."""


async def _first(addresses: list[str], port: int) -> Stream:
    tries: set[asyncio.Task[Stream]] = set()
    problem: BaseException = ConnectionRefusedError()
    left = _in_turn(addresses)
    try:
        while left or tries:
            if left:
                tries.add(asyncio.ensure_future(_one(left.pop(0), port)))
            done, tries = await asyncio.wait(tries, timeout=BETWEEN if left else None,
                                             return_when=asyncio.FIRST_COMPLETED)
            for each in done:
                if (failure := each.exception()) is None:
                    done.discard(each)
                    tries |= done  # two at the same moment: the other is closed below
                    return each.result()
                problem = failure
        raise problem
    finally:
        await _give_up(tries)


async def _give_up(tries: set[asyncio.Task[Stream]]) -> None:
    for each in tries:
        each.cancel()
    for found in await asyncio.gather(*tries, return_exceptions=True):
        if isinstance(found, Stream):
            await found.aclose()


def _in_turn(addresses: list[str]) -> list[str]:
    """The two families in turn, so that a dead IPv6 costs one delay (RFC 8305 section 4)."""
    first = [each for each in addresses if (":" in each) == (":" in addresses[0])]
    other = [each for each in addresses if each not in first]
    mixed = [each for pair in zip(first, other, strict=False) for each in pair]
    return mixed + first[len(other):] + other[len(first):]


async def _one(address: str, port: int) -> Stream:
    _, incoming = await asyncio.get_running_loop().create_connection(
        _Incoming, address, port, flags=socket.AI_NUMERICHOST)
    return Stream(incoming)
