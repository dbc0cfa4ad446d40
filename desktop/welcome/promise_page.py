"""The first screen: what Countersign promises, in three lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.shell import Shell
from desktop.theme.tokens import ICON, SPACE
from desktop.widgets.words import Words

PROMISES = (
    ("notebook-pen", "Your paperwork, prepared.",
     "Drop in a task, a letter or a link. A real browser finds the form and fills it in from your own facts."),
    ("signature", "Nothing leaves without your signature.",
     "You see exactly what would be sent and to whom. Until you approve, it stays on this computer."),
    ("stamp", "Nothing is sent twice.",
     "Each approval sends once. Where it is not certain that something arrived, you are told so."),
)


class PromisePage(QWidget):
    """Three lines, each with what it means."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xl)
        layout.addWidget(Words("Welcome to Countersign", "display"))
        for icon, title, text in PROMISES:
            row = QHBoxLayout()
            row.setSpacing(SPACE.lg)
            sign = QLabel()
            shell.icons.on_label(sign, icon, "accent", ICON + SPACE.sm)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(SPACE.xs)
            words.addWidget(Words(title, "heading"))
            words.addWidget(Words(text, "secondary"))
            row.addLayout(words, 1)
            layout.addLayout(row)
        layout.addStretch(1)
