"""Paints headings and lines of the sheet. Outside text is drawn as plain text, clipped to its own cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.review.geometry import CHIP, GUTTER, Placed, place
from desktop.review.grouping import Item, Section
from desktop.review.lines import Line
from desktop.review.model import ITEM, SECTION, SheetModel
from desktop.review.thumbs import Thumbs
from desktop.shell import Shell
from desktop.theme.fonts import letters
from desktop.theme.tokens import SMALL_RADIUS, SPACE, TYPE
from desktop.widgets.marks import Mark
from desktop.widgets.words import breakable

Index = QModelIndex | QPersistentModelIndex
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
_SMALL_ICON = 14
PAD = {"comfortable": SPACE.sm, "compact": SPACE.xs}
"""Room above and below a line by density."""
_TALL = 4_000
"""Height texts are measured in; taller ones are cut by their cell."""


class SheetDelegate(QStyledItemDelegate):
    """Knows where everything on a line stands, so that a click can be told what it hit."""

    pictures_came = Signal()

    def __init__(self, shell: Shell, model: SheetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._model = shell, model
        self._fonts = {
            "label": letters(TYPE.body), "value": letters(TYPE.body, QFont.Weight.Medium),
            "note": letters(TYPE.caption), "chip": letters(TYPE.caption, QFont.Weight.Medium),
            "tick": letters(TYPE.body), "head": letters(TYPE.heading, QFont.Weight.DemiBold),
            "quiet": letters(TYPE.body),
        }
        self._metrics = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        self._placed: dict[tuple[Line, int], Placed] = {}
        self._thumbs = Thumbs(self)
        self._thumbs.came.connect(self.pictures_came)
        self.width = 400

    # Measuring

    def forget(self) -> None:
        """Drops the measured lines; another document comes."""
        self._placed.clear()

    def measure(self, text: str, style: str, width: int) -> QSize:
        """The room a text needs when wrapped at that width."""
        metrics = self._metrics[style]
        if "\n" not in text and (wide := metrics.horizontalAdvance(text)) <= width:
            return QSize(wide, metrics.height())
        return metrics.boundingRect(QRect(0, 0, width, _TALL), _FLAGS, breakable(text)).size()

    def placed(self, item: Item) -> Placed:
        """Where the parts of an item's line stand, from its top left corner."""
        line = self._model.line(item)
        if not self._ticks(item, line):
            line = replace(line, tick="")  # no room is kept for what is not painted
        found = self._placed.get((line, self.width))
        if found is None:
            found = self._placed[line, self.width] = place(line, self.width, self.measure,
                                                           PAD.get(self._shell.theme.density, SPACE.sm))
        return found

    def small(self, item: Item) -> QPixmap:
        """The small picture of an item's file; a null one while it is not there, or where there is none."""
        path = self._model.line(item).picture
        return self._thumbs.get(path) if path else QPixmap()

    def _ticks(self, item: Item, line: Line) -> bool:
        return bool(line.tick) and (self._model.deciding or item.id in self._model.ticked)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        item = index.data(ITEM)
        if item is not None:
            return QSize(self.width, self.placed(item).height)
        section = index.data(SECTION)
        return QSize(self.width, self._head_height(section) if section is not None else 0)

    def _head_height(self, section: Section) -> int:
        room = self.width - GUTTER - SPACE.md
        hint = self.measure(section.hint, "note", room).height() if section.hint else 0
        return SPACE.md + self.measure(section.title, "head", room).height() + hint + SPACE.sm

    def part_at(self, item: Item, point: QPoint) -> str:
        """Which part of a line is at a point from its top left corner: source, tick, more, or nothing of these."""
        placed = self.placed(item)
        reach = placed.tick.united(placed.tick_words) if placed.tick.isValid() else QRect()
        for name, rect in (("source", placed.source), ("tick", reach), ("more", placed.more)):
            if rect.isValid() and rect.adjusted(-3, -3, 3, 3).contains(point):
                return name
        return ""

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        painter.setClipRect(rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if selected:
            self._mark_selected(painter, rect, focused)
        item, section = index.data(ITEM), index.data(SECTION)
        if item is not None:
            self._paint_line(painter, rect, item, selected)
        elif section is not None:
            self._paint_head(painter, rect, section, bool(option.state & QStyle.StateFlag.State_Open), selected)
        painter.restore()

    def _mark_selected(self, painter: QPainter, rect: QRect, focused: bool) -> None:
        painter.setPen(QPen(self._colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("selected"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), SMALL_RADIUS, SMALL_RADIUS)

    def _paint_head(self, painter: QPainter, rect: QRect, section: Section, open_: bool, selected: bool) -> None:
        icon = "chevron-down" if open_ else "chevron-right"
        room = self.width - GUTTER - SPACE.md
        tall = self.measure(section.title, "head", room).height()
        top = rect.y() + SPACE.md
        painter.drawPixmap(rect.x() + SPACE.xs, top + 1, self._shell.icons.pixmap(icon, self._second(selected)))
        cell = QRect(rect.x() + GUTTER, top, room, tall)
        self._text(painter, cell, section.title, "head", self._first(selected))
        if section.hint:
            below = QRect(cell.x(), cell.bottom() + 1, room, rect.bottom() - cell.bottom())
            self._text(painter, below, section.hint, "note", self._second(selected))

    def _paint_line(self, painter: QPainter, rect: QRect, item: Item, selected: bool) -> None:
        line, placed, at = self._model.line(item), self.placed(item), rect.topLeft()
        first, second = self._first(selected), self._second(selected)
        if not selected:
            painter.setPen(QPen(self._colour("border"), 1))
            painter.drawLine(rect.x() + GUTTER, rect.bottom(), rect.right() - SPACE.md, rect.bottom())
        if item.must_see and self._model.deciding:
            seen = item.id in self._model.seen
            sign = self._shell.icons.pixmap("check" if seen else "eye", second if seen else "on_warning_soft",
                                            _SMALL_ICON)
            painter.drawPixmap(at.x() + SPACE.xs, at.y() + (placed.label if line.label else placed.value).y() + 2, sign)
        self._text(painter, placed.label.translated(at), line.label, "label", second)
        if line.before is not None:
            self._text(painter, placed.before.translated(at), line.before, "quiet", second)
            middle = QPoint(placed.before.right() + 4, placed.before.y() + 1) + at
            painter.drawPixmap(middle, self._shell.icons.pixmap("arrow-right", second, _SMALL_ICON))
        self._text(painter, placed.value.translated(at), line.value, "quiet" if line.quiet else "value",
                   second if line.quiet else first)
        self._text(painter, placed.more.translated(at), line.more, "tick", first if selected else "accent")
        for note, cell in zip(line.notes, placed.notes, strict=True):
            self._text(painter, cell.translated(at), note, "note", second)
        if line.picture and not (small := self.small(item)).isNull():
            painter.drawPixmap(placed.picture.translated(at).topLeft(), small)
        for mark, cell in placed.marks:
            self._chip(painter, cell.translated(at), mark)
        if line.source is not None:
            self._chip(painter, placed.source.translated(at), line.source)
        if self._ticks(item, line):
            self._paint_tick(painter, placed, at, item, line.tick, first)

    def _paint_tick(self, painter: QPainter, placed: Placed, at: QPoint, item: Item, words: str, colour: str) -> None:
        on, box = item.id in self._model.ticked, placed.tick.translated(at)
        painter.setPen(QPen(self._colour("accent" if on else "border_strong"), 1.5))
        painter.setBrush(self._colour("accent" if on else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if on:
            painter.drawPixmap(box.x() + 2, box.y() + 2, self._shell.icons.pixmap("check", "on_accent", _SMALL_ICON))
        self._text(painter, placed.tick_words.translated(at), words, "tick", colour)

    def _chip(self, painter: QPainter, cell: QRect, mark: Mark) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(f"{mark.tone}_soft"))
        painter.drawRoundedRect(cell, SMALL_RADIUS, SMALL_RADIUS)
        token = f"on_{mark.tone}_soft"
        painter.drawPixmap(cell.x() + 6, cell.y() + (CHIP - _SMALL_ICON) // 2,
                           self._shell.icons.pixmap(mark.icon, token, _SMALL_ICON))
        painter.setFont(self._fonts["chip"])
        painter.setPen(self._colour(token))
        painter.drawText(cell.adjusted(6 + _SMALL_ICON + 5, 0, -2, 0), _MIDDLE, mark.text)

    def _text(self, painter: QPainter, cell: QRect, text: str, style: str, colour: str) -> None:
        if not text or not cell.isValid():
            return
        painter.save()
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        painter.setFont(self._fonts[style])
        painter.setPen(self._colour(colour))
        painter.drawText(cell, _FLAGS, breakable(text))
        painter.restore()

    def _colour(self, token: str) -> QColor:
        return self._shell.theme.colour(token)

    @staticmethod
    def _first(selected: bool) -> str:
        return "on_selected" if selected else "text"

    @staticmethod
    def _second(selected: bool) -> str:
        return "on_selected_secondary" if selected else "secondary"
