"""Another address for a task: a question with one field. In place where nothing was done, else begun anew."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol import TaskState
from agent.protocol.display import display
from agent.protocol.messages import TaskDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.shell import Shell
from desktop.task.address import short_host
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words


class Way(Enum):
    """What another address means for a task as it stands."""

    IN_PLACE = auto()    # nothing was done at the old one, or it has ended: can be taken back
    STOP = auto()        # it is under way: stopped, and begun anew as a new task
    ANEW = auto()        # it has ended, with something held before: begun anew as a new task
    NOT = auto()         # finished, or being sent


def way_of(doc: TaskDoc) -> Way:
    """Which one; the agent has the last word."""
    state = doc["state"]
    if state in (TaskState.DONE, TaskState.UNKNOWN, TaskState.SENDING):
        return Way.NOT
    if state in (TaskState.FAILED, TaskState.CANCELLED):
        return Way.ANEW if doc["submissions"] else Way.IN_PLACE
    untouched = state in (TaskState.QUEUED, TaskState.NEEDS_ANSWER) and not doc["runs"] and not doc["submissions"]
    return Way.IN_PLACE if untouched else Way.STOP


_SAYS = {
    Way.IN_PLACE: "The address of the form, or of its site. Nothing is opened before the task is prepared.",
    Way.STOP: "This task is under way. It is stopped, and nothing that is held for it is sent. A new task with the "
              "same words and files starts at the new address.",
    Way.ANEW: "This one stays as it is. A new task with the same words and files starts at the new address.",
}
_GO = {Way.IN_PLACE: "Change address", Way.STOP: "Stop it and start there", Way.ANEW: "Start there"}
NOT_NOW = "This task was sent or is finished, so its address stays. Add a new task for another address."


class ChangeAddress(QDialog):
    """Asks for the address. What the agent does not take is said in place, and the dialog stays."""

    def __init__(self, shell: Shell, doc: TaskDoc, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._doc, self._way = shell, doc, way_of(doc)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Where the task starts")
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        column.setSpacing(SPACE.sm)
        column.addWidget(Words("Where should it start?", "heading"))
        column.addWidget(Foreign(doc["title"], "secondary", limit=200))
        self.says = Words(_SAYS.get(self._way, NOT_NOW))
        column.addWidget(self.says)
        column.addSpacing(SPACE.xs)
        self.field = QLineEdit(doc["url"])
        self.field.setPlaceholderText("Web address, as council.example")
        self.field.setAccessibleName("Web address to start at")
        self.field.selectAll()
        self.field.textChanged.connect(self._typed)
        column.addWidget(self.field)
        self.problem = Foreign("", "danger", limit=400)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addSpacing(SPACE.sm)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.go = button(_GO.get(self._way, ""), self._go, look="danger" if self._way is Way.STOP else "primary")
        if self._way is Way.IN_PLACE:  # it can be taken back
            self.field.returnPressed.connect(self._go)
        self.leave = button("Leave it", self.reject)
        foot.addWidget(self.go)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        self._typed()
        self.field.setFocus()

    def _typed(self) -> None:
        text = self.field.text().strip()
        self.go.setEnabled(bool(text) and text != self._doc["url"])
        self.problem.hide()

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        self._shell.desk.call("address", {"id": self._doc["id"], "url": self.field.text().strip(),
                                          "again": self._way is not Way.IN_PLACE},
                              done=self._done, failed=self._failed, owner=self)

    def _done(self, answer: Any) -> None:
        shell, doc = self._shell, self._doc
        where = display(short_host(str(answer["url"])))
        if answer["id"] != doc["id"]:
            shell.teller.say(f"A new task starts at {where}.", "success")
            shell.navigator.go(View.INBOX, answer["id"])
        elif doc["url"]:
            shell.undo.offer(f"The task starts at {where}", partial(_back, shell, doc["id"], doc["url"]))
        self.accept()

    def _failed(self, problem: Problem) -> None:
        self._typed()
        self.problem.show_text(problem.text)
        self.problem.show()
        self.field.setFocus()


def _back(shell: Shell, id: str, url: str) -> None:
    shell.desk.call("address", {"id": id, "url": url, "again": False},
                    failed=lambda problem: shell.teller.say(problem.text, "warning"))


def change_address(shell: Shell, doc: TaskDoc, parent: QWidget) -> ChangeAddress | None:
    """Asks, and returns at once; None, with a word why, where the address stays."""
    if way_of(doc) is Way.NOT:
        shell.teller.say(NOT_NOW, "info")
        return None
    dialog = ChangeAddress(shell, doc, parent)
    dialog.open()
    return dialog
