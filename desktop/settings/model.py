"""The model's key and a test, below its settings: whether one is set up, where its key is, what the server can do."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.model import ModelDoc
from desktop.link import Problem
from desktop.settings.check import CheckPane, probe_verdict
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import line
from desktop.widgets.when import money
from desktop.widgets.words import Foreign, Words

FIELD = 280


def key_words(doc: ModelDoc) -> str:
    """What is known about the key, in a sentence or two."""
    if doc["key"] == "environment":
        return "It comes from ANTHROPIC_API_KEY in the environment."
    if doc["key"] == "keyring":
        return f"It is in your system's keyring, for {doc['address']} alone."
    if doc["keyring"]:
        return doc["keyring"]
    if not doc["key_needed"]:
        return f"None is set; {doc['address']} may need none. It would be kept in your system's keyring."
    return f"None is set for {doc['address']}. It is kept in your system's keyring and shown nowhere."


class ModelPane(QWidget):
    """Key and test. What is typed as a key leaves the field as soon as it is given, kept or not."""

    words = "Key Test the model server keyring"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.doc: ModelDoc | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._key())
        column.addWidget(line())
        self.test = CheckPane(shell, "Try the model", "Asks a few made-up questions and says what the server can do. "
                              "None of your data goes there; with Anthropic it costs less than a cent.", "Try",
                              "model probe", probe_verdict)
        self.test.finished.connect(self.load)
        column.addWidget(self.test)
        self.state = Foreign("", "secondary", limit=600)
        self.state.setContentsMargins(0, 0, 0, SPACE.sm)
        column.addWidget(self.state)

    def _key(self) -> QWidget:
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        across.setSpacing(SPACE.lg)
        words = QVBoxLayout()
        words.setSpacing(2)
        label = Words("Key")
        self.about = Foreign("", "secondary", limit=600)
        self.problem = Foreign("", "danger", limit=600)
        self.problem.hide()
        for each in (label, self.about, self.problem):
            words.addWidget(each)
        across.addLayout(words, 1)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("Paste the key")
        self.field.setAccessibleName("Key of the model's server")
        self.field.setFixedWidth(FIELD - 84)
        self.field.returnPressed.connect(self.keep)
        label.setBuddy(self.field)
        self.keep_it = button("Keep", self.keep)
        self.field.textChanged.connect(lambda text: self.keep_it.setEnabled(bool(text.strip())))
        self.keep_it.setAccessibleName("Keep the key")
        self.keep_it.setEnabled(False)
        self.keep_it.setFixedWidth(84 - SPACE.sm)
        self.forget_it = button("Forget key", self.forget)
        self.forget_it.hide()
        right = QHBoxLayout()
        right.setSpacing(SPACE.sm)
        for control in (self.field, self.keep_it, self.forget_it):
            right.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(right)
        return made

    def load(self) -> None:
        """Asks how the model is set up."""
        self._shell.desk.call("model show", done=self._show, owner=self)

    def keep(self) -> None:
        """Gives the key to the agent, which puts it into the keyring."""
        key = self.field.text().strip()
        if key:
            self.field.clear()
            self._shell.desk.call("model key", {"key": key}, done=self._show, failed=self._failed, owner=self)

    def forget(self) -> None:
        """Has the key removed from the keyring."""
        self._shell.desk.call("model forget-key", done=self._show, failed=self._failed, owner=self)

    def _show(self, answer: object) -> None:
        doc = cast("ModelDoc", answer)
        self.doc = doc
        self.problem.hide()
        self.about.show_text(key_words(doc))
        kept = doc["key"] == "keyring"
        may_give = not doc["key"] and not doc["keyring"]
        self.field.setVisible(may_give)
        self.keep_it.setVisible(may_give)
        self.forget_it.setVisible(kept)
        state = doc["probed"] or f"{doc['name']} is ready and was not tried yet."
        said = "" if self.test.shows and doc["probed"] else state if doc["ready"] else doc["problem"]
        spent = f"Spent today: {money(doc['spent_today'])}." if doc["spent_today"] else ""
        self.state.show_text(f"{said} {spent}".strip())
        self.state.setVisible(bool(said or spent))

    def _failed(self, problem: Problem) -> None:
        self.problem.show_text(problem.text)
        self.problem.show()
