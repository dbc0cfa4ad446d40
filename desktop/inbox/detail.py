"""The right side of the inbox: one task, by the face its state asks for; or a plan, or all plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from agent.protocol.messages import TaskDoc
from agent.protocol.plans import PlanAsks
from desktop.live.pane import LivePane
from desktop.questions.pane import QuestionsPane
from desktop.shell import Shell
from desktop.task.done_pane import DonePane
from desktop.task.face import Face, Shown, Turn, face_of, refilling, stays_in_review, turn
from desktop.task.moving import change_address
from desktop.task.open_task import OpenTask
from desktop.task.pane import TaskPane
from desktop.task.unknown_pane import UnknownPane
from desktop.task.words import state_words
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Empty

if TYPE_CHECKING:
    from desktop.plan.book import PlanBook
    from desktop.plan.overview import PlanOverview
    from desktop.plan.pane import PlanPane
    from desktop.plan.strip import PlanStrip
    from desktop.plan.words import Next


class ReviewFace(Protocol):
    """What the detail needs of the review pane; it is a widget with a signal ``decided(str)``."""

    decided: Any

    def show_submission(self, id: str) -> None:
        """Shows a submission."""

    def clear(self) -> None:
        """Shows nothing."""


MakeReview = Callable[[Shell], QWidget]


def make_review(shell: Shell) -> QWidget:
    """The review pane; imported when first needed, because most starts need none."""
    from desktop.review.pane import ReviewPane

    return cast("QWidget", ReviewPane(shell))


class TaskDetail(QWidget):
    """Shows one task, a plan, or all plans; what shows plans is imported and made when first needed.

    ``decided`` carries a task's id when its sheet was decided on or its questions answered; ``plans_wanted`` asks for
    all plans.
    """

    decided = Signal(str)
    plans_wanted = Signal()

    def __init__(self, shell: Shell, make_review: MakeReview = make_review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._make_review = make_review
        self._faces: dict[Face, QWidget] = {}
        self._showing: Shown | None = None
        self._wanted: Shown | None = None
        self._doc: TaskDoc | None = None
        self._part = ""
        self._plan: PlanPane | None = None
        self._overview: PlanOverview | None = None
        self._book: PlanBook | None = None
        self._strip: PlanStrip | None = None
        self._task = OpenTask(shell, self)
        self._task.came.connect(self._came)
        self._task.missed.connect(self._missed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._notice = QWidget()
        around = QVBoxLayout(self._notice)
        around.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, 0)
        self.banner = Banner(shell.icons, "", "info")
        self.show_now = button("Show it", self.take_turn, look="quiet")
        self.banner.add(self.show_now)
        around.addWidget(self.banner)
        self._notice.hide()
        self._over = QWidget()
        QVBoxLayout(self._over).setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, 0)
        self._over.hide()
        layout.addWidget(self._over)
        layout.addWidget(self._notice)
        self.stack = QStackedWidget()
        self._nothing = Empty(shell.icons, "inbox", "Nothing is open",
                              "Choose a task from the list, or say on the left what should be done.")
        self.stack.addWidget(self._nothing)
        layout.addWidget(self.stack, 1)
        self.setAccessibleName("Task")

    @property
    def task_id(self) -> str:
        """The task that is shown, or empty."""
        return self._task.id

    @property
    def book(self) -> PlanBook:
        """All plans in short."""
        if self._book is None:
            from desktop.plan.book import PlanBook

            self._book = PlanBook(self._shell, self)
        return self._book

    @property
    def strip(self) -> PlanStrip:
        """What stands over a task that belongs to a plan."""
        if self._strip is None:
            from desktop.plan.strip import PlanStrip

            self._strip = PlanStrip(self._shell)
            self._strip.asks.connect(self._offer_asks)
            over = self._over.layout()
            assert over is not None  # made with it
            over.addWidget(self._strip)
        return self._strip

    @property
    def plan_of_task(self) -> str:
        """The plan that the shown task belongs to, or empty."""
        return self._strip.plan if self._strip is not None else ""

    @property
    def next_of_plan(self) -> Next | None:
        """The next task of that plan that waits for the person."""
        return self._strip.next if self._strip is not None and self._strip.plan else None

    @property
    def plan_id(self) -> str:
        """The plan that is shown, or empty."""
        shown = self._plan is not None and self.stack.currentWidget() is self._plan
        return self._plan.plan_id if shown and self._plan is not None else ""

    def show_plan(self, id: str) -> None:
        """Shows a plan."""
        self._leave()
        self._task.follow("")
        if self._plan is None:
            from desktop.plan.pane import PlanPane

            self._plan = PlanPane(self._shell)
            self._plan.listed.connect(self.plans_wanted)
            self.stack.addWidget(self._plan)
        self._plan.show_plan(id)
        self._change(self.stack.currentWidget(), self._plan)

    def show_plans(self) -> None:
        """Shows the list of all plans."""
        self._leave()
        self._task.follow("")
        if self._overview is None:
            from desktop.plan.overview import PlanOverview

            self._overview = PlanOverview(self._shell, self.book)
            self.stack.addWidget(self._overview)
        self.book.refresh()
        self._change(self.stack.currentWidget(), self._overview)

    @property
    def face(self) -> Face | None:
        """The face in view; None when no task is shown."""
        return self._showing.face if self._showing is not None else None

    def show_task(self, id: str, part: str = "") -> None:
        """Shows a task; ``part`` ``text`` opens the person's own words."""
        self._part = part
        if id == self._task.id and self._doc is not None:
            self._open_part()
            return
        self._leave()
        self._task.follow(id)

    def clear(self) -> None:
        """Shows no task."""
        self._leave()
        self._task.follow("")
        self.stack.setCurrentWidget(self._nothing)

    def focus(self) -> None:
        """Puts the focus on the first control of the face."""
        face = self.stack.currentWidget()
        if face is None:
            return
        face.setFocus()
        face.focusNextChild() if not face.focusPolicy() else None

    def change_address(self) -> None:
        """Asks for another address of the task that is shown."""
        if self._doc is None:
            self._shell.teller.say("Open a task first.", "info")
        else:
            change_address(self._shell, self._doc, self.window())

    def take_turn(self) -> None:
        """Shows the face that the task's state asks for, though something was half done."""
        if self._wanted is not None and self._doc is not None:
            self._show(self._wanted, self._doc)

    def half_done(self) -> bool:
        """Whether the person has something typed or chosen in the face in view that changing it would lose."""
        face = self.stack.currentWidget()
        if isinstance(face, QuestionsPane):
            return face.half_done()
        focus = QApplication.focusWidget()
        if face is None or focus is None or not face.isAncestorOf(focus):
            return False
        if isinstance(focus, QLineEdit):
            return focus.isModified() and not focus.isReadOnly()
        return isinstance(focus, QPlainTextEdit | QTextEdit) and not focus.isReadOnly() and (
            not focus.document().isEmpty())

    def _leave(self) -> None:
        review = self._faces.get(Face.REVIEW)
        if review is not None and self._showing is not None and self._showing.face is Face.REVIEW:
            cast("ReviewFace", review).clear()
        live = self._faces.get(Face.LIVE)
        if isinstance(live, LivePane):
            live.clear()
        if self._plan is not None:
            self._plan.show_plan("")         # nobody looks at it: it need not be kept fresh
        self._follow_plan("", "")
        self._showing = self._wanted = self._doc = None
        self._notice.hide()

    def _follow_plan(self, plan: str, task: str) -> None:
        if plan or self._strip is not None:
            self.strip.follow(plan, task)
        self._over.setVisible(bool(plan))

    def _offer_asks(self, asks: object) -> None:
        questions = self._faces.get(Face.QUESTIONS)
        if isinstance(questions, QuestionsPane):
            questions.offer(cast("list[PlanAsks]", asks))

    def _came(self, answer: object) -> None:
        doc = cast("TaskDoc", answer)
        self._follow_plan(doc.get("plan", ""), doc["id"])
        wanted = face_of(doc["state"], doc["waits"])
        if refilling(self._showing, wanted, doc["state"]) and self._showing is not None:
            self._ask_review(doc, wanted, self._showing.subject)
            return
        self._decide(doc, wanted)

    def _ask_review(self, doc: TaskDoc, wanted: Shown, submission: str) -> None:
        task = doc["id"]

        def came(answer: Any) -> None:
            if task == self._task.id and not stays_in_review(answer["state"]):
                self._decide(doc, wanted)

        def missed(_problem: object) -> None:
            if task == self._task.id:
                self._decide(doc, wanted)

        self._shell.desk.call("submission", {"id": submission}, done=came, failed=missed, owner=self)

    def _decide(self, doc: TaskDoc, wanted: Shown) -> None:
        self._doc, self._wanted = doc, wanted
        step = turn(self._showing, wanted, self.half_done())
        if step is Turn.TELL:
            words = state_words(doc["state"], doc["paused"]).words
            self.banner.say(f"This task has moved on: {words.lower()}. What you typed is still here.")
            self._notice.show()
            return
        self._show(wanted, doc)

    def _show(self, wanted: Shown, doc: TaskDoc) -> None:
        face = self._face(wanted.face)
        same = self._showing == wanted
        self._showing = wanted
        self._notice.hide()
        if isinstance(face, LivePane | QuestionsPane | UnknownPane | DonePane | TaskPane):
            face.show_task(doc)
        elif not same:
            cast("ReviewFace", face).show_submission(wanted.subject)
        before = self.stack.currentWidget()
        if before is not face:
            self._change(before, face)
        if self._part:
            self._open_part()

    def _change(self, before: QWidget | None, face: QWidget) -> None:
        focus = QApplication.focusWidget()
        had = before is not None and focus is not None and (focus is before or before.isAncestorOf(focus))
        self.stack.setCurrentWidget(face)
        if isinstance(before, LivePane):
            before.clear()
        if had:
            self.focus()  # it was in the face that went away; nowhere else is it ever moved

    def _open_part(self) -> None:
        face = self.stack.currentWidget()
        if self._part == "text" and isinstance(face, LivePane | UnknownPane | DonePane | TaskPane | QuestionsPane):
            face.header.show_words()
        self._part = ""

    def _missed(self, text: str) -> None:
        if self._showing is None:
            self.stack.setCurrentWidget(self._nothing)
        self._shell.teller.say(text, "warning")

    def _face(self, face: Face) -> QWidget:
        made = self._faces.get(face)
        if made is None:
            made = self._make(face)
            self._faces[face] = made
            self.stack.addWidget(made)
        return made

    def _make(self, face: Face) -> QWidget:
        if face is Face.REVIEW:
            review = self._make_review(self._shell)
            cast("ReviewFace", review).decided.connect(lambda _submission: self._decided())
            return review
        if face is Face.QUESTIONS:
            questions = QuestionsPane(self._shell)
            questions.offer(self._strip.last_asks if self._strip is not None else [])
            questions.answered.connect(lambda _task: self._task.refresh())
            return questions
        plain: dict[Face, Callable[[Shell], QWidget]] = {
            Face.LIVE: LivePane, Face.UNKNOWN: UnknownPane, Face.DONE: DonePane, Face.TASK: TaskPane}
        return plain[face](self._shell)

    def _decided(self) -> None:
        self.decided.emit(self._task.id)
        self._task.refresh()
