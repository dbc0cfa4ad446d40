"""A field for one fact that says beside it, while one types, whether the value fits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from agent.protocol.messages import CheckDoc
from desktop.link import Problem
from desktop.profile.judging import CHECKING, EMPTY, Judgement, Verdict, judge
from desktop.profile.themes import several_lines
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.words import Foreign

DEBOUNCE = 250
"""Milliseconds without a key before a value is checked."""
LINES = 3


class FactField(QWidget):
    """Checks what is typed with ``profile check``; older answers are dropped.

    ``judged`` fires when the judgement changed; ``submitted`` on Enter in a field of one line; ``left`` on Escape.
    """

    judged = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(self, shell: Shell, kind: str, label: str, value: str = "", example: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self._number = 0
        self.kind = kind
        self.judgement = EMPTY
        self.edit: QLineEdit | QPlainTextEdit = self._made(several_lines(kind, value), value)
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(f"For example {example}".replace("\n", ", ") if example else "")
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self._note = Foreign("", "secondary", limit=0)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.edit)
        layout.addWidget(self._note)
        self.setFocusProxy(self.edit)
        self._later = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._later.timeout.connect(self.check)
        if value:
            self.check()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    @property
    def note(self) -> str:
        """What is said beside the field."""
        return self._note.full

    def set_text(self, text: str) -> None:
        """Replaces what is typed."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)
        else:
            self.edit.setPlainText(text)

    def rename(self, kind: str) -> None:
        """Another kind of fact: what is typed stays and is checked anew."""
        if kind != self.kind:
            self.kind = kind
            self._typed()

    def check(self) -> None:
        """Asks whether the value fits, at once."""
        self._later.stop()
        self._number += 1
        number, text = self._number, self.text
        if not text.strip():
            self._judge(EMPTY)
            return
        self._desk.call("profile check", {"kind": self.kind, "value": text},
                        done=lambda doc: self._take(number, text, doc),
                        failed=lambda problem: self._failed(number, problem), owner=self)

    def say(self, problem: str) -> None:
        """Shows a problem that came up when the value was to be kept."""
        self._judge(Judgement(Verdict.WRONG, problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and isinstance(self.edit, QLineEdit):
                self.submitted.emit()
                return True
        return super().eventFilter(watched, event)

    def _made(self, several: bool, value: str) -> QLineEdit | QPlainTextEdit:
        if not several:
            return QLineEdit(value)
        edit = QPlainTextEdit(value)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * LINES + SPACE.xl)
        return edit

    def _typed(self) -> None:
        self._number += 1            # an answer about the former text is of no use any more
        self._later.start()
        if self.judgement is not CHECKING:
            self._judge(CHECKING)

    def _take(self, number: int, text: str, doc: CheckDoc) -> None:
        if number == self._number:
            self._judge(judge(text, doc))

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self._judge(Judgement(Verdict.WRONG, problem.text))

    def _judge(self, judgement: Judgement) -> None:
        self.judgement = judgement
        if judgement is not CHECKING:  # the former note stays while the next is found out, so that nothing flickers
            wrong = judgement.verdict is Verdict.WRONG
            self._note.look("danger" if wrong else "warning" if judgement.verdict is Verdict.DOUBT else "secondary")
            self._note.show_text(judgement.note)
            self._note.setVisible(bool(judgement.note))
            self.edit.setProperty("state", "wrong" if wrong else "")
            self.edit.style().polish(self.edit)
            self.edit.setAccessibleDescription(self._note.text())
        self.judged.emit()
