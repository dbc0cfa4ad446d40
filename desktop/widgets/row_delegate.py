"""Paints a row of a list: a heading, or two lines with an icon before and something at their ends."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme.fonts import letters
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.theme.tokens import ICON, SPACE, TYPE
from desktop.widgets.row import Row
from desktop.widgets.row_model import ROW

HEADING_HEIGHT = 2 * SPACE.lg
_GAP = SPACE.xs // 2
_THIRD = TYPE.caption + SPACE.sm
"""What a third line adds."""
_TONES = {"success": "on_success_soft", "warning": "on_warning_soft", "danger": "danger", "info": "accent"}
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_BEGIN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowDelegate(QStyledItemDelegate):
    """Texts are escaped already; what does not fit is cut with an ellipsis, the end of a line never."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        row = index.data(ROW)
        return QSize(0, height_of(row, self._theme.row_height) if row else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        if row.heading:
            self._heading(painter, option.rect, row.heading)
        else:
            self._ground(painter, option.rect, option.state)
            self._row(painter, option.rect.adjusted(SPACE.lg, 0, -SPACE.md, 0), row,
                      bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        font = letters(TYPE.caption, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("secondary"))
        cell = rect.adjusted(SPACE.lg, 0, -SPACE.md, -SPACE.xs)
        words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, words)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("raised"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _row(self, painter: QPainter, rect: QRect, row: Row, selected: bool) -> None:
        first, second = ("on_selected", "on_selected_secondary") if selected else ("text", "secondary")
        title = second if row.quiet else first
        upper, lower = letters(TYPE.body, QFont.Weight.Medium), letters(TYPE.caption)
        high, low = QFontMetrics(upper).height(), QFontMetrics(lower).height()
        third = low + _GAP if row.third else 0
        top = rect.top() + (rect.height() - high - low - _GAP - third) // 2
        token = first if selected else _TONES.get(row.tone, "secondary")
        painter.drawPixmap(rect.left(), top + (high - ICON) // 2, self._icons.pixmap(row.icon, token))
        left = rect.left() + ICON + SPACE.sm
        cell = QRect(left, top, rect.right() - left, high)
        self._line(painter, cell, upper, (row.title, title), letters(TYPE.caption, QFont.Weight.Medium),
                   (row.right, second if row.quiet else first))
        below = QRect(left, top + high + _GAP, cell.width(), low)
        self._line(painter, below, lower, (row.under, second), lower, (row.below, second))
        if row.third:
            self._line(painter, below.translated(0, third), lower, (row.third, second), lower, ("", second))

    def _line(self, painter: QPainter, cell: QRect, font: QFont, begin: tuple[str, str], end_font: QFont,
              end: tuple[str, str]) -> None:
        wide = min(QFontMetrics(end_font).horizontalAdvance(end[0]), cell.width() * 2 // 3) if end[0] else 0
        if wide:
            painter.setFont(end_font)
            painter.setPen(self._theme.colour(end[1]))
            painter.drawText(cell, _END, QFontMetrics(end_font).elidedText(end[0], Qt.TextElideMode.ElideRight,
                                                                           wide + 1))
        room = cell.width() - wide - (SPACE.md if wide else 0)
        painter.setFont(font)
        painter.setPen(self._theme.colour(begin[1]))
        painter.drawText(QRect(cell.left(), cell.top(), room, cell.height()), _BEGIN,
                         QFontMetrics(font).elidedText(begin[0], Qt.TextElideMode.ElideRight, room))


def height_of(row: Row, plain: int) -> int:
    """Pixels a row is high; ``plain``: one of two lines."""
    return HEADING_HEIGHT if row.heading else plain + (_THIRD if row.third else 0)
