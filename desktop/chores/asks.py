"""What varies in a chore's text, as read out of its braces: asked each time, or what goes in again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.chores import ParameterDoc, TemplateDoc
from agent.protocol.display import display
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import Changing
from desktop.widgets.words import Foreign, Words

HINT = "To be asked for something each time, write a name for it in braces, such as {reading}."


class Asks(QWidget):
    """``edited`` fires when the person says of one whether it is asked. Only a chore that is there can be told that."""

    edited = Signal()

    def __init__(self, former: Mapping[str, ParameterDoc] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._former = former
        self._shown: TemplateDoc | None = None
        self._fields: dict[str, tuple[QCheckBox, QLineEdit]] = {}
        self._kept: dict[str, str | None] = {name: None if each["ask"] else each["last"]
                                             for name, each in (former or {}).items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._content = Changing(Words(HINT, "caption"))
        layout.addWidget(self._content)

    def show_template(self, doc: TemplateDoc) -> None:
        """Shows what was found; what the person said of a name stays."""
        if doc == self._shown:
            return
        self._shown = doc
        self._keep()
        self._fields = {}
        self._content.put(self._found(doc) if doc["asked"] or doc["computed"] else self._nothing(doc))

    def asks(self) -> dict[str, str | None]:
        """By name: None is asked each time, otherwise the value that goes in again. Empty for a new chore."""
        self._keep()
        return {name: self._kept[name] for name in self._fields}

    def _keep(self) -> None:
        for name, (box, field) in self._fields.items():
            self._kept[name] = None if box.isChecked() else field.text().strip()

    def _nothing(self, doc: TemplateDoc) -> QWidget:
        return Foreign(doc["problem"], "danger", limit=0) if doc["problem"] else Words(HINT, "caption")

    def _found(self, doc: TemplateDoc) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.md)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(2, 1)
        at = 0
        for each in doc["asked"]:
            grid.addWidget(Foreign(each["label"], "strong"), at, 0)
            if self._former is None:
                grid.addWidget(Words("You are asked for it each time.", "secondary"), at, 1, 1, 2)
            else:
                self._ask(grid, at, each)
            at += 1
        for name, value in doc["computed"].items():
            grid.addWidget(Foreign("{" + name + "}", "strong"), at, 0)
            grid.addWidget(Foreign(f"Goes in by itself, today “{value}”.", "secondary"), at, 1, 1, 2)
            at += 1
        return made

    def _ask(self, grid: QGridLayout, at: int, each: ParameterDoc) -> None:
        former = (self._former or {}).get(each["name"])
        value = self._kept.get(each["name"])
        label = display(each["label"])
        box = QCheckBox("Ask each time")
        box.setAccessibleName(f"{label}: ask each time")
        box.setChecked(value is None)
        field = QLineEdit(value if value is not None else former["last"] if former else "")
        field.setPlaceholderText("What goes in again")
        field.setAccessibleName(f"{label}: what goes in again")
        field.setEnabled(value is not None)
        box.toggled.connect(lambda on: field.setEnabled(not on))
        box.toggled.connect(lambda _on: self.edited.emit())
        field.textEdited.connect(lambda _text: self.edited.emit())
        grid.addWidget(box, at, 1)
        grid.addWidget(field, at, 2)
        self._fields[each["name"]] = (box, field)
