"""Takes over what recurs in a calendar file: shows first what would be made and what not, then makes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDoc, ImportedDoc
from agent.protocol.display import display
from desktop.chores import wording
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Changing, card, column, scrolled
from desktop.widgets.words import Foreign, Words

FILTER = "Calendars (*.ics)"


def counted(number: int) -> str:
    """``1 chore``, ``3 chores``."""
    return f"{number} chore{'' if number == 1 else 's'}"


class CalendarImport(QWidget):
    """``left`` fires when it is done or cancelled; ``task_wanted`` carries a file that is to be a task's instead."""

    left = Signal()
    task_wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._number = 0
        self._path = ""
        self._seen = ""              # names the content that is shown: no other is taken
        self._waiting: list[str] = []
        self.setAccessibleName("Import from a calendar")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        self._content = Changing()
        self._column.addWidget(self._content)
        self._column.addStretch(1)
        layout.addWidget(scrolled(self._page, "What the calendar would bring"), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.md)
        foot.setSpacing(SPACE.sm)
        self.take_button = button("Take over", self.take, look="primary")
        self.cancel_button = button("Cancel", self._leave)
        foot.addWidget(self.take_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.task_button = button("Make a task of the file", self._as_task, look="link")
        foot.addWidget(self.task_button)
        layout.addLayout(foot)

    def preview(self, path: str, *more: str) -> None:
        """Asks what the file would bring, and shows it; nothing is made yet. Further files come one by one after it."""
        self._number += 1
        number, self._path, self._seen, self._waiting = self._number, path, "", list(more)
        self.take_button.setText("Take over")
        self.take_button.setEnabled(False)
        self._put([Words("Reading the calendar.", "secondary")])
        self._shell.desk.call("chore import", {"file": path, "check": True}, owner=self,
                              done=lambda doc: self._show(number, cast("ImportedDoc", doc)),
                              failed=lambda problem: self._failed(number, problem))

    def take(self) -> None:
        """Makes what was shown."""
        self.take_button.setEnabled(False)
        number = self._number
        self._shell.desk.call("chore import", {"file": self._path, "seen": self._seen}, owner=self, done=self._taken,
                              failed=lambda problem: self._failed(number, problem))

    def _show(self, number: int, doc: ImportedDoc) -> None:
        if number != self._number:
            return
        many, self._seen = len(doc["chores"]), doc["seen"]
        parts: list[QWidget] = [Words(f"It would make {counted(many)}." if many else "Nothing in it can be taken over.",
                                      "strong")]
        parts += [self._chore(each) for each in doc["chores"]]
        if doc["refused"]:
            parts.append(Words(f"Not taken over ({len(doc['refused'])})", "heading"))
            for refused in doc["refused"]:
                held, inside = card()
                inside.addWidget(Foreign(refused["title"], "strong"))
                inside.addWidget(Foreign(refused["why"], "secondary", limit=600))
                parts.append(held)
        parts += [Foreign(each, "secondary", limit=600) for each in doc["notes"]]
        if doc["offered"]:
            parts.append(Words("The file names web addresses. None is taken by itself; you can put one in under "
                               "“Change …”.", "secondary"))
        self._put(parts)
        self.take_button.setText(f"Take over {counted(many)}" if many else "Take over")
        self.take_button.setEnabled(bool(many))

    def _chore(self, doc: ChoreDoc) -> QWidget:
        held, inside = card()
        inside.setSpacing(SPACE.xs)
        inside.addWidget(Foreign(wording.plain(doc["title"]), "strong"))
        inside.addWidget(Foreign(doc["sentence"], limit=300))
        if doc["next"]:
            inside.addWidget(Words("Next: " + "; ".join(wording.time_words(each) for each in doc["next"][:2]),
                                   "secondary"))
        if doc["problem"]:
            inside.addWidget(Foreign(doc["problem"], "secondary", limit=400))
        return held

    def _taken(self, answer: Any) -> None:
        ids = [each["id"] for each in cast("ImportedDoc", answer)["chores"]]

        def back() -> None:
            for each in ids:
                self._shell.desk.call("chore remove", {"id": each})
        self._shell.undo.offer(f"{counted(len(ids))} taken over", back)
        self._leave()

    def _failed(self, number: int, problem: Problem) -> None:
        if number == self._number:
            self._put([Banner(self._shell.icons, display(problem.text, 0), "danger"),
                       Words("Nothing was changed.", "secondary")])
            self.take_button.setEnabled(False)

    def _as_task(self) -> None:
        path = self._path
        self._leave()
        self.task_wanted.emit(path)

    def _leave(self) -> None:
        self._number += 1
        if self._waiting:
            self.preview(*self._waiting)
        else:
            self.left.emit()

    def _put(self, parts: list[QWidget]) -> None:
        fresh, layout = column()
        layout.addWidget(Foreign(f"Import {Path(self._path).name}", "title"))
        for each in parts:
            layout.addWidget(each)
        self._content.put(fresh)
