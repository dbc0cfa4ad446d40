"""What other sites delivered before anything was typed. Once armed they are not asked again: these copies answer.

Else a page could tell them what was typed by choosing which of their known addresses to fetch, and in which order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

LARGEST = 4 * 1024 * 1024
"""Bytes of one copy; a larger one is not kept, and its address then refused."""

MOST = 48 * 1024 * 1024
"""Bytes of all copies of one browser."""

MOST_AGAIN = 150
"""Copies fetched anew for a resumed task."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """One answer of status 200, its body as it came (still encoded)."""

    headers: Headers
    body: bytes = field(repr=False)


class Recorder:
    """Makes a copy of an answer's body as it streams by."""

    def __init__(self) -> None:
        self.body = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Takes the next piece."""
        if len(self.body) <= LARGEST:
            self.body.extend(chunk)


Fetch = Callable[[str], Awaitable[Copy | None]]
"""Fetches one address, with nothing that a page chose."""


class Copies:
    """The copies of one gate, by address.

    Args:
        remembered: the addresses, kept from run to run (`Memory.copied`); the copies themselves are not.
    """

    def __init__(self, remembered: set[str]) -> None:
        self._remembered = remembered
        self._kept: dict[str, Copy] = {}
        self._size = 0
        self._again: asyncio.Future[None] | None = None

    def __contains__(self, url: object) -> bool:
        return url in self._remembered

    async def get(self, url: str, fetch: Fetch) -> Copy | None:
        """The copy of an address.

        A resumed task has none yet. Then all of them are fetched anew, whichever the page asked for.
        """
        if url in self._remembered and url not in self._kept:
            if self._again is None:
                self._again = asyncio.ensure_future(self._fetch_again(fetch))
            await asyncio.shield(self._again)
        return self._kept.get(url)

    def keep(self, url: str, copy: Copy) -> None:
        """Keeps a whole answer, if there is room."""
        if url not in self._kept and len(copy.body) <= LARGEST and self._size + len(copy.body) <= MOST:
            self._kept[url] = copy
            self._remembered.add(url)
            self._size += len(copy.body)

    async def close(self) -> None:
        """Ends what is still being fetched."""
        if self._again is not None:
            self._again.cancel()
            await asyncio.gather(self._again, return_exceptions=True)

    async def _fetch_again(self, fetch: Fetch) -> None:
        wanted = sorted(self._remembered)[:MOST_AGAIN]
        for url, copy in zip(wanted, await asyncio.gather(*map(fetch, wanted)), strict=True):
            if copy is not None:
                self.keep(url, copy)
