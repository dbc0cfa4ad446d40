"""What becomes of a chore's missed times, and whose clock it goes by."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDoc
from desktop.chores.wording import CATCH_UP_SHORT, city
from desktop.theme.tokens import SPACE
from desktop.widgets.words import Words


class Manner(QWidget):
    """``edited`` fires when the person says otherwise."""

    edited = Signal()

    def __init__(self, former: ChoreDoc | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, 0, 0, 0)
        column.setSpacing(SPACE.sm)
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self.missed = QComboBox()
        for name, words in CATCH_UP_SHORT.items():
            self.missed.addItem(words, name)
        self.missed.setAccessibleName("Times that pass while the computer is off")
        self.missed.setCurrentIndex(max(0, self.missed.findData(former["catch_up"] if former else "once")))
        self.missed.currentIndexChanged.connect(lambda _at: self.edited.emit())
        label = Words("Times that pass while the computer is off", "secondary")
        label.setBuddy(self.missed)
        row.addWidget(label, 1)
        row.addWidget(self.missed)
        column.addLayout(row)
        self.along = QCheckBox("Go by this computer's clock, wherever it is")
        self.along.setChecked(former is not None and not former["zone"])
        self.along.toggled.connect(lambda _on: self.edited.emit())
        column.addWidget(self.along)
        held = f"Otherwise it keeps to the clock of {city(former['zone_now'])}." if former else (
            "Otherwise it keeps to the clock of where the computer is now.")
        column.addWidget(Words(held, "caption"))

    def catch_up(self) -> str:
        """The agent's word for what becomes of missed times."""
        return str(self.missed.currentData())

    def goes_along(self) -> bool:
        """Whether it goes by the computer's clock wherever that is."""
        return self.along.isChecked()
