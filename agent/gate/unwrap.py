"""Peels encodings off bytes, layer by layer and within bounds, so that plain text can be searched."""

from __future__ import annotations

import base64
import binascii
import html
import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

MAX_LAYERS = 4
"""Encodings inside one another, such as percent over base64 over gzip."""
MAX_BYTES = 4 * 1024 * 1024
"""Bytes looked at over all layers of one payload."""
MAX_INFLATED = 1024 * 1024
"""Bytes taken from one compressed piece."""

_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(["\\/bfnrt]))')
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CONTROL = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ENTITY = re.compile(r"&#?\w{1,10};")
_PERCENT = re.compile(rb"%[0-9a-fA-F]{2}")
_STRINGS = re.compile(rb"[\x20-\x7e\t\r\n]{6,}")
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}")
_HEX_RUN = re.compile(rb"(?:[0-9a-fA-F]{2}){6,}")
_WIDE_RUNS = (
    (re.compile(rb"(?:[\x01-\xff][\x00-\x02]){4,}"), "utf-16-le"),
    (re.compile(rb"(?:[\x00-\x02][\x01-\xff]){4,}"), "utf-16-be"),
)
_GZIP = re.compile(rb"\x1f\x8b\x08")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_TEXTUAL = re.compile(rb"[\x20-\x7e\x80-\xff\t\r\n]*")


@dataclass(frozen=True, slots=True)
class Layer:
    """One reading of the bytes. ``complete`` turns False on the last layer when the bounds cut something off."""

    data: bytes
    text: str
    complete: bool = True


def layers(data: bytes) -> Iterator[Layer]:
    """Yields the bytes as they are, then every reading that undoing an encoding gives, at most `MAX_BYTES` in all."""
    queue: deque[tuple[bytes, int]] = deque([(data, 0)])
    seen: set[bytes] = set()
    spent = 0
    while queue:
        raw, depth = queue.popleft()
        if raw in seen:
            continue
        seen.add(raw)
        spent += len(raw)
        if spent > MAX_BYTES:
            yield Layer(b"", raw[: MAX_BYTES].decode("utf-8", "replace"), complete=False)
            return
        text = raw.decode("utf-8", "replace")
        yield Layer(raw, text)
        if depth < MAX_LAYERS:
            queue.extend((inner, depth + 1) for inner in _peel(raw, text) if inner)


def _peel(raw: bytes, text: str) -> Iterator[bytes]:
    if b"\0" in raw:
        yield "\n".join(
            match[0].decode(kind, "replace") for run, kind in _WIDE_RUNS for match in run.finditer(raw)).encode("utf-8")
    yield from _inflated(raw, text)
    if text.count("\ufffd") * 20 > len(text):       # a binary file: only the texts in it can be written in an encoding
        yield b"\n".join(_STRINGS.findall(raw))
        return
    if _PERCENT.search(raw):
        yield unquote_to_bytes(raw)
    if _ESCAPE.search(text):
        yield _unescape(text).encode("utf-8", "replace")
    if _ENTITY.search(text):
        yield html.unescape(text).encode("utf-8", "replace")
    yield b"\n".join(filter(None, (_from_base64(match[0]) for match in _BASE64_RUN.finditer(raw))))
    yield b"\n".join(filter(None, (_from_hex(match[0]) for match in _HEX_RUN.finditer(raw))))


def _unescape(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        if match[3]:
            return _CONTROL.get(match[3], match[3])
        return chr(int(match[1] or match[2], 16))

    found = _ESCAPE.sub(one, text)
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), found)


def _from_base64(run: bytes) -> bytes:
    run = run.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    if len(run) % 4 == 1:
        run = run[:-1]
    try:
        return _worth_reading(base64.b64decode(run + b"=" * (-len(run) % 4)))
    except binascii.Error:
        return b""


def _from_hex(run: bytes) -> bytes:
    return _worth_reading(bytes.fromhex(run.decode("ascii")))


def _worth_reading(raw: bytes) -> bytes:
    """Returns the bytes when they are text or packed text; words that merely look like base64 give noise."""
    if _GZIP.match(raw) or _ZLIB.match(raw) or (b"\0" in raw and any(run.search(raw) for run, _ in _WIDE_RUNS)):
        return raw
    if not _TEXTUAL.fullmatch(raw):
        return b""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return b""
    return raw


def _inflated(raw: bytes, text: str) -> Iterator[bytes]:
    starts = [(match.start(), 31) for match in _GZIP.finditer(raw)][:8]
    starts += [(match.start(), 15) for match in _ZLIB.finditer(raw)][:8]
    if "\ufffd" in text or "\0" in text:      # not text, so perhaps deflate without a header
        starts.append((0, -15))
    for at, bits in starts:
        try:
            found = zlib.decompressobj(bits).decompress(raw[at:], MAX_INFLATED)
        except zlib.error:
            continue
        yield found if bits > 0 else _worth_reading(found)
