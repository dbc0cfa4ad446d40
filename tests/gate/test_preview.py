"""A file is what its own first bytes say, whatever name and type the page gave it; nothing in it is drawn."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.gate.preview import HEAD, LINE, LINES, Looks, looks

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 1280, 960)
JPEG = (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 9 + b"\xff\xc4\0\x05abc" + b"\xff\xff\xc2\0\x11\x08"
        + struct.pack(">HH", 480, 640) + b"\3")
GIF = b"GIF89a" + struct.pack("<HH", 32, 16) + b"\0"
WEBP = {"VP8X": b"\0" * 4 + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"),
        "VP8 ": b"\0\0\0\x9d\1\x2a" + struct.pack("<HH", 640, 480),
        "VP8L": b"\x2f" + ((639 | 479 << 14).to_bytes(4, "little")) + b"\0" * 8}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Pages/Count 2>>\n2 0 obj<</Type /Page>>\n3 0 obj<</Type/Page/Parent 1 0 R>>"


def webp(kind: str) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind.encode() + b"\0\0\0\0" + WEBP[kind]


@pytest.mark.parametrize(("data", "found"), [
    (PNG, Looks("PNG image", 1280, 960)), (JPEG, Looks("JPEG image", 640, 480)), (GIF, Looks("GIF image", 32, 16)),
    (webp("VP8X"), Looks("WebP image", 640, 480)), (webp("VP8 "), Looks("WebP image", 640, 480)),
    (webp("VP8L"), Looks("WebP image", 640, 480)), (PDF, Looks("PDF", pages=2)), (b"%PDF-1.7\npacked", Looks("PDF")),
    (b"PK\3\4x", Looks("ZIP archive or office document")),
    (b"Dear Sir,\r\n\r\nmy reading", Looks("text", text="Dear Sir,\n\nmy reading")),
    (b"", Looks()), (b"\x00\x01", Looks()), (b"\x89PNG\r\n\x1a\n", Looks()), (b"MZ\x90\0", Looks()),
    (b"caf\xc3", Looks()),
])
def test_kind_size_pages_and_first_lines(data: bytes, found: Looks) -> None:
    assert looks(data, 0, len(data)) == found
    assert looks(b"before" + data + b"after", 6, 6 + len(data)) == found


def test_the_first_lines_of_a_text_are_bounded() -> None:
    text = ("x" * 1000 + "\n") * 1000
    found = looks(text.encode(), 0, len(text)).text.split("\n")
    assert len(found) == LINES + 1
    assert max(map(len, found)) <= LINE + 4
    cut = "ä" * HEAD
    assert looks(cut.encode(), 0, len(cut.encode())).kind == "text"


@given(st.sampled_from([b"", PNG[:12], JPEG[:4], GIF[:6], b"RIFF\0\0\0\0WEBPVP8", b"%PDF-", JPEG]),
       st.binary(max_size=80))
def test_no_bytes_raise(head: bytes, rest: bytes) -> None:
    looks(head + rest, 0, len(head + rest))
