"""Paints a row of the list: a heading, or title, site, state and use of one recipe."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agent.protocol.display import display
from desktop.recipes.model import LINE
from desktop.recipes.rows import Line
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.theme.tokens import ICON, SPACE, TYPE

HEADING_HEIGHT = 2 * SPACE.lg


class RecipeDelegate(QStyledItemDelegate):
    """Two lines a recipe; all outside text through `display`, cut with an ellipsis."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        line = index.data(LINE)
        return QSize(0, HEADING_HEIGHT if line and line.heading else self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        line = index.data(LINE)
        if line is None:
            return
        painter.save()
        if line.heading:
            painter.setFont(_font(TYPE.caption, QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("secondary"))
            painter.drawText(option.rect.adjusted(SPACE.lg, 0, 0, -SPACE.xs),
                             Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line.heading)
        else:
            self._ground(painter, option.rect, option.state)
            self._line(painter, option.rect.adjusted(SPACE.lg, 0, -SPACE.md, 0), line,
                       bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("raised"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _line(self, painter: QPainter, rect: QRect, line: Line, selected: bool) -> None:
        main, low = ("on_selected", "on_selected_secondary") if selected else ("text", "secondary")
        upper, lower = QFontMetrics(_font(TYPE.body, QFont.Weight.Medium)), QFontMetrics(_font(TYPE.caption))
        top = rect.top() + (rect.height() - upper.height() - lower.height() - SPACE.xs // 2) // 2
        painter.drawPixmap(rect.left(), top + (upper.height() - ICON) // 2,
                           self._icons.pixmap(line.icon, main if line.strong else low))
        left = rect.left() + ICON + SPACE.sm
        width = rect.right() - left
        painter.setFont(_font(TYPE.body, QFont.Weight.Medium))
        painter.setPen(self._theme.colour(main if line.strong else low))
        painter.drawText(QRect(left, top, width, upper.height()), Qt.AlignmentFlag.AlignVCenter,
                         upper.elidedText(display(line.title), Qt.TextElideMode.ElideRight, width))
        painter.setFont(_font(TYPE.caption))
        painter.setPen(self._theme.colour(low))
        row = QRect(left, top + upper.height() + SPACE.xs // 2, width, lower.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.aside)
        room = width - lower.horizontalAdvance(line.aside) - SPACE.md
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter,
                         lower.elidedText(display(line.under), Qt.TextElideMode.ElideRight, room))


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(TYPE.family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
