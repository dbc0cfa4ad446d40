"""The web addresses that a document names: text, HTML, calendar, card, PDF. Offered only, its words are never trusted.

An e-mail's are read by `mail.py`. Of a PDF only the links are read, not its drawn text.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from agent.intake.address import address, spans_in
from agent.intake.errors import BadAddress
from agent.protocol.pattern import Pattern

MOST = 20
"""Addresses of one document."""
LONGEST = 2_000_000
"""Bytes of a document that are looked through."""
LONGEST_STREAM = 1_000_000
"""Bytes that one packed part of a PDF may unpack to; what is longer is cut there."""
MOST_STREAMS = 200

_READ = frozenset({"text/plain", "text/html", "text/calendar", "text/vcard", "text/x-vcard", "text/markdown",
                   "application/xhtml+xml"})
_WRITTEN = Pattern(r"\bhttps?://[^\s<>\"“”«»]+", re.IGNORECASE)
_TAIL = ".,;:!?'’)]}"
_URI = re.compile(rb"/URI\s*\(((?:\\.|[^()\\]){1,2100})\)")
_STREAM = re.compile(rb"/FlateDecode\b[^>]{0,300}>>\s*stream\r?\n")


def links_in_file(path: Path, media_type: str) -> tuple[str, ...]:
    """The checked addresses of a file on disk, in order; none where it can't be read."""
    if media_type != "application/pdf" and media_type not in _READ:
        return ()
    try:
        with path.open("rb") as file:
            return links_in(file.read(LONGEST), media_type)
    except OSError:
        return ()


def links_in(data: bytes, media_type: str) -> tuple[str, ...]:
    """The checked addresses of a document, in order, each once."""
    if media_type == "application/pdf":
        written: Iterable[str] = _of_pdf(data[:LONGEST])
    elif media_type in _READ:
        written = _of_text(data[:LONGEST].decode("utf-8", "replace"), is_html="html" in media_type)
    else:
        return ()
    return tuple(islice(dict.fromkeys(_checked(written)), MOST))


def _of_text(text: str, *, is_html: bool) -> Iterator[str]:
    plain = html.unescape(text) if is_html else text
    for each in _WRITTEN.findall(plain):
        yield each.rstrip(_TAIL)
    if not is_html:
        for start in range(0, min(len(plain), 20_000), 2_000):  # bare hosts; looking for them is slow in long texts
            yield from (written for _, _, written in spans_in(plain[start:start + 2_000])
                        if not written.lower().startswith(("http:", "https:")))


def _of_pdf(data: bytes) -> Iterator[str]:
    yield from _uris(data)
    for match in islice(_STREAM.finditer(data), MOST_STREAMS):
        try:
            yield from _uris(zlib.decompressobj().decompress(data[match.end():], LONGEST_STREAM))
        except zlib.error:
            continue


def _uris(data: bytes) -> Iterator[str]:
    for match in _URI.finditer(data):
        yield re.sub(rb"\\(.)", rb"\1", match[1], flags=re.DOTALL).decode("latin-1")


def _checked(written: Iterable[str]) -> Iterator[str]:
    for each in written:
        try:
            found = address(each)
        except BadAddress:
            continue
        yield found
