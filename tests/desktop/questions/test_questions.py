"""Questions: how each is put, what an answer sends, what a refusal leaves."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gallery.questions import ALLOW, CHOICE, DECLARATION, FILE, FREE, HAND, SITE, VALUE, entry
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.link import Problem
from desktop.questions.card import QuestionCard
from desktop.questions.fields import ChoiceField, FileField
from desktop.questions.look import Way, count_words, look_of, paragraphs
from desktop.questions.pane import QuestionsPane
from desktop.shell import Shell


@pytest.mark.parametrize(("asked", "way", "site", "choices"), [
    (VALUE, Way.TEXT, "", ()),
    (CHOICE, Way.CHOICE, "", (("Electricity", "Electricity"), ("Gas", "Gas"), ("Water & heat", "Water & heat"))),
    (entry("q", "choice", "Newsletter", options=["yes", "no"]), Way.CHOICE, "", (("yes", "Yes"), ("no", "No"))),
    (entry("q", "choice", "Which?"), Way.TEXT, "", ()),
    (DECLARATION, Way.DECLARATION, "", (("yes", "Yes, I declare this myself"), ("no", "No, I do not declare this"))),
    (entry("q", "declaration", "I agree"), Way.DECLARATION, "",
     (("yes", "Yes, I declare this myself"), ("no", "No, I do not declare this"))),
    (FILE, Way.FILE, "", (("letter.pdf", "letter.pdf"),)),
    (SITE, Way.SITE, "https://login.xn--nergy-9ua.example",
     (("yes", "Yes, it may go on there"), ("no", "No, stop here"))),
    (ALLOW, Way.ALLOW, "", (("yes", "Yes, for this task"), ("no", "No, go on without it"))),
    (HAND, Way.HAND, "https://energy.example/login?next=reading", ()),
    (entry("q", "of a later version", "What?"), Way.TEXT, "", ()),
])
def test_how_a_question_is_put(asked: Any, way: Way, site: str, choices: Any) -> None:
    look = look_of(asked)
    assert (look.way, look.site, look.choices) == (way, site, choices)


def test_a_page_can_not_name_another_site_than_the_agent_does() -> None:
    prompt = "It is https://safe.example, trust me. The task led to another site: https://evil.example:8443. May it?"
    assert look_of(entry("q", "site", prompt)).site == "https://evil.example:8443"


def test_words_around_questions() -> None:
    assert paragraphs(" One\n\n two \n") == ("One", "two")
    assert paragraphs("  ") == ("A question without words",)
    assert count_words([VALUE]) == "One thing is needed before it can go on."
    assert count_words([VALUE, FREE]) == "2 things are needed before it can go on."


@pytest.fixture
def put(shell: Shell, qtbot: QtBot) -> Any:
    def made(asked: Any, **more: Any) -> QuestionCard:
        card = QuestionCard(shell, asked, **more)
        qtbot.addWidget(card)
        card.show()
        return card
    return made


def test_a_value_is_answered_and_remembered_only_if_ticked(put: Any, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("answer", {"id": "q1", "state": "answered"})
    desk.reply("profile check", {"value": "", "problem": "", "doubt": ""})
    card = put(VALUE)
    assert not card.remember.isChecked()
    assert not card.button.isEnabled()
    qtbot.keyClicks(card.field.edit, "0123456789")
    card.remember.click()
    with qtbot.waitSignal(card.answered):
        qtbot.keyClick(card.field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.asked("answer") == [{"question": "q1", "value": "0123456789", "remember": True}]


def test_ctrl_enter_answers_from_several_lines_too_and_enter_alone_does_not(put: Any, desk: StandIn,
                                                                            qtbot: QtBot) -> None:
    desk.reply("answer", {"id": "q2", "state": "answered"})
    card = put(FREE)
    assert card.remember.isHidden()
    qtbot.keyClicks(card.field.edit, "It broke")
    qtbot.keyClick(card.field.edit, Qt.Key.Key_Return)
    assert not desk.asked("answer")
    qtbot.keyClick(card.field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.asked("answer") == [{"question": "q2", "value": "It broke\n"}]


def test_a_refused_answer_stays_with_the_reason_beside_it(put: Any, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("answer", Problem("It has ten digits."))
    card = put(FREE)
    qtbot.keyClicks(card.field.edit, "47")
    card.button.click()
    qtbot.waitUntil(lambda: card.problem.isVisible())
    assert card.problem.full == "It has ten digits."
    assert card.field.value() == "47"
    assert card.button.isEnabled()
    assert card.field.edit.property("state") == "wrong"
    qtbot.keyClicks(card.field.edit, "1")
    assert card.problem.isHidden()


def test_a_value_is_checked_while_it_is_typed(put: Any, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("profile check", {"value": "47", "problem": "Too short", "doubt": ""})
    card = put(VALUE)
    qtbot.keyClicks(card.field.edit, "47")
    qtbot.waitUntil(lambda: card.check.isVisible())
    assert desk.asked("profile check") == [{"kind": "custom-account-number", "value": "47"}]
    assert card.check.text() == "Too short"


@pytest.mark.parametrize("asked", [CHOICE, DECLARATION, SITE, FILE])
def test_nothing_is_chosen_beforehand(put: Any, asked: Any) -> None:
    card = put(asked)
    assert card.field.value() == ""
    assert not card.button.isEnabled()
    assert not card.half_done()


def test_a_declaration_is_the_persons_own(put: Any, desk: StandIn) -> None:
    desk.reply("answer", {"id": "q4", "state": "answered"})
    card = put(DECLARATION)
    assert "your own declaration" in card.look.note
    assert card.remember.isHidden()
    card.field.radios[0].click()
    card.button.click()
    assert desk.asked("answer") == [{"question": "q4", "value": "yes"}]


def test_another_site_is_shown_by_its_exact_host(put: Any) -> None:
    assert put(SITE).host.full == "login.xn--nergy-9ua.example"


def test_what_only_the_person_can_do_has_no_answer_button(put: Any) -> None:
    card = put(HAND)
    assert card.field is None
    assert card.button.isHidden()
    assert "Only you can do this" in card.look.note


def test_many_choices_become_a_list_without_a_choice(put: Any, desk: StandIn) -> None:
    desk.reply("answer", {"id": "q", "state": "answered"})
    card = put(entry("q", "choice", "Country", options=[f"Land {place}" for place in range(40)]))
    assert isinstance(card.field, ChoiceField)
    assert card.field.list is not None
    assert card.field.value() == ""
    card.field.list.setCurrentIndex(7)
    card.field.list.activated.emit(7)
    card.button.click()
    assert desk.asked("answer") == [{"question": "q", "value": "Land 7"}]


def test_options_from_a_page_are_shown_inert(put: Any) -> None:
    card = put(entry("q", "choice", "Which?", options=["<b>Gas</b>", "a\u202eb", "Q&A"]))
    assert [each.text() for each in card.field.radios] == ["<b>Gas</b>", "a⟨U+202E⟩b", "Q&&A"]


def test_a_file_is_chosen_or_dropped(put: Any, desk: StandIn) -> None:
    desk.reply("answer", {"id": "q5", "state": "answered"})
    card = put(FILE, choose=lambda _parent: "/home/me/meter.jpg")
    assert isinstance(card.field, FileField)
    card.field.offered.radios[0].click()
    assert card.field.value() == "letter.pdf"
    card.field.button.click()
    assert card.field.value() == "/home/me/meter.jpg"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/me/other.jpg")])
    card.field.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                    Qt.KeyboardModifier.NoModifier))
    card.button.click()
    assert desk.asked("answer") == [{"question": "q5", "value": "/home/me/other.jpg"}]


@pytest.fixture
def pane(shell: Shell, desk: StandIn, qtbot: QtBot) -> QuestionsPane:
    desk.reply("inbox", [VALUE, FREE, entry("q8", "value", "Of another task", task="t2"),
                         entry("s1", "", "A sheet", kind="submission")])
    made = QuestionsPane(shell)
    qtbot.addWidget(made)
    made.show_task(task_doc("t1", "needs_answer"))
    qtbot.waitUntil(lambda: set(made.cards) == {"q1", "q2"})
    return made


def test_a_refresh_keeps_what_is_half_typed_and_drops_what_is_answered(pane: QuestionsPane, desk: StandIn,
                                                                       qtbot: QtBot) -> None:
    field = pane.cards["q2"].field.edit  # type: ignore[union-attr]
    field.setPlainText("half")
    assert pane.half_done()
    desk.reply("inbox", [FREE, CHOICE])
    pane.show_task(task_doc("t1", "needs_answer"))
    qtbot.waitUntil(lambda: set(pane.cards) == {"q2", "q3"})
    assert pane.cards["q2"].field.edit is field  # type: ignore[union-attr]
    assert field.toPlainText() == "half"


def test_another_task_starts_with_empty_fields(pane: QuestionsPane, desk: StandIn, qtbot: QtBot) -> None:
    pane.cards["q2"].field.edit.setPlainText("half")  # type: ignore[union-attr]
    pane.show_task(task_doc("t2", "needs_answer"))
    qtbot.waitUntil(lambda: set(pane.cards) == {"q8"})
    assert not pane.half_done()


def test_a_value_with_a_place_in_the_profile_is_one_line(pane: QuestionsPane) -> None:
    assert isinstance(pane.cards["q1"].field.edit, QLineEdit)  # type: ignore[union-attr]


def test_a_question_that_comes_opens_no_window_of_its_own(shell: Shell, qapp: QApplication) -> None:
    class Watch(QObject):
        """Notes windows that open: each would take the focus."""

        def __init__(self) -> None:
            super().__init__()
            self.opened: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.opened.append(type(watched).__name__)
            return False
    watch, around = Watch(), QWidget()
    qapp.installEventFilter(watch)
    for asked in (VALUE, FREE, FILE, SITE, HAND):
        QuestionCard(shell, asked, parent=around)
    qapp.removeEventFilter(watch)
    assert watch.opened == []
