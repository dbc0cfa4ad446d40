"""One question with its field, answered in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import CheckDoc, InboxEntry
from desktop.link import Problem
from desktop.questions.fields import ChoiceField, ChooseFile, Field, FileField, TextField, choose_file
from desktop.questions.look import Way, look_of, paragraphs
from desktop.shell import Shell
from desktop.task.address import host_of, open_site, site_of
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

CHECK_AFTER = 300
"""Milliseconds of quiet before a value is looked at."""
_ICONS = {Way.TEXT: "pencil", Way.CHOICE: "list-checks", Way.DECLARATION: "signature", Way.FILE: "paperclip",
          Way.SITE: "globe", Way.ALLOW: "send", Way.HAND: "hand"}


class QuestionCard(QFrame):
    """Asks one thing. ``answered`` carries its id once the agent has taken the answer."""

    answered = Signal(str)

    def __init__(self, shell: Shell, entry: InboxEntry, choose: ChooseFile = choose_file,
                 open_url: Callable[[str], bool] = open_site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.entry = entry
        self.look = look_of(entry)
        self.is_sent = False
        self._open = open_url
        self._checked = 0
        self.setProperty("look", "card")
        self.setAccessibleName(display(entry["summary"]))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, SPACE.lg)
        self._layout.setSpacing(SPACE.sm)
        self._head()
        self.field = self._field(choose)
        self.check = Words("", "secondary")
        self.remember = QCheckBox(f"Remember in my profile as {display(entry['fact_label'])}".replace("&", "&&"))
        self.problem = Foreign("", "danger", limit=0)
        self.button = button(self.look.button, self.send, look="primary")
        self._tail()
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._timer.timeout.connect(self._ask_check)

    def _head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        sign = QLabel()
        self._shell.icons.on_label(sign, _ICONS[self.look.way], "secondary")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        parts = paragraphs(self.entry["summary"])
        for place, part in enumerate(parts):
            words.addWidget(Foreign(part, "strong" if place == 0 else "", limit=0))
        row.addLayout(words, 1)
        self._layout.addLayout(row)
        if self.look.way is Way.SITE and self.look.site:
            self.host = Foreign(host_of(self.look.site), "heading", limit=0)
            self._layout.addWidget(self.host)
        if self.look.note:
            self._layout.addWidget(Words(self.look.note, "secondary"))

    def _field(self, choose: ChooseFile) -> Field | None:
        name = display(self.entry["summary"])
        way, choices = self.look.way, self.look.choices
        field: Field | None = None
        if way is Way.TEXT:
            field = TextField(name, one_line=bool(self.entry["fact"]))
        elif way is Way.FILE:
            field = FileField(self._shell, name, choices, choose)
        elif way is not Way.HAND:
            field = ChoiceField(name, choices)
        if field is not None:
            field.edited.connect(self._edited)
            self._layout.addWidget(field)
        return field

    def _tail(self) -> None:
        self.check.hide()
        self.problem.hide()
        self._layout.addWidget(self.check)
        self._layout.addWidget(self.problem)
        self._layout.addWidget(self.remember)  # before it is shown: without a parent it would be a window of its own
        self.remember.setVisible(bool(self.entry["fact"]) and self.look.way in (Way.TEXT, Way.CHOICE))
        row = QHBoxLayout()
        row.setSpacing(SPACE.md)
        if self.field is not None:
            self.button.setEnabled(False)
            self.button.setAccessibleDescription(display(self.entry["summary"]))
            row.addWidget(self.button)
            row.addWidget(Words("Ctrl+Enter", "caption", wrap=False))
        else:
            self.button.hide()
            if site_of(self.look.site):
                row.addWidget(button("Open the site in my browser", self._open_site, icon="external-link",
                                     icons=self._shell.icons))
                row.addWidget(Foreign(host_of(self.look.site), "secondary"))
        row.addStretch(1)
        self._layout.addLayout(row)

    def half_done(self) -> bool:
        """Whether there is an answer that has not been given yet."""
        return not self.is_sent and self.field is not None and bool(self.field.value())

    def send(self) -> None:
        """Gives the answer, if there is one; refused, it stays where it is."""
        if self.field is None or not self.button.isEnabled():
            return
        params: dict[str, object] = {"question": self.entry["id"], "value": self.field.value()}
        if self.remember.isChecked() and not self.remember.isHidden():
            params["remember"] = True
        self.button.setEnabled(False)
        self.button.setText("Being taken")
        self._shell.desk.call("answer", params, done=self._taken, failed=self._refused, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
            return
        super().keyPressEvent(event)

    def _edited(self) -> None:
        has = self.field is not None and bool(self.field.value().strip())
        self.button.setEnabled(has)
        self._tell_problem("")
        if self.entry["fact"] and self.look.way is Way.TEXT:
            self.check.hide()
            self._checked += 1
            self._timer.start()

    def _ask_check(self) -> None:
        if self.field is None or not self.field.value().strip():
            return
        number = self._checked
        self._shell.desk.call("profile check", {"kind": self.entry["fact"], "value": self.field.value()},
                              done=lambda answer: self._show_check(number, answer),
                              failed=lambda _problem: None, owner=self)

    def _show_check(self, number: int, answer: Any) -> None:
        if number != self._checked:
            return  # the person has typed on
        doc = cast("CheckDoc", answer)
        words = doc["problem"] or doc["doubt"]
        self.check.look("danger" if doc["problem"] else "secondary")
        self.check.setText(display(words, 0))
        self.check.setVisible(bool(words))

    def _taken(self, _answer: Any) -> None:
        self.is_sent = True
        self.button.setText("Answered")
        self.setEnabled(False)
        self.answered.emit(self.entry["id"])

    def _refused(self, problem: Problem) -> None:
        self.button.setText(self.look.button)
        self.button.setEnabled(True)
        self._tell_problem(problem.text)

    def _tell_problem(self, text: str) -> None:
        self.problem.show_text(text)
        self.problem.setVisible(bool(text))
        if self.field is not None:
            self.field.wrong(bool(text))

    def _open_site(self) -> None:
        if not self._open(self.look.site):
            self._tell_problem("Nothing on this computer opened the address. Type it into your browser yourself.")
