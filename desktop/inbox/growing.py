"""A field of several lines that grows with its text up to a limit; files pasted into it are passed on."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.theme.tokens import SPACE

LEAST, MOST = 2, 8
"""Lines."""


class GrowingEdit(QPlainTextEdit):
    """``files_pasted`` carries paths; ``finished`` is Ctrl+Enter."""

    files_pasted = Signal(list)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # the whole window takes drops, and knows more kinds of them
        self.textChanged.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QPlainTextEdit::insertFromMimeData."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_pasted.emit(files)
        else:
            super().insertFromMimeData(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Override QPlainTextEdit::canInsertFromMimeData."""
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = int(self.document().size().height())  # of a plain text document: in lines, wrapped ones counted
        if self.placeholderText() and not self.toPlainText():
            wide = self.fontMetrics().horizontalAdvance(self.placeholderText())
            lines = 1 + wide // max(1, self.viewport().width() - SPACE.md)
        # A scroll bar takes width, and so makes lines: it comes only where it is surely needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST
                                        else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = self.fontMetrics().lineSpacing() * max(LEAST, min(MOST, lines)) + SPACE.xl
        if (height, height) != (self.minimumHeight(), self.maximumHeight()) and not self._fitting:
            self._fitting = True                 # the new height calls this again before the call has set all of it
            self.setFixedHeight(height)
            self._fitting = False
