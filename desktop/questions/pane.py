"""All open questions of one task, answered in place."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent.protocol.messages import InboxEntry, TaskDoc
from desktop.link import Problem
from desktop.questions.card import QuestionCard
from desktop.questions.fields import ChooseFile, choose_file
from desktop.questions.look import count_words
from desktop.shell import Shell
from desktop.task.deeds import Deeds
from desktop.task.header import TaskHeader
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, scrolled
from desktop.widgets.words import Words


class QuestionsPane(QWidget):
    """Shows what is asked for one task. ``answered`` carries a question's id once its answer was taken."""

    answered = Signal(str)

    def __init__(self, shell: Shell, choose: ChooseFile = choose_file, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._choose = choose
        self._deeds = Deeds(shell, self)
        self._task = ""
        self.cards: dict[str, QuestionCard] = {}
        content = QWidget()
        self._page = QVBoxLayout(content)
        self._page.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        self._page.setSpacing(SPACE.md)
        self.header = TaskHeader(shell)
        self.header.add_action(button("Cancel task", lambda: self._deeds.cancel([self._task]), icon="x",
                                      icons=shell.icons))
        self._intro = Words("Looking up what is asked.", "secondary")
        self.problem = Banner(shell.icons, "", "warning")
        self.problem.say("")
        for each in (self.header, self._intro, self.problem):
            self._page.addWidget(each)
        self._page.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content, "Questions"))

    def show_task(self, doc: TaskDoc) -> None:
        """Shows a task's questions, or brings them up to date: what is half typed stays."""
        if doc["id"] != self._task:
            self.clear()
        self._task = doc["id"]
        self.header.show_task(doc)
        task = doc["id"]
        self._shell.desk.call("inbox", done=lambda answer: self._take(task, answer),
                              failed=lambda problem: self._miss(task, problem), owner=self)

    def clear(self) -> None:
        """Shows nothing."""
        self._task = ""
        for id in list(self.cards):
            self._drop(id)
        self._intro.setText("Looking up what is asked.")
        self.problem.say("")

    def half_done(self) -> bool:
        """Whether an answer stands in a field and was not given."""
        return any(each.half_done() for each in self.cards.values())

    def _take(self, task: str, answer: Any) -> None:
        if task != self._task:
            return
        entries = [each for each in cast("list[InboxEntry]", answer)
                   if each["task"] == task and each["kind"] != "submission"]
        self.problem.say("")
        for id in set(self.cards) - {each["id"] for each in entries}:
            self._drop(id)
        for entry in entries:
            card = self.cards.get(entry["id"])
            if card is None or card.is_sent:
                self._put(entry)
        self._intro.setText(count_words(entries) if entries else "Nothing is asked any more. It goes on in a moment.")

    def _put(self, entry: InboxEntry) -> None:
        if entry["id"] in self.cards:
            self._drop(entry["id"])  # answered, and asked once more: the same card would look answered
        card = QuestionCard(self._shell, entry, self._choose)
        card.answered.connect(self.answered)
        self.cards[entry["id"]] = card
        self._page.insertWidget(self._page.count() - 1, card)

    def _drop(self, id: str) -> None:
        card = self.cards.pop(id)
        card.hide()
        card.deleteLater()

    def _miss(self, task: str, problem: Problem) -> None:
        if task == self._task:
            self.problem.say(problem.text)
