"""A short question before something that can't be taken back; staying is what Escape and the first key do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words


def ask(parent: QWidget, title: str, text: str, *, go: str, stay: str, run: Callable[[], object]) -> QDialog:
    """Asks; ``run`` is called when the person presses ``go``. Our own words only. Returns at once."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(420)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
    column.setSpacing(SPACE.sm)
    column.addWidget(Words(title, "heading"))
    column.addWidget(Words(text))
    column.addSpacing(SPACE.md)
    foot = QHBoxLayout()
    foot.addStretch(1)
    leave = button(go, dialog.accept, look="danger")
    keep = button(stay, dialog.reject)
    foot.addWidget(leave)
    foot.addWidget(keep)
    column.addLayout(foot)
    dialog.accepted.connect(run)
    dialog.open()
    keep.setFocus()
    return dialog
