"""The month strip: days with dots; arrows go by days, Page keys by months, Home to today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.chores.month import Move, months_on, moved
from desktop.chores.strip_model import DAY, StripModel
from desktop.chores.wording import DAYS
from desktop.shell import Shell
from desktop.theme.fonts import letters
from desktop.theme.theme import Theme
from desktop.theme.tokens import SMALL_RADIUS, SPACE, TYPE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.when import MONTHS
from desktop.widgets.words import Words

CELL = 32
NAMES = 22
WIDTH = 7 * 43
_DOT = 2.5
_MOST_DOTS = 3
_KEYS = {Qt.Key.Key_Left: Move.LEFT, Qt.Key.Key_Right: Move.RIGHT, Qt.Key.Key_Up: Move.UP, Qt.Key.Key_Down: Move.DOWN,
         Qt.Key.Key_PageUp: Move.PAGE_UP, Qt.Key.Key_PageDown: Move.PAGE_DOWN, Qt.Key.Key_Home: Move.TODAY}


class _DayDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        cell = index.data(DAY)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and option.widget is not None and option.widget.hasFocus()
        rect = QRect(option.rect).adjusted(1, 1, -2, -2)
        painter.save()
        painter.fillRect(option.rect, self._theme.colour("surface"))  # over the view's own mark, which has corners
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if selected else "raised" if option.state & QStyle.StateFlag.State_MouseOver else ""
        painter.setPen(QPen(self._theme.colour("focus" if focused else "accent"), 2 if focused else 1)
                       if focused or cell.today else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, SMALL_RADIUS, SMALL_RADIUS)
        plain, low = ("on_selected", "on_selected_secondary") if selected else ("text", "secondary")
        painter.setFont(letters(TYPE.caption, QFont.Weight.DemiBold if cell.today else QFont.Weight.Normal))
        painter.setPen(self._theme.colour(low if cell.other else plain))
        painter.drawText(rect.adjusted(0, 0, 0, -8), Qt.AlignmentFlag.AlignCenter, str(cell.day.day))
        count = min(cell.count, _MOST_DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(plain if selected else "accent"))
        for dot in range(count):
            across = rect.center().x() + 1 + (dot - (count - 1) / 2) * 7
            painter.drawEllipse(QPoint(int(across), rect.bottom() - 5), _DOT, _DOT)
        painter.restore()


class _Days(QTableView):
    """``wanted`` carries the day that a key or a click goes to."""

    wanted = Signal(object)      # date

    def __init__(self, shell: Shell, model: StripModel) -> None:
        super().__init__()
        self._model, self.day = model, model.today
        self.setModel(model)
        self._delegate = _DayDelegate(shell.theme)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Days")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(CELL)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.wanted.emit(model.cell(index).day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        move = _KEYS.get(Qt.Key(event.key()))
        if move is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.wanted.emit(moved(self.day, move, self._model.today))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Override QAbstractItemView::keyboardSearch: letters are commands here."""


class MonthStrip(QWidget):
    """``chosen`` carries a day that the person went to."""

    chosen = Signal(object)      # date

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = StripModel(today)
        self.model.setParent(self)
        self.days = _Days(shell, self.model)
        self.days.wanted.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.md, SPACE.md, SPACE.md, SPACE.sm)
        column.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.setSpacing(0)
        self.title = Words("", "heading", wrap=False)
        head.addWidget(self.title)
        head.addStretch(1)
        self.today_button = button("Today", lambda: self._go(self.model.today), look="quiet", tip="Home")
        head.addWidget(self.today_button)
        head.addWidget(icon_button(shell.icons, "chevron-left", "The month before", lambda: self._turn(-1)))
        head.addWidget(icon_button(shell.icons, "chevron-right", "The next month", lambda: self._turn(1)))
        column.addLayout(head)
        names = QHBoxLayout()
        names.setSpacing(0)
        for name in DAYS:
            label = Words(name[:2], "caption", wrap=False)
            label.setAccessibleName(name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedHeight(NAMES)
            names.addWidget(label, 1)
        column.addLayout(names)
        column.addWidget(self.days)
        self.setMinimumWidth(WIDTH)
        self.stand_on(today)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self.days.day

    def stand_on(self, day: date) -> None:
        """Chooses a day; nobody is told."""
        self.days.day = day
        self.model.show_month(day)
        self.days.setCurrentIndex(self.model.where(day))
        self.title.setText(f"{MONTHS[day.month - 1]} {day.year}")
        self.days.setFixedHeight(self.model.rowCount() * CELL)
        self.days.setAccessibleDescription(str(self.model.data(self.model.where(day)) or ""))

    def show_dots(self, dots: Mapping[date, int], today: date) -> None:
        """Shows which days have something."""
        self.model.show_dots(dots, today)

    def _turn(self, by: int) -> None:
        self._go(months_on(self.day, by))

    def _go(self, day: date) -> None:
        self.stand_on(day)
        self.chosen.emit(day)
