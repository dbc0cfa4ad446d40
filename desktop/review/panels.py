"""What opens above the decisions: a note, the question before rejecting, changes to apply, where a value is from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.review.bounded import Bounded
from desktop.review.wording import count
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words

_NOTE_HEIGHT = 76


def is_escape(event: QEvent) -> bool:
    """Whether a key event is plain Esc."""
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


class Panel(QFrame):
    """A strip that Esc closes. ``closed`` fires when the person closed it."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, SPACE.md)
        self.column.setSpacing(SPACE.sm)
        self.hide()

    def row(self, *widgets: QWidget) -> None:
        """Puts buttons side by side at the right."""
        line = QHBoxLayout()
        line.setSpacing(SPACE.sm)
        line.addStretch(1)
        for each in widgets:
            line.addWidget(each)
        self.column.addLayout(line)

    def close_panel(self) -> None:
        """Hides it; what was typed in it stays."""
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Override QObject::event: Esc closes this before it means anything to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)


class NotePanel(Panel):
    """A note to send it back with."""

    sent = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Send back with a note", parent)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName("What should be different")
        self.field.setPlaceholderText("What should be different? For example: use my work address.")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_NOTE_HEIGHT)
        self.send = button("Send back", self._send, icon="undo-2", icons=shell.icons)
        self.column.addWidget(Words("Send it back with a note", "strong"))
        self.column.addWidget(self.field)
        self.row(button("Close", self.close_panel, look="quiet"), self.send)
        self.field.textChanged.connect(self._typed)
        self._typed()

    def open(self) -> None:
        """Shows it, ready for typing; an earlier note that was not sent is still there."""
        self.show()
        self.field.setFocus()

    def _typed(self) -> None:
        self.send.setEnabled(bool(self.field.toPlainText().strip()))

    def _send(self) -> None:
        if text := self.field.toPlainText().strip():
            self.sent.emit(text)


class RejectPanel(Panel):
    """Asks before a submission is rejected."""

    confirmed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Reject", parent)
        self.yes = button("Reject it", self.confirmed.emit, look="danger", icon="x", icons=shell.icons)
        self.no = button("Keep it", self.close_panel)
        self.column.addWidget(Words("Reject this? Nothing is sent and the task ends. You can have it prepared again.",
                                    "strong"))
        self.row(self.no, self.yes)

    def open(self) -> None:
        """Shows it; the careful answer has the focus."""
        self.show()
        self.no.setFocus()


class ChangesPanel(Panel):
    """Says how many values are changed and not applied yet."""

    applied = Signal()
    discarded = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Your changes", parent)
        self.words = Words("", "strong")
        self.apply = button("Apply changes", self.applied.emit, look="primary", icon="check", icons=shell.icons)
        self.discard = button("Discard", self.discarded.emit, look="quiet")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(Words("The page is filled in again and you look at it once more. Nothing is sent by this.",
                             "secondary"))
        line = QHBoxLayout()
        line.setSpacing(SPACE.sm)
        line.addLayout(said, 1)
        line.addWidget(self.discard)
        line.addWidget(self.apply)
        self.column.addLayout(line)

    def tell(self, number: int, *, busy: bool) -> None:
        """Shows or hides it by the number of changes."""
        self.words.setText(f"{count(number, 'change')} not applied yet")
        self.apply.setEnabled(not busy)
        self.discard.setEnabled(not busy)
        self.setVisible(number > 0)


class SourcePanel(Panel):
    """Where a value is from, in place: the task's words, an answer, why the page's value is there."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Where this is from", parent)
        self.title = Words("", "strong")
        self.words = Bounded("", limit=_SOURCE_SHOWN)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        self.row(button("Close", self.close_panel, look="quiet"))

    def tell(self, title: str, words: str) -> None:
        """Shows our title and the words as they came, escaped."""
        self.title.setText(title)
        self.words.show_text(words)
        self.show()


_SOURCE_SHOWN = 700
"""Characters of a task's own words shown in place."""

