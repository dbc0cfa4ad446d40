"""The detail: which face shows, what survives a change, and what a press asks for."""

from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.gallery.questions import FREE, VALUE
from desktop.gallery.stand_in import StandIn
from desktop.inbox.detail import TaskDetail
from desktop.link import Problem
from desktop.navigation import Place, View
from desktop.questions.pane import QuestionsPane
from desktop.shell import Shell
from desktop.task.done_pane import DonePane
from desktop.task.face import Face
from desktop.task.pane import TaskPane
from desktop.task.unknown_pane import UnknownPane, values_of
from tests.desktop.task import docs


class Review(QWidget):
    """Stands for the review pane."""

    decided = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.cleared = 0
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def show_submission(self, id: str) -> None:
        self.shown.append(id)

    def clear(self) -> None:
        self.cleared += 1


@pytest.fixture
def detail(shell: Shell, window: Any, desk: StandIn, qtbot: QtBot) -> TaskDetail:
    for method in ("questions", "live"):
        desk.reply(method, [])
    made = TaskDetail(shell, lambda _shell: Review())
    window[0].setCentralWidget(made)
    window[0].show()
    return made


def show(detail: TaskDetail, desk: StandIn, qtbot: QtBot, **task: Any) -> None:
    desk.reply("task", docs.task(**task))
    detail.show_task("t1")
    qtbot.waitUntil(lambda: detail.face is not None)


def change(desk: StandIn, qtbot: QtBot, **task: Any) -> None:
    desk.reply("task", docs.task(**task))
    before = len(desk.asked("task"))
    desk.changed.emit(docs.changed("t1"))
    assert len(desk.asked("task")) == before + 1


@pytest.mark.parametrize(("state", "waits", "face"), [
    ("queued", [], Face.TASK), ("running", [], Face.LIVE), ("needs_review", ["s1"], Face.REVIEW),
    ("needs_answer", ["q1"], Face.QUESTIONS), ("done", [], Face.DONE), ("unknown", [], Face.UNKNOWN)])
def test_the_state_decides_the_face(detail: TaskDetail, desk: StandIn, qtbot: QtBot, state: str, waits: list[str],
                                    face: Face) -> None:
    show(detail, desk, qtbot, state=state, waits=waits)
    assert detail.face is face


def test_the_face_follows_the_state(detail: TaskDetail, desk: StandIn, qtbot: QtBot) -> None:
    show(detail, desk, qtbot, state="queued")
    change(desk, qtbot, state="running")
    qtbot.waitUntil(lambda: detail.face is Face.LIVE)
    change(desk, qtbot, state="needs_review", waits=["s1"])
    qtbot.waitUntil(lambda: detail.face is Face.REVIEW)


def test_a_half_typed_answer_stays_and_the_change_is_told(detail: TaskDetail, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("questions", [FREE])
    show(detail, desk, qtbot, state="needs_answer", waits=["q2"])
    pane = detail.stack.currentWidget()
    assert isinstance(pane, QuestionsPane)
    qtbot.waitUntil(lambda: "q2" in pane.cards)
    pane.cards["q2"].field.edit.setPlainText("half an")
    change(desk, qtbot, state="failed")
    qtbot.waitUntil(lambda: detail.banner.isVisible())
    assert detail.face is Face.QUESTIONS
    assert pane.cards["q2"].field.value() == "half an"
    detail.show_now.click()
    assert detail.face is Face.TASK


def test_a_value_being_typed_in_the_review_is_not_taken_away(detail: TaskDetail, desk: StandIn, qtbot: QtBot,
                                                             window: Any) -> None:
    show(detail, desk, qtbot, state="needs_review", waits=["s1"])
    review = detail.stack.currentWidget()
    qtbot.waitActive(window[0])
    review.edit.setFocus()
    qtbot.keyClicks(review.edit, "new")
    change(desk, qtbot, state="needs_review", waits=["s2"])
    qtbot.waitUntil(lambda: detail.banner.isVisible())
    assert review.shown == ["s1"]


def test_while_an_edit_is_written_back_the_sheet_stays(detail: TaskDetail, desk: StandIn, qtbot: QtBot) -> None:
    show(detail, desk, qtbot, state="needs_review", waits=["s1"], submissions=["s1"])
    desk.reply("submission", docs.submission(state="editing"))
    change(desk, qtbot, state="running")
    qtbot.waitUntil(lambda: desk.asked("submission") == [{"id": "s1"}])
    qtbot.wait(0)
    assert detail.face is Face.REVIEW
    desk.reply("submission", docs.submission(state="approved"))
    change(desk, qtbot, state="sending")
    qtbot.waitUntil(lambda: detail.face is Face.LIVE)


def test_the_answer_about_a_task_left_behind_is_dropped(detail: TaskDetail, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("task", lambda params: docs.task(params["id"], "failed" if params["id"] == "t1" else "queued"))
    detail.show_task("t1")
    detail.show_task("t2")
    qtbot.waitUntil(lambda: detail.face is not None)
    pane = detail.stack.currentWidget()
    assert isinstance(pane, TaskPane)
    assert pane.retry.isHidden()
    assert pane.pause.isVisible()


def test_a_task_that_is_not_there_is_told(detail: TaskDetail, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("task", Problem("There is no task t1."))
    with qtbot.waitSignal(shell.teller.said) as told:
        detail.show_task("t1")
    assert told.args == ["There is no task t1.", "warning"]


def test_a_failed_task_is_tried_again_and_that_can_be_undone(detail: TaskDetail, desk: StandIn, shell: Shell,
                                                             qtbot: QtBot) -> None:
    desk.reply("retry", {"task": "t1", "state": "queued"})
    desk.reply("cancel", {"id": "t1", "state": "cancelled"})
    show(detail, desk, qtbot, state="failed", message="The site was down.")
    pane = detail.stack.currentWidget()
    assert isinstance(pane, TaskPane)
    assert pane.reason.full == "The site was down."
    with qtbot.waitSignal(shell.undo.offered):
        pane.retry.click()
    assert desk.asked("retry") == [{"id": "t1"}]
    shell.undo.undo()
    assert desk.asked("cancel") == [{"id": "t1"}]


def test_a_done_task_shows_its_reference_and_opens_its_receipt(detail: TaskDetail, desk: StandIn, shell: Shell,
                                                               qtbot: QtBot) -> None:
    desk.reply("receipt", docs.RECEIPT)
    show(detail, desk, qtbot, state="done", receipt="r7")
    pane = detail.stack.currentWidget()
    assert isinstance(pane, DonePane)
    qtbot.waitUntil(lambda: pane._values["Reference"].full == "MR-2026-48213")
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        pane.open_receipt.click()
    assert wanted.args == [Place(View.RECEIPTS, "r7")]


# The screen for what may or may not have arrived

@pytest.fixture
def unknown(shell: Shell, desk: StandIn, qtbot: QtBot) -> tuple[UnknownPane, list[str]]:
    opened: list[str] = []
    desk.reply("submission", lambda params: docs.submission(
        params["id"], "answered" if params["id"] == "s2" else "unknown"))
    pane = UnknownPane(shell, lambda url: bool(opened.append(url)) or True)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_task(docs.task(state="unknown", submissions=["s1", "s2"], message="The line broke."))
    qtbot.waitUntil(lambda: len(desk.asked("submission")) == 2)
    qtbot.waitUntil(lambda: pane.facts["What"].full == "Send this form to energy.example")
    return pane, opened


def test_unknown_says_what_was_on_its_way_and_where_to(unknown: Any, desk: StandIn) -> None:
    pane, _ = unknown
    assert desk.asked("submission") == [{"id": "s2"}, {"id": "s1"}]
    assert pane.facts["To"].full == "energy.example"
    assert pane.facts["Why"].full == "The line broke."


def test_unknown_opens_nothing_but_the_sites_first_page(unknown: Any, desk: StandIn) -> None:
    pane, opened = unknown
    calls = len(desk.calls)
    pane.open_button.click()
    assert opened == ["https://energy.example/"]
    assert len(desk.calls) == calls


def test_unknown_is_tried_again_only_after_looking(unknown: Any, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    pane, _ = unknown
    pane.retry.click()
    assert not desk.asked("retry")
    pane.looked.click()
    desk.reply("retry", {"task": "t9", "state": "queued"})
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        pane.retry.click()
    assert desk.asked("retry") == [{"id": "t1", "even_if_sent": True}]
    assert wanted.args == [Place(View.INBOX, "t9")]


def test_unknown_is_settled_by_whoever_looked(unknown: Any, desk: StandIn, qtbot: QtBot) -> None:
    pane, _ = unknown
    desk.reply("arrived", Problem("Task t1 is done; there is no doubt about it.", "NotNow"))
    pane.arrived.click()
    qtbot.waitUntil(lambda: "no doubt" in pane.problem.words.text())
    assert pane.arrived.isEnabled()
    desk.reply("arrived", {"id": "t1", "state": "done"})
    pane.arrived.click()
    assert not pane.arrived.isEnabled()      # not twice while it is being noted
    assert desk.asked("arrived") == [{"id": "t1"}] * 2


def test_unknown_keeps_the_tick_over_a_refresh_and_shows_a_refusal(unknown: Any, desk: StandIn, qtbot: QtBot) -> None:
    pane, _ = unknown
    pane.looked.click()
    pane.show_task(docs.task(state="unknown", submissions=["s1", "s2"]))
    assert pane.looked.isChecked()
    desk.reply("retry", Problem("Not now."))
    pane.retry.click()
    qtbot.waitUntil(lambda: pane.problem.isVisible())
    assert pane.retry.isEnabled()


def test_values_to_compare_leave_out_what_only_the_site_reads() -> None:
    earlier = {"submission": "s0", "url": "", "fields": [docs.row("Name of street", "Mill Lane")]}
    doc = docs.submission(earlier=[earlier])
    assert [(each.label, each.value) for each in values_of(doc)] == [
        ("Name of street", "Mill Lane"), ("Name", "Ada Lovelace"), ("Postcode", "LS1 4AP"), ("Meter reading", "48213"),
        ("How often do you read it", "Every month")]


def test_every_question_of_the_task_has_a_card(detail: TaskDetail, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("questions", [VALUE, FREE])
    show(detail, desk, qtbot, state="needs_answer", waits=["q1", "q2"])
    pane = detail.stack.currentWidget()
    assert isinstance(pane, QuestionsPane)
    qtbot.waitUntil(lambda: set(pane.cards) == {"q1", "q2"})
