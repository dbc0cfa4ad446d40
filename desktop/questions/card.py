"""One question of a form with its field; given together with the others by the pane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import CheckDoc
from agent.protocol.questions import AnsweredDoc, FoundDoc, QuestionDoc
from desktop.link import Problem
from desktop.questions.documents import ChooseFiles, FromDocument, choose_files
from desktop.questions.fields import ChooseFile, Field, FileField, TextField, choice_field, choose_file
from desktop.questions.look import Way, hints, look_of
from desktop.questions.start_field import ProposedField, StartField
from desktop.shell import Shell
from desktop.task.address import host_of, open_site, site_of
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

CHECK_AFTER = 300
"""Milliseconds of quiet before a value is looked at."""
CHECK_IT = "Check it: nothing of it is taken unless you choose it."
_ICONS = {Way.DECLARATION: "signature", Way.FILE: "paperclip", Way.SITE: "globe",
          Way.START: "globe", Way.ALLOW: "send", Way.SPEND: "coins", Way.HAND: "hand"}
"""What is more than a value to fill in has a sign."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in a field and was not given yet."""

    value: str
    remember: bool


class QuestionCard(QFrame):
    """Asks one thing. ``edited`` fires when its answer changes."""

    edited = Signal()

    def __init__(self, shell: Shell, asked: QuestionDoc, choose: ChooseFile = choose_file,
                 open_url: Callable[[str], bool] = open_site, choose_documents: ChooseFiles = choose_files,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.asked = asked
        self.look = look_of(asked)
        self._open = open_url
        self._checked = 0
        self.setAccessibleName(display(asked["label"]))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.xs)
        self._head()
        self.field = self._field(choose)
        self.check = Words("", "secondary")
        self.remember = QCheckBox(f"Remember in my profile as {display(asked['fact_label'])}".replace("&", "&&"))
        self.all = QCheckBox("Use for all places")
        self.problem = Foreign("", "danger", limit=0)
        self.documents = self._from_document(choose_documents)
        self._tail()
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._timer.timeout.connect(self._ask_check)

    @property
    def needed(self) -> bool:
        """Whether the task waits for an answer that can be given here."""
        return self.asked["required"] and self.field is not None

    def _head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        if self.look.way in _ICONS:
            sign = QLabel()
            self._shell.icons.on_label(sign, _ICONS[self.look.way], "secondary")
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addWidget(Foreign(self.asked["label"].strip() or "A question without words", "strong", limit=0))
        plain = self.look.way not in (Way.DECLARATION, Way.SITE, Way.ALLOW, Way.SPEND, Way.HAND)
        for part in hints(self.asked):
            words.addWidget(Foreign(part, "secondary" if plain else "", limit=0))
        row.addLayout(words, 1)
        self._layout.addLayout(row)
        if self.look.way is Way.SITE and self.look.site:
            self.host = Foreign(host_of(self.look.site), "heading", limit=0)
            self._layout.addWidget(self.host)
        if self.look.note:
            self._layout.addWidget(Words(self.look.note, "secondary"))

    def _field(self, choose: ChooseFile) -> Field | None:
        name = display(self.asked["label"])
        way, choices = self.look.way, self.look.choices
        field: Field | None = None
        if way is Way.TEXT:
            field = TextField(name, not self.look.lines, self.look.example)
        elif way is Way.START:
            field = StartField(name, choices)
        elif way is Way.PROPOSED:
            field = ProposedField(name, choices, self.look.example)
        elif way is Way.FILE:
            field = FileField(self._shell, name, choices, choose)
        elif way is not Way.HAND:
            field = choice_field(name, choices, way is Way.SEVERAL)
        if field is not None:
            field.edited.connect(self._edited)
            self._layout.addWidget(field)
        return field

    def _from_document(self, choose: ChooseFiles) -> FromDocument | None:
        """A way to have a value proposed, where a photo or a letter can say it; your own facts are in your profile."""
        if self.asked["asks"] != "value" or self.look.lines or self.asked["fact"] or self.look.way not in (
                Way.TEXT, Way.PROPOSED):
            return None
        made = FromDocument(self._shell, display(self.asked["label"]), small=True, choose=choose)
        made.given.connect(self._read)
        self._layout.addWidget(made)
        return made

    def _read(self, files: list[str]) -> None:
        assert self.documents is not None
        self._shell.desk.call("propose", {"question": self.asked["id"], "files": files}, owner=self,
                              done=lambda answer: self._found(cast("FoundDoc", answer)), failed=self._unread)

    def _found(self, found: FoundDoc) -> None:
        """Shows what was found beside what was proposed before; what stands in the field stays there."""
        assert self.documents is not None
        assert self.field is not None
        self.documents.ended([*found["notes"], *([CHECK_IT] if found["proposed"] else [])])
        if not found["proposed"]:
            return
        newer = {each["value"]: each["where"] for each in found["proposed"]}
        before = self.look.choices if self.look.way is Way.PROPOSED else ()
        choices = (*newer.items(), *(each for each in before if each[0] not in newer))
        self.look = replace(self.look, way=Way.PROPOSED, choices=choices)
        held, fresh = self.value(), ProposedField(display(self.asked["label"]), choices, self.look.example)
        fresh.put_back(held)
        fresh.edited.connect(self._edited)
        self._layout.replaceWidget(self.field, fresh)
        fresh.show()
        self.field.hide()
        self.field.deleteLater()
        self.field = fresh
        fresh.setFocus()

    def _unread(self, problem: Problem) -> None:
        assert self.documents is not None
        self.documents.ended([problem.text])

    def _tail(self) -> None:
        self.check.hide()
        self.problem.hide()
        self._layout.addWidget(self.check)
        self._layout.addWidget(self.problem)
        self._layout.addWidget(self.remember)  # before it is shown: without a parent it would be a window of its own
        self.remember.setVisible(bool(self.asked["fact"]) and self.look.way in (Way.TEXT, Way.CHOICE))
        self._layout.addWidget(self.all)
        self.all.hide()
        if self.field is None and site_of(self.look.site):
            row = QHBoxLayout()
            row.setSpacing(SPACE.md)
            row.addWidget(button("Open the site in my browser", self._open_site, icon="external-link",
                                 icons=self._shell.icons))
            row.addWidget(Foreign(host_of(self.look.site), "secondary"))
            row.addStretch(1)
            self._layout.addLayout(row)

    def value(self) -> str:
        """The answer as it stands; empty if there is none."""
        return self.field.value() if self.field is not None else ""

    def to_remember(self) -> bool:
        """Whether the person wants this answer in the profile."""
        return self.remember.isChecked() and not self.remember.isHidden()

    def offer(self, places: int) -> None:
        """Offers to let the answer hold for all the places of its plan that ask the same; it is never set by itself."""
        fits = places > 1 and self.asked["asks"] in ("value", "choice")
        self.all.setText(f"Use it for {'both' if places == 2 else f'all {places}'} places that ask this")
        if not fits:
            self.all.setChecked(False)
        self.all.setVisible(fits)

    def for_all(self) -> bool:
        """Whether the person wants this answer for all places that ask the same."""
        return self.all.isChecked() and not self.all.isHidden()

    def half_done(self) -> bool:
        """Whether there is an answer that has not been given yet."""
        return bool(self.value())

    def draft(self) -> Draft:
        """What stands here."""
        return Draft(self.value(), self.remember.isChecked())

    def put_back(self, draft: Draft) -> None:
        """Shows what stood here before."""
        if self.field is not None and draft.value:
            self.field.put_back(draft.value)
            self.remember.setChecked(draft.remember)

    def tell(self, problem: str) -> None:
        """Shows what is wrong with the answer beside its field; nothing takes it away."""
        self.problem.show_text(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self.check.hide()
        if self.field is not None:
            self.field.wrong(bool(problem))

    def _edited(self) -> None:
        self.tell("")
        self.check.hide()
        self._checked += 1
        if self.look.way in (Way.TEXT, Way.PROPOSED) and (
                self.asked["fact"] or self.asked["form"] not in ("text", "long")):
            self._timer.start()
        self.edited.emit()

    def _ask_check(self) -> None:
        value = self.value()
        if not value.strip():
            return
        number = self._checked
        if self.asked["fact"]:
            self._shell.desk.call("profile check", {"kind": self.asked["fact"], "value": value},
                                  done=lambda answer: self._show_check(number, answer),
                                  failed=lambda _problem: None, owner=self)
            return
        self._shell.desk.call("answers", {"task": self.asked["task"], "set": [f"{self.asked['id']}={value}"],
                                          "check": True},
                              done=lambda answer: self._show_problem(number, answer),
                              failed=lambda _problem: None, owner=self)

    def _show_check(self, number: int, answer: Any) -> None:
        if number != self._checked:
            return  # the person has typed on
        doc = cast("CheckDoc", answer)
        words = doc["problem"] or doc["doubt"]
        self.check.look("danger" if doc["problem"] else "secondary")
        self.check.setText(display(words, 0))
        self.check.setVisible(bool(words))

    def _show_problem(self, number: int, answer: Any) -> None:
        problems = cast("AnsweredDoc", answer)["problems"]
        if number == self._checked and problems:
            self.check.look("danger")
            self.check.setText(display(problems[0]["problem"], 0))
            self.check.show()

    def _open_site(self) -> None:
        if not self._open(self.look.site):
            self.tell("Nothing on this computer opened the address. Type it into your browser yourself.")
