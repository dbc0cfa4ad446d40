"""A list beside what is selected in it; in a narrow window one stands over the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LIST_WIDTH = 340
NARROWEST = 260
BESIDE = 780
"""Width from which both stand side by side."""


class Beside(QSplitter):
    """Gives the list the width it needs and the rest the remainder."""

    def __init__(self, first: QWidget, rest: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self.addWidget(rest)
        first.setMinimumWidth(NARROWEST)
        self.setStretchFactor(1, 1)
        self.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        if beside != (self.orientation() == Qt.Orientation.Horizontal):
            self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            share = self.width() if beside else self.height()
            self.setSizes([LIST_WIDTH, share - LIST_WIDTH] if beside else [share // 3, share * 2 // 3])
