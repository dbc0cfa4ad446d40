"""A picture of a page with parts of it outlined; loads beside the UI thread, scales to the width it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.theme import Theme
from desktop.theme.tokens import RADIUS
from desktop.widgets.loading import loader
from desktop.widgets.scroll import Scroll

WIDEST = 1600
"""Pixels a loaded picture is wide at most: enough for a dense screen, cheap to keep."""
LONGEST = 16_384
"""Pixels a loaded picture is high at most; Chromium itself can't draw much more."""
NO_WIDTH = 100
"""Pixels below which a view has no width of its own yet."""
SETTLE = 120
"""Milliseconds without another change of size before the picture is loaded for the new one."""
HIGHEST = 16_000_000
"""Units a widget can be high."""

Boxes = Sequence[tuple[str, QRectF]]


class _Canvas(QWidget):
    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.real = QSize()          # of the file; boxes are in its pixels
        self.boxes: Boxes = ()
        self.lit = ""
        self.setMouseTracking(True)

    def factor(self) -> float:
        return self.width() / self.real.width() if self.real.width() else 1.0

    def placed(self, box: QRectF) -> QRectF:
        by = self.factor()
        return QRectF(box.x() * by, box.y() * by, box.width() * by, box.height() * by)

    def heightForWidth(self, width: int) -> int:
        """Override QWidget::heightForWidth."""
        return min(HIGHEST, int(width * self.real.height() / self.real.width())) if self.real.width() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        part, across = QRectF(event.rect()), self.image.width() / max(1, self.width())
        down = self.image.height() / max(1, self.height())
        painter.drawImage(part, self.image, QRectF(part.x() * across, part.y() * down, part.width() * across,
                                                   part.height() * down))
        for name, box in self.boxes:
            on = name == self.lit
            colour = QColor(self._theme.colours.outline)
            painter.setPen(QPen(colour, 3 if on else 1.5))
            colour.setAlpha(46 if on else 0)
            painter.setBrush(colour)
            painter.drawRoundedRect(self.placed(box).adjusted(-2, -2, 2, 2), 4, 4)
        painter.end()

    def name_at(self, point: QPoint) -> str:
        hits = [(box.width() * box.height(), name) for name, box in self.boxes
                if self.placed(box).adjusted(-3, -3, 3, 3).contains(point)]
        return min(hits)[1] if hits else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent."""
        if name := self.name_at(event.position().toPoint()):
            self.picked.emit(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mouseMoveEvent."""
        over = bool(self.name_at(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)


class PictureView(Scroll):
    """Shows one picture. ``picked`` carries the name of an outlined part that was pressed."""

    picked = Signal(str)
    shown = Signal(bool)         # True: the picture is there; False: the file can't be shown

    def __init__(self, theme: Theme, name: str = "Picture of the page", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._number = 0
        loader().ready.connect(self._take)
        self._zoom = 1.0
        self._width = 0              # pixels that the picture was loaded for
        self._settled = QTimer(self, singleShot=True, interval=SETTLE)
        self._settled.timeout.connect(self._again)
        self.path = ""
        self._canvas = _Canvas(theme)
        self._canvas.picked.connect(self.picked)
        self._hold = QWidget()
        inside = QVBoxLayout(self._hold)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._canvas, 0, Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._hold)
        self.setWidgetResizable(False)
        self.setStyleSheet(f"QScrollArea {{ border-radius: {RADIUS}px; }}")

    def show_picture(self, path: str, boxes: Boxes = ()) -> None:
        """Loads a PNG or JPEG beside the UI thread; an empty path clears. Boxes are in the file's pixels."""
        self._canvas.boxes = tuple(boxes)
        if path == self.path and not self._canvas.image.isNull():
            self._canvas.update()
            return
        self._number = 0
        self.path = path
        if not path:
            self._put(QImage(), QSize())
            return
        self._load()

    def _load(self) -> None:
        self._width = self._needed()
        self._number = loader().load(self.path, QSize(max(1, min(self._width, WIDEST)), LONGEST))

    def _needed(self) -> int:
        width = self.viewport().width()
        # Not laid out yet: what is loaded now will be loaded once more for the width it gets.
        return int(width * self._zoom * self.devicePixelRatioF()) if width >= NO_WIDTH else WIDEST

    def _again(self) -> None:
        """Loads it for the size it has now; the one at hand is shown stretched until then."""
        if self.path and min(self._needed(), WIDEST) != min(self._width, WIDEST):
            self._load()

    def light(self, name: str) -> None:
        """Emphasises the part of that name and brings it into view."""
        self._canvas.lit = name
        self._canvas.update()
        for each, box in self._canvas.boxes:
            if each == name:
                centre = self._canvas.placed(box).center().toPoint()
                self.ensureVisible(centre.x(), centre.y(), 60, 90)
                return

    def zoom(self, factor: float) -> None:
        """1 fits the width; 2 is twice that."""
        self._zoom = max(1.0, min(4.0, factor))
        self._fit()
        self._settled.start()

    @property
    def zoomed(self) -> float:
        """The zoom in use."""
        return self._zoom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()
        self._settled.start()

    def _take(self, number: int, image: QImage, real: QSize) -> None:
        if number == self._number:  # an older one may come later
            self._put(image, real)
            self.shown.emit(not image.isNull())

    def _put(self, image: QImage, real: QSize) -> None:
        self._canvas.image, self._canvas.real = image, real
        self._fit()
        self._canvas.update()
        if self._canvas.lit:
            self.light(self._canvas.lit)

    def _fit(self) -> None:
        width = int(self.viewport().width() * self._zoom)
        height = self._canvas.heightForWidth(width)
        self._canvas.setFixedSize(width, height)
        self._hold.resize(width, height)
