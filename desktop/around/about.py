"""About, and the licences of all that is inside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.around.licences import Licence, all_licences, version
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words

PROMISE = "Your paperwork, prepared. Nothing leaves without your signature."


class About(QDialog):
    """Name, version, promise; a way to the licences."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setWindowTitle("About Countersign")
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.lg)
        column.setSpacing(SPACE.sm)
        mark = QLabel()
        shell.icons.on_label(mark, "signature", "accent", 48)
        column.addWidget(mark)
        column.addWidget(Words("Countersign", "display"))
        column.addWidget(Words(f"Version {version()}", "secondary"))
        column.addSpacing(SPACE.sm)
        column.addWidget(Words(PROMISE))
        column.addWidget(Words("What you give it stays on this computer, but for what you approve. It is free software "
                               "under the Apache License 2.0.", "secondary"))
        column.addSpacing(SPACE.md)
        foot = QHBoxLayout()
        foot.addWidget(button("Licences", self._licences))
        foot.addStretch(1)
        foot.addWidget(button("Close", self.accept))
        column.addLayout(foot)

    def _licences(self) -> None:
        show_licences(self._shell, self)


class Licences(QDialog):
    """A list of what is inside, and the licence of the chosen one."""

    def __init__(self, shell: Shell, licences: list[Licence] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._licences = licences if licences is not None else all_licences()
        self.setWindowTitle("Licences")
        self.resize(860, 600)
        self.names = QListWidget()
        self.names.setAccessibleName("Parts")
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setSpacing(SPACE.xs // 2)
        self.names.addItems([each.name for each in self._licences])
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Licence")
        self.text.setTabChangesFocus(True)
        self.names.currentRowChanged.connect(self._show)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.names)
        split.addWidget(self.text)
        split.setSizes([280, 560])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.md)
        column.setSpacing(SPACE.md)
        column.addWidget(Words("Countersign stands on the work of many. These are their licences."))
        column.addWidget(split, 1)
        column.addWidget(button("Close", self.accept), 0, Qt.AlignmentFlag.AlignRight)
        self.names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._licences):
            chosen = self._licences[row]
            self.text.setPlainText(f"{chosen.short}\n\n{chosen.text}" if chosen.short else chosen.text)


def show_about(shell: Shell, parent: QWidget) -> None:
    """Opens it."""
    _open(About(shell, parent))


def show_licences(shell: Shell, parent: QWidget) -> None:
    """Opens them."""
    _open(Licences(shell, parent=parent))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
