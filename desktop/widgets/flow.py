"""A line of widgets that goes on below where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.theme.tokens import SPACE


class Flow(QLayout):
    """From left to right, each widget at its own size, with the same gap between widgets and between lines."""

    def __init__(self, gap: int = SPACE.sm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Override QLayout::addItem."""
        self._items.append(item)

    def count(self) -> int:
        """Override QLayout::count."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::takeAt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayoutItem::expandingDirections."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayoutItem::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLayoutItem::heightForWidth."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Override QLayoutItem::setGeometry."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Override QLayoutItem::sizeHint: all on one line."""
        hints = [each.sizeHint() for each in self._shown()]
        wide = sum(each.width() for each in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(wide, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        """Override QLayoutItem::minimumSize: the widest alone."""
        hints = [each.sizeHint() for each in self._shown()]
        return QSize(max((each.width() for each in hints), default=0),
                     max((each.height() for each in hints), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Puts the widgets into a rectangle, or only says how high they would be."""
        x, y, high = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x, y, high = rect.x(), y + high + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, high = x + hint.width() + self.spacing(), max(high, hint.height())
        return y + high - rect.y()
