"""Questions: how each is put, what answers send together, what a refusal leaves."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.gallery.questions import (
    ALLOW,
    CHOICE,
    COUNTRY,
    DAY,
    DECLARATION,
    EMAIL,
    FILE,
    FREE,
    HAND,
    METER,
    NOTE,
    NOWHERE,
    OPTIONAL,
    PROPOSED,
    SEVERAL,
    SITE,
    START,
    VALUE,
    entry,
)
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.link import Problem
from desktop.questions.card import QuestionCard
from desktop.questions.fields import ChoiceField, FileField, ListField, TextField
from desktop.questions.look import Way, count_words, hints, look_of, missing_words, paragraphs
from desktop.questions.pane import MISSING, QuestionsPane
from desktop.questions.start_field import ProposedField, StartField
from desktop.shell import Shell
from desktop.task.address import short_host

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("asked", "way", "site", "choices"), [
    (VALUE, Way.TEXT, "", ()),
    (CHOICE, Way.CHOICE, "", (("Electricity", "Electricity"), ("Gas", "Gas"), ("Water & heat", "Water & heat"))),
    (entry("q", "choice", "Newsletter", options=["yes", "no"]), Way.CHOICE, "", (("yes", "Yes"), ("no", "No"))),
    (entry("q", "choice", "Which?", options=["A"], several=True), Way.SEVERAL, "", (("A", "A"),)),
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


def test_where_to_start_shows_each_proposal_with_why_and_takes_any_other_address(put: Any, qtbot: QtBot) -> None:
    card, bare = put(START), put(NOWHERE)
    field = card.field
    assert isinstance(field, StartField)
    assert [each.text() for each in field.radios] == ["energy.example", "energy-example.test"]
    assert look_of(START).choices[0] == (START["options"][0], "you sent “My gas meter reading” there on 3 October 2026")
    assert hints(START) == (START["hint"].splitlines()[0],)
    assert field.value() == ""  # nothing is chosen beforehand
    field.radios[1].click()
    assert field.value() == START["options"][1]
    qtbot.keyClicks(field.edit, "other.example")
    assert (field.value(), [each.isChecked() for each in field.radios]) == ("other.example", [False, False])
    field.radios[0].click()
    assert (field.value(), field.edit.text()) == (START["options"][0], "")
    assert short_host(f"https://{'a.' * 60}evil.test/") == f"…{('a.' * 60 + 'evil.test')[-47:]}"
    assert isinstance(bare.field, StartField)


def test_a_value_shows_what_documents_propose_and_takes_any_other(put: Any, qtbot: QtBot) -> None:
    card = put(PROPOSED)
    field = card.field
    assert isinstance(field, ProposedField)
    assert [each.text() for each in field.radios] == ["48213", "48190"]
    assert hints(PROPOSED) == tuple(PROPOSED["hint"].splitlines()[:2])
    assert field.value() == ""
    field.radios[0].click()
    assert field.value() == "48213"
    qtbot.keyClicks(field.edit, "2")
    assert (field.value(), [each.isChecked() for each in field.radios]) == ("2", [False, False])


def test_words_around_questions() -> None:
    assert paragraphs(" One\n\n two \n") == ("One", "two")
    assert count_words([VALUE]) == "One thing is needed before it can go on."
    assert count_words([VALUE, FREE]) == "2 things are needed before it can go on."
    assert count_words([VALUE, OPTIONAL]).startswith("One thing is needed before it can go on. What stands under")
    assert [missing_words(n)[:3] for n in (0, 1, 2)] == ["All", "One", "2 a"]


@pytest.fixture
def put(shell: Shell, qtbot: QtBot) -> Any:
    def made(asked: Any, **more: Any) -> QuestionCard:
        card = QuestionCard(shell, asked, **more)
        qtbot.addWidget(card)
        card.show()
        return card
    return made


def test_a_value_of_a_kind_is_checked_while_it_is_typed(put: Any, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("profile check", {"value": "47", "problem": "Too short", "doubt": ""})
    card = put(VALUE)
    qtbot.keyClicks(card.field.edit, "47")
    qtbot.waitUntil(lambda: card.check.isVisible())
    assert desk.asked("profile check") == [{"kind": "custom-account-number", "value": "47"}]
    assert card.check.text() == "Too short"


def test_a_date_is_checked_while_it_is_typed(put: Any, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("answers", {"task": "t1", "answered": [], "left_empty": [], "open": [],
                           "problems": [{"question": "q9", "problem": "That is not a date."}]})
    card = put(DAY)
    qtbot.keyClicks(card.field.edit, "soon")
    qtbot.waitUntil(lambda: card.check.isVisible())
    assert desk.asked("answers") == [{"task": "t1", "set": ["q9=soon"], "check": True}]
    qtbot.keyClicks(card.field.edit, "er")
    assert card.check.isHidden()


@pytest.mark.parametrize("asked", [CHOICE, SEVERAL, COUNTRY, DECLARATION, SITE, FILE])
def test_nothing_is_chosen_beforehand(put: Any, asked: Any) -> None:
    card = put(asked)
    assert card.value() == ""
    assert not card.half_done()


@pytest.mark.parametrize("asked", [FREE, CHOICE, DECLARATION, FILE, HAND])
def test_what_the_profile_has_no_place_for_is_not_offered_to_it(put: Any, asked: Any) -> None:
    assert put(asked).remember.isHidden()
    assert not put(VALUE).remember.isChecked()


def test_a_declaration_is_the_persons_own(put: Any) -> None:
    assert "your own declaration" in put(DECLARATION).look.note


def test_another_site_is_shown_by_its_exact_host(put: Any) -> None:
    assert put(SITE).host.full == "login.xn--nergy-9ua.example"


def test_what_only_the_person_can_do_has_no_field(put: Any) -> None:
    card = put(HAND)
    assert card.field is None
    assert not card.needed
    assert "Only you can do this" in card.look.note


def test_several_choices_are_ticked(put: Any) -> None:
    card = put(SEVERAL)
    for place in (0, 2):
        card.field.radios[place].click()
    assert card.value() == "Smoke alarm\nA lift, or stairs with a handrail"
    card.field.radios[0].click()
    assert card.value() == "A lift, or stairs with a handrail"


def test_many_choices_are_searched_and_chosen_by_keys(put: Any, qtbot: QtBot) -> None:
    card = put(COUNTRY)
    assert isinstance(card.field, ListField)
    qtbot.keyClicks(card.field.search, "lan")
    shown = [item.text() for item in card.field._items() if not item.isHidden()]
    assert shown == ["Finland", "Ireland"]
    qtbot.keyClick(card.field.search, Qt.Key.Key_Down)
    assert card.value() == "Finland"
    qtbot.keyClick(card.field.list, Qt.Key.Key_Down)
    assert card.value() == "Ireland"
    card.field.search.clear()
    assert card.value() == "Ireland"
    qtbot.keyClicks(card.field.search, "xyz")
    assert card.field.none.isVisible()


def test_of_many_choices_several_are_ticked(put: Any, qtbot: QtBot) -> None:
    card = put(entry("q", "choice", "Which?", options=[f"Land {place}" for place in range(40)], several=True))
    for place in (3, 7):
        card.field.list.item(place).setCheckState(Qt.CheckState.Checked)
    assert card.value() == "Land 3\nLand 7"
    assert card.field.chosen.text() == "Chosen: Land 3; Land 7"


def test_options_from_a_page_are_shown_inert(put: Any) -> None:
    card = put(entry("q", "choice", "Which?", options=["<b>Gas</b>", "a\u202eb", "Q&A"]))
    assert isinstance(card.field, ChoiceField)
    assert [each.text() for each in card.field.radios] == ["<b>Gas</b>", "a⟨U+202E⟩b", "Q&&A"]


def test_a_file_is_chosen_or_dropped(put: Any) -> None:
    card = put(FILE, choose=lambda _parent: "/home/me/meter.jpg")
    assert isinstance(card.field, FileField)
    card.field.offered.radios[0].click()
    assert card.value() == "letter.pdf"
    card.field.button.click()
    assert card.value() == "/home/me/meter.jpg"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/me/other.jpg")])
    card.field.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                    Qt.KeyboardModifier.NoModifier))
    assert card.value() == "/home/me/other.jpg"


def test_one_line_for_values_some_for_words(put: Any) -> None:
    assert isinstance(put(VALUE).field.edit, QLineEdit)
    assert isinstance(put(FREE).field.edit, QPlainTextEdit)
    assert put(DAY).field.edit.placeholderText() == "For example 27 March 2026"


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
    for asked in (VALUE, FREE, FILE, SITE, HAND, COUNTRY, SEVERAL):
        QuestionCard(shell, asked, parent=around)
    qapp.removeEventFilter(watch)
    assert watch.opened == []


# The form


FORM = [DAY, SEVERAL, EMAIL, OPTIONAL, NOTE]


class Form:
    """A pane with a form, as a person uses it."""

    def __init__(self, pane: QuestionsPane, desk: StandIn, qtbot: QtBot) -> None:
        self.pane, self.desk, self.qtbot = pane, desk, qtbot

    def show(self, task: str, *asked: Any) -> None:
        self.desk.reply("questions", [{**each, "task": task} for each in asked])
        self.pane.show_task(task_doc(task, "needs_answer"))
        self.qtbot.waitUntil(lambda: set(self.pane.cards) == {each["id"] for each in asked})

    def write(self, id: str, words: str) -> None:
        field = self.pane.cards[id].field
        assert isinstance(field, TextField)
        field.put_back(words)
        field.edited.emit()

    def taken(self) -> list[dict[str, object]]:
        return [each for each in self.desk.asked("answers") if "check" not in each]


@pytest.fixture
def form(shell: Shell, desk: StandIn, qtbot: QtBot) -> Form:
    desk.reply("profile check", {"value": "", "problem": "", "doubt": ""})
    desk.reply("answers", {"task": "t1", "answered": [], "left_empty": [], "open": [], "problems": []})
    pane = QuestionsPane(shell)
    qtbot.addWidget(pane)
    pane.show()
    made = Form(pane, desk, qtbot)
    made.show("t1", *FORM)
    return made


def test_all_answers_are_given_together_and_what_may_stay_empty_is_left_out(form: Form, qtbot: QtBot) -> None:
    form.write("q9", "3 May 2024")
    form.pane.cards["q10"].field.radios[1].click()  # type: ignore[union-attr]
    form.write("q14", "n@example.org")
    form.pane.cards["q14"].remember.click()
    with qtbot.waitSignal(form.pane.answered):
        qtbot.keyClick(form.pane.cards["q9"].field.edit, Qt.Key.Key_Return, CONTROL)  # type: ignore[union-attr]
    assert form.taken() == [{"task": "t1", "set": ["q9=3 May 2024", "q10=Gas boiler", "q14=n@example.org"],
                             "remember": ["q14"]}]
    assert form.pane.cards == {}
    assert form.pane.bar.isHidden()


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_sent(form: Form) -> None:
    assert form.pane.state.text() == "3 answers are still missing."
    form.write("q9", "3 May 2024")
    assert form.pane.state.text() == "2 answers are still missing."
    form.pane.button.click()
    assert [form.pane.cards[id].problem.full for id in ("q9", "q10", "q14", "q12")] == ["", MISSING, MISSING, ""]
    assert not form.desk.asked("answers")
    form.write("q14", "n@example.org")
    assert form.pane.cards["q14"].problem.isHidden()


def test_refused_answers_stay_with_the_reason_beside_each(form: Form, qtbot: QtBot) -> None:
    form.desk.reply("answers", {"task": "t1", "answered": [], "left_empty": [], "open": [], "problems": [
        {"question": "q9", "problem": "That is not a date."}, {"question": "q14", "problem": "No address."}]})
    form.write("q9", "soon")
    form.write("q14", "nora")
    form.pane.cards["q10"].field.radios[0].click()  # type: ignore[union-attr]
    form.pane.button.click()
    qtbot.waitUntil(lambda: form.pane.cards["q14"].problem.isVisible())
    assert form.pane.cards["q9"].problem.full == "That is not a date."
    assert [form.pane.cards[id].value() for id in ("q9", "q10", "q14")] == ["soon", "Smoke alarm", "nora"]
    assert form.taken() == []
    assert form.pane.button.isEnabled()


def test_a_refusal_of_the_whole_is_told_and_loses_nothing(form: Form, qtbot: QtBot) -> None:
    form.show("t1", EMAIL)
    form.write("q14", "n@example.org")
    form.desk.reply("answers", lambda params: Problem("The disk is full.") if "check" not in params else {
        "task": "t1", "answered": [], "left_empty": [], "open": [], "problems": []})
    form.pane.button.click()
    qtbot.waitUntil(lambda: form.pane.problem.isVisible())
    assert form.pane.problem.words.text() == "The disk is full."
    assert form.pane.cards["q14"].value() == "n@example.org"
    assert form.pane.button.isEnabled()


def test_a_refresh_keeps_what_is_half_typed_and_drops_what_is_answered(form: Form) -> None:
    form.show("t1", VALUE, FREE)
    field = form.pane.cards["q2"].field
    form.write("q2", "half")
    assert form.pane.half_done()
    form.show("t1", FREE, CHOICE)
    assert form.pane.cards["q2"].field is field
    assert form.pane.cards["q2"].value() == "half"


def test_what_is_half_typed_waits_while_another_task_is_looked_at(form: Form) -> None:
    form.write("q9", "3 May")
    form.pane.cards["q10"].field.radios[2].click()  # type: ignore[union-attr]
    form.show("t2", FREE)
    assert not form.pane.half_done()
    form.show("t1", *FORM)
    assert form.pane.cards["q9"].value() == "3 May"
    assert form.pane.cards["q10"].value() == "A lift, or stairs with a handrail"


def test_questions_that_follow_an_answer_come_as_a_group_of_their_own(form: Form, qtbot: QtBot) -> None:
    form.show("t1", EMAIL)
    form.write("q14", "n@example.org")
    with qtbot.waitSignal(form.pane.answered):
        form.pane.button.click()
    form.show("t1", FREE, CHOICE)
    assert form.pane.state.text() == "2 answers are still missing."
    assert form.pane.bar.isVisible()


def test_enter_leads_to_the_next_field_and_sends_nothing(form: Form, qtbot: QtBot) -> None:
    form.show("t1", VALUE, EMAIL)
    form.write("q1", "0123456789")
    qtbot.keyClick(form.pane.cards["q1"].field.edit, Qt.Key.Key_Return)  # type: ignore[union-attr]
    assert not form.taken()


def test_questions_of_other_tasks_are_not_shown(form: Form, qtbot: QtBot) -> None:
    form.desk.reply("questions", [FREE, entry("q8", "value", "Of another task", task="t2")])
    form.pane.show_task(task_doc("t1", "needs_answer"))
    qtbot.waitUntil(lambda: set(form.pane.cards) == {"q2"})


def test_with_only_what_the_person_can_do_there_is_nothing_to_send(form: Form) -> None:
    form.show("t1", HAND)
    assert form.pane.bar.isHidden()


def test_a_photo_may_say_a_value_which_the_person_chooses(window: tuple[Any, Shell], desk: StandIn,
                                                          qtbot: QtBot) -> None:
    card = QuestionCard(window[1], METER, choose_documents=lambda _parent: ["/home/me/meter.jpg"])
    window[0].setCentralWidget(card)
    window[0].show()
    desk.reply("propose", {"question": "q18", "notes": ["letter.pdf: It is damaged and can't be read."], "proposed": [
        {"value": "48213", "where": "meter.jpg: “048213 kWh”"}]})
    assert card.field is not None
    assert card.documents is not None
    card.field.put_back("48200")
    card.documents.button.click()
    qtbot.waitUntil(lambda: isinstance(card.field, ProposedField))
    assert desk.asked("propose") == [{"question": "q18", "files": ["/home/me/meter.jpg"]}]
    assert card.value() == "48200"                       # what was typed stays, and nothing is chosen
    assert isinstance(card.field, ProposedField)
    card.field.radios[0].click()
    assert card.value() == "48213"
    assert "It is damaged" in card.documents.notes.text().replace("\u200b", "")
    desk.reply("propose", Problem("You stopped it."))
    card.documents.button.click()
    qtbot.waitUntil(lambda: "You stopped it." in card.documents.notes.text().replace("\u200b", ""))
    assert card.value() == "48213"


@pytest.mark.parametrize("asked", [VALUE, FREE, CHOICE, DECLARATION, FILE, SITE])
def test_what_no_photo_can_say_has_no_such_way(window: tuple[Any, Shell], asked: Any) -> None:
    assert QuestionCard(window[1], asked, parent=window[0]).documents is None
