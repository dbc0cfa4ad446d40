"""Scroll areas that the keyboard can find: a stop for Tab only while they scroll, with a ring while they have it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Give it a name: it is a stop of its own. Set to `Qt.NoFocus`, it stays out of the way of Tab for good."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._ring = QFrame(self)
        self._ring.setProperty("look", "ring")
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.rangeChanged.connect(self._stop)

    def want(self, most: int, least: int) -> None:
        """Asks for a height of its own, and says how far it may be pressed together."""
        self._wanted = most
        self.setMinimumHeight(min(least, most))
        self.setMaximumHeight(most)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Override QAbstractScrollArea::sizeHint."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._wanted) if self._wanted else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent."""
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() != Qt.FocusReason.MouseFocusReason)
        self._ring.raise_()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent."""
        super().focusOutEvent(event)
        self._ring.hide()

    def _stop(self) -> None:
        if self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            scrolls = any(bar.maximum() > bar.minimum() for bar in (self.verticalScrollBar(),
                                                                    self.horizontalScrollBar()))
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.ClickFocus)
