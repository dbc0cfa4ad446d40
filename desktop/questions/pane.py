"""All open questions of one task as one form: answered together, nothing lost when an answer is refused."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from agent.protocol.messages import TaskDoc
from agent.protocol.plans import PlanAsks
from agent.protocol.questions import AnsweredDoc, QuestionDoc
from desktop.link import Problem
from desktop.questions.card import Draft, QuestionCard
from desktop.questions.fields import ChooseFile, choose_file
from desktop.questions.look import count_words, missing_words
from desktop.shell import Shell
from desktop.task.deeds import Deeds
from desktop.task.header import TaskHeader
from desktop.task.moving import change_address
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, scrolled
from desktop.widgets.words import Foreign, Words

MISSING = "An answer is needed here."


class QuestionsPane(QWidget):
    """Shows what is asked for one task. ``answered`` carries the task's id once its answers were taken.

    What stands in the fields is kept while another task is looked at, until the app is closed.
    """

    answered = Signal(str)

    def __init__(self, shell: Shell, choose: ChooseFile = choose_file, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._choose = choose
        self._deeds = Deeds(shell, self)
        self._task = ""
        self._doc: TaskDoc | None = None
        self._busy = False
        self._drafts: dict[str, Draft] = {}
        self._shared: dict[str, int] = {}
        self._heads: list[QWidget] = []
        self.cards: dict[str, QuestionCard] = {}
        content = QWidget()
        self._page = QVBoxLayout(content)
        self._page.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        self._page.setSpacing(SPACE.md)
        self.header = TaskHeader(shell)
        self.header.add_action(button("Change address", self._change_address, icon="link", icons=shell.icons,
                                      tip="Where the task starts"))
        self.header.add_action(button("Cancel task", lambda: self._deeds.cancel([self._task]), icon="x",
                                      icons=shell.icons))
        self._intro = Words("Looking up what is asked.", "secondary")
        self.problem = Banner(shell.icons, "", "warning")
        self.problem.say("")
        for each in (self.header, self._intro, self.problem):
            self._page.addWidget(each)
        self.form = QFrame()
        self.form.setProperty("look", "card")
        self._rows = QVBoxLayout(self.form)
        self._rows.setContentsMargins(SPACE.lg, SPACE.lg, SPACE.lg, SPACE.lg)
        self._rows.setSpacing(SPACE.xl)
        self._page.addWidget(self.form)
        self._page.addStretch(1)
        self.form.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._area: QScrollArea = scrolled(content, "Questions")
        layout.addWidget(self._area, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self.bar = QFrame()
        self.bar.setProperty("look", "bar")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, SPACE.md)
        row.setSpacing(SPACE.md)
        self.button = button("Answer", self.send, look="primary")
        self.state = Words("", "secondary")
        row.addWidget(self.button)
        row.addWidget(Words("Ctrl+Enter", "caption", wrap=False))
        row.addWidget(self.state, 1)
        self.bar.hide()
        return self.bar

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint: as wide as a form is read well."""
        return QSize(640, 600)

    def _change_address(self) -> None:
        if self._doc is not None:
            change_address(self._shell, self._doc, self.window())

    def show_task(self, doc: TaskDoc) -> None:
        """Shows a task's questions, or brings them up to date: what is half typed stays."""
        if doc["id"] != self._task:
            self.clear()
        self._task, self._doc = doc["id"], doc
        self.header.show_task(doc)
        task = doc["id"]
        self._shell.desk.call("questions", {"task": task}, done=lambda answer: self._take(task, answer),
                              failed=lambda problem: self._miss(task, problem), owner=self)

    def offer(self, asks: list[PlanAsks]) -> None:
        """What its plan's tasks ask: an answer to what several of them ask may hold for them all."""
        self._shared = {}
        if asks:
            from desktop.plan.words import shared  # few tasks belong to a plan

            self._shared = shared(asks)
        for id, card in self.cards.items():
            card.offer(self._shared.get(id, 0))

    def clear(self) -> None:
        """Shows nothing; what stood in the fields is shown again with its question."""
        for card in self.cards.values():
            if card.half_done():
                self._drafts[card.asked["id"]] = card.draft()
        self._task = ""
        for id in list(self.cards):
            self._drop(id)
        self._lay_out([])
        self._intro.setText("Looking up what is asked.")
        self.problem.say("")

    def half_done(self) -> bool:
        """Whether an answer stands in a field and was not given."""
        return any(each.half_done() for each in self.cards.values())

    def send(self) -> None:
        """Gives all answers at once, if what is needed is there and right; refused, everything stays where it is."""
        if self._busy or self.bar.isHidden():
            return
        self._tell_state()
        missing = [card for card in self.cards.values() if card.needed and not card.value().strip()]
        for card in missing:
            card.tell(MISSING)
        if missing:
            self._lead_to(missing[0])
            return
        given = self._given()
        if not given["set"]:
            return
        self._wait(busy=True)
        task = self._task
        self._shell.desk.call("answers", {**given, "check": True},
                              done=lambda answer: self._checked(task, given, answer), failed=self._refused, owner=self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
            return
        super().keyPressEvent(event)

    def _given(self) -> dict[str, object]:
        answers = {id: card for id, card in self.cards.items() if card.value().strip()}
        return {"task": self._task, "set": [f"{id}={card.value()}" for id, card in answers.items()],
                "remember": [id for id, card in answers.items() if card.to_remember()],
                **({"plan": all_} if (all_ := [id for id, card in answers.items() if card.for_all()]) else {})}

    def _checked(self, task: str, given: dict[str, object], answer: Any) -> None:
        problems = cast("AnsweredDoc", answer)["problems"]
        if task != self._task:
            self._wait(busy=False)
            return
        if problems:
            self._wait(busy=False)
            for each in problems:
                if each["question"] in self.cards:
                    self.cards[each["question"]].tell(each["problem"])
            wrong = {each["question"] for each in problems}
            first = next((card for id, card in self.cards.items() if id in wrong), None)
            if first is not None:
                self._lead_to(first)
            return
        self._shell.desk.call("answers", given, done=lambda _answer: self._taken(task), failed=self._refused,
                              owner=self)

    def _taken(self, task: str) -> None:
        self._wait(busy=False)
        if task == self._task:
            for id in list(self.cards):
                if self.cards[id].field is not None:
                    self._drafts.pop(id, None)
                    self._drop(id)
            self._lay_out([card.asked for card in self.cards.values()])
            self._intro.setText("Your answers were taken. It goes on in a moment.")
        self.answered.emit(task)

    def _refused(self, problem: Problem) -> None:
        self._wait(busy=False)
        self.problem.say(problem.text)
        self._area.ensureWidgetVisible(self.problem)

    def _wait(self, *, busy: bool) -> None:
        self._busy = busy
        self.button.setEnabled(not busy)
        self.button.setText("Being taken" if busy else "Answer")

    def _lead_to(self, card: QuestionCard) -> None:
        self._area.ensureWidgetVisible(card, 0, SPACE.xl)
        if card.field is not None:
            card.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, task: str, answer: Any) -> None:
        if task != self._task:
            return
        asked = [each for each in cast("list[QuestionDoc]", answer) if each["task"] == task]
        self.problem.say("")
        for id in set(self.cards) - {each["id"] for each in asked}:
            self._drop(id)
        for each in asked:
            if each["id"] not in self.cards:
                self._put(each)
        self._lay_out(asked)
        self._intro.setText(count_words(asked) if asked else "Nothing is asked any more. It goes on in a moment.")

    def _put(self, asked: QuestionDoc) -> None:
        card = QuestionCard(self._shell, asked, self._choose, parent=self.form)
        card.put_back(self._drafts.pop(asked["id"], Draft("", remember=False)))
        card.offer(self._shared.get(asked["id"], 0))
        card.edited.connect(self._tell_state)
        self.cards[asked["id"]] = card

    def _lay_out(self, asked: list[QuestionDoc]) -> None:
        """Puts the cards in the form's order, with its headings; what may stay empty under a heading of its own."""
        for head in self._heads:
            head.hide()
            head.deleteLater()
        self._heads = []
        while self._rows.count():
            self._rows.takeAt(0)
        section, needed = "", True
        for each in asked:
            if needed and not each["required"]:
                line = QFrame()
                line.setProperty("look", "line")
                self._head(line)
                self._head(Words("May stay empty", "heading"))
                needed, section = False, ""
            if each["section"] != section:
                section = each["section"]
                if section:
                    self._head(Foreign(section, "strong" if not needed else "heading", limit=0))
            self._rows.addWidget(self.cards[each["id"]])
            self.cards[each["id"]].show()
        self.form.setVisible(bool(asked))
        self.bar.setVisible(any(card.field is not None for card in self.cards.values()))
        self._tell_state()

    def _head(self, words: QWidget) -> None:
        words.setParent(self.form)
        self._heads.append(words)
        self._rows.addWidget(words)
        words.show()

    def _tell_state(self) -> None:
        missing = sum(card.needed and not card.value().strip() for card in self.cards.values())
        self.state.setText(missing_words(missing))

    def _drop(self, id: str) -> None:
        card = self.cards.pop(id)
        card.hide()
        card.deleteLater()

    def _miss(self, task: str, problem: Problem) -> None:
        if task == self._task:
            self.problem.say(problem.text)
