"""The way out: pooled connections that verify certificates, never retry, and reach only public addresses (guard.py).

Nobody else opens an upstream connection for the browser. Where the person's network wants a web proxy, it goes through
that: http as a proxied request, https by a tunnel. The proxy then resolves the names, so that a public name that turns
private is its business; private addresses and names that nobody named are refused here as ever.
"""

from __future__ import annotations

import asyncio
import importlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

import httpcore

from agent.gate.guard import GuardedBackend
from agent.gate.problems import Failure, Unreachable
from agent.gate.site import authority_of, is_private_name, origin_at
from agent.gate.way_out import WayOut, WebProxy
from agent.gate.wire import WireRequest

CONNECT_SECONDS = 20.0
READ_SECONDS = 120.0
"""Silence longer than this ends a request; for an approved one the outcome is then unknown."""

ANSWER_SECONDS = 300.0
"""From the last byte of a request to the end of the answer's headers: a site that drips bytes would otherwise keep
an approved one "being sent" for a day. After this its outcome is unknown."""

CHUNK = 64 * 1024

NEEDED_LATER = ("anyio._backends._asyncio", "tldextract")
"""Loaded while the browser starts: httpcore's locks and the first look at a host would load them, and a request would
wait 0.1 and 0.25 s for that."""

FirstByte = Callable[[], Awaitable[None]]


AT_ONCE = 256
"""Requests on their way at the same moment; more wait. Chromium itself keeps to 32 connections through a proxy."""


class Upstream:
    """Sends requests on. `named` holds the (host, port) pairs that the person gave."""

    def __init__(self, named: set[tuple[str, int]], way: WayOut | None = None) -> None:
        for name in NEEDED_LATER:
            asyncio.get_running_loop().run_in_executor(None, importlib.import_module, name)
        self._context = ssl.create_default_context()
        self._named = named
        self._way = way or WayOut()
        self._backends: dict[WebProxy | None, GuardedBackend] = {}
        self._pools: dict[WebProxy | None, httpcore.AsyncConnectionPool] = {}

    def _new_pool(self, proxy: WebProxy | None, keep: int) -> httpcore.AsyncConnectionPool:
        backend = self._backends.get(proxy)
        if backend is None:
            backend = self._backends[proxy] = GuardedBackend(self._named, proxy)
        through = None if proxy is None else httpcore.Proxy(origin_at("http", proxy.host, proxy.port), proxy.login)
        return httpcore.AsyncConnectionPool(ssl_context=self._context, max_connections=AT_ONCE, proxy=through,
                                            max_keepalive_connections=keep, keepalive_expiry=15.0, retries=0,
                                            network_backend=backend)

    def _proxy_for(self, url: str) -> WebProxy | None:
        """The proxy on the way to an address.

        Raises:
            Unreachable: a private address that nobody named; the proxy would reach it for us.
        """
        host, port = authority_of(url)
        proxy = self._way.proxy_for(urlsplit(url).scheme, host)
        if proxy is not None and is_private_name(host) and (host, port) not in self._named:
            raise Unreachable(Failure.PRIVATE, host)
        return proxy

    async def send(self, request: WireRequest, headers: Iterable[tuple[str, str]]) -> httpcore.Response:
        """Sends an ordinary request over the pool.

        Raises:
            Unreachable: no answer.
        """
        proxy = self._proxy_for(request.url)
        pool = self._pools.get(proxy)
        if pool is None:
            pool = self._pools[proxy] = self._new_pool(proxy, keep=20)
        return await self._exchange(pool, request, headers, None, proxied=proxy is not None)

    async def send_once(self, request: WireRequest, first_byte: FirstByte | None) -> OneAnswer:
        """Sends an approved request on a fresh connection, exactly as it was held.

        Args:
            request: what was approved.
            first_byte: awaited when the connection stands, the proxy's tunnel too, and before the first byte of the
                request is written; if it raises, nothing is written and the exception comes out of here.

        Raises:
            Unreachable: no answer. Whether something was sent is known to whoever gave `first_byte`.
        """
        proxy = self._proxy_for(request.url)
        pool = self._new_pool(proxy, keep=0)
        try:
            return OneAnswer(await self._exchange(pool, request, request.headers, first_byte,
                                                  proxied=proxy is not None), pool)
        except BaseException:
            await pool.aclose()
            raise

    async def _exchange(self, pool: httpcore.AsyncConnectionPool, request: WireRequest,
                        headers: Iterable[tuple[str, str]], first_byte: FirstByte | None, *,
                        proxied: bool) -> httpcore.Response:
        host = httpcore.URL(request.url).host.decode()
        deadline = asyncio.timeout(None)
        extensions: dict[str, Any] = {"timeout": _TIMEOUTS}
        if first_byte is not None or request.body.size:
            extensions["trace"] = _watch(first_byte, deadline)
        else:  # being told of every step costs more than the steps; nothing in it may take longer anyhow
            deadline = asyncio.timeout(READ_SECONDS + CONNECT_SECONDS + ANSWER_SECONDS)
        outgoing = httpcore.Request(request.method, request.url, headers=_encoded(headers),
                                    content=_chunks(request) if request.body.size else None, extensions=extensions)
        try:
            async with deadline:
                response = await pool.handle_async_request(outgoing)
        except httpcore.ProxyError as problem:
            raise Unreachable(Failure.PROXY_LOGIN if str(problem).startswith("407") else Failure.PROXY_REFUSED,
                              host) from problem
        except (TimeoutError, httpcore.ConnectTimeout) as problem:
            raise Unreachable(Failure.TIMEOUT, host) from problem
        except httpcore.ConnectError as problem:
            raise Unreachable(_connect_failure(problem), host) from problem
        except httpcore.TimeoutException as problem:
            raise Unreachable(Failure.TIMEOUT, host) from problem
        except (httpcore.NetworkError, httpcore.ProtocolError) as problem:
            raise Unreachable(Failure.BROKEN, host) from problem
        if proxied and response.status == 407:  # the proxy's own word, not the site's
            await response.aclose()
            raise Unreachable(Failure.PROXY_LOGIN, host)
        return response

    async def close(self) -> None:
        """Closes every connection."""
        for pool in self._pools.values():
            await pool.aclose()
        for backend in self._backends.values():
            backend.close()


_TIMEOUTS = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": READ_SECONDS}


def _watch(first_byte: FirstByte | None, deadline: asyncio.Timeout) -> Callable[[str, dict[str, Any]], Awaitable[None]]:
    """Hears from the client how far it is; the request by which a proxy makes a tunnel is not the approved one."""
    tunnelling = False

    async def hear(event: str, info: dict[str, Any]) -> None:
        nonlocal tunnelling
        if event == "http11.send_request_headers.started":
            tunnelling = info["request"].method == b"CONNECT"
            if first_byte is not None and not tunnelling:
                await first_byte()
        elif event == "http11.receive_response_headers.started" and not tunnelling:
            deadline.reschedule(asyncio.get_running_loop().time() + ANSWER_SECONDS)

    return hear


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
