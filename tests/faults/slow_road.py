"""A loopback road between the gate and the site: makes an approved request slow on its way there or back."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Pace:
    """How a POST travels: seconds each way; ``lossy``: if its sender dies on the way there, it never arrives."""

    there: float = 0.0
    back: float = 0.0
    lossy: bool = False


@dataclass(frozen=True, slots=True)
class Passing:
    """One thing that happened to a POST on the road: ``left`` the gate, ``arrived``, ``answered`` or ``lost``."""

    what: str
    at: float


class SlowRoad:
    """Use as a context manager; `url` stands for the site's own address."""

    def __init__(self, site_url: str) -> None:
        parts = urlsplit(site_url)
        self._host, self._port = str(parts.hostname), int(parts.port or 80)
        self.pace = Pace()
        self.passings: list[Passing] = []
        self._ready = threading.Event()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="slow-road", daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def since(self, start: float, what: str) -> float | None:
        """When something first happened after ``start`` (monotonic seconds), if it did."""
        return next((each.at for each in list(self.passings) if each.what == what and each.at >= start), None)

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        talks: set[asyncio.Task[None]] = set()

        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            talk = asyncio.create_task(self._talk(reader, writer))
            talks.add(talk)
            talk.add_done_callback(talks.discard)

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._over.wait()
        server.close()
        for talk in list(talks):
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            first = await reader.read(CHUNK)
            if first.startswith(b"POST "):  # an approved request travels alone on a fresh connection
                await self._carry(first, reader, writer)
            elif first:
                await self._plain(first, reader, writer)
        except OSError:
            return  # one end is gone
        finally:
            await _close(writer)

    async def _plain(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(self._host, self._port)
        far_writer.write(first)
        both = [asyncio.create_task(_pump(reader, far_writer)), asyncio.create_task(_pump(far_reader, writer))]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in both:
                one.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            await _close(far_writer)

    async def _carry(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        pace = self.pace
        self._note("left")
        body, whole = bytearray(first), asyncio.Event()
        gone = asyncio.create_task(_gather(reader, body, whole))
        await asyncio.sleep(pace.there)
        if pace.lossy and gone.done():
            self._note("lost")
            return
        far_reader, far_writer = await asyncio.open_connection(self._host, self._port)
        try:
            await whole.wait()
            far_writer.write(bytes(body))
            await far_writer.drain()
            self._note("arrived")
            answer = await far_reader.read(CHUNK)
            await asyncio.sleep(pace.back)
            self._note("answered")
            writer.write(answer)
            with contextlib.suppress(OSError):
                await writer.drain()
                await _pump(far_reader, writer)
        finally:
            gone.cancel()
            await asyncio.gather(gone, return_exceptions=True)
            await _close(far_writer)

    def _note(self, what: str) -> None:
        self.passings.append(Passing(what, time.monotonic()))


async def _gather(reader: asyncio.StreamReader, into: bytearray, whole: asyncio.Event) -> None:
    """Collects what still comes and says when the request is whole; ends when the sender is gone."""
    if _whole(into):
        whole.set()
    with contextlib.suppress(OSError):
        while chunk := await reader.read(CHUNK):
            into += chunk
            if _whole(into):
                whole.set()
    whole.set()


def _whole(request: bytearray) -> bool:
    head, found, body = bytes(request).partition(b"\r\n\r\n")
    if not found:
        return False
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return len(body) >= int(value)
    return True


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await reader.read(CHUNK):
            writer.write(chunk)
            await writer.drain()
