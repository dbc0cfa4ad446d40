"""A task that a chore made: for which of its times, what is told about it, and the way to the chore."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.chores import ForChore
from desktop.navigation import View
from desktop.shell import Shell
from desktop.theme.tokens import ICON, SPACE
from desktop.widgets.buttons import button
from desktop.widgets.when import MONTHS
from desktop.widgets.words import Foreign, Words


def for_words(doc: ForChore) -> str:
    """``Made by a chore, for 7 December 2026, 09:00``: a local time, shown as it is written; empty without a chore."""
    if not doc.get("chore"):
        return ""
    at = _local(doc.get("chore_time", ""))
    day = f", for {at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}" if at is not None else ""
    return f"Made by a chore{day}"


def _local(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


class OfChore(QWidget):
    """One line, and under it what is told about missed times; hidden for a task that no chore made."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        sign = QLabel()
        shell.icons.on_label(sign, "repeat", "secondary", ICON)
        self.words = Words("", "secondary")
        self.open = button("Open the chore", self._go, look="link")
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        self.note = Foreign("", "secondary", limit=600)
        self.note.setContentsMargins(ICON + SPACE.sm, 0, 0, 0)
        column.addWidget(self.note)
        self.hide()

    def show_doc(self, doc: ForChore) -> None:
        """Shows which chore and time it is for."""
        words, note = for_words(doc), doc.get("chore_note", "")
        self._id = doc.get("chore", "")
        if words != self.words.text():
            self.words.setText(words)
        if note != self.note.full:
            self.note.show_text(note)
        self.note.setVisible(bool(note))
        self.setVisible(bool(words))

    def _go(self) -> None:
        self._shell.navigator.go(View.CHORES, self._id)
