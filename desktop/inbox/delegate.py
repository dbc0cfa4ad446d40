"""Paints a row of the list: sign, title, site and state in words, time; headings with their count."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from agent.protocol.display import display
from desktop.inbox.model import ROW_ROLE, Heading
from desktop.inbox.rows import Row
from desktop.shell import Shell
from desktop.task.words import state_words
from desktop.theme.tokens import ICON, RADIUS, SPACE, TYPE
from desktop.widgets.when import ago

DOT = 34
"""Diameter of the sign's ground."""
HEADING_HEIGHT = 36
KEPT = 400
"""Rows whose escaped texts are kept for the next painting."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CUT = Qt.TextElideMode.ElideRight


class RowDelegate(QStyledItemDelegate):
    """Two lines a row; on narrow or compact rows the sign's ground shrinks with it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = shell.theme, shell.icons
        self._plain = _font(TYPE.body, QFont.Weight.Normal)
        self._small = _font(TYPE.caption, QFont.Weight.Normal)
        self._strong = _font(TYPE.body, QFont.Weight.DemiBold)
        self._texts: OrderedDict[Row, tuple[str, str]] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        found = index.data(ROW_ROLE)
        return QSize(200, HEADING_HEIGHT if isinstance(found, Heading) else self._theme.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        found = index.data(ROW_ROLE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if isinstance(found, Heading):
            self._heading(painter, area, found)
        elif isinstance(found, Row):
            self._row(painter, area, found, state)
        if focused:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(SPACE.xs + 1, 2, -SPACE.xs - 1, -2), RADIUS, RADIUS)
        painter.restore()

    def _heading(self, painter: QPainter, area: QRect, found: Heading) -> None:
        inner = area.adjusted(SPACE.md, SPACE.xs, -SPACE.lg, 0)
        side = SPACE.lg
        painter.drawPixmap(inner.left(), inner.center().y() - side // 2 + 1, self._icons.pixmap(
            "chevron-down" if found.open else "chevron-right", "secondary", side))
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("text"))
        words = inner.adjusted(side + SPACE.xs, 0, 0, 0)
        painter.drawText(words, _LEFT, found.group.value)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(words, _RIGHT, f"{found.count:,}")

    def _row(self, painter: QPainter, area: QRect, row: Row, state: QStyle.StateFlag) -> None:
        picked = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if picked or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if picked else "raised"))
            painter.drawRoundedRect(area.adjusted(SPACE.xs, 1, -SPACE.xs, -1), RADIUS, RADIUS)
        inner = area.adjusted(SPACE.md, 0, -SPACE.lg, 0)
        look = state_words(row.state, row.paused)
        dot = min(DOT, area.height() - SPACE.md)
        ground = QRect(inner.left(), inner.center().y() - dot // 2, dot, dot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{look.tone}_soft"))
        painter.drawEllipse(ground)
        painter.drawPixmap(ground.center().x() - ICON // 2 + 1, ground.center().y() - ICON // 2 + 1,
                           self._icons.pixmap(look.icon, f"on_{look.tone}_soft", ICON))
        self._words(painter, inner.adjusted(dot + SPACE.md, 0, 0, 0), row, look.words, picked)

    def _words(self, painter: QPainter, area: QRect, row: Row, words: str, picked: bool) -> None:
        title, site = self._shown(row)
        big, small = QFontMetrics(self._strong), QFontMetrics(self._small)
        gap = SPACE.xs // 2
        top = area.top() + (area.height() - big.height() - small.height() - gap) // 2
        first = QRect(area.left(), top, area.width(), big.height())
        second = QRect(area.left(), top + big.height() + gap, area.width(), small.height())
        time = ago(row.updated_at, datetime.now(UTC))
        taken = small.horizontalAdvance(time) + SPACE.md if time else 0
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("on_selected_secondary" if picked else "secondary"))
        painter.drawText(first, _RIGHT, time)
        line = f"{words} · {site}" if site else words
        painter.drawText(second, _LEFT, small.elidedText(line, _CUT, second.width()))
        painter.setFont(self._strong if row.waits else self._plain)
        painter.setPen(self._theme.colour("on_selected" if picked else "text"))
        metrics = big if row.waits else QFontMetrics(self._plain)
        painter.drawText(first, _LEFT, metrics.elidedText(title, _CUT, first.width() - taken))

    def _shown(self, row: Row) -> tuple[str, str]:
        found = self._texts.get(row)
        if found is None:
            found = (display(row.title), display(row.site))
            self._texts[row] = found
            if len(self._texts) > KEPT:
                self._texts.popitem(last=False)
        return found


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(TYPE.family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font
