"""Starts and stops the practice site: a real server on loopback, in a thread of its own."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Self

from agent.practice.council import Council
from agent.practice.errors import NotStarted
from agent.practice.services import SERVICES
from agent.practice.storage import Storage
from agent.practice.wire import Connection

HOST = "127.0.0.1"
"""Loopback alone: nobody else on the network can reach the site."""


class PracticeSite:
    """The practice council on ``http://127.0.0.1:PORT``, keeping what it receives in ``database``.

    ``port`` 0 takes a free one. A stopped site can be started again; sessions live in the file and carry over.
    """

    def __init__(self, database: Path, port: int = 0) -> None:
        self._database = database
        self._wanted_port = port
        self._port = 0
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None

    @property
    def database(self) -> Path:
        """The file that holds records and requests."""
        return self._database

    @property
    def url(self) -> str:
        """The address of the home page, without a slash at the end.

        Raises:
            NotStarted: the site is not running.
        """
        if self._thread is None:
            raise NotStarted("the practice site is not running")
        return f"http://{HOST}:{self._port}"

    @property
    def pages(self) -> dict[str, str]:
        """The address of each service by its name.

        Raises:
            NotStarted: the site is not running.
        """
        return {service.name: f"{self.url}/{service.name}" for service in SERVICES}

    def start(self) -> None:
        """Starts serving and returns once the port is open.

        Raises:
            NotStarted: it runs already, the port is taken, or the file can't be used.
        """
        if self._thread is not None:
            raise NotStarted("the practice site is running already")
        ready: Future[int] = Future()
        thread = threading.Thread(target=self._run, args=(ready,), name="practice-site", daemon=True)
        thread.start()
        try:
            self._port = ready.result()
        except (OSError, sqlite3.Error) as problem:
            thread.join()
            raise NotStarted(f"the practice site could not start: {problem}") from problem
        self._thread = thread

    def stop(self) -> None:
        """Closes all connections and the file, and waits for it. Does nothing when the site is not running."""
        if self._thread is None or self._loop is None or self._over is None:
            return
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()
        self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.stop()

    def _run(self, ready: Future[int]) -> None:
        try:
            asyncio.run(self._serve(ready))
        except BaseException as problem:
            # Whoever waits in start() must hear of it; after that there is nobody to tell.
            if ready.done():
                raise
            ready.set_exception(problem)

    async def _serve(self, ready: Future[int]) -> None:
        storage = Storage(self._database)
        try:
            council = Council(storage)
            self._loop = asyncio.get_running_loop()
            self._over = asyncio.Event()
            talks: set[asyncio.Task[None]] = set()

            def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                talk = asyncio.create_task(Connection(reader, writer, council).run())
                talks.add(talk)
                talk.add_done_callback(talks.discard)

            server = await asyncio.start_server(connected, HOST, self._wanted_port)
            try:
                ready.set_result(server.sockets[0].getsockname()[1])
                await self._over.wait()
            finally:
                server.close()
                for talk in talks:
                    talk.cancel()
                await asyncio.gather(*talks, return_exceptions=True)
                await server.wait_closed()
        finally:
            storage.close()
