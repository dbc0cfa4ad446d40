"""What varies in a chore, given for one of its times: typed, or chosen from what a photo or a letter says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDetail, GivenDoc, ParameterDoc, ProposedDoc
from agent.protocol.display import display
from desktop.chores import wording
from desktop.link import Problem
from desktop.questions.documents import ChooseFiles, FromDocument, choose_files
from desktop.questions.look import EXAMPLES
from desktop.questions.start_field import ProposedField
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, scrolled
from desktop.widgets.words import Foreign, Words

NOTHING = "This chore asks for nothing that could be given beforehand. Write a name in braces into its text, such as " \
          "{reading}, to be asked for it each time."
CHOOSE = "Choose one, or type another. Nothing is taken unless you choose it."


def can_give(doc: ChoreDetail) -> bool:
    """Whether there is something to give, and a time to give it for."""
    return bool(doc["next"]) and not doc["removed"] and bool(asked_of(doc))


def asked_of(doc: ChoreDetail) -> list[ParameterDoc]:
    """What is asked each time."""
    return [each for each in doc["parameters"] if each["ask"] or not each["last"]]


class Giving(QWidget):
    """Shows the chore that `show_chore` was given. ``left`` carries its id when it is kept or was cancelled."""

    left = Signal(str)

    def __init__(self, shell: Shell, choose: ChooseFiles = choose_files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._choose = shell, choose
        self.doc: ChoreDetail | None = None
        self.fields: dict[str, ProposedField] = {}
        self._files: list[str] = []          # that were looked through for the chosen time
        self.setAccessibleName("Give beforehand")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        self._column.setSpacing(SPACE.md)
        self._content = QWidget()
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.hide()
        self._column.addWidget(self._content)
        self._column.addWidget(self.problem)
        self._column.addStretch(1)
        layout.addWidget(scrolled(page, "What is given beforehand"), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.md)
        foot.setSpacing(SPACE.sm)
        self.keep_button = button("Keep", self.keep, look="primary")
        self.cancel_button = button("Cancel", self._leave)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(Words("Ctrl+Enter", "caption", wrap=False))
        foot.addStretch(1)
        layout.addLayout(foot)

    def show_chore(self, doc: ChoreDetail, files: Sequence[str] = ()) -> None:
        """Shows what can be given for its next time; files are read at once."""
        self.doc = doc
        self.problem.say("")
        self._build(doc)
        self._show_time()
        self.keep_button.setEnabled(can_give(doc))
        if files and can_give(doc):
            self.documents.take(files)

    def focus(self) -> None:
        """Puts the focus on the first field."""
        first = next(iter(self.fields.values()), None)
        (first or self.cancel_button).setFocus()

    def keep(self) -> None:
        """Gives what stands in the fields for the chosen time."""
        if self.doc is None or not self.keep_button.isEnabled() or self.documents.busy:
            return
        given = self._planned().get("given", {})
        changed = {name: field.value().strip() for name, field in self.fields.items()
                   if field.value().strip() != given.get(name, "")}
        files = {"file": self._files, "attach": True, "unread": True} if (
            self._files and self.attach.isChecked()) else {}
        if not changed and not files:
            self._leave()
            return
        self.keep_button.setEnabled(False)
        self._shell.desk.call(
            "chore give", {"id": self.doc["id"], "at": self._at(),
                           "set": [f"{name}={value}" for name, value in changed.items()], **files},
            done=self._kept, failed=self._refused, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _build(self, doc: ChoreDetail) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.md)
        column.addWidget(Foreign(wording.plain(doc["title"]), "title"))
        self.when = QComboBox()
        self.when.setAccessibleName("For which time")
        for each in doc["next"]:
            self.when.addItem(wording.time_words(each), each[:19])
        self.when.currentIndexChanged.connect(lambda _at: self._show_time())
        self.attach = QCheckBox("The files go with that time's task too")
        self.documents = FromDocument(self._shell, "What varies", choose=self._choose)
        self.documents.given.connect(self._read)
        self._values = QWidget()
        if can_give(doc):
            row = QHBoxLayout()
            row.addWidget(Words("For", "secondary", wrap=False))
            row.addWidget(self.when)
            row.addStretch(1)
            column.addLayout(row)
            column.addWidget(self._values)
            column.addWidget(self.documents)
            column.addWidget(self.attach)
        else:
            column.addWidget(Words(NOTHING if doc["next"] else "No more times are to come.", "secondary"))
        self.attached = Foreign("", "secondary", limit=400)
        column.addWidget(self.attached)
        self._column.replaceWidget(self._content, made)
        made.show()
        self._content.hide()
        self._content.deleteLater()
        self._content = made

    def _show_time(self) -> None:
        """What is given and proposed for the chosen time already."""
        planned = self._planned()
        self.fields, self._files = {}, []
        self.attach.hide()                   # until there is a file
        self._show_values(planned.get("given", {}), planned.get("proposed", {}))
        self._show_attached(planned.get("attached", []))

    def _show_values(self, given: dict[str, str], proposed: dict[str, list[ProposedDoc]]) -> None:
        """Fields with what documents propose; what the person typed or chose stays."""
        assert self.doc is not None
        held = {name: field.value() for name, field in self.fields.items()}
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        self.fields = {}
        for each in asked_of(self.doc) if can_give(self.doc) else []:
            name, found = each["name"], proposed.get(each["name"], [])
            column.addWidget(Foreign(each["label"], "strong"))
            said = [f"The last time it was {display(each['last'])}."] if each["last"] else []
            said += [CHOOSE] if found else []
            if said:
                column.addWidget(Words(" ".join(said), "secondary"))
            field = ProposedField(display(each["label"]), [(one["value"], one["where"]) for one in found],
                                  EXAMPLES.get(each["form"], "Your answer"))
            if not found:
                field.edit.setPlaceholderText(EXAMPLES.get(each["form"], "A value"))
            field.put_back(held.get(name, "") or given.get(name, ""))
            self.fields[name] = field
            column.addWidget(field)
            column.addSpacing(SPACE.sm)
        layout = self._content.layout()
        assert layout is not None
        layout.replaceWidget(self._values, made)
        made.show()
        self._values.hide()
        self._values.deleteLater()
        self._values = made

    def _read(self, files: list[str]) -> None:
        assert self.doc is not None
        id = self.doc["id"]
        self.when.setEnabled(False)
        self._shell.desk.call(
            "chore give", {"id": id, "at": self._at(), "file": files},
            done=lambda answer: self._found(id, files, cast("list[GivenDoc]", answer)[0]),
            failed=lambda problem: self._missed(id, problem), owner=self.documents)

    def _found(self, id: str, files: list[str], doc: GivenDoc) -> None:
        if self.doc is None or id != self.doc["id"]:
            return
        self.when.setEnabled(True)
        self._files = list(dict.fromkeys((*self._files, *files)))
        self.attach.show()
        self.documents.ended(doc["notes"])
        self._show_values(doc["given"], doc["proposed"])
        self._show_attached(doc["attached"])
        self._remember(doc)
        self._shell.undo.offer("Looked through for what varies", lambda: self._undo(id))

    def _missed(self, id: str, problem: Problem) -> None:
        if self.doc is not None and id == self.doc["id"]:
            self.when.setEnabled(True)
            self.documents.ended([problem.text])

    def _kept(self, answer: Any) -> None:
        doc = cast("list[GivenDoc]", answer)[0]
        words = f"Given for {wording.short_day(doc['at'])}"
        self._shell.undo.offer(words, lambda: self._undo(doc["id"]))
        self._leave()

    def _refused(self, problem: Problem) -> None:
        self.keep_button.setEnabled(True)
        self.problem.say(display(problem.text, 0))

    def _undo(self, id: str) -> None:
        self._shell.desk.call("chore undo", {"id": id})

    def _leave(self) -> None:
        if self.doc is not None:
            if self.documents.busy:
                self._shell.desk.call("reading stop")
            id, self.doc = self.doc["id"], None
            self.left.emit(id)

    def _at(self) -> str:
        return str(self.when.currentData() or "")

    def _planned(self) -> dict[str, Any]:
        assert self.doc is not None
        return next((dict(each) for each in self.doc["occurrences"]
                     if each["local"] == self._at() and each["state"] == "planned"), {})

    def _remember(self, doc: GivenDoc) -> None:
        """What was read belongs to its time also after another one was looked at."""
        assert self.doc is not None
        others = [each for each in self.doc["occurrences"] if each["local"] != doc["at"]]
        row = {"local": doc["at"], "due_at": "", "state": "planned", "task": "", "task_state": "", "note": "",
               "given": doc["given"], "proposed": doc["proposed"], "attached": doc["attached"]}
        self.doc = cast("ChoreDetail", {**self.doc, "occurrences": [row, *others]})

    def _show_attached(self, names: Sequence[str]) -> None:
        self.attached.show_text(f"Goes with the task: {', '.join(names)}" if names else "")
        self.attached.setVisible(bool(names))
