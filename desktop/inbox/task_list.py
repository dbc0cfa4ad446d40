"""The table of tasks: selection by id that survives every change, headings that fold, keys and a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.inbox.delegate import HEADING_HEIGHT, RowDelegate
from desktop.inbox.heads import Heading, PlanHead
from desktop.inbox.model import TaskModel
from desktop.inbox.rows import Row
from desktop.shell import Shell
from desktop.task.deeds import Allowed, allowed, counted
from desktop.theme.tokens import SPACE

CHEVRON = SPACE.md + SPACE.lg + SPACE.xs
"""Pixels at the left of a plan's head that fold it; the rest of it opens the plan."""
MOST_KEPT = 3000
"""Selected tasks that stay selected when a filter changes what shows: finding each again takes 3 µs."""


class TaskList(QTableView):
    """``picked`` carries the id of the only selected task or plan, else empty; ``entered`` asks for the focus there."""

    picked = Signal(str)
    entered = Signal()
    deed = Signal(str, list)     # cancel, retry, pause, resume; ids

    def __init__(self, shell: Shell, model: TaskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._model = model
        self._told = ""
        self._kept: tuple[list[str], str, str, int] = ([], "", "", 0)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(shell, self))
        self.setAccessibleName("Tasks")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(HEADING_HEIGHT)
        self._dress()
        shell.theme.changed.connect(self._dress)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._size_headings)
            signal.connect(self.focus_if_any)
        model.modelReset.connect(self.focus_if_any)
        self.focus_if_any()
        model.rowsInserted.connect(self._select_again)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())

    # What is selected

    def selected(self) -> list[str]:
        """Ids of the selected tasks."""
        return [id for each in self._ranges() for id in self._model.ids(each.top(), each.bottom())]

    def _ranges(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(place) for place in range(chosen.count())]

    def selected_plan(self) -> str:
        """The plan whose head is the only row selected, or empty."""
        ranges = self._ranges()
        found = self._model.at(ranges[0].top()) if len(ranges) == 1 and ranges[0].height() == 1 else None
        return found.id if isinstance(found, PlanHead) else ""

    def current(self) -> Row | Heading | PlanHead | None:
        """What the cursor is on."""
        index = self.currentIndex()
        return self._model.at(index.row()) if index.isValid() else None

    def select(self, id: str) -> bool:
        """Selects one task or plan and brings it into view; False if it does not show."""
        row = self._model.row_of_id(id)
        if row < 0:
            return False
        index = self._model.index(row, 0)
        # Not the view's own way, which adds to the selection while Ctrl is down, as it is for Ctrl+J.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def forget(self) -> None:
        """Selects nothing, and takes the next choice for a new one, whichever it is."""
        self._told = ""
        self.clearSelection()

    def step(self, by: int) -> None:
        """Moves the cursor to the next task down (1) or up (-1), past headings."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        while isinstance(self._model.at(row), Heading) and row >= 0:
            row += by
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))

    def may(self) -> Allowed:
        """What can be done to the selected tasks."""
        rows = [self._model.by_id[id] for id in self.selected()]
        return allowed((row.id, row.state, row.paused) for row in rows)

    def do(self, name: str) -> None:
        """Asks for a deed on those of the selected tasks that take it."""
        ids = getattr(self.may(), name)
        if ids:
            self.deed.emit(name, list(ids))

    def enter(self) -> None:
        """Folds the heading under the cursor, or asks for the detail."""
        found = self.current()
        if isinstance(found, Heading):
            self._model.fold(found.group)
        elif found is not None:
            self.entered.emit()

    # What Qt calls

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget::mousePressEvent."""
        index = self.indexAt(event.position().toPoint())
        found = self._model.at(index.row()) if index.isValid() else None
        left = event.button() == Qt.MouseButton.LeftButton
        if isinstance(found, Heading) and left:
            self._model.fold(found.group)
            return
        if isinstance(found, PlanHead) and left and event.position().x() < CHEVRON:
            self._model.fold(found.id)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if plain and event.key() in steps and not isinstance(self.current(), Heading):
            self._arrow(steps[Qt.Key(event.key())])
            return
        found = self.current()
        if plain and event.key() == Qt.Key.Key_Space and isinstance(found, Heading):
            self.enter()
            return
        folds = {Qt.Key.Key_Space: not found.open, Qt.Key.Key_Left: False, Qt.Key.Key_Right: True} if isinstance(
            found, PlanHead) else {}
        if plain and isinstance(found, PlanHead) and event.key() in folds:
            if folds[Qt.Key(event.key())] != found.open:
                self._model.fold(found.id)
            return
        super().keyPressEvent(event)

    def _arrow(self, by: int) -> None:
        """One row; onto a heading too, so that the keyboard can fold it."""
        row = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))

    def keyboardSearch(self, _search: str) -> None:
        """Override QAbstractItemView::keyboardSearch: letters are keys here, and `/` filters."""

    def focus_if_any(self) -> None:
        """An empty list is no stop for Tab: there is nothing on it to show the focus with."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._model.rowCount() else Qt.FocusPolicy.ClickFocus)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._shell.theme.row_height)
        self._size_headings()
        self.viewport().update()

    def _size_headings(self) -> None:
        header = self.verticalHeader()
        for row in self._model.headings():
            if header.sectionSize(row) != HEADING_HEIGHT:
                header.resizeSection(row, HEADING_HEIGHT)

    def _select_again(self) -> None:
        """A row that left and came back, in another group say, is selected as before; the view does not scroll."""
        if self._told and not self.selectionModel().hasSelection():
            self._select_rows([self._model.row_of_id(self._told)])

    def _keep(self) -> None:
        header = self.verticalHeader()
        for row in self._model.headings():  # a reset keeps heights by place, and other rows will stand there
            header.resizeSection(row, header.defaultSectionSize())
        found = self.current()
        top = self._model.at(self.rowAt(0))
        few = sum(each.height() for each in self._ranges()) <= MOST_KEPT
        self._kept = (self.selected() if few else [], "" if found is None or isinstance(found, Heading) else found.id,
                      top.id if isinstance(top, Row) else "", self.verticalScrollBar().value())

    def _restore(self) -> None:
        ids, current, top, value = self._kept
        self._size_headings()
        self._select_rows([self._model.row_of_id(id) for id in ids or [self._told]])
        row = self._model.row_of_id(current) if current else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0),
                                                  QItemSelectionModel.SelectionFlag.NoUpdate)
        if top and self._model.row_of_id(top) >= 0:
            self.scrollTo(self._model.index(self._model.row_of_id(top), 0),
                          QAbstractItemView.ScrollHint.PositionAtTop)
        elif row >= 0:
            self.scrollTo(self._model.index(row, 0))
        else:
            self.verticalScrollBar().setValue(min(value, self.verticalScrollBar().maximum()) if not ids else 0)
        self._tell()

    def _select_rows(self, rows: Sequence[int]) -> None:
        chosen = QItemSelection()
        run: list[int] = []
        for row in [*sorted(each for each in rows if each >= 0), -1]:
            if run and row != run[-1] + 1:
                chosen.select(self._model.index(run[0], 0), self._model.index(run[-1], 0))
                run = []
            run.append(row)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell(self) -> None:
        many = sum(each.height() for each in self._ranges()) > 2
        plan = self.selected_plan()
        ids = [] if many else [plan] if plan else self.selected()
        only = ids[0] if len(ids) == 1 else ""
        if not ids and not many and (self._told in self._model.by_id or self._model.is_plan(self._told)):
            return  # filtered out, folded away or between two groups: what is open stays open
        if only != self._told or many:
            self._told = only
            self.picked.emit(only)

    def _menu(self, where: QPoint) -> None:
        menu = self.menu()
        if menu.actions():
            menu.popup(self.viewport().mapToGlobal(where))

    def menu(self) -> QMenu:
        """The menu for the selected tasks, with only what can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        may = self.may()
        for name, one, many, icon in (("retry", "Prepare it again", "Prepare {} again", "rotate-ccw"),
                                      ("resume", "Go on", "Go on with {}", "play"),
                                      ("pause", "Pause", "Pause {}", "pause"),
                                      ("cancel", "Cancel", "Cancel {}", "x")):
            ids = getattr(may, name)
            if ids:
                action = menu.addAction(self._shell.icons.icon(icon), counted(ids, one, many))
                action.triggered.connect(lambda _on=False, name=name: self.do(name))
        return menu
