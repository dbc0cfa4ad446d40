"""What goes wrong in our own code: noted in a file without personal values, and told; never a silent death."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal

FILE = "desktop.log"
LARGEST = 256 * 1024
"""Bytes of the file before it is put aside as ``desktop.log.1``."""


class Mishaps(QObject):
    """``happened`` tells that something went wrong; the file has the rest."""

    happened = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = home / FILE
        self._former: Callable[[type[BaseException], BaseException, TracebackType | None], Any] | None = None

    def install(self) -> None:
        """Hears of every exception that nobody caught, those in slots and events included."""
        self._former, sys.excepthook = sys.excepthook, self.note

    def remove(self) -> None:
        """Hears no more; whoever heard before does again."""
        if self._former is not None:
            sys.excepthook, self._former = self._former, None

    def note(self, kind: type[BaseException], mishap: BaseException, trace: TracebackType | None) -> None:
        """Writes one down; a wish to end the program is passed on."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, mishap, trace)
            return
        lines = "".join(described(mishap))
        print(lines, file=sys.stderr, end="")
        with suppress(OSError):  # a full disk must not turn one mishap into many
            self._write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{lines}\n")
        self.happened.emit()

    def _write(self, text: str) -> None:
        if self._path.exists() and self._path.stat().st_size > LARGEST:
            self._path.replace(self._path.with_suffix(".log.1"))
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as out:
            out.write(text)


def described(mishap: BaseException) -> Iterator[str]:
    """Where it happened and its kind, of it and of what led to it. Never its message, which may hold a value."""
    if mishap.__cause__ is not None:
        yield from described(mishap.__cause__)
        yield "which led to\n"
    for frame in traceback.extract_tb(mishap.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}\n"
    yield f"{type(mishap).__name__}\n"
