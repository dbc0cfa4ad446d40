"""What a question is answered in: words, choices, a file. Nothing is ever chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from agent.protocol.display import display
from desktop.questions.look import MOST_RADIOS
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign

LINES = 3
"""Height of a field for free words, in lines."""


class Field(QWidget):
    """A place for an answer. ``edited`` fires at every change by the person."""

    edited = Signal()

    def value(self) -> str:
        """The answer as it stands; empty if there is none yet."""
        raise NotImplementedError

    def wrong(self, on: bool) -> None:
        """Marks the field whose answer was refused."""


class TextField(Field):
    """One line for a value that the profile knows, some lines for anything else."""

    def __init__(self, name: str, one_line: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.edit: QLineEdit | QPlainTextEdit
        if one_line:
            self.edit = QLineEdit()
            self.edit.textEdited.connect(lambda _text: self.edited.emit())
        else:
            self.edit = QPlainTextEdit()
            self.edit.setTabChangesFocus(True)
            self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * LINES + SPACE.xl)
            self.edit.textChanged.connect(self.edited)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("Your answer")
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def value(self) -> str:
        """Override Field.value."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def wrong(self, on: bool) -> None:
        """Override Field.wrong."""
        self.edit.setProperty("state", "wrong" if on else "")
        self.edit.style().polish(self.edit)


class ChoiceField(Field):
    """Radio buttons for a few choices, a list for many."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.radios: list[QRadioButton] = []
        self.list: QComboBox | None = None
        self._group = QButtonGroup(self)
        shown = [display(words) for _, words in choices]
        if len(choices) > MOST_RADIOS:
            self.list = QComboBox()
            self.list.setPlaceholderText("Choose one")
            self.list.addItems(shown)
            self.list.setCurrentIndex(-1)
            self.list.setAccessibleName(name)
            self.list.activated.connect(lambda _place: self.edited.emit())
            layout.addWidget(self.list)
            self.setFocusProxy(self.list)
            return
        for place, words in enumerate(shown):
            radio = QRadioButton(words.replace("&", "&&"))
            radio.setAccessibleName(words)
            radio.clicked.connect(lambda _on=False: self.edited.emit())
            self._group.addButton(radio, place)
            self.radios.append(radio)
            layout.addWidget(radio)

    def value(self) -> str:
        """Override Field.value."""
        place = self.list.currentIndex() if self.list is not None else self._group.checkedId()
        return self._values[place] if 0 <= place < len(self._values) else ""


ChooseFile = Callable[[QWidget], str]


def choose_file(parent: QWidget) -> str:
    """Lets the person choose a file; empty if they did not."""
    return QFileDialog.getOpenFileName(parent, "Choose a file")[0]


class FileField(Field):
    """A file of the task by name, or any other, chosen or dropped."""

    def __init__(self, shell: Shell, name: str, offered: Sequence[tuple[str, str]], choose: ChooseFile = choose_file,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._path = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        self.offered = ChoiceField(name, offered)
        self.offered.edited.connect(self._take_offered)
        layout.addWidget(self.offered)  # before it is shown: without a parent it would be a window of its own
        self.offered.setVisible(bool(offered))
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        self.button = button("Choose a file", self._ask, icon="paperclip", icons=shell.icons)
        self.button.setAccessibleDescription(name)
        self.chosen = Foreign("", "secondary")
        row.addWidget(self.button)
        row.addWidget(self.chosen, 1)
        layout.addLayout(row)
        self.setAcceptDrops(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent: its first part takes it; with a proxy Tab jumps past the choices."""
        super().focusInEvent(event)
        first = self.offered.radios[0] if self.offered.radios else self.offered.list or self.button
        first.setFocus(event.reason())

    def value(self) -> str:
        """Override Field.value."""
        return self._path or self.offered.value()

    def take(self, path: str) -> None:
        """Takes a file by its path."""
        self._path = path
        self.chosen.show_text(Path(path).name)
        self.edited.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent."""
        if file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        path = file_of(event.mimeData())
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take(path)

    def _ask(self) -> None:
        path = self._choose(self)
        if path:
            self.take(path)

    def _take_offered(self) -> None:
        self._path = ""
        self.chosen.show_text("")
        self.edited.emit()


def file_of(data: QMimeData) -> str:
    """The first file that a drop brings; empty if it brings none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
