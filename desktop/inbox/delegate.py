"""Paints a row of the list: sign, title, site and state in words, time; heads of groups and of plans."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from agent.protocol.display import display
from desktop.inbox.heads import Heading, PlanHead
from desktop.inbox.lane_model import ROW_ROLE
from desktop.inbox.model import TaskModel
from desktop.inbox.rows import Row
from desktop.shell import Shell
from desktop.task.words import state_words
from desktop.theme.fonts import letters
from desktop.theme.tokens import ICON, RADIUS, SPACE, TYPE
from desktop.widgets.when import ago

DOT = 34
"""Diameter of the sign's ground."""
HEADING_HEIGHT = 36
INDENT = SPACE.lg
"""How far the tasks of a plan stand in under its head."""
PLAN_SIGN = 14
"""Side of the sign on a task of a plan that stands apart from it."""
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
        self._plain = letters(TYPE.body, QFont.Weight.Normal)
        self._small = letters(TYPE.caption, QFont.Weight.Normal)
        self._strong = letters(TYPE.body, QFont.Weight.DemiBold)
        self._texts: OrderedDict[Row, tuple[str, str, str]] = OrderedDict()

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
        elif isinstance(found, PlanHead):
            self._plan(painter, area, found, state)
        elif isinstance(found, Row):
            model = index.model()
            inside = isinstance(model, TaskModel) and model.in_plan(found)
            self._row(painter, area.adjusted(INDENT if inside else 0, 0, 0, 0), found, state, inside)
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

    def _plan(self, painter: QPainter, area: QRect, found: PlanHead, state: QStyle.StateFlag) -> None:
        picked = self._ground(painter, area, state)
        inner = area.adjusted(SPACE.md, 0, -SPACE.lg, 0)
        side = SPACE.lg
        painter.drawPixmap(inner.left(), inner.center().y() - side // 2 + 1, self._icons.pixmap(
            "chevron-down" if found.open else "chevron-right", "on_selected" if picked else "secondary", side))
        painter.drawPixmap(inner.left() + side + SPACE.xs, inner.center().y() - ICON // 2 + 1, self._icons.pixmap(
            "list-checks", "on_selected" if picked else "accent", ICON))
        area = inner.adjusted(side + ICON + SPACE.xs + SPACE.sm, 0, 0, 0)
        first, second = self._lines(area)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("on_selected" if picked else "text"))
        painter.drawText(first, _LEFT, QFontMetrics(self._strong).elidedText(
            display(found.title) or "A plan", _CUT, first.width()))
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("on_selected_secondary" if picked else "secondary"))
        words = found.summary or f"{found.count} places"
        painter.drawText(second, _LEFT, QFontMetrics(self._small).elidedText(words, _CUT, second.width()))

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> bool:
        picked = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if picked or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if picked else "raised"))
            painter.drawRoundedRect(area.adjusted(SPACE.xs, 1, -SPACE.xs, -1), RADIUS, RADIUS)
        return picked

    def _lines(self, area: QRect) -> tuple[QRect, QRect]:
        """Where the two lines of a row stand."""
        big, small = QFontMetrics(self._strong).height(), QFontMetrics(self._small).height()
        gap = SPACE.xs // 2
        top = area.top() + (area.height() - big - small - gap) // 2
        return (QRect(area.left(), top, area.width(), big), QRect(area.left(), top + big + gap, area.width(), small))

    def _row(self, painter: QPainter, area: QRect, row: Row, state: QStyle.StateFlag, inside: bool) -> None:
        picked = self._ground(painter, area, state)
        inner = area.adjusted(SPACE.md, 0, -SPACE.lg, 0)
        look = state_words(row.state, row.paused)
        dot = min(DOT, area.height() - SPACE.md)
        ground = QRect(inner.left(), inner.center().y() - dot // 2, dot, dot)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{look.tone}_soft"))
        painter.drawEllipse(ground)
        painter.drawPixmap(ground.center().x() - ICON // 2 + 1, ground.center().y() - ICON // 2 + 1,
                           self._icons.pixmap(look.icon, f"on_{look.tone}_soft", ICON))
        self._words(painter, inner.adjusted(dot + SPACE.md, 0, 0, 0), row, look.words, picked, inside)

    def _words(self, painter: QPainter, area: QRect, row: Row, words: str, picked: bool, inside: bool) -> None:
        title, site, place = self._shown(row)
        title = place if inside and place else title
        big, small = QFontMetrics(self._strong), QFontMetrics(self._small)
        first, second = self._lines(area)
        time = ago(row.updated_at, datetime.now(UTC))
        taken = small.horizontalAdvance(time) + SPACE.md if time else 0
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("on_selected_secondary" if picked else "secondary"))
        painter.drawText(first, _RIGHT, time)
        line = " · ".join(each for each in (words, site if site != title else "") if each)
        if row.plan and not inside:
            painter.drawPixmap(second.left(), second.center().y() - PLAN_SIGN // 2 + 1, self._icons.pixmap(
                "list-checks", "on_selected_secondary" if picked else "secondary", PLAN_SIGN))
            second = second.adjusted(PLAN_SIGN + SPACE.xs, 0, 0, 0)
        painter.drawText(second, _LEFT, small.elidedText(line, _CUT, second.width()))
        painter.setFont(self._strong if row.waits else self._plain)
        painter.setPen(self._theme.colour("on_selected" if picked else "text"))
        metrics = big if row.waits else QFontMetrics(self._plain)
        painter.drawText(first, _LEFT, metrics.elidedText(title, _CUT, first.width() - taken))

    def _shown(self, row: Row) -> tuple[str, str, str]:
        found = self._texts.get(row)
        if found is None:
            found = (display(row.title), display(row.site), display(row.place))
            self._texts[row] = found
            if len(self._texts) > KEPT:
                self._texts.popitem(last=False)
        return found

