"""A card over the window that takes the keyboard until it is put away; the window behind it is dimmed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.theme.theme import Theme
from desktop.theme.tokens import SPACE

DIM = 110
"""How much the window behind is darkened, of 255."""


class Overlay(QWidget):
    """Lies over its window. Escape or a press beside the card closes it and gives the focus back."""

    closed = Signal()
    keys: tuple[str, ...] = ()   # that opened it and put it away

    def __init__(self, theme: Theme, window: QWidget, name: str, width: int) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._former: QWidget | None = None
        self._width = width
        self.setAccessibleName(name)
        self.card = QFrame(self)
        self.card.setProperty("look", "float")
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(0)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # there is no widget without one
        app.focusChanged.connect(self._keep_focus)

    @property
    def is_open(self) -> bool:
        """Whether it is in front."""
        return not self.isHidden()

    def open(self, first: QWidget) -> None:
        """Comes to the front with the focus on ``first``."""
        self._former = self._window.focusWidget()
        self._place()
        for each in self.findChildren(QWidget):
            each.installEventFilter(self)
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_over(self) -> None:
        """Goes away; the focus returns to where it was."""
        if not self.is_open:
            return
        self.hide()
        former, self._former = self._former, None
        if former is not None and isValid(former) and former.isVisible():
            former.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def most_height(self) -> int:
        """How high the card may be in this window."""
        return max(160, self._window.height() - 2 * SPACE.xxl)

    def wanted_height(self) -> int:
        """How high the card would like to be."""
        return self.card.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.is_open:
            self._place()
        if event.type() == QEvent.Type.ShortcutOverride and self.is_open:
            event.accept()  # no command of the window behind answers to its keys meanwhile
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if self.puts_away(event):
            self.close_over()
        event.accept()

    def puts_away(self, event: QKeyEvent) -> bool:
        """Whether it is Escape, or the key that opened it."""
        pressed = QKeySequence(event.keyCombination()).toString()
        return event.key() == Qt.Key.Key_Escape or pressed in self.keys or event.text() in self.keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_over()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(DIM)
        painter.fillRect(self.rect(), shade)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._width, self.width() - 2 * SPACE.lg)
        self.card.setFixedWidth(width)
        height = min(self.wanted_height(), self.most_height())
        self.card.setGeometry((self.width() - width) // 2, min(SPACE.xxl * 2, (self.height() - height) // 2),
                              width, height)

    def _keep_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        if self.is_open and now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self.focus_back()

    def focus_back(self) -> None:
        """Takes the focus again when it left the card."""
        if (first := self.nextInFocusChain()) is not None:
            first.setFocus()
