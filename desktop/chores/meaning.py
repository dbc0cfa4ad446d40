"""What was read out of the words for a recurrence: a sentence with its next dates, or several to pick from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from agent.protocol.chores import ChoiceDoc
from agent.protocol.display import display
from desktop.chores import parts
from desktop.chores.wish import Read, blocking, choices
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets import frames
from desktop.widgets.frames import Banner, Changing
from desktop.widgets.words import Foreign, Words


class Meaning(QWidget):
    """``picked`` carries which meaning the person says it is, from 0. None is picked beforehand."""

    picked = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: Read | None = None
        self.radios: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._content = Changing()
        layout.addWidget(self._content)
        self.hide()

    def show_read(self, read: Read) -> None:
        """Shows what was read; while an answer is awaited, what stands there stays."""
        if read.reading or read == self._shown:
            return
        self._shown = read
        self._group, self.radios = QButtonGroup(self), []
        fresh, column = frames.column()
        for said in blocking(read):
            column.addWidget(Banner(self._shell.icons, display(said, 0), "warning"))
        found = choices(read)
        if len(found) > 1:
            column.addWidget(Words("That can mean several things. Which of these?", "strong"))
        for at, each in enumerate(found):
            column.addWidget(self._choice(each, at if len(found) > 1 else None, read))
        if read.doc is not None and found:
            for said in read.doc["taken"]:
                column.addWidget(Foreign(said, "secondary", limit=300))
            for said in read.doc["problems"] if not blocking(read) else ():
                column.addWidget(Banner(self._shell.icons, display(said, 0), "info"))
        self._content.put(fresh)
        self.setVisible(column.count() > 0)

    def _choice(self, each: ChoiceDoc, number: int | None, read: Read) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE.md, SPACE.sm, SPACE.md, SPACE.md)
        column.setSpacing(SPACE.xs)
        sentence = display(each["sentence"], 300)
        if number is None:
            column.addWidget(Foreign(each["sentence"], "strong", limit=300))
        else:
            radio = QRadioButton(sentence.replace("&", "&&"))
            radio.setAccessibleName(sentence)
            radio.clicked.connect(lambda _checked=False: self.picked.emit(number))
            self._group.addButton(radio)
            self.radios.append(radio)
            column.addWidget(radio)
        if each["next"]:
            held = parts.dates(each["next"], read.doc["zone"] if read.doc is not None else "")
            if number is not None:
                held.setContentsMargins(SPACE.xl, 0, 0, 0)
            column.addWidget(held)
        else:
            column.addWidget(Words("No date is known yet.", "secondary"))
        return card
