"""The way out: pooled connections that verify certificates, never retry, and reach only public addresses.

Nobody else opens an upstream connection for the browser. A connection to a private address (RFC 1918, loopback,
link-local) is refused unless the person named that host and port, whatever a public name resolves to: otherwise any
page could make the browser talk to the person's router (DNS rebinding).
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any

import httpcore

from agent.gate.problems import Failure, Unreachable
from agent.gate.site import is_public
from agent.gate.wire import WireRequest

CONNECT_SECONDS = 20.0
READ_SECONDS = 120.0
"""Silence longer than this ends a request; for an approved one the outcome is then unknown."""

ANSWER_SECONDS = 300.0
"""From the last byte of an approved request to the end of the answer's headers: a site that drips bytes would
otherwise keep it "being sent" for a day. After this the outcome is unknown."""

CHUNK = 64 * 1024

FirstByte = Callable[[], Awaitable[None]]


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves names itself and refuses private addresses that nobody named.

    Also of a host that the person named: once its name stood for a public address it may not stand for a private one.
    Otherwise the site itself could let its name turn into the person's router, and read that as its own pages.
    """

    def __init__(self, named: set[tuple[str, int]]) -> None:
        self._inner = httpcore.AnyIOBackend()
        self._named = named
        self._public: set[str] = set()       # hosts that once had a public address

    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,  # noqa: ASYNC109 - httpcore's own signature
                          socket_options: Iterable[Any] | None = None) -> httpcore.AsyncNetworkStream:
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as problem:
            raise Unreachable(Failure.NAME, host) from problem
        return await self._first(self._allowed(host, port, [str(entry[4][0]) for entry in found]), port, timeout,
                                 socket_options)

    def _allowed(self, host: str, port: int, addresses: list[str]) -> list[str]:
        public = [each for each in addresses if is_public(each)]
        if public:
            self._public.add(host)
            return public
        if (host, port) in self._named and host not in self._public:
            return addresses
        raise Unreachable(Failure.PRIVATE, host)

    async def _first(self, addresses: list[str], port: int, seconds: float | None,
                     options: Iterable[Any] | None) -> httpcore.AsyncNetworkStream:
        for address in addresses[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, seconds, None, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(addresses[-1], port, seconds, None, options)


class Upstream:
    """Sends requests on. `named` holds the (host, port) pairs that the person gave."""

    def __init__(self, named: set[tuple[str, int]]) -> None:
        self._context = ssl.create_default_context()
        self._backend = _GuardedBackend(named)
        self._pool = self._new_pool(keep=20)

    def _new_pool(self, keep: int) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(ssl_context=self._context, max_connections=40,
                                            max_keepalive_connections=keep, keepalive_expiry=15.0, retries=0,
                                            network_backend=self._backend)

    async def send(self, request: WireRequest, headers: Iterable[tuple[str, str]]) -> httpcore.Response:
        """Sends an ordinary request over the pool.

        Raises:
            Unreachable: no answer.
        """
        return await self._exchange(self._pool, request, headers, None)

    async def send_once(self, request: WireRequest, first_byte: FirstByte) -> OneAnswer:
        """Sends an approved request on a fresh connection, exactly as it was held.

        Args:
            request: what was approved.
            first_byte: awaited when the connection stands and before the first byte is written; if it raises,
                nothing is written and the exception comes out of here.

        Raises:
            Unreachable: no answer. Whether something was sent is known to whoever gave `first_byte`.
        """
        pool = self._new_pool(keep=0)
        try:
            return OneAnswer(await self._exchange(pool, request, request.headers, first_byte), pool)
        except BaseException:
            await pool.aclose()
            raise

    async def _exchange(self, pool: httpcore.AsyncConnectionPool, request: WireRequest,
                        headers: Iterable[tuple[str, str]], first_byte: FirstByte | None) -> httpcore.Response:
        deadline = asyncio.timeout(None)

        async def trace(event: str, _info: dict[str, Any]) -> None:
            if first_byte is None:
                return
            if event == "http11.send_request_headers.started":
                await first_byte()
            elif event == "http11.receive_response_headers.started":
                deadline.reschedule(asyncio.get_running_loop().time() + ANSWER_SECONDS)

        host = httpcore.URL(request.url).host.decode()
        timeouts = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": READ_SECONDS}
        outgoing = httpcore.Request(request.method, request.url, headers=_encoded(headers),
                                    content=_chunks(request) if request.body.size else None,
                                    extensions={"timeout": timeouts, "trace": trace})
        try:
            async with deadline:
                return await pool.handle_async_request(outgoing)
        except TimeoutError as problem:
            raise Unreachable(Failure.TIMEOUT, host) from problem
        except httpcore.ConnectTimeout as problem:
            raise Unreachable(Failure.TIMEOUT, host) from problem
        except httpcore.ConnectError as problem:
            raise Unreachable(_connect_failure(problem), host) from problem
        except httpcore.TimeoutException as problem:
            raise Unreachable(Failure.TIMEOUT, host) from problem
        except (httpcore.NetworkError, httpcore.ProtocolError) as problem:
            raise Unreachable(Failure.BROKEN, host) from problem

    async def close(self) -> None:
        """Closes every connection."""
        await self._pool.aclose()


class OneAnswer:
    """The answer to an approved request, with the connection that belongs to it alone."""

    def __init__(self, response: httpcore.Response, pool: httpcore.AsyncConnectionPool) -> None:
        self.response = response
        self._pool = pool

    async def close(self) -> None:
        """Ends the exchange, also when this task is being cancelled."""
        try:
            await self.response.aclose()
        finally:
            await self._pool.aclose()


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]


async def _chunks(request: WireRequest) -> AsyncIterator[bytes]:
    with request.body.open() as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _connect_failure(problem: BaseException) -> Failure:
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return Failure.CERTIFICATE
        cause = cause.__cause__ or cause.__context__
    return Failure.REFUSED
