"""What a file in a payload is, by its own first bytes: its kind, an image's size, a PDF's pages, a text's first lines.

Reads headers only and draws nothing: a picture is shown by the window, from the person's own copy of the same file.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from agent.gate.wire import Window

HEAD = 64 * 1024
"""Bytes looked at for kind, size and text."""
PDF_READ = 4 * 1024 * 1024
"""Bytes of a PDF searched for its pages; in a larger one, or one with packed objects, they are not counted."""
LINES, LINE = 6, 120
"""Lines of a text shown, and letters of each."""

_PDF_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f")


@dataclass(frozen=True, slots=True)
class Looks:
    """What was seen. ``kind`` is empty for what is not known; numbers are 0 where they do not apply."""

    kind: str = ""
    width: int = 0               # pixels
    height: int = 0
    pages: int = 0
    text: str = ""               # first lines, cut; show only through `display`


def looks(data: Window, start: int, end: int) -> Looks:
    """Looks at the bytes ``data[start:end]``; never raises on what they hold."""
    head = bytes(data[start : min(end, start + HEAD)])
    for look in (_png, _gif, _jpeg, _webp):
        found = look(head)
        if found is not None:
            return found
    if head.startswith(b"%PDF-"):
        whole = end - start <= PDF_READ
        return Looks("PDF", pages=len(_PDF_PAGE.findall(bytes(data[start:end]))) if whole else 0)
    if head.startswith(b"PK\x03\x04"):
        return Looks("ZIP archive or office document")
    return _text(head, start + HEAD < end)


def _png(head: bytes) -> Looks | None:
    if not head.startswith(b"\x89PNG\r\n\x1a\n") or head[12:16] != b"IHDR" or len(head) < 24:
        return None
    width, height = struct.unpack(">II", head[16:24])
    return Looks("PNG image", width, height)


def _gif(head: bytes) -> Looks | None:
    if head[:6] not in (b"GIF87a", b"GIF89a") or len(head) < 10:
        return None
    width, height = struct.unpack("<HH", head[6:10])
    return Looks("GIF image", width, height)


def _jpeg(head: bytes) -> Looks | None:
    """Walks the segments to the frame header: SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, table B.1)."""
    if not head.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        mark = head[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return Looks("JPEG image", width, height)
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return Looks("JPEG image")


def _webp(head: bytes) -> Looks | None:
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < 30:
        return None
    kind = head[12:16]
    if kind == b"VP8X":
        return Looks("WebP image", 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little"))
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return Looks("WebP image", width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return Looks("WebP image", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    return Looks("WebP image")


def _text(head: bytes, cut: bool) -> Looks:
    if not head or head.translate(None, _CONTROLS) != head:
        return Looks()
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as problem:
        if not cut or problem.start < len(head) - 3:    # not merely cut inside a letter
            return Looks()
        text = head[: problem.start].decode("utf-8")
    lines = text.splitlines()
    shown = [line if len(line) <= LINE else line[:LINE] + " ..." for line in lines[:LINES]]
    return Looks("text", text="\n".join([*shown, "..."] if cut or len(lines) > LINES else shown))
