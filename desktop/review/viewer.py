"""Shows one long value in full: plain text, escaped, read only, put in piece by piece."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.review.wording import count
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

PIECE = 8_000
"""Characters escaped and put in at once: about 5 ms."""
_WIDTH, _HEIGHT = 720, 520


def piece_of(text: str, at: int) -> str:
    """The escaped piece that begins there; line breaks stay, everything else unseen is written out."""
    return "\n".join(display(each, 0) for each in text[at:at + PIECE].split("\n"))


class Viewer(QDialog):
    """A window of its own, so that nothing in the text can stand near the decisions."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("The whole value")
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        column.setSpacing(SPACE.sm)
        self.field = QPlainTextEdit()
        self.field.setReadOnly(True)
        self.field.setUndoRedoEnabled(False)
        self.field.setAccessibleName("The whole value")
        column.addWidget(Foreign(label, "heading"))
        column.addWidget(Words(f"{count(len(text), 'character')}. Signs that can't be seen are written out.",
                               "secondary"))
        column.addWidget(self.field, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Close", self.accept))
        column.addLayout(row)
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._put)
        self._more.start()

    @property
    def complete(self) -> bool:
        """Whether all of the text is in it."""
        return self._at >= len(self._text)

    def show_over(self) -> None:
        """Opens it over its window; it is gone once closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

    def _put(self) -> None:
        cursor = QTextCursor(self.field.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece_of(self._text, self._at))
        self._at += PIECE
        if self.complete:
            self._more.stop()
