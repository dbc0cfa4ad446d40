"""Opening the source of a value: the profile, the task's words, a document's copy, or why the page's value is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl

from agent.protocol import SourceKind
from agent.protocol.messages import SheetRow, SubmissionDoc, TaskDoc
from desktop.link import Problem
from desktop.navigation import View
from desktop.review.grouping import Group, Item
from desktop.review.lines import line_of
from desktop.review.opening import may_open
from desktop.review.panels import SourcePanel
from desktop.shell import Shell

_TITLES = {
    SourceKind.ANSWER: "You answered this",
    SourceKind.PERSON: "You set this yourself",
    SourceKind.PAGE: "The page supplied this",
    SourceKind.HIDDEN: "The page sends this without showing it",
    SourceKind.GUESSED: "This is a guess: nothing of yours says it",
}
_FROM_FIELDS = frozenset({Group.UNREAD, Group.LOOK, Group.MONEY, Group.AGREE, Group.FILES, Group.REST, Group.SAME,
                          Group.EMPTY, Group.RENEWED, Group.OPENED, Group.EARLIER})


class Sources(QObject):
    """Shows sources in a panel, or goes to where they live."""

    def __init__(self, shell: Shell, panel: SourcePanel, open_url: Callable[[QUrl], bool],
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._panel, self._open_url = shell, panel, open_url

    def open(self, doc: SubmissionDoc, item: Item) -> None:
        """Opens the source of one line."""
        if item.group not in _FROM_FIELDS:
            return
        row: SheetRow = item.doc
        kind = row["source"]
        if kind == SourceKind.PROFILE:
            self._shell.navigator.go(View.PROFILE, row["detail"])
        elif kind == SourceKind.TASK:
            self._panel.tell("From your task, in your words", doc["task_text"])
        elif kind == SourceKind.DOCUMENT:
            self._shell.desk.call("task", {"id": doc["task"]}, owner=self,
                                  done=lambda task: self._document(task, row), failed=self._failed)
        else:
            words = row["why"] or (line_of(item).value if kind in {SourceKind.ANSWER, SourceKind.PERSON} else "")
            self._panel.tell(_TITLES.get(SourceKind(kind), "Source") if kind in frozenset(SourceKind)
                             else "It is not clear where this is from", words)

    def _document(self, task: TaskDoc, row: SheetRow) -> None:
        file = next((each for each in task["attachments"] if each["name"] == row["detail"]), None)
        if file is not None and not may_open(Path(file["path"]).name, file["media_type"]):
            shown = self._open_url(QUrl.fromLocalFile(str(Path(file["path"]).parent)))
            self._panel.tell("From a file of a kind that is not opened from here"
                             + (". Its folder is shown instead." if shown else ""), row["detail"])
        elif file is None or not self._open_url(QUrl.fromLocalFile(file["path"])):
            self._panel.tell("From a document that can't be opened here", row["why"] or row["detail"])

    def _failed(self, problem: Problem) -> None:
        self._panel.tell("The document can't be opened", problem.text)
