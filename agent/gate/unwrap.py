"""Peels encodings off bytes, layer by layer and within bounds, so that plain text can be searched."""

from __future__ import annotations

import binascii
import html
import re
import string
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from agent.gate.pieces import short_values
from agent.gate.spans import members, spans

MAX_LAYERS = 4
"""Encodings inside one another, such as percent over base64 over gzip."""
MAX_BYTES = 4 * 1024 * 1024
"""Bytes looked at over all layers of one payload."""
MAX_INFLATED = 1024 * 1024
"""Bytes taken from one compressed piece."""
MAX_STREAMS = 8
"""Compressed pieces of one kind looked into in one layer."""

_BASE64_LEAST = 16
"""Letters from which a run is read as base64; in a shorter one a value is found as it stands (`needles`)."""
_HEX_LEAST = 24
_TEXT_LEAST = 8

_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\r\n"
_TEXTS = members(_PLAIN)
_BASE64 = members((string.ascii_letters + string.digits + "+/_-").encode())
_HEX = members(string.hexdigits.encode())
_MANY = 500
"""Percent signs from which the quick way pays."""
_NEVER_FIRST = frozenset(b"ghijklmnopqrstuv")
"""Letters that begin base64 only of bytes that begin no text (0x80 to 0xBF)."""
_HEX_OF_TEXT = frozenset(b"02345678CDEFcdef")
"""Digits that begin the hex of text, UTF-16 or packed text."""
_LOW = members(b"\0\1\2")       # the high bytes of UTF-16 up to U+02FF
_WIDE = (b"\0\1\0\1\0\1\0\1", b"\1\0\1\0\1\0\1\0")
_ESCAPE_RUN = re.compile(rb"(?:\\u[0-9a-fA-F]{4})+")
_BYTE_ESCAPE = re.compile(rb"\\x([0-9a-fA-F]{2})")
_SHORT_ESCAPES = ((b'\\"', b'"'), (b"\\/", b"/"), (b"\\n", b"\n"), (b"\\r", b"\r"), (b"\\t", b"\t"),
                  (b"\\b", b"\b"), (b"\\f", b"\f"))
_ENTITY = re.compile(r"&#?\w{1,10};")
_WIDE_RUNS = (
    (re.compile(rb"(?:[\x01-\xff][\x00-\x02]){4,}"), "utf-16-le"),
    (re.compile(rb"(?:[\x00-\x02][\x01-\xff]){4,}"), "utf-16-be"),
)
_GZIP = b"\x1f\x8b\x08"
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


@dataclass(frozen=True, slots=True)
class Layer:
    """One reading of the bytes. ``complete`` is False where the bounds cut something off."""

    data: bytes
    complete: bool = True


def layers(data: bytes) -> Iterator[Layer]:
    """Yields the bytes as they are, then every reading that undoing an encoding gives, at most `MAX_BYTES` in all."""
    queue: deque[tuple[bytes, int]] = deque([(data, 0)])
    seen: set[bytes] = set()
    cut: set[bytes] = set()
    left = MAX_BYTES
    while queue:
        raw, depth = queue.popleft()
        if raw in seen:
            continue
        seen.add(raw)
        if len(raw) > left:
            yield Layer(raw[:left], complete=False)
            return
        left -= len(raw)
        yield Layer(raw, complete=raw not in cut)
        if depth >= MAX_LAYERS:
            continue
        waiting = sum(len(inner) for inner, _ in queue)
        for inner, ends in _peel(raw):
            if len(inner) == MAX_INFLATED:
                cut.add(inner)
            if inner:
                queue.append((inner, MAX_LAYERS if ends else depth + 1))
                waiting += len(inner)
            if waiting > left:      # enough to reach the bound: nothing more is unpacked for nothing
                break


def _peel(raw: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yields what undoing one encoding gives, and whether nothing further is to be undone in it.

    Escapes come first: in their presence runs of base64 are looked for only where they are undone.
    """
    odd = raw.translate(None, _PLAIN)       # what is neither printable ASCII nor a line break
    if b"\0" in odd:
        yield _from_wide(raw), False
    if odd:
        yield from ((inner, False) for inner in _inflated(raw))
    if odd and not _is_text(raw, odd):      # a binary file: only the texts in it can be written in an encoding
        yield b"\n".join(raw[start:end] for start, end in spans(raw, _TEXTS, _TEXT_LEAST)), False
        return
    undone = raw
    if b"+" in raw and b"&" in raw and b"=" in raw and b" " not in raw:     # a plus is a blank in form data
        undone = undone.replace(b"+", b" ")
    if b"%" in raw:
        undone = _unpercent(undone.replace(b"%u", b"\\u"))
    if b"\\" in undone:
        undone = _unescape(undone)
    if b"&" in undone and b";" in undone:
        undone = _without_entities(undone)
    if undone != raw:
        yield undone, False
        return
    yield short_values(raw), True
    yield _joined(raw, _BASE64, _BASE64_LEAST), False
    yield _joined(raw, _HEX, _HEX_LEAST), False


def _unpercent(raw: bytes) -> bytes:
    """Undoes percent escapes; many of them by way of quoted-printable, which is five times as fast.

    There a percent sign that begins no escape becomes an equals sign, which no search looks at.
    """
    if raw.count(b"%") < _MANY or b"%%" in raw or b"%\n" in raw or b"%\r" in raw:
        return unquote_to_bytes(raw)
    return binascii.a2b_qp(raw.replace(b"=", b"%3D").replace(b"%", b"="))


def _without_entities(raw: bytes) -> bytes:
    text = raw.decode("utf-8", "surrogateescape")
    return html.unescape(text).encode("utf-8", "surrogateescape") if _ENTITY.search(text) else raw


def _is_text(raw: bytes, odd: bytes) -> bool:
    """Whether bytes are text, perhaps with a few stray ones."""
    if len(odd) * 20 <= len(raw):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(odd.translate(None, bytes(range(32)))) * 2 > len(odd)


def _from_wide(raw: bytes) -> bytes:
    mask = raw.translate(_LOW)
    if not any(pattern in mask for pattern in _WIDE):
        return b""
    return "\n".join(
        match[0].decode(kind, "replace") for run, kind in _WIDE_RUNS for match in run.finditer(raw)
    ).encode("utf-8")


def _unescape(raw: bytes) -> bytes:
    if b"\\u" in raw:
        raw = _ESCAPE_RUN.sub(_from_escapes, raw)
    if b"\\x" in raw:
        raw = _BYTE_ESCAPE.sub(lambda match: bytes.fromhex(match[1].decode("ascii")), raw)
    for written, meant in _SHORT_ESCAPES:
        raw = raw.replace(written, meant)
    return raw.replace(b"\\\\", b"\\")


def _from_escapes(match: re.Match[bytes]) -> bytes:
    wide = bytes.fromhex(match[0].replace(b"\\u", b"").decode("ascii"))
    return wide.decode("utf-16-be", "replace").encode("utf-8")


def _joined(raw: bytes, table: bytes, least: int) -> bytes:
    undo = _from_base64 if table is _BASE64 else _from_hex
    return b"\n".join(filter(None, (undo(raw[start:end]) for start, end in spans(raw, table, least))))


def _from_base64(run: bytes) -> bytes:
    if run.isdigit():       # a long number: no text begins and goes on like that in base64
        return b""
    if run[0] in _NEVER_FIRST:
        return b""
    run = run.replace(b"-", b"+").replace(b"_", b"/")
    if len(run) % 4 == 1:
        run = run[:-1]
    try:
        return _worth_reading(binascii.a2b_base64(run + b"=" * (-len(run) % 4)))
    except binascii.Error:
        return b""


def _from_hex(run: bytes) -> bytes:
    if run[0] not in _HEX_OF_TEXT and run[:4] not in (b"1f8b", b"1F8B"):
        return b""
    return _worth_reading(bytes.fromhex(run[: len(run) // 2 * 2].decode("ascii")))


def _worth_reading(raw: bytes) -> bytes:
    """Returns the bytes when they are text or packed text; words that merely look like base64 give noise."""
    odd = raw.translate(None, _PLAIN)
    if not odd or raw.startswith(_GZIP) or raw.startswith(_ZLIB):
        return raw
    if b"\0" in odd and _from_wide(raw):
        return raw
    if min(odd) < 0x80:
        return b""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return b""
    return raw


def _starts(raw: bytes, mark: bytes) -> list[int]:
    found: list[int] = []
    at = raw.find(mark)
    while at >= 0 and len(found) < MAX_STREAMS:
        found.append(at)
        at = raw.find(mark, at + 1)
    return found


def _inflated(raw: bytes) -> Iterator[bytes]:
    starts = [(at, 31) for at in _starts(raw, _GZIP)]
    starts += [(at, 15) for at in sorted(at for mark in _ZLIB for at in _starts(raw, mark))[:MAX_STREAMS]]
    starts.append((0, -15))
    for at, bits in starts:
        try:
            found = zlib.decompressobj(bits).decompress(raw[at:], MAX_INFLATED)
        except zlib.error:
            continue
        yield found if bits > 0 else _worth_reading(found)
