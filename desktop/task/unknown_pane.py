"""The screen for what may or may not have arrived: what is known, how to look, and only then another try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol import SubmissionState
from agent.protocol.display import display
from agent.protocol.messages import SheetRow, SubmissionDoc, TaskDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.shell import Shell
from desktop.task.address import host_of, open_site, site_of
from desktop.task.deeds import Deeds
from desktop.task.header import TaskHeader
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, line, scrolled
from desktop.widgets.when import full
from desktop.widgets.words import Foreign, Words

_DOUBTFUL = (SubmissionState.UNKNOWN, SubmissionState.SENDING)
_INTRO = ("It was on its way when the connection broke or the computer stopped, so nobody here can know whether the "
          "site took it. It is never sent again by itself.")
_LOOK = ("Look for an e-mail from the site. Or open the site, sign in the way you always do, and look for the "
         "matter itself, or under a name like “My requests” or “History”. Compare with the values below.")
_ARRIVED = "Say so here. The task is closed in your word; its receipt still says that no answer was seen."
_NOT_ARRIVED = "Say so here, then have it prepared again. You will see everything before it goes out."


@dataclass(frozen=True, slots=True)
class Sent:
    """One value that was being sent, as the person knows it."""

    label: str
    value: str


def values_of(doc: SubmissionDoc) -> tuple[Sent, ...]:
    """What earlier steps sent and what was being sent last, without what the site alone makes and reads."""
    rows: list[SheetRow] = [row for earlier in doc["earlier"] for row in earlier["fields"]]
    rows.extend(doc["fields"])
    return tuple(Sent(row["label"] or row["name"], _value(row)) for row in rows if row["source"] != "hidden")


def _value(row: SheetRow) -> str:
    if row["file"] is not None:
        return row["file"]["filename"]
    return row["shown"] or row["value"] or "(left empty)"


def _pair(title: str, text: str) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(SPACE.xs)
    pair.addWidget(Words(title, "strong"))
    pair.addWidget(Words(text, "secondary"))
    return pair


class UnknownPane(QWidget):
    """Shows one task of state *unknown*. Nothing is sent by anything here; ``retry`` makes a new task to review."""

    def __init__(self, shell: Shell, open_url: Callable[[str], bool] = open_site,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._open = open_url
        self._deeds = Deeds(shell, self)
        self._id = ""
        self._site = ""
        self._asked: list[str] = []
        content = QWidget()
        self._page = QVBoxLayout(content)
        self._page.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        self._page.setSpacing(SPACE.md)
        self.header = TaskHeader(shell)
        self._page.addWidget(self.header)
        self._page.addWidget(Banner(shell.icons, _INTRO, "danger"))
        self._known()
        self._page.addWidget(line())
        self._look()
        self._page.addWidget(line())
        self._values()
        self._page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content, "What became of it"))

    def _known(self) -> None:
        self._page.addWidget(Words("What is known", "heading"))
        rows = QFormLayout()
        rows.setHorizontalSpacing(SPACE.lg)
        rows.setVerticalSpacing(SPACE.sm)
        self.facts = {name: Foreign("", limit=600) for name in ("What", "To", "When", "Why")}
        for name, label in self.facts.items():
            rows.addRow(Words(name, "secondary", wrap=False), label)
        self._page.addLayout(rows)

    def _look(self) -> None:
        self._page.addWidget(Words("Look first", "heading"))
        self._page.addWidget(Words(_LOOK))
        row = QHBoxLayout()
        self.open_button = button("Open the site", self._open_site, look="primary", icon="external-link",
                                  icons=self._shell.icons)
        row.addWidget(self.open_button)
        self._where = Foreign("", "secondary")
        row.addWidget(self._where, 1)
        self._page.addLayout(row)
        self._page.addLayout(_pair("If it arrived", _ARRIVED))
        self.arrived = button("It arrived", self._arrived, icon="check", icons=self._shell.icons)
        row = QHBoxLayout()
        row.addWidget(self.arrived)
        row.addStretch(1)
        self._page.addLayout(row)
        self._page.addLayout(_pair("If it did not arrive", _NOT_ARRIVED))
        self.looked = QCheckBox("I have looked: it did not arrive")
        self.looked.setAccessibleName("I have looked: it did not arrive")
        self.retry = button("Prepare it again", self._retry, icon="rotate-ccw", icons=self._shell.icons)
        self.looked.toggled.connect(self.retry.setEnabled)
        self.retry.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE.lg)
        row.addWidget(self.looked)
        row.addWidget(self.retry)
        row.addStretch(1)
        self._page.addLayout(row)
        self.problem = Banner(self._shell.icons, "", "warning")
        self.problem.say("")
        self._page.addWidget(self.problem)

    def _arrived(self) -> None:
        self.arrived.setEnabled(False)
        self._shell.desk.call("arrived", {"id": self._id}, failed=self._refused, owner=self,
                              done=lambda _done: self._shell.teller.say("Noted: you looked, and it had arrived.",
                                                                        "success"))

    def _refused(self, problem: Problem) -> None:
        self.arrived.setEnabled(True)
        self.problem.say(display(problem.text))

    def _values(self) -> None:
        self._page.addWidget(Words("What was being sent", "heading"))
        self._value_note = Words("", "secondary")
        self._page.addWidget(self._value_note)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.lg)
        self._grid.setVerticalSpacing(SPACE.sm)
        self._grid.setColumnStretch(1, 1)
        self._page.addLayout(self._grid)

    def show_task(self, doc: TaskDoc) -> None:
        """Shows the task; what was being sent is asked for once."""
        fresh = doc["id"] != self._id
        self._id = doc["id"]
        self.header.show_task(doc)
        self._site = self._site if not fresh and self._site else site_of(doc["url"])
        self.facts["Why"].show_text(doc["message"] or "No answer was seen.")
        self.facts["When"].show_text(f"Around {full(doc['updated_at'])}")
        if not fresh:
            return
        self.looked.setChecked(False)
        self.arrived.setEnabled(True)
        self.problem.say("")
        self.facts["What"].show_text(doc["title"])
        self._show_site()
        self._show_values(())
        self._asked = [*reversed(doc["submissions"])]
        self._value_note.setText("Being looked up." if self._asked else "Nothing is kept of it.")
        self._ask_next(doc["id"])

    def _ask_next(self, task: str) -> None:
        """Looks from the newest submission back for the one that is in doubt."""
        if not self._asked:
            return
        wanted = self._asked.pop(0)
        self._shell.desk.call("submission", {"id": wanted}, done=lambda answer: self._take(task, answer),
                              failed=lambda problem: self._miss(task, problem), owner=self)

    def _take(self, task: str, answer: Any) -> None:
        if task != self._id:
            return
        doc = cast("SubmissionDoc", answer)
        if doc["state"] not in _DOUBTFUL and self._asked:
            self._ask_next(task)
            return
        self._site = site_of(doc["origin"]) or self._site
        self.facts["What"].show_text(doc["summary"])
        self._show_site()
        self._show_values(values_of(doc))

    def _miss(self, task: str, problem: Problem) -> None:
        if task == self._id:
            self._value_note.setText(problem.text)
            self._value_note.show()

    def _show_site(self) -> None:
        self.facts["To"].show_text(host_of(self._site) if self._site else "An address that was not noted")
        self._where.show_text(f"Opens {self._site} in your own browser." if self._site else "")
        self.open_button.setEnabled(bool(self._site))

    def _show_values(self, values: tuple[Sent, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, each in enumerate(values):
            self._grid.addWidget(Foreign(each.label, "secondary"), row, 0)
            self._grid.addWidget(Foreign(each.value, limit=600), row, 1)
        self._value_note.setText("" if values else "It carried no values of its own.")
        self._value_note.setVisible(not values)

    def _open_site(self) -> None:
        if not self._open(self._site):
            self.problem.say("Nothing on this computer opened the address. Type it into your browser yourself.")

    def _retry(self) -> None:
        self.retry.setEnabled(False)
        self.problem.say("")
        self._shell.desk.call("retry", {"id": self._id, "even_if_sent": True}, done=self._retried,
                              failed=self._not_retried, owner=self)

    def _retried(self, answer: Any) -> None:
        made = str(answer.get("task") or answer.get("id") or self._id)
        self.looked.setChecked(False)
        self._shell.undo.offer("The task is prepared again", lambda: self._deeds.cancel([made], undoable=False))
        self._shell.navigator.go(View.INBOX, made)

    def _not_retried(self, problem: Problem) -> None:
        self.problem.say(problem.text)
        self.retry.setEnabled(self.looked.isChecked())
