"""A request as it would stand on the wire: method, address, headers, body. The body may live in a file."""

from __future__ import annotations

import hashlib
import io
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

CHUNK = 1 << 20
"""Bytes hashed at a time, so that a spooled upload never stands in memory whole."""

Window = bytes | mmap.mmap
"""The bytes of a body to search and slice; a spooled file is mapped, not read."""


class Body(Protocol):
    """The exact bytes of a request's body."""

    @property
    def size(self) -> int:
        """Length in bytes."""
        ...

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the bytes."""
        ...

    def read(self) -> bytes:
        """Returns all bytes; for a spooled body prefer `window`."""
        ...

    def open(self) -> BinaryIO:
        """Opens the bytes for streaming; the caller closes."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryBody:
    """A body held in memory."""

    data: bytes = field(repr=False)

    @property
    def size(self) -> int:
        """Length in bytes."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def read(self) -> bytes:
        """Returns all bytes."""
        return self.data

    def open(self) -> BinaryIO:
        """Opens the bytes for streaming."""
        return io.BytesIO(self.data)


@dataclass(frozen=True, slots=True)
class FileBody:
    """A body spooled to a file that nobody writes to any more.

    Size and hash are taken once, at construction, unless whoever spooled it already counted them.
    """

    path: Path
    size: int = -1
    sha256: str = ""

    def __post_init__(self) -> None:
        if self.size < 0:
            object.__setattr__(self, "size", self.path.stat().st_size)
        if not self.sha256:
            with self.path.open("rb") as stream:
                object.__setattr__(self, "sha256", hashlib.file_digest(stream, "sha256").hexdigest())

    def read(self) -> bytes:
        """Returns all bytes."""
        return self.path.read_bytes()

    def open(self) -> BinaryIO:
        """Opens the file for streaming."""
        return self.path.open("rb")


EMPTY = MemoryBody(b"")
"""The body of a request that has none."""


@dataclass(frozen=True, slots=True)
class WireRequest:
    """One request: absolute address, headers in wire order with their names as sent."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: Body

    def all(self, name: str) -> tuple[str, ...]:
        """Returns the values of every header of that name, whatever its case."""
        return tuple(value for key, value in self.headers if key.lower() == name)

    def first(self, name: str) -> str:
        """Returns the first header of that name, or nothing."""
        return next(iter(self.all(name)), "")


@contextmanager
def window(body: Body) -> Iterator[Window]:
    """Gives the bytes to search and slice, mapped from disk where the body is a file."""
    if not isinstance(body, FileBody) or body.size == 0:
        yield body.read()
        return
    with body.path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        yield mapped


def hash_span(data: Window, start: int, end: int) -> str:
    """Returns the hex SHA-256 of ``data[start:end]``, read a chunk at a time."""
    total = hashlib.sha256()
    for at in range(start, end, CHUNK):
        total.update(data[at : min(at + CHUNK, end)])
    return total.hexdigest()
