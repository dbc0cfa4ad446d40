"""Sets a recipe to work: at once where it needs no words, else asks for what it takes from them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.recipes import RecipeDoc, RecipeTask
from desktop.link import Problem
from desktop.navigation import View
from desktop.recipes.words import wants
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import card
from desktop.widgets.words import Foreign, Words


class RunCard(QWidget):
    """Opens with `begin`; goes to the task once it is filed."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._doc: RecipeDoc | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, layout = card()
        outer.addWidget(frame)
        layout.addWidget(Words("Do this now", "strong"))
        self.needs = Foreign("", "secondary", limit=600)
        self.words = self._field("The task in your words")
        self.address = self._field("Where it starts: a web address")
        self.problem = Foreign("", "danger", limit=600)
        for each in (self.needs, self.words, self.address, self.problem):
            layout.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self._start = button("Prepare it", self.start, look="primary")
        row.addWidget(self._start)
        row.addWidget(button("Cancel", self.hide))
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def begin(self, doc: RecipeDoc) -> None:
        """Files the task, or asks for what is missing first."""
        self._doc = doc
        taken, no_start = wants(doc), not doc["start"]
        self.words.clear()
        self.address.clear()
        self.problem.hide()
        if not taken and not no_start:
            self.start()
            return
        self.needs.show_text(f"Say what the form is to be told: {', '.join(taken)}." if taken
                             else "It was learnt at an address of one use. Say where it starts this time.")
        self.words.setVisible(bool(taken))
        self.address.setVisible(no_start)
        self.show()
        (self.words if taken else self.address).setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Files the task; what it would send waits for the person as always."""
        if self._doc is None:
            return
        params: dict[str, object] = {"id": self._doc["id"]}
        params |= {name: text for name, field in (("text", self.words), ("url", self.address))
                   if (text := field.text().strip())}
        self._start.setEnabled(False)
        self._shell.desk.call("recipe run", params, done=self._filed, failed=self._failed, owner=self)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.returnPressed.connect(self.start)
        return field

    def _filed(self, found: RecipeTask) -> None:
        self._start.setEnabled(True)
        self.hide()
        self._shell.teller.say("It is being prepared. Nothing is sent before you have seen it.")
        self._shell.navigator.go(View.INBOX, found["task"])

    def _failed(self, problem: Problem) -> None:
        self._start.setEnabled(True)
        self.problem.show_text(problem.text)
        self.problem.show()
        self.show()
