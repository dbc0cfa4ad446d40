"""Reads a picture file that may be anything: only a plain file, only PNG or JPEG, never more than fits in memory."""

from __future__ import annotations

import os
import stat

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a picture file that is opened at all."""
MOST_PIXELS = 100_000_000
"""Of a picture as it stands in its file; the agent's own have 48 million at most."""
_KINDS = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"))


def read_picture(path: str, fits: QSize) -> tuple[QImage, QSize]:
    """The picture, no larger than ``fits``, and its size in the file; a null image if it is none. From any thread."""
    data = _bytes_of(path)
    kind = next((name for magic, name in _KINDS if data.startswith(magic)), b"")
    if not kind:
        return QImage(), QSize()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer, QByteArray(kind))
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return QImage(), QSize()
    if size.width() > fits.width() or size.height() > fits.height():
        reader.setScaledSize(size.scaled(fits, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read(), size


def _bytes_of(path: str) -> bytes:
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would keep the thread for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return b""
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_size > LARGEST_FILE:
            return b""
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST_FILE)
    except OSError:
        return b""
    finally:
        os.close(handle)
