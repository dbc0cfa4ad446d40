"""Paints a row of the receipts list: a month, or title, state, site and time of one receipt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agent.protocol.display import display
from agent.protocol.messages import ReceiptDoc
from desktop.receipts.model import LINE
from desktop.receipts.words import site_of, state_words
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.theme.tokens import ICON, SPACE, TYPE
from desktop.widgets.when import short

HEADING_HEIGHT = 2 * SPACE.lg
_STATE_TOKEN = {"success": "on_success_soft", "info": "accent", "warning": "on_warning_soft"}


class ReceiptDelegate(QStyledItemDelegate):
    """Two lines a receipt; all outside text through `display`, cut with an ellipsis."""

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
        rect, state = option.rect, option.state
        painter.save()
        if line.heading:
            self._heading(painter, rect, line.heading)
        else:
            self._ground(painter, rect, state)
            self._receipt(painter, rect.adjusted(SPACE.lg, 0, -SPACE.md, 0), line.receipt,
                          bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setFont(_font(TYPE.caption, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(rect.adjusted(SPACE.lg, 0, 0, -SPACE.xs),
                         Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("raised"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _receipt(self, painter: QPainter, rect: QRect, doc: ReceiptDoc, selected: bool) -> None:
        words = state_words(doc["state"])
        main, low = ("on_selected", "on_selected_secondary") if selected else ("text", "secondary")
        token = main if selected else _STATE_TOKEN[words.tone]
        upper, lower = QFontMetrics(_font(TYPE.body, QFont.Weight.Medium)), QFontMetrics(_font(TYPE.caption))
        top = rect.top() + (rect.height() - upper.height() - lower.height() - SPACE.xs // 2) // 2
        painter.drawPixmap(rect.left(), top + (upper.height() - ICON) // 2, self._icons.pixmap(words.icon, token))
        left = rect.left() + ICON + SPACE.sm
        width = rect.right() - left
        sent = short(doc["sent_at"])
        painter.setFont(_font(TYPE.body, QFont.Weight.Medium))
        painter.setPen(self._theme.colour(main))
        title = upper.elidedText(display(doc["title"]), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, upper.height()), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(_font(TYPE.caption))
        painter.setPen(self._theme.colour(low))
        row = QRect(left, top + upper.height() + SPACE.xs // 2, width, lower.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, sent)
        room = width - lower.horizontalAdvance(sent) - SPACE.md
        under = lower.elidedText(f"{words.word} · {display(site_of(doc['origin']))}", Qt.TextElideMode.ElideRight, room)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, under)


def _font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(TYPE.family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
