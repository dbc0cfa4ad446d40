"""A list of rows: the keyboard walks over headings, the selection stays over a refresh."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.widgets.row import Row
from desktop.widgets.row_delegate import RowDelegate, height_of
from desktop.widgets.row_model import RowModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QTableView):
    """``chosen`` carries a row that was clicked or entered; with ``at_once`` also one that was only walked to."""

    chosen = Signal(object)      # Row

    def __init__(self, theme: Theme, icons: Icons, name: str, *, at_once: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._at_once, self._quiet = theme, at_once, False
        self.rows = RowModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self._delegate = RowDelegate(theme, icons)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a stop for Tab once there is something on it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._pressed)
        theme.changed.connect(self._heights)

    def show_rows(self, rows: Sequence[Row], more: bool = False, held: str | None = None) -> None:
        """Shows other rows; the selected one, or ``held``, stays selected where it still is."""
        held, place = self.selected() if held is None else held, self.verticalScrollBar().value()
        if not self.rows.show_rows(rows, more):
            return
        self._heights()
        self.select(held)
        self.verticalScrollBar().setValue(place)
        some = any(row.id for row in rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.ClickFocus)

    def selected(self) -> str:
        """The id of the row the person stands on, or empty."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].id if index.isValid() and index.row() < len(self.rows.rows) else ""

    def select(self, id: str) -> None:
        """Stands on a row without choosing it; an id that is not there takes the mark away."""
        self._quiet = True
        row = self.rows.row_of(id)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.rows.index(row, 0))
        self._quiet = False

    def step(self, by: int) -> None:
        """Goes to the next row (1) or the one before (-1)."""
        at = self.currentIndex().row() if self.currentIndex().isValid() else -1 if by > 0 else len(self.rows.rows)
        later = range(at + 1, len(self.rows.rows)) if by > 0 else range(at - 1, -1, -1)
        found = next((row for row in later if self.rows.rows[row].id), None)
        if found is not None:
            self.selectionModel().setCurrentIndex(
                self.rows.index(found, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def enter(self) -> None:
        """Chooses the row the person stands on."""
        if self.selected():
            self.chosen.emit(self.rows.rows[self.currentIndex().row()])

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Override QAbstractItemView::currentChanged."""
        super().currentChanged(current, previous)
        if self._at_once and not self._quiet and current.isValid() and self.rows.rows[current.row()].id:
            self.chosen.emit(self.rows.rows[current.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent: it stands on a row then, and that alone chooses nothing."""
        self._quiet = True
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(QModelIndex())
            self.step(1)
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self.enter()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Override QAbstractItemView::keyboardSearch: letters are commands here."""

    def _pressed(self, index: QModelIndex) -> None:
        if not self._at_once or index == self.currentIndex():
            row = self.rows.rows[index.row()]
            if row.id:
                self.chosen.emit(row)

    def _heights(self) -> None:
        header = self.verticalHeader()
        header.setDefaultSectionSize(self._theme.row_height)
        for at, row in enumerate(self.rows.rows):
            if row.heading or row.third:
                header.resizeSection(at, height_of(row, self._theme.row_height))
