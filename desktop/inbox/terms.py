"""What a new task may do without asking, set before it starts: the most money, and classes of sensitive data."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.theme.tokens import SPACE
from desktop.widgets.words import Words

CLASSES = (("health", "Health and diet"), ("religion", "Religion"), ("origin", "Ethnic origin"))
"""Data that a task uses only if the person says so: the class as the agent knows it, and our words."""


class Terms(QWidget):
    """A line for the limit and a box for each class; nothing of it is ever set by what was dropped in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE.sm)
        self.limit = QLineEdit()
        self.limit.setPlaceholderText("No limit, as 50 GBP")
        self.limit.setAccessibleName("Most money it may cost")
        label = Words("Most money", "secondary", wrap=False)
        label.setBuddy(self.limit)
        form.addRow(label, self.limit)
        layout.addLayout(form)
        layout.addWidget(Words("It may use your profile for the form, but these only if you say so:", "secondary"))
        self.boxes = {name: QCheckBox(words) for name, words in CLASSES}
        for box in self.boxes.values():
            layout.addWidget(box)

    def show_terms(self, limit: str, data: Sequence[str]) -> None:
        """Shows what was set before."""
        self.limit.setText(limit)
        for name, box in self.boxes.items():
            box.setChecked(name in data)

    def params(self) -> dict[str, object]:
        """As the capability ``add`` takes it."""
        made: dict[str, object] = {}
        if self.limit.text().strip():
            made["limit"] = self.limit.text().strip()
        if data := [name for name, box in self.boxes.items() if box.isChecked()]:
            made["data"] = data
        return made
