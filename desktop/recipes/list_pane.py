"""The list of what was learnt: reads recipes and lessons, keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.recipes import LessonDoc, RecipeRow
from desktop.link import Problem
from desktop.recipes.delegate import HEADING_HEIGHT, RecipeDelegate
from desktop.recipes.model import RecipesModel
from desktop.recipes.rows import lines
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.words import Words


class RecipeList(QFrame):
    """``chosen`` carries the id of the line that was selected; ``settled`` fires when both answers have been shown."""

    chosen = Signal(str)
    settled = Signal()
    import_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self._shell = shell
        self.selected = ""
        self.failing = False
        self.recipes: list[RecipeRow] | None = None
        self.lessons: list[LessonDoc] | None = None
        self.model = RecipesModel()
        self.model.setParent(self)
        self.table = self._table()
        self._problem = Banner(shell.icons, "", "danger")
        self._problem.add(button("Try again", self.refresh, look="link"))
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.md, 0, 0)
        layout.setSpacing(SPACE.sm)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE.lg, 0, SPACE.md, 0)
        top.addWidget(Words("Recipes", "heading", wrap=False), 1)
        top.addWidget(button("Import …", self.import_wanted.emit, icon="download", icons=shell.icons,
                             tip="Take in a recipe from a file"))
        layout.addLayout(top)
        aside = QVBoxLayout()
        aside.setContentsMargins(SPACE.md, 0, SPACE.md, 0)
        aside.addWidget(self._problem)
        layout.addLayout(aside)
        layout.addWidget(self.table, 1)
        shell.theme.changed.connect(self._heights)

    def refresh(self) -> None:
        """Asks for both again; place and selection stay."""
        call = self._shell.desk.call
        call("recipe list", done=self._take_recipes, failed=self._failed, owner=self)
        call("learned list", done=self._take_lessons, failed=self._failed, owner=self)

    def select(self, id: str) -> None:
        """Selects a line if it is listed; another one's selection goes in any case."""
        self.selected = id
        row = self.model.row_of(id)
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        else:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))
        selection.blockSignals(False)
        self.table.viewport().update()

    def step(self, by: int) -> None:
        """Selects the next line (1) or the one before (-1)."""
        rows = [row for row, line in enumerate(self.model.lines) if line.id]
        at = self.model.row_of(self.selected)
        later = [row for row in rows if row > at] if by > 0 else [row for row in reversed(rows) if row < at]
        if later:
            self.table.setCurrentIndex(self.model.index(later[0], 0))

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        self._delegate = RecipeDelegate(self._shell.theme, self._shell.icons)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName("Recipes and answers")
        table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a stop for Tab once there is something on it
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setMinimumSectionSize(1)
        table.selectionModel().currentChanged.connect(self._moved)
        return table

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and (id := self.model.lines[now.row()].id) and id != self.selected:
            self.selected = id
            self.chosen.emit(id)

    def _take_recipes(self, found: list[RecipeRow]) -> None:
        self.recipes = found
        self._show()

    def _take_lessons(self, found: list[LessonDoc]) -> None:
        self.lessons = found
        self._show()

    def _show(self) -> None:
        if self.recipes is None or self.lessons is None:
            return
        self.failing = False
        self._problem.say("")
        made = lines(self.recipes, self.lessons)
        if made != self.model.lines:
            bar = self.table.verticalScrollBar()
            place, kept = bar.value(), self.selected
            self.model.show_lines(made)
            self._heights()
            self.select(kept)
            bar.setValue(place)
            self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.settled.emit()

    def _failed(self, problem: Problem) -> None:
        self.failing = True
        self._problem.say(display(problem.text, 0))
        self.settled.emit()

    def _heights(self) -> None:
        header = self.table.verticalHeader()
        header.setDefaultSectionSize(self._shell.theme.row_height)
        for row, line in enumerate(self.model.lines):
            if line.heading:
                header.resizeSection(row, HEADING_HEIGHT)
