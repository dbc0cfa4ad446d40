"""Names and addresses on the way out: resolves names itself, and reaches private addresses only where one was named.

A connection to a private address (RFC 1918, loopback, link-local) is refused unless the person named that host and
port, whatever a public name resolves to: otherwise any page could make the browser talk to the person's router (DNS
rebinding).
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpcore

from agent.gate.network import connect
from agent.gate.problems import Failure, Unreachable
from agent.gate.site import is_public
from agent.gate.way_out import WebProxy

NAME_SECONDS = 15.0
"""For looking a name up; the system's own resolver may try for half a minute or longer."""

LOOK_UPS = 16
"""Names looked up at once, in threads of their own: a page full of dead names must not delay the ledger's writes."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects for one gate.

    Also of a host that the person named: once its name stood for a public address it may not stand for a private one.
    Otherwise the site itself could let its name turn into the person's router, and read that as its own pages.

    Args:
        named: the (host, port) pairs that the person gave.
        proxy: where every connection of this backend goes instead, if the person's network wants that.
    """

    def __init__(self, named: set[tuple[str, int]], proxy: WebProxy | None = None) -> None:
        self._named = named
        self._proxy = proxy
        self._public: set[str] = set()       # hosts that once had a public address
        self._names = ThreadPoolExecutor(LOOK_UPS, "names")

    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,  # noqa: ASYNC109 - httpcore's own signature
                          socket_options: Iterable[Any] | None = None) -> httpcore.AsyncNetworkStream:
        """Connects to a host by whichever of its addresses answers.

        Raises:
            Unreachable: no such name, or a private address that nobody named.
        """
        found = await self._look_up(host, port)
        if self._proxy is None:
            return await connect(self._allowed(host, port, found), port, timeout)
        try:
            return await connect(found, port, timeout)
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as problem:
            raise Unreachable(Failure.PROXY, host) from problem

    async def _look_up(self, host: str, port: int) -> list[str]:
        failure = Failure.NAME if self._proxy is None else Failure.PROXY
        try:
            async with asyncio.timeout(NAME_SECONDS):
                found = await asyncio.get_running_loop().run_in_executor(self._names, look_up, host, port)
        except TimeoutError as problem:
            raise Unreachable(Failure.TIMEOUT if self._proxy is None else Failure.PROXY, host) from problem
        except (OSError, UnicodeError) as problem:  # no such name, or none that could be one
            raise Unreachable(failure, host) from problem
        if not found:
            raise Unreachable(failure, host)
        return found

    def _allowed(self, host: str, port: int, addresses: list[str]) -> list[str]:
        public = [each for each in addresses if is_public(each)]
        if public:
            self._public.add(host)
            return public
        if (host, port) in self._named and host not in self._public:
            return addresses
        raise Unreachable(Failure.PRIVATE, host)

    def close(self) -> None:
        """Lets the threads go; one that still waits for an answer ends with it."""
        self._names.shutdown(wait=False, cancel_futures=True)


def look_up(host: str, port: int) -> list[str]:
    """The addresses behind a name, the system's preferred one first.

    Raises:
        OSError: there are none.
    """
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
