"""A small picture of a page: read at its small size beside the UI thread, two a second at most."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.theme import Theme
from desktop.theme.tokens import SMALL_RADIUS
from desktop.widgets.loading import loader

SIZE = QSize(136, 100)
SHARPEST = 2
"""Pixels a unit that pictures are kept at."""
PAUSE = 500
"""Milliseconds between two pictures."""
LONGEST = 4_096
"""Pixels a kept picture is high at most; only its top is shown."""


class Thumbnail(QWidget):
    """Shows the top of a picture at a fixed size: a new one costs no layout, only a repaint."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._shown = ""
        self._wanted = self._coming = ""
        self._loading = False
        self._number = 0
        loader().ready.connect(self._take)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._load)
        self.setFixedSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Small picture of the page")

    @property
    def shown(self) -> str:
        """The path of the picture in view."""
        return self._shown

    def show_picture(self, path: str) -> None:
        """Another picture, as soon as the last one has stood for half a second."""
        self._wanted = path
        if not self._loading and not self._pause.isActive():
            self._load()

    def _load(self) -> None:
        if self._loading or not self._wanted or self._wanted == self._shown:
            return
        self._loading, self._coming = True, self._wanted
        self._number = loader().load(self._wanted, QSize(SIZE.width() * SHARPEST, LONGEST))

    def _take(self, number: int, image: QImage, _size: QSize) -> None:
        if number != self._number:
            return
        self._loading, path = False, self._coming
        if not image.isNull():  # a picture may be gone by the time it is read; the last one stays
            self._image, self._shown = image, path
            self.update()
        self._pause.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(self.rect(), SMALL_RADIUS, SMALL_RADIUS)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        if not self._image.isNull():
            height = self._image.height() * self.width() // max(1, self._image.width())
            painter.drawImage(self.rect().adjusted(0, 0, 0, height - self.height()), self._image)
        painter.end()
