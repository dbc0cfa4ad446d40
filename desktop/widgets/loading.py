"""Loads pictures beside the UI thread and hands them to whoever still wants them."""

from __future__ import annotations

import contextlib
import itertools
from functools import lru_cache

from PySide6.QtCore import QObject, QRunnable, QSize, QThreadPool, Signal
from PySide6.QtGui import QImage

from desktop.widgets.reading import read_picture


class Loader(QObject):
    """``ready`` carries the number that `load` gave, the picture (null: there is none) and its size in the file.

    There is one, and it lives as long as the program: a view may go at the very moment when its picture is ready, and
    then nobody answers to the number any more.
    """

    ready = Signal(int, QImage, QSize)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count(1)

    def load(self, path: str, fits: QSize) -> int:
        """Begins to load a picture, no larger than ``fits``; returns its number."""
        number = next(self._numbers)
        QThreadPool.globalInstance().start(_Load(number, path, fits, self))
        return number


class _Load(QRunnable):
    """Reads and scales, which costs tens of milliseconds, so that painting is only copying."""

    def __init__(self, number: int, path: str, fits: QSize, loader: Loader) -> None:
        super().__init__()
        self._number, self._path, self._fits, self._loader = number, path, fits, loader

    def run(self) -> None:
        """Override QRunnable::run."""
        image, size = read_picture(self._path, self._fits)
        if not image.isNull():
            image = image.convertToFormat(QImage.Format.Format_RGB32)
        with contextlib.suppress(RuntimeError):  # the program is ending
            self._loader.ready.emit(self._number, image, size)


@lru_cache(maxsize=1)
def loader() -> Loader:
    """The one loader; made on the UI thread."""
    return Loader()
