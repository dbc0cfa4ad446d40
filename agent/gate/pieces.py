"""The short values of a payload one after the other, without names: a value cut over several fields is whole again."""

from __future__ import annotations

_PART = b"\r\n--"
_GAP = b"\r\n\r\n"
LONGEST = 24
"""Bytes of a value that may be a piece of another; longer ones are searched as they stand."""


def short_values(raw: bytes) -> bytes:
    """Returns the short values of urlencoded, multipart or JSON text joined with nothing between; else nothing."""
    if _GAP in raw and b'name="' in raw:
        values = [part.partition(_GAP)[2] for part in raw.split(_PART)]
    elif b'":' in raw:
        values = _json_values(raw)
    elif b"=" in raw and b"&" in raw:
        values = [piece.partition(b"=")[2] for piece in raw.split(b"&")]
    else:
        return b""
    return b"".join([value for value in values if len(value) <= LONGEST])


def _json_values(raw: bytes) -> list[bytes]:
    """Everything between and in quotes but what a colon follows; escaped quotes may cut a string, which only loses."""
    pieces = raw.split(b'"')
    after = pieces[1:]
    after.append(b"")
    return [piece for piece, then in zip(pieces, after, strict=True) if then[:1] != b":"]
