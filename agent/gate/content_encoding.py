"""Undoes gzip and deflate on a body, within bounds: a bomb stops at the limit and is said to be one."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

MAX_INFLATED = 16 * 1024 * 1024
"""Bytes a compressed body may grow to before it counts as unreadable."""
MAX_LAYERS = 2
"""Encodings undone one after the other; a browser sends none, a script at most one."""

_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclass(frozen=True, slots=True)
class Inflated:
    """``data`` is nothing when the body could not be undone; then ``problem`` says why."""

    data: bytes | None
    problem: str = ""


def inflate(data: bytes, bits: int, limit: int) -> Inflated:
    """Undoes one zlib stream of the given window bits, to at most ``limit`` bytes."""
    engine = zlib.decompressobj(bits)
    try:
        out = engine.decompress(data, limit + 1)
    except zlib.error:
        return Inflated(None, "The body's compression is damaged.")
    if len(out) > limit:
        return Inflated(None, f"The body unpacks to more than {limit} bytes.")
    if not engine.eof:
        return Inflated(None, "The body's compression is cut short.")
    if engine.unused_data:
        return Inflated(None, f"{len(engine.unused_data)} more bytes follow the compressed body.")
    return Inflated(out)


def undo(data: bytes, encodings: tuple[str, ...]) -> Inflated:
    """Undoes the encodings, given in the order in which they were applied."""
    if len(encodings) > MAX_LAYERS:
        return Inflated(None, "The body is packed more than twice.")
    for encoding in reversed(encodings):
        bits = _WINDOW_BITS.get(encoding)
        if bits is None:
            return Inflated(None, f"The body is packed in a way that can't be read ({encoding[:20]}).")
        step = inflate(data, bits, MAX_INFLATED)
        if step.data is None and encoding == "deflate":     # some send it without the zlib header
            step = inflate(data, -15, MAX_INFLATED)
        if step.data is None:
            return step
        data = step.data
    return Inflated(data)
