"""Splits a multipart body into its parts and says what does not belong to any: pure, on a mapped or held body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from agent.gate.wire import Window

MAX_PARTS = 2000
"""Parts read from one body; the rest is shown as one unreadable piece. Real forms stay far below."""
MAX_HEAD = 16 * 1024
"""Bytes of headers in front of one part."""
MAX_BOUNDARY = 200
"""Bytes of a boundary; RFC 2046 allows 70."""

BROWSER_BOUNDARY = re.compile(r"----WebKitFormBoundary[A-Za-z0-9]{16}")
"""Chromium's own, its end random. Source: form_data_encoder.cc, GenerateUniqueBoundaryString."""

_FIRST_LINE = re.compile(rb"(?:\r\n)?--([^\r\n]{1,200})\r\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header block as sent, and where its content lies in the body."""

    head: bytes
    start: int
    end: int

    def headers(self) -> tuple[tuple[str, str], ...]:
        """Returns names in lower case with values; folded lines are joined; a line without a colon has no name."""
        lines = re.sub(rb"\r\n[ \t]+", b" ", self.head).split(b"\r\n")
        pairs = (line.partition(b":") for line in lines if line)
        return tuple(
            (_text(name).strip().lower(), _text(value).strip()) if colon else ("", _text(name))
            for name, colon, value in pairs
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole body accounted for: every byte is a delimiter, in a part, or in one of the (start, end) spans."""

    parts: tuple[Part, ...]
    preamble: tuple[int, int]
    epilogue: tuple[int, int]
    problems: tuple[str, ...]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


def sniff_boundary(data: Window) -> bytes:
    """Returns the boundary that the first line shows, for a body whose header names none."""
    match = _FIRST_LINE.match(data[: MAX_BOUNDARY + 8])
    return match[1] if match else b""


@dataclass(frozen=True, slots=True)
class _Delimiter:
    start: int      # where the line break before it begins
    end: int        # first byte after its line
    closes: bool
    blanks: int     # between the mark and the end of its line


def _delimiter_at(data: Window, at: int, marker: bytes) -> _Delimiter | None:
    """Reads a delimiter line strictly: own line, then optional blanks, then CRLF (or the end, when it closes)."""
    if at and data[at - 2 : at] != b"\r\n":
        return None
    after = at + len(marker)
    closes = data[after : after + 2] == b"--"
    after += 2 if closes else 0
    tail = data[after : after + 80]
    blanks = len(tail) - len(tail.lstrip(b" \t"))
    after += blanks
    if data[after : after + 2] == b"\r\n":
        return _Delimiter(max(at - 2, 0), after + 2, closes, blanks)
    if closes and after >= len(data):
        return _Delimiter(max(at - 2, 0), after, closes, blanks)
    return None


def split(data: Window, boundary: bytes) -> Parts | None:
    """Splits a body at its boundary.

    Reads as strictly as RFC 2046; text that a more lenient site might take for a boundary is said as a problem.

    Returns:
        Nothing when no delimiter is found at all.
    """
    marker = b"--" + boundary
    delimiters, lookalikes, ended = _delimiters(data, marker)
    if not delimiters:
        return None
    problems: list[str] = []
    if lookalikes:
        problems.append("The text that separates the parts also stands inside a part.")
    if any(each.blanks for each in delimiters) or data[: 2 + len(marker)] == b"\r\n" + marker:
        problems.append("There are blanks or an empty line beside the text that separates the parts.")
    last = delimiters[-1]
    parts = [_part(data, left.end, right.start) for left, right in pairwise(delimiters)]
    epilogue = (last.end, len(data))
    if not last.closes:
        problems.append(
            f"More than {MAX_PARTS} parts; the rest is not decoded." if ended else "The body is cut short: no end mark."
        )
        if not ended:
            parts.append(_part(data, last.end, len(data)))
            epilogue = (len(data), len(data))
    if not all(part.head for part in parts):
        problems.append("A part has no readable headers.")
    return Parts(tuple(parts), (0, delimiters[0].start), epilogue, tuple(problems))


def _delimiters(data: Window, marker: bytes) -> tuple[list[_Delimiter], bool, bool]:
    """Returns the delimiters up to the closing one, whether lookalikes stand between, whether the limit ended it."""
    found: list[_Delimiter] = []
    lookalikes = False
    at = data.find(marker)
    while at >= 0:
        delimiter = _delimiter_at(data, at, marker)
        if delimiter is None:
            lookalikes = True
            at = data.find(marker, at + 1)
            continue
        found.append(delimiter)
        if delimiter.closes:
            break
        if len(found) > MAX_PARTS:
            return found, lookalikes, True
        at = data.find(marker, delimiter.end)
    return found, lookalikes, False


def _part(data: Window, start: int, end: int) -> Part:
    """Reads a part's header block; without one that can be read the whole part is content."""
    end = max(end, start)
    if data[start : start + 2] == b"\r\n":
        return Part(b"", start + 2, max(end, start + 2))
    gap = data.find(b"\r\n\r\n", start, min(end, start + MAX_HEAD))
    if gap < 0:
        return Part(b"", start, end)
    return Part(data[start:gap], gap + 4, end)
