"""What a task has to do with a recipe, in a sentence, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from agent.protocol import TaskState
from agent.protocol.recipes import TaskByRecipe
from desktop.navigation import View
from desktop.shell import Shell
from desktop.task.words import FINISHED
from desktop.theme.tokens import SPACE
from desktop.widgets import when
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign

LONGEST = 400


def recipe_words(by: TaskByRecipe, state: str) -> str:
    """The sentence; while the task is at work it says so, afterwards what was."""
    if not by["replayed"]:
        return "How you did this is kept: the next time needs no model."
    how = (f"as you did it on {when.day(by['at'])}" if by["source"] == "learnt"
           else f"by a recipe that you took in, as of {when.day(by['at'])}")
    if by["surprise"]:
        return f"It was begun {how}. Then something was not as it was: {by['surprise']}"
    if state in FINISHED:
        return f"Done {how}; no model was asked." if state == TaskState.DONE else f"Begun {how}."
    return f"Doing it {how}; no model is asked."


class RecipeLine(QWidget):
    """Hidden for a task that has nothing to do with a recipe."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._recipe = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.sm)
        sign = QLabel()
        shell.icons.on_label(sign, "notebook-pen", "secondary", 16)
        self.words = Foreign("", "secondary", limit=LONGEST)
        self.open = button("Open the recipe", self._go, look="link")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_recipe(self, by: TaskByRecipe | None, state: str) -> None:
        """Shows another task's."""
        self._recipe = by["id"] if by is not None else ""
        text = recipe_words(by, state) if by is not None else ""
        if self.words.full != text:
            self.words.show_text(text)
        self.setVisible(bool(text))

    def _go(self) -> None:
        self._shell.navigator.go(View.RECIPES, self._recipe)
