"""What a question is answered in: words, choices, a file. Nothing is ever chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
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
from desktop.widgets.words import Foreign, Words

LINES = 3
"""Height of a field for free words, in lines."""

ROWS = 6
"""Choices of a long list that are in view at a time."""


class Field(QWidget):
    """A place for an answer. ``edited`` fires at every change by the person."""

    edited = Signal()

    def value(self) -> str:
        """The answer as it stands; empty if there is none yet."""
        raise NotImplementedError

    def put_back(self, value: str) -> None:
        """Shows an answer that the person gave here before and that was not taken yet."""

    def wrong(self, on: bool) -> None:
        """Marks the field whose answer was refused."""


class TextField(Field):
    """One line, or some lines for words of one's own."""

    def __init__(self, name: str, one_line: bool, example: str = "Your answer", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.edit: QLineEdit | QPlainTextEdit
        if one_line:
            self.edit = QLineEdit()
            self.edit.textEdited.connect(lambda _text: self.edited.emit())
            self.edit.returnPressed.connect(lambda: self.edit.focusNextPrevChild(True))
        else:
            self.edit = QPlainTextEdit()
            self.edit.setTabChangesFocus(True)
            self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * LINES + SPACE.xl)
            self.edit.textChanged.connect(self.edited)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(example)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def value(self) -> str:
        """Override Field.value."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def put_back(self, value: str) -> None:
        """Override Field.put_back."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(value)
        else:
            self.edit.setPlainText(value)

    def wrong(self, on: bool) -> None:
        """Override Field.wrong."""
        self.edit.setProperty("state", "wrong" if on else "")
        self.edit.style().polish(self.edit)


class ChoiceField(Field):
    """Radio buttons, or boxes where several may be chosen."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], several: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.radios: list[QRadioButton | QCheckBox] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        for place, (_, words) in enumerate(choices):
            shown = display(words)
            radio = (QCheckBox if several else QRadioButton)(shown.replace("&", "&&"))
            radio.setAccessibleName(shown)
            radio.clicked.connect(lambda _on=False: self.edited.emit())
            if not several:  # in a group the Tab key comes to one button only
                self._group.addButton(radio, place)
            self.radios.append(radio)
            layout.addWidget(radio)

    def value(self) -> str:
        """Override Field.value: several divided by line ends."""
        return "\n".join(value for value, radio in zip(self._values, self.radios, strict=True) if radio.isChecked())

    def put_back(self, value: str) -> None:
        """Override Field.put_back."""
        chosen = value.split("\n")
        for each, radio in zip(self._values, self.radios, strict=True):
            radio.setChecked(each in chosen)


class ListField(Field):
    """Many choices: a list with a line to search in; one, or several by their boxes."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], several: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._several = several
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Search in {len(choices)} choices")
        self.search.setAccessibleName(f"Search: {name}")
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value, words in choices:
            item = QListWidgetItem(display(words))
            item.setData(Qt.ItemDataRole.UserRole, value)
            if several:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setSpacing(SPACE.xs // 2)
        self.list.setFixedHeight((self.list.sizeHintForRow(0) + SPACE.xs) * ROWS + SPACE.sm)
        self.list.setCurrentRow(-1)
        self.none = Words("None of the choices has these letters.", "secondary")
        self.chosen = Words("", "secondary")
        frame = QFrame()
        frame.setProperty("look", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.xs, SPACE.xs)
        inside.addWidget(self.list)
        for each in (self.search, frame, self.none, self.chosen):
            layout.addWidget(each)
        self.none.hide()
        self.chosen.hide()
        self.list.itemSelectionChanged.connect(self._told)
        self.list.itemChanged.connect(lambda _item: self._told())
        self.setFocusProxy(self.search)

    def value(self) -> str:
        """Override Field.value: several divided by line ends."""
        return "\n".join(str(item.data(Qt.ItemDataRole.UserRole)) for item in self._taken())

    def put_back(self, value: str) -> None:
        """Override Field.put_back."""
        chosen = value.split("\n")
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in chosen
            if self._several:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            elif on:
                self.list.setCurrentItem(item)

    def wrong(self, on: bool) -> None:
        """Override Field.wrong."""
        self.search.setProperty("state", "wrong" if on else "")
        self.search.style().polish(self.search)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: Down and Enter lead from the search into the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and (
                event.key() == Qt.Key.Key_Down
                or (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers())):
            first = next((item for item in self._items() if not item.isHidden()), None)
            if first is not None:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.setCurrentItem(first)
            return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _taken(self) -> list[QListWidgetItem]:
        if self._several:
            return [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return self.list.selectedItems()

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
        self.none.setVisible(all(item.isHidden() for item in self._items()))

    def _told(self) -> None:
        taken = self._taken()
        self.chosen.setText("Chosen: " + "; ".join(item.text() for item in taken))
        self.chosen.setVisible(bool(taken))
        self.edited.emit()


def choice_field(name: str, choices: Sequence[tuple[str, str]], several: bool = False) -> ChoiceField | ListField:
    """The field for choices: all in view, or a list to search where there are many."""
    return (ListField if len(choices) > MOST_RADIOS else ChoiceField)(name, choices, several)


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
        self.offered = choice_field(name, offered)
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
        radios = self.offered.radios if isinstance(self.offered, ChoiceField) else []
        first = radios[0] if radios else self.offered if isinstance(self.offered, ListField) else self.button
        first.setFocus(event.reason())

    def value(self) -> str:
        """Override Field.value."""
        return self._path or self.offered.value()

    def put_back(self, value: str) -> None:
        """Override Field.put_back."""
        self.offered.put_back(value)
        if value and not self.offered.value():
            self.take(value)

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
