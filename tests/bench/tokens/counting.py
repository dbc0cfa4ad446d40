"""What a request to a model weighs: its pieces in the order in which they are cached, their tokens, what caching saves.

Pure; `Counted` says how many tokens a text has. Texts are counted as they are, all else as compact JSON. A picture
costs width * height / 750 after it was scaled down to 1568 pixels at its longer side, at most about 1600, as the
vendor's page on vision says. A cache read costs a tenth of an input token and a write 1.25, from 1024 tokens on, as its
page on prompt caching says; whoever asks for no cache pays in full.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Counted = Callable[[str], int]
Body = Mapping[str, Any]

LONGEST_SIDE = 1568
DEAREST_PICTURE = 1600
LEAST_CACHED = 1024
READ = 0.1
WRITE = 1.25


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a request. ``size`` in pixels where it is a picture; ``ends_cache``: a prefix to cache ends here."""

    text: str
    size: tuple[int, int] = (0, 0)
    ends_cache: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """What all requests of a task come to, in tokens; ``paid`` in input tokens' prices, with caching as asked for."""

    requests: int
    text: int
    pictures: int
    largest: int
    paid: float

    @property
    def sent(self) -> int:
        return self.text + self.pictures


def pieces_of(body: Body) -> list[Piece]:
    """The request's tools, system and messages, in this order."""
    found = [Piece(_compact(_without_mark(tool)), ends_cache="cache_control" in tool) for tool in body.get("tools", [])]
    found += _contents(body.get("system", []))
    for message in body["messages"]:
        found += [Piece(message["role"]), *_contents(message["content"])]
    if "cache_control" in body:
        found[-1] = Piece(found[-1].text, found[-1].size, True)
    return found


def weight_of(bodies: Sequence[Body], counted: Counted) -> Weight:
    """Adds a task's requests up, each with what the ones before it left in the cache."""
    kept: set[tuple[Piece, ...]] = set()
    text = pictures = largest = 0
    paid = 0.0
    for body in bodies:
        pieces = pieces_of(body)
        costs = [_picture(each) or counted(each.text) for each in pieces]
        seen = sum(cost for cost, each in zip(costs, pieces, strict=True) if each.size != (0, 0))
        whole = sum(costs)
        text, pictures, largest = text + whole - seen, pictures + seen, max(largest, whole)
        ends = [at for at, each in enumerate(pieces, 1) if each.ends_cache and sum(costs[:at]) >= LEAST_CACHED]
        bare = [Piece(each.text, each.size) for each in pieces]
        end = max(ends, default=0)
        read = max((sum(costs[:at]) for at in range(1, end + 1) if tuple(bare[:at]) in kept), default=0)
        written = sum(costs[:end]) - read
        paid += read * READ + written * WRITE + (whole - read - written)
        kept |= {tuple(bare[:at]) for at in ends}
    return Weight(len(bodies), text, pictures, largest, paid)


def _contents(content: str | Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
    if isinstance(content, str):
        yield Piece(content)
        return
    for block in content:
        marked = "cache_control" in block
        if block["type"] == "image":
            yield Piece(block["source"]["data"][-64:], _size(block["source"]["data"]), marked)
        elif block["type"] == "text":
            yield Piece(block["text"], ends_cache=marked)
        elif block["type"] == "tool_result":
            inside = list(_contents(block["content"]))
            yield Piece(block["tool_use_id"])
            yield from inside[:-1]
            yield Piece(inside[-1].text, inside[-1].size, marked or inside[-1].ends_cache)
        else:
            yield Piece(_compact(_without_mark(block)), ends_cache=marked)


def _without_mark(block: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in block.items() if name != "cache_control"}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _size(data: str) -> tuple[int, int]:
    """Width and height of a PNG in base64.

    Raises:
        ValueError: it is none.
    """
    head = base64.b64decode(data[:64])
    if head[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("a picture that is no PNG can't be counted")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _picture(piece: Piece) -> int:
    if piece.size == (0, 0):
        return 0
    width, height = piece.size
    scale = min(1.0, LONGEST_SIDE / max(piece.size))
    return min(DEAREST_PICTURE, round(width * scale * height * scale / 750))
