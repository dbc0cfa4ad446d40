"""The list of what was learnt: reads recipes and lessons, keeps its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent.protocol.recipes import LessonDoc, RecipeRow
from desktop.link import Problem
from desktop.recipes.rows import rows
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.list_pane import ListPane
from desktop.widgets.words import Words


class RecipeList(ListPane):
    """A `ListPane` that settles when both answers have been shown."""

    import_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell.theme, shell.icons, "Recipes and answers", self.refresh, parent)
        self._shell = shell
        self.recipes: list[RecipeRow] | None = None
        self.lessons: list[LessonDoc] | None = None
        top = QHBoxLayout()
        top.setContentsMargins(SPACE.xs, 0, 0, 0)     # in line with the rows
        top.addWidget(Words("Recipes", "heading", wrap=False), 1)
        top.addWidget(button("Import …", self.import_wanted.emit, icon="download", icons=shell.icons,
                             tip="Take in a recipe from a file"))
        self.arrange(top)

    def refresh(self) -> None:
        """Asks for both again; place and selection stay."""
        call = self._shell.desk.call
        call("recipe list", done=self._take_recipes, failed=self._failed, owner=self)
        call("learned list", done=self._take_lessons, failed=self._failed, owner=self)

    def _take_recipes(self, found: list[RecipeRow]) -> None:
        self.recipes = found
        self._show()

    def _take_lessons(self, found: list[LessonDoc]) -> None:
        self.lessons = found
        self._show()

    def _show(self) -> None:
        if self.recipes is not None and self.lessons is not None:
            self.show_rows(rows(self.recipes, self.lessons))

    def _failed(self, problem: Problem) -> None:
        self.fail(problem.text)
