"""The head of a task's face: title, state, site, how long, what can be done, and the person's own words on demand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.messages import TaskDoc
from desktop.shell import Shell
from desktop.task.allowed import Allowed
from desktop.task.of_chore import OfChore
from desktop.task.recipe_line import RecipeLine
from desktop.task.saw import show_saw
from desktop.task.words import state_words
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Fold
from desktop.widgets.when import money, size
from desktop.widgets.words import Chip, Foreign, Words

WHOLE_TEXT = 4000
"""Characters of a task's text that are shown at once; e-mails can be far longer."""


class AskedFor(QWidget):
    """What the person asked for: the words, the files, the notes sent back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE.xl, 0, 0, SPACE.sm)
        self._layout.setSpacing(SPACE.xs)
        self.words = Foreign(limit=WHOLE_TEXT)
        self._rest = Foreign("", "secondary", limit=WHOLE_TEXT)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self._rest)

    def show_task(self, doc: TaskDoc) -> None:
        """Shows one task's words."""
        self.words.show_text(doc["text"])
        files = [f"{each['name']} ({size(each['size'])})" for each in doc["attachments"]]
        pieces = ([f"Files: {', '.join(files)}"] if files else []) + [f"Your note: {each}" for each in doc["notes"]]
        self._rest.show_text("   ".join(pieces))
        self._rest.setVisible(bool(pieces))


class TaskHeader(QWidget):
    """Title, then state, site and time on one line, then the actions. Updates in place."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        self.title = Foreign("", "title")
        layout.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(SPACE.sm)
        self._sign = QLabel()
        self._sign.setTextFormat(Qt.TextFormat.PlainText)
        self.state = Chip("")
        self.site = Foreign("", "secondary")
        self.time = Words("", "secondary", wrap=False)
        line.addWidget(self._sign)
        line.addWidget(self.state)
        line.addWidget(self.site, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.time)
        layout.addLayout(line)
        self.of_chore = OfChore(shell)
        layout.addWidget(self.of_chore)
        self.start = Foreign("", "secondary", limit=600)
        self.start.hide()
        layout.addWidget(self.start)
        self.recipe = RecipeLine(shell)
        layout.addWidget(self.recipe)
        self._deeds_line = Flow()
        layout.addLayout(self._deeds_line)
        self.asked = AskedFor()
        self.asked_fold = Fold(shell.icons, "What you asked for", self.asked)
        layout.addWidget(self.asked_fold)
        self.allowed = Allowed(shell)
        self.allowed_fold = Fold(shell.icons, "What it may do", self.allowed)
        self.allowed_fold.toggled.connect(self._load_allowed)
        layout.addWidget(self.allowed_fold)
        self.saw = button("", self._show_saw, look="fold", icon="eye", icons=shell.icons)
        self.saw.hide()
        layout.addWidget(self.saw, 0, Qt.AlignmentFlag.AlignLeft)
        self._task = ""
        self._icon = self._title = ""
        self._actions: list[QWidget] = []

    def add_action(self, widget: QWidget) -> None:
        """Puts a button on the line of actions."""
        self._deeds_line.addWidget(widget)
        self._actions.append(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent. The Tab key finds the actions before what is below them."""
        super().showEvent(event)
        in_order = [self.of_chore.open, self.recipe.open, *self._actions, self.asked_fold.head, self.allowed_fold.head,
                    self.saw]
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)

    def show_task(self, doc: TaskDoc) -> None:
        """Shows one task."""
        _changed(self.title, doc["title"])
        _changed(self.site, doc["site"])
        _changed(self.start, doc["start"]["reason"] if doc["start"]["why"] != "given" else "")
        self.start.setVisible(bool(self.start.full))
        self.of_chore.show_doc(doc)
        self.recipe.show_recipe(doc.get("recipe"), doc["state"])
        self.show_state(doc["state"], doc["paused"])
        self.asked.show_task(doc)
        self._task = doc["id"]
        self._title = doc["title"]
        turns = doc.get("seen", 0)
        self.saw.setVisible(bool(turns))
        text = f"What the model saw: {turns} turn{'' if turns == 1 else 's'}, {money(doc['cost'])}"
        if self.saw.text() != text:
            self.saw.setText(text)
        if self.allowed_fold.is_open:
            self.allowed.load(self._task)

    def _load_allowed(self, is_open: bool) -> None:
        if is_open and self._task:
            self.allowed.load(self._task)

    def _show_saw(self) -> None:
        show_saw(self._shell, self._task, self._title, self.window())

    def show_state(self, state: str, paused: bool) -> None:
        """Shows another state."""
        found = state_words(state, paused)
        if self.state.text() != found.words:
            self.state.setText(found.words)
            self.state.setAccessibleName(f"State: {found.words}")
            self.state.tone(found.tone)
        if self._icon != found.icon:
            self._icon = found.icon
            self._shell.icons.on_label(self._sign, found.icon, "secondary")

    def show_words(self) -> None:
        """Opens the person's own words."""
        if not self.asked_fold.is_open:
            self.asked_fold.toggle()


def _changed(label: Foreign, text: str) -> None:
    if label.full != text:
        label.show_text(text)
