"""Writes the facts to a JSON file that can be taken over elsewhere, after saying who can read it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QFile, QIODevice, QSaveFile, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import FactDoc
from desktop.profile.themes import PRIVATE
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import card
from desktop.widgets.words import Words


def as_json(facts: Iterable[FactDoc]) -> str:
    """One flat object of kind to value, as an import reads it."""
    return json.dumps({fact["kind"]: fact["value"] for fact in facts}, ensure_ascii=False, indent=2) + "\n"


def caution(facts: Iterable[FactDoc]) -> str:
    """What to know before a file of facts is written."""
    every = list(facts)
    private = sum(fact["sensitivity"] == PRIVATE for fact in every)
    holds = f"It holds {len(every)} {'fact' if len(every) == 1 else 'facts'}"
    return (f"Anyone who gets the file can read it: it is not locked. {holds}"
            + (f", {private} of them private." if private else "."))


def write_json(facts: Iterable[FactDoc], path: str) -> str:
    """Writes the file whole or not at all, for its owner alone; returns why that failed, or nothing."""
    target = QSaveFile(path)
    if not target.open(QIODevice.OpenModeFlag.WriteOnly):
        return target.errorString()
    target.setPermissions(QFile.Permission.ReadOwner | QFile.Permission.WriteOwner)
    target.write(as_json(facts).encode())
    return "" if target.commit() else target.errorString()


class ExportPanel(QWidget):
    """Says what the file would be, then asks where to put it. ``closed`` fires at the end."""

    closed = Signal()

    def __init__(self, shell: Shell, facts: list[FactDoc], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._facts = shell, facts
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, layout = card()
        outer.addWidget(frame)
        layout.addWidget(Words("Export your facts", "heading"))
        layout.addWidget(Words(caution(facts)))
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        row.addWidget(button("Choose where to save …", self._ask, look="primary"))
        row.addWidget(button("Cancel", self.closed.emit))
        row.addStretch(1)
        layout.addLayout(row)

    def save_to(self, path: str) -> None:
        """Writes the file and says how that went."""
        problem = write_json(self._facts, path)
        if problem:
            self._shell.teller.say(f"The file could not be written. {display(problem)}", "danger")
            return
        self._shell.teller.say("Your facts were saved", "success")
        self.closed.emit()

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, "Export facts", folder, "JSON (*.json)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("countersign-facts.json")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
