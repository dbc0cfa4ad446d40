"""Where large request bodies wait on disk, and how much of it one browser may fill."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO, cast

MOST = 1024 * 1024 * 1024
"""Bytes on disk at the same moment, of all requests of one browser: twice the largest single one."""


class SpoolFull(Exception):
    """The requests that wait have filled what the disk is given for."""


class Spool:
    """One browser's share of the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used = 0

    def file(self) -> BinaryIO:
        """A file without a name on disk: gone when it is closed, and when this process is killed."""
        return cast("BinaryIO", tempfile.TemporaryFile(dir=self._folder))

    def take(self, size: int) -> None:
        """Counts bytes that are about to be written.

        Raises:
            SpoolFull: no more.
        """
        if self._used + size > MOST:
            raise SpoolFull
        self._used += size

    def give_back(self, size: int) -> None:
        """Counts bytes that are gone again."""
        self._used -= size
