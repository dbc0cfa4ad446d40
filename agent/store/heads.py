"""The journal's second place: a file beside the database with the hash of every line, so that a cut end shows.

A chain of hashes shows a line that was changed, moved or taken out, but not that the last ones are gone: what is left
is a whole chain. So each line's number and hash are appended here (fsync) after the line itself is on disk. The file
may lag behind the database by what a crash cut off, never run ahead of it; a database that lacks what stands here was
cut or replaced by an older copy. Whoever changes both places alike leaves no trace: there is no key in this.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from agent.store.problems import CannotRecord

ENDING = ".heads"
"""The file is named as the database, with this behind."""

RESTORED = "restored"
"""A line of this word: what stands above it is known to be lost, and counts no longer."""

TAIL_BYTES = 4096
"""Read from the end for the last line, which has less than a hundred."""


def append(file: Path, heads: Iterable[tuple[int, str]]) -> None:
    """Adds (number, hash) pairs; on disk when this returns.

    Raises:
        OSError: the file can't be written.
    """
    _write(file, "".join(f"{seq} {line_hash}\n" for seq, line_hash in heads))


def begin_anew(file: Path) -> None:
    """Says that what stands here until now is lost, and known to be.

    Raises:
        OSError: the file can't be written.
    """
    _write(file, f"{RESTORED}\n")


def read(file: Path) -> list[tuple[int, str]]:
    """All pairs since the last loss that is known; none if there is no file (made by an older version, or removed).

    Raises:
        CannotRecord: the file is there and can't be read.
    """
    try:
        return _parse(file.read_bytes())
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise _unreadable(problem) from problem


def last(file: Path) -> tuple[int, str] | None:
    """The pair of the highest number, without reading the whole file; None if there is none.

    Two processes may write theirs in the other order, but never far apart.

    Raises:
        CannotRecord: the file is there and can't be read.
    """
    try:
        with file.open("rb") as opened:
            start = max(0, opened.seek(0, os.SEEK_END) - TAIL_BYTES)
            opened.seek(start)
            text = opened.read()
            found = _parse(text.partition(b"\n")[2] if start else text)  # the first line may begin in the middle
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _unreadable(problem) from problem
    return max(found, default=None)


def _unreadable(problem: OSError) -> CannotRecord:
    return CannotRecord(f"The journal's second place can't be read ({problem.strerror or problem}). Nothing is sent "
                        "while this lasts.")


def _parse(text: bytes) -> list[tuple[int, str]]:
    """Whole lines alone: a crash may have cut one off."""
    found: list[tuple[int, str]] = []
    for line in text.split(b"\n")[:-1]:
        words = line.decode("ascii", "replace").split(" ")
        if words == [RESTORED]:
            found.clear()
        elif len(words) == 2 and words[0].isdigit() and len(words[1]) == 64:
            found.append((int(words[0]), words[1]))
    return found


def _write(file: Path, text: str) -> None:
    # One write in append mode, so that two processes' lines don't mix; a line that a crash cut off gets its end first.
    handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(handle).st_size
        whole = size == 0 or _byte_at(handle, size - 1) == b"\n"
        os.write(handle, (text if whole else f"\n{text}").encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)


def _byte_at(handle: int, place: int) -> bytes:
    os.lseek(handle, place, os.SEEK_SET)
    return os.read(handle, 1)
