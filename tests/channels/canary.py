"""Canaries: values that stand for the person's data, and the search for them in whatever arrived anywhere."""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
import zlib
from urllib.parse import unquote_to_bytes

MARK = "kq7v"
"""How every canary begins; no ordinary traffic holds it."""

_LENGTH = 12
_PLAIN = re.compile(rf"{MARK}[0-9a-f]{{{_LENGTH - len(MARK)}}}")
_BACKWARDS = re.compile(rf"[0-9a-f]{{{_LENGTH - len(MARK)}}}{MARK[::-1]}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}")
_HEX = re.compile(rb"[0-9A-Fa-f]{24,}")


def canary(number: int) -> str:
    """The canary of a number: lower case letters and digits, so that it can be a part of a host's name too."""
    return f"{MARK}{number:0{_LENGTH - len(MARK)}x}"


def canaries_in(data: bytes) -> set[str]:
    """Every canary in bytes from the network: plain, percent, base64 (any alignment), hex, UTF-16, backwards, gzip."""
    found: set[str] = set()
    for spelling in _spellings(data):
        text = spelling.decode("latin-1").lower()
        found.update(_PLAIN.findall(text))
        found.update(each[::-1] for each in _BACKWARDS.findall(text))
    return found


def plainly_in(data: bytes) -> set[str]:
    """The quick half of `canaries_in`, for every packet: plain letters alone."""
    return set(_PLAIN.findall(data.decode("latin-1").lower()))


def _spellings(data: bytes) -> list[bytes]:
    plain = unquote_to_bytes(unquote_to_bytes(data))
    spellings = [data, plain, data.replace(b"\0", b"")]
    for run in {*_BASE64.findall(data), *_BASE64.findall(plain)}:
        standard = run.translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            cut = standard[start:]
            with contextlib.suppress(binascii.Error):
                spellings.append(base64.b64decode(cut[:-1] + b"===" if len(cut) % 4 == 1 else cut + b"=="))
    for run in {*_HEX.findall(data), *_HEX.findall(plain)}:
        spellings += [binascii.unhexlify(run[start:][:len(run[start:]) // 2 * 2]) for start in range(2)]
    for start in (place.start() for place in re.finditer(b"\x1f\x8b\x08", data)):
        with contextlib.suppress(zlib.error):
            spellings.append(zlib.decompressobj(31).decompress(data[start:]))
    return spellings
