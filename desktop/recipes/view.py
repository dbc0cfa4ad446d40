"""The Recipes view: what was learnt in a list, and what is selected in it; importing and editing in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedLayout, QStackedWidget, QWidget

from agent.protocol.display import display
from agent.protocol.messages import Changed
from agent.protocol.recipes import RecipeDoc
from desktop.link import Connection
from desktop.navigation import Place
from desktop.recipes.bringing import FILTER, BringPane
from desktop.recipes.detail import RecipePane
from desktop.recipes.editor import Kept, RecipeEditor
from desktop.recipes.lessons import LessonsPane
from desktop.recipes.list_pane import RecipeList
from desktop.recipes.rows import ANSWERS
from desktop.shell import Shell
from desktop.widgets.beside import Beside
from desktop.widgets.frames import Empty


class RecipesView(QWidget):
    """What the sidebar's Recipes shows. `go` opens a recipe by its id, or the answers by the part ``answers``."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.list = RecipeList(shell)
        self.pane, self.editor = RecipePane(shell), RecipeEditor(shell)
        self.lessons, self.bringing = LessonsPane(shell), BringPane(shell)
        self._empty = Empty(shell.icons, "notebook-pen", "No recipes yet",
                            "Once a site has confirmed a form, how it was filled is kept here, without your values. "
                            "The next time it is filled with no model. You can also take in a recipe from a file.",
                            "Import a recipe …", self.ask_and_import)
        self.panes = QStackedWidget()
        for each in (self.pane, self.editor, self.lessons, self.bringing):
            self.panes.addWidget(each)
        self._split = Beside(self.list, self.panes)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        self._wire()
        self._add_commands()
        self.list.refresh()

    def go(self, place: Place) -> None:
        """Shows the recipe of that id, or what answers taught."""
        if wanted := ANSWERS if place.part == ANSWERS else place.id:
            self.open(wanted)

    def focus_list(self) -> None:
        """Puts the focus on the list."""
        first = self.list.table if self._stack.currentWidget() is self._split else self._empty.findChild(QPushButton)
        (first or self).setFocus()

    def open(self, id: str) -> None:
        """Shows a recipe, or the answers."""
        self._stack.setCurrentWidget(self._split)
        self.list.select(id)
        self._show(id)

    def ask_and_import(self) -> None:
        """Asks for a file, then shows what it would bring."""
        dialog = QFileDialog(self, "Import a recipe", "", FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.bringing.preview)
        dialog.open()

    def _wire(self) -> None:
        desk = self._shell.desk
        self.list.chosen.connect(self._show)
        self.list.settled.connect(self._settled)
        self.list.import_wanted.connect(self.ask_and_import)
        self.pane.edit_wanted.connect(self._edit)
        self.pane.changed.connect(self.list.refresh)
        self.pane.deeds.removed.connect(self._gone)
        self.pane.deeds.restored.connect(self._taken)
        self.editor.kept.connect(self._kept)
        self.editor.left.connect(self._left)
        self.lessons.changed.connect(self.list.refresh)
        self.bringing.shown.connect(lambda: self._front(self.bringing))
        self.bringing.taken.connect(self._taken)
        self.bringing.closed.connect(self._closed)
        desk.changed.connect(self._changed)
        desk.connection.connect(lambda state: self.list.refresh() if state is Connection.READY else None)

    def _front(self, pane: QWidget) -> None:
        self._stack.setCurrentWidget(self._split)
        self.panes.setCurrentWidget(pane)

    def _show(self, id: str) -> None:
        self.pane.mark_unkept(frozenset(self.editor.drafts))
        if id == ANSWERS:
            self.panes.setCurrentWidget(self.lessons)
        else:
            self.panes.setCurrentWidget(self.pane)
            self.pane.load(id)

    def _settled(self) -> None:
        recipes, lessons = self.list.recipes or [], self.list.lessons or []
        self.lessons.show_lessons(lessons)
        bringing = self.panes.currentWidget() is self.bringing
        nothing = not (recipes or lessons or bringing or self.list.failing or self.list.selected == ANSWERS)
        self._stack.setCurrentWidget(self._empty if nothing else self._split)
        rows = self.list.table.rows
        if not nothing and not bringing and rows.row_of(self.list.selected) < 0 and rows.rows:
            self.open(next(row.id for row in rows.rows if row.id))

    def _edit(self, doc: RecipeDoc) -> None:
        self.panes.setCurrentWidget(self.editor)
        self.editor.edit(doc)

    def _kept(self, kept: Kept) -> None:
        words = f"The text of “{display(kept.title)}” was changed"
        self._shell.undo.offer(words, lambda: self.pane.deeds.put_text(kept.id, kept.before))
        self._left()
        self.list.refresh()

    def _left(self) -> None:
        if self.panes.currentWidget() is self.editor and self.list.selected:
            self._show(self.list.selected)
        self.pane.mark_unkept(frozenset(self.editor.drafts))

    def _gone(self, id: str) -> None:
        self.editor.drafts.pop(id, None)
        if self.list.selected == id:
            self.list.selected = ""

    def _taken(self, id: str) -> None:
        self.open(id)
        self.list.refresh()

    def _closed(self) -> None:
        if self.panes.currentWidget() is self.bringing:
            self.panes.setCurrentWidget(self.pane)
            if self.list.selected:
                self._show(self.list.selected)
        self.list.refresh()

    def _changed(self, what: Changed) -> None:
        if what.get("recipes"):
            self.list.refresh()
            if self.panes.currentWidget() is self.pane:
                self.pane.refresh()

    def _add_commands(self) -> None:
        add = self._shell.commands.add
        add("recipes.next", "Next recipe", lambda: self.list.step(1), group="Recipes", keys=("J",), within=self)
        add("recipes.previous", "Previous recipe", lambda: self.list.step(-1), group="Recipes", keys=("K",),
            within=self)
        add("recipes.edit", "Edit the recipe as text", self._if_shown(self.pane.edit), group="Recipes", keys=("E",),
            within=self)
        add("recipes.run", "Do the recipe now", self._if_shown(self.pane.run_now), group="Recipes", within=self)
        add("recipes.export", "Export the recipe", self._if_shown(self.pane.ask_and_export), group="Recipes",
            keys=("Ctrl+E",), within=self)
        add("recipes.remove", "Remove the recipe", self._if_shown(self.pane.remove), group="Recipes",
            within=self)
        add("recipes.import", "Import a recipe from a file", self.ask_and_import, group="Recipes")

    def _if_shown(self, run: Callable[[], object]) -> Callable[[], None]:
        """Does it only while a recipe shows; in the editor a letter is a letter."""
        def go() -> None:
            if self.panes.currentWidget() is self.pane:
                run()

        return go
