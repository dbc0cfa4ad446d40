"""The door on the browser's side: listens on loopback, lets in this user's programs, keeps them to a number."""

from __future__ import annotations

import asyncio
import logging
import ssl
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import h11

from agent.gate.browser_side import BrowserConnection, TooLarge
from agent.gate.peer import is_our_own
from agent.gate.spool import Spool

log = logging.getLogger(__name__)

MOST = 256
"""Connections at the same moment. Chromium keeps to 32 through a proxy; the rest is room for what it has not closed."""

Converse = Callable[[BrowserConnection], Awaitable[None]]


def most_connections() -> int:
    """As many as the system's limit of open files allows: a quarter of it, since each may open one upstream."""
    if sys.platform == "win32":
        return MOST
    import resource

    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return MOST if soft == resource.RLIM_INFINITY else max(16, min(MOST, soft // 4))


class Doorway:
    """Accepts connections and gives each to ``converse``; whatever one does, the others go on."""

    def __init__(self, folder: Path, converse: Converse) -> None:
        self.tasks: set[asyncio.Task[None]] = set()
        self._spool = Spool(folder)
        self._converse = converse
        self._open: dict[BrowserConnection, asyncio.Task[None]] = {}
        self._most = most_connections()

    async def open(self) -> int:
        """Listens on a free loopback port and returns it."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self._port = int(self._server.sockets[0].getsockname()[1])
        return self._port

    @property
    def is_open(self) -> bool:
        """Whether it listens."""
        return self._server.is_serving()

    async def close(self) -> None:
        """Ends every connection."""
        self._server.close()
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        connection = BrowserConnection(reader, writer, self._spool)
        try:
            if is_our_own(writer.get_extra_info("peername")[1], self._port) and self._has_room():
                self._open[connection] = task
                await self._converse(connection)
        except (h11.ProtocolError, ssl.SSLError, OSError, EOFError, TooLarge, asyncio.CancelledError):
            pass  # the browser, the site, the clock or the gate ended it
        except Exception as problem:  # no page may take the gate down; the text could hold what it sent
            log.error("a connection ended with %s", type(problem).__name__)
        self._open.pop(connection, None)
        await connection.close()

    def _has_room(self) -> bool:
        """Whether one more may come in; if need be the one that has been idle longest makes room for it."""
        if len(self._open) < self._most:
            return True
        idle = [each for each in self._open if each.idle_since is not None]
        if not idle:
            return False
        oldest = min(idle, key=lambda each: each.idle_since or 0.0)
        self._open.pop(oldest).cancel()
        return True
