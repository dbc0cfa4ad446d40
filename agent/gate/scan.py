"""Reads along what the first party's server delivers, so that the addresses it names are known before the page asks.

Decompresses gzip and deflate (the only encodings the gate lets through) and looks at text only.
"""

from __future__ import annotations

import zlib

from agent.gate.memory import Memory

MOST_TEXT = 4 * 1024 * 1024
"""Characters looked at per answer; what comes later is not known."""

OVERLAP = 2_048
"""Carried over between pieces so that an address on the seam is seen whole."""

_TEXT = ("text/", "application/json", "application/javascript", "application/xhtml", "application/xml",
         "application/ld+json", "application/manifest+json", "image/svg")


class Scanner:
    """Feeds one answer's body, as it streams by, into the memory."""

    def __init__(self, memory: Memory, url: str, content_type: str, encoding: str) -> None:
        self._memory = memory
        self._url = url
        self._left = MOST_TEXT if content_type.lower().startswith(_TEXT) else 0
        self._tail = ""
        self._unzip = zlib.decompressobj(wbits=47) if encoding.lower() in ("gzip", "deflate") else None

    def feed(self, chunk: bytes) -> None:
        """Looks at the next piece. Never raises: an unreadable body names nothing."""
        if self._left <= 0:
            return
        if self._unzip is not None:
            try:
                chunk = self._unzip.decompress(chunk, self._left)
            except zlib.error:
                self._left = 0
                return
        text = self._tail + chunk.decode("utf-8", errors="replace")
        self._left -= len(chunk)
        self._memory.read(text, self._url)
        self._tail = text[-OVERLAP:]
