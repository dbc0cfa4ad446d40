"""Takes in a recipe from a file: shows where it starts and what it would do first, and leaves it switched off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.recipes import RecipePreview, RecipeState
from desktop.link import Problem
from desktop.recipes.complaint import complaints
from desktop.recipes.pages import pages, start
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Changing, column, scrolled
from desktop.widgets.words import Foreign, Words

WIDEST = 760
FILTER = "Recipes (*.toml);;All files (*)"


class BringPane(QWidget):
    """Opens with `preview`. ``taken`` carries the new recipe's id; ``closed`` fires when it was put away."""

    taken = Signal(str)
    shown = Signal()
    closed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._path = ""
        self._seen = ""              # names what is shown: nothing else is taken in
        self._number = 0
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        held, self._column = column(SPACE.md)
        held.setMaximumWidth(WIDEST)
        sides.addWidget(held, 1000)
        sides.addStretch(1)
        self._content = Changing()
        self._column.addWidget(self._content)
        self._column.addStretch(1)
        self._take_in = button("Take it in, switched off", self.take, look="primary")
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.lg)
        row.setSpacing(SPACE.sm)
        row.addWidget(self._take_in)
        self._leave = button("Cancel", self.close_pane)
        row.addWidget(self._leave)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(page, "What the file would bring"), 1)
        outer.addWidget(foot)

    def preview(self, path: str) -> None:
        """Asks what the file would bring, and shows it."""
        self._path = path
        self._number += 1
        number = self._number
        self._shell.desk.call("recipe preview", {"file": path}, done=lambda doc: self._show(number, doc),
                              failed=lambda problem: self._refuse(number, problem), owner=self)

    def take(self) -> None:
        """Takes it in."""
        self._take_in.setEnabled(False)
        number = self._number
        self._shell.desk.call("recipe import", {"file": self._path, "seen": self._seen}, done=self._taken,
                              failed=lambda problem: self._refuse(number, problem), owner=self)

    def close_pane(self) -> None:
        """Puts it away; nothing was changed by looking."""
        self._number += 1
        self.closed.emit()

    def _show(self, number: int, doc: RecipePreview) -> None:
        if number != self._number:
            return
        self._seen = doc["seen"]
        made, layout = column(SPACE.sm)
        layout.addWidget(Words("Take in this recipe?", "caption"))
        layout.addWidget(Foreign(doc["title"], "title"))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(Banner(self._shell.icons, "It stays switched off until you switch it on. It can fill a form "
                                "with what you have and press its buttons; what would be sent waits for your approval.",
                                "info"))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(start(doc["start"]))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(Words("What it would do", "heading"))
        layout.addWidget(pages(self._shell.icons, doc["pages"]))
        self._content.put(made)
        self._take_in.show()
        self._leave.setText("Cancel")
        self._take_in.setEnabled(True)
        self.shown.emit()

    def _refuse(self, number: int, problem: Problem) -> None:
        if number != self._number:
            return
        made, layout = column(SPACE.sm)
        layout.addWidget(Foreign(Path(self._path).name, "title"))
        layout.addWidget(Banner(self._shell.icons, "This file can't be taken in. Nothing was kept.", "danger"))
        for each in complaints(problem.text):
            layout.addWidget(Foreign(each.text, limit=400))
        self._content.put(made)
        self._take_in.hide()
        self._leave.setText("Close")
        self.shown.emit()

    def _taken(self, state: RecipeState) -> None:
        id = state["id"]
        self._shell.undo.offer(f"{display(Path(self._path).name)} was taken in",
                               lambda: self._shell.desk.call("recipe remove", {"id": id},
                                                             done=lambda _gone: self.closed.emit(), owner=self))
        self.taken.emit(id)
