"""A request as it would stand on the wire: method, address, headers, body. The body may live in a file."""

from __future__ import annotations

import hashlib
import io
import mmap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

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
    """A body spooled to an open file that nobody writes to any more.

    The file has no name on disk (``tempfile.TemporaryFile``), so it is gone with this object or with the process,
    however that ends. Size and hash are taken once, unless whoever spooled it already counted them.
    """

    file: BinaryIO = field(repr=False)
    size: int = -1
    sha256: str = ""
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.size < 0:
            object.__setattr__(self, "size", self.file.seek(0, io.SEEK_END))
        if not self.sha256:
            with window(self) as data:
                object.__setattr__(self, "sha256", hash_span(data, 0, self.size))

    def read(self) -> bytes:
        """Returns all bytes."""
        return self.at(0, self.size)

    def open(self) -> BinaryIO:
        """Opens the bytes for streaming, from the start, beside any other reader."""
        return io.BufferedReader(_Reader(self))

    def at(self, start: int, length: int) -> bytes:
        """Returns up to ``length`` bytes from ``start``."""
        with self._turn:
            self.file.seek(start)
            return self.file.read(length)

    def close(self) -> None:
        """Gives the disk back."""
        self.file.close()


class _Reader(io.RawIOBase):
    """One reader's own place in a spooled file."""

    def __init__(self, body: FileBody) -> None:
        self._body = body
        self._place = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._body.at(self._place, len(view))
        view[: len(data)] = data
        self._place += len(data)
        return len(data)


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
    with mmap.mmap(body.file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        yield mapped


def hash_span(data: Window, start: int, end: int) -> str:
    """Returns the hex SHA-256 of ``data[start:end]``, read a chunk at a time."""
    total = hashlib.sha256()
    for at in range(start, end, CHUNK):
        total.update(data[at : min(at + CHUNK, end)])
    return total.hexdigest()
