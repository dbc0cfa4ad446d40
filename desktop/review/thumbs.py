"""Small pictures of the person's own files, loaded beside the UI thread and kept while the window lives."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.widgets.loading import loader

SIZE = QSize(160, 120)
"""Room for one on its line; a picture is no larger."""
MOST = 64
"""Pictures kept."""


class Thumbs(QObject):
    """``came`` is told when another picture can be painted."""

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, QPixmap] = {}
        self._asked: dict[int, str] = {}
        loader().ready.connect(self._take)

    def get(self, path: str) -> QPixmap:
        """The picture, or a null one while it is not there; asks for it the first time."""
        if path not in self._known:
            while len(self._known) >= MOST:
                self._known.pop(next(iter(self._known)))
            self._known[path] = QPixmap()
            self._asked[loader().load(path, SIZE)] = path
        return self._known[path]

    def _take(self, number: int, image: QImage, _size: QSize) -> None:
        path = self._asked.pop(number, "")
        if path and not image.isNull():
            self._known[path] = QPixmap.fromImage(image)
            self.came.emit()
