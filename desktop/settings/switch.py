"""A switch: a check box that looks like what it does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.theme.theme import Theme

TRACK = QSize(40, 22)
RING = 3
"""Room for the focus ring around the track."""


class Switch(QCheckBox):
    """On or off. To a screen reader it is a check box of that name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return TRACK + QSize(2 * RING, 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Override QAbstractButton::hitButton."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(RING, (self.height() - TRACK.height()) / 2, TRACK.width(), TRACK.height())
        half = track.height() / 2
        colour = self._theme.colour
        on, able = self.isChecked(), self.isEnabled()
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), half + 2, half + 2)
        painter.setPen(QPen(colour("accent" if on and able else "border_strong"), 1))
        painter.setBrush(colour("accent" if on and able else "surface" if able else "raised"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent" if on and able else "border_strong"))
        side = track.height() - 8
        left = track.right() - side - 4 if on else track.left() + 4
        painter.drawEllipse(QRectF(left, track.top() + 4, side, side))
