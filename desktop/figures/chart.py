"""A plain chart of bars by month. What it shows stands in the table below it too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures.words import Bar, Measure, said
from desktop.theme.theme import Theme
from desktop.theme.tokens import SMALL_RADIUS, SPACE, TYPE

HEIGHT = 190
WIDEST_BAR = 56
LEAST_BAR = 2
"""Pixels of a bar whose value is nothing, so that it can be told from a month without any."""


class Chart(QWidget):
    """Shows what `show_bars` was given."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, which: Measure, bars: Sequence[Bar]) -> None:
        """Shows other bars."""
        self._bars = tuple(bars)
        self.setAccessibleName(said(which, bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(480, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(TYPE.family)
        font.setPixelSize(TYPE.caption)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        line = metrics.height()
        foot = self.height() - line - SPACE.sm
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        painter.drawLine(0, round(foot) , self.width(), round(foot))
        if not self._bars:
            return
        slot = self.width() / len(self._bars)
        room = foot - line - SPACE.sm
        for place, each in enumerate(self._bars):
            self._bar(painter, metrics, QRectF(place * slot, 0, slot, self.height()), foot, room, each)

    def _bar(self, painter: QPainter, metrics: QFontMetricsF, slot: QRectF, foot: float, room: float, bar: Bar) -> None:
        line = metrics.height()
        under = QRectF(slot.left(), foot + SPACE.xs, slot.width(), line)
        painter.setPen(self._theme.colour("secondary"))
        if metrics.horizontalAdvance(bar.short) <= slot.width():
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, bar.short)
        if bar.share is None:
            return
        wide, high = min(slot.width() * 0.62, WIDEST_BAR), max(room * bar.share, LEAST_BAR)
        body = QRectF(slot.center().x() - wide / 2, foot - high, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), foot))
        painter.drawRoundedRect(body.adjusted(0, 0, 0, SMALL_RADIUS), SMALL_RADIUS, SMALL_RADIUS)
        painter.restore()
        painter.setPen(self._theme.colour("text"))
        if metrics.horizontalAdvance(bar.text) <= slot.width():
            painter.drawText(QRectF(slot.left(), body.top() - line - 2, slot.width(), line),
                             Qt.AlignmentFlag.AlignCenter, bar.text)
