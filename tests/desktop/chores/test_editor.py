"""A new or changed chore: words are read as they are typed, nothing is guessed, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from agent.protocol.chores import ChoreDetail
from agent.protocol.starts import DraftPlace, DraftPlan
from desktop.chores.editor import ChoreEditor
from desktop.gallery.chores import CHORES, NOT_READ, PAST, READING, TWO, serve, when
from desktop.gallery.inbox import draft_doc
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.shell import Shell
from tests.desktop.chores.test_view import texts

FORMER = ChoreDetail(**CHORES[0], occurrences=PAST)
Make = Callable[..., ChoreEditor]


@pytest.fixture
def make(window: tuple[QMainWindow, Shell], desk: StandIn) -> Make:
    def made(read: object = None, former: ChoreDetail | None = None) -> ChoreEditor:
        serve(desk, CHORES, **({"read": read} if read is not None else {}))       # type: ignore[arg-type]
        editor = ChoreEditor(window[1], former)
        window[0].setCentralWidget(editor)
        window[0].show()
        return editor
    return made


def type_into(editor: ChoreEditor, text: str, words: str) -> None:
    QTest.keyClicks(editor.what, text)
    QTest.keyClicks(editor.when, words)


def test_words_are_read_as_they_are_typed_and_what_was_shown_is_what_is_told(
        make: Make, desk: StandIn, qtbot: QtBot) -> None:
    editor = make()
    assert not editor.keep_button.isEnabled()
    type_into(editor, READING, "every first Monday at 9")
    assert editor.missing.text() == "Reading what you wrote."
    qtbot.waitUntil(editor.keep_button.isEnabled)
    said = texts(editor)
    for words in ("On the first Monday of every month at 09:00", "Monday 7 December 2026, 09:00",
                  "Monday 29 March 2027, 09:00", "You are asked for it each time.", "Starts at energy.example because"):
        assert words in said
    assert [each["text"] for each in desk.asked("chore read")] == ["every first Monday at 9"]   # once, at the end
    desk.reply("chore add", [CHORES[0]])
    with qtbot.waitSignal(editor.kept):
        QTest.keyClick(editor.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (params,) = desk.asked("chore add")
    assert (params["text"], params["rule"]) == (READING, "FREQ=MONTHLY;X=On the first")
    assert params["url"] == "https://energy.example/reading"


def test_of_two_meanings_the_person_picks(make: Make, qtbot: QtBot) -> None:
    editor = make(TWO)
    type_into(editor, READING, "monthly on the 31st")
    qtbot.waitUntil(lambda: len(editor.meaning.radios) == 2)
    assert not any(each.isChecked() for each in editor.meaning.radios)
    assert not editor.keep_button.isEnabled()
    editor.meaning.radios[1].click()
    assert editor.keep_button.isEnabled()
    assert editor.wish().picked == 1
    QTest.keyClicks(editor.when, " at 10")                       # other words are asked about anew
    qtbot.waitUntil(lambda: editor.missing.text() == "Say which of these you mean.")
    assert editor.wish().picked is None


def test_what_could_not_be_read_is_said_and_stays(make: Make, qtbot: QtBot) -> None:
    editor = make(NOT_READ)
    type_into(editor, READING, "every first Monday, at 9 and 17")
    qtbot.waitUntil(lambda: "“and 17” could not be read." in texts(editor))
    assert not editor.keep_button.isEnabled()
    editor.keep()
    assert editor.when.text() == "every first Monday, at 9 and 17"


def test_what_the_agent_refuses_is_said_and_nothing_is_lost(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("chore add", Problem("The limit is no amount of money."))
    editor = make()
    type_into(editor, READING, "every first Monday at 9")
    qtbot.waitUntil(editor.keep_button.isEnabled)
    editor.card.terms.limit.setText("many")
    editor.keep_button.click()
    qtbot.waitUntil(editor.problem.isVisible)
    assert (editor.what.toPlainText(), editor.when.text(), editor.card.terms.limit.text()) == (
        READING, "every first Monday at 9", "many")
    assert editor.keep_button.isEnabled()


def test_the_words_for_when_may_stand_in_the_task(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    editor = make()
    found = {**TWO, "choices": TWO["choices"][:1], "rest": "Submit my reading"}
    desk.reply("chore read", lambda params: found if params.get("task") else when())
    QTest.keyClicks(editor.what, "Submit my reading monthly on the last")
    qtbot.waitUntil(editor.keep_button.isEnabled)
    assert desk.asked("draft")[-1]["text"] == "Submit my reading"
    desk.reply("chore add", [CHORES[0]])
    editor.keep()
    assert desk.asked("chore add")[0]["text"] == "Submit my reading"


def test_an_answer_to_older_words_is_dropped(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    editor = make(NOT_READ)
    type_into(editor, READING, "every first Monday, at 9 and 17")
    editor.read()
    serve(desk, CHORES)
    editor.when.setText("every first Monday at 9")
    editor.read()
    qtbot.waitUntil(editor.keep_button.isEnabled)
    assert "could not be read" not in texts(editor)


def test_a_changed_chore_keeps_its_times_unless_others_are_written(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    editor = make(former=FORMER)
    editor.read()
    qtbot.waitUntil(lambda: editor.keep_button.isEnabled() and bool(editor.asks.asks()))
    assert "Now: On the first Monday of every month at 09:00" in texts(editor)
    assert editor.asks.asks() == {"reading": None}
    box, field = editor.asks._fields["reading"]
    box.click()
    field.clear()
    QTest.keyClicks(field, "5")
    desk.reply("chore edit", [CHORES[0]])
    with qtbot.waitSignal(editor.kept):
        editor.keep()
    assert desk.asked("chore edit") == [{"id": "h1", "keep": ["reading=5"]}]


def test_from_a_task_it_is_filled_in_once_and_never_over_what_was_typed(make: Make) -> None:
    editor = make()
    editor.begin("Send my hours", "https://payroll.example", ["/x/hours.pdf"])
    assert (editor.what.toPlainText(), editor.card.url.text(), editor.files.added) == (
        "Send my hours", "https://payroll.example", ("/x/hours.pdf",))
    editor.begin("Something else")
    assert editor.what.toPlainText() == "Send my hours"


def test_files_and_terms_of_a_chore_are_changed(make: Make, desk: StandIn, qtbot: QtBot) -> None:
    former = ChoreDetail(**{**FORMER, "files": ["meter.png", "plan.pdf"], "limit": "50 GBP", "data": ["health"]})
    editor = make(former=former)
    assert not editor.half_done()
    editor.files._take_off("meter.png")
    editor.attach(["/x/new.pdf"])
    editor.card.terms.limit.setText("")
    editor.card.terms.boxes["origin"].setChecked(True)
    assert editor.half_done()
    qtbot.waitUntil(lambda: "new.pdf" in texts(editor))
    assert "meter.png" not in texts(editor)
    desk.reply("chore edit", [CHORES[0]])
    qtbot.waitUntil(editor.keep_button.isEnabled)
    with qtbot.waitSignal(editor.kept):
        editor.keep()
    (told,) = desk.asked("chore edit")
    assert {name: told[name] for name in ("limit", "data", "file", "without_file")} == {
        "limit": "none", "data": ["health", "origin"], "file": ["/x/new.pdf"], "without_file": ["meter.png"]}


def test_several_places_are_said_and_become_a_chore_each_where_that_is_wanted(
        make: Make, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    editor = make()
    places = [DraftPlace(place=name, text="Get my bill", url=f"https://{name}.example", site=f"{name}.example")
              for name in "abc"]
    desk.reply("draft", draft_doc("Get my bill", plan=DraftPlan(title="Get my bill", places=places)))
    editor.what.setPlainText("Get my bill\nhttps://a.example\nhttps://b.example\nhttps://c.example")
    editor.when.setText("every first Monday at 9")
    editor.read()
    qtbot.waitUntil(editor.each.isVisible)
    assert "lists 3 places, but a chore is one task each time" in texts(editor)
    assert "each" not in editor.wish().more
    editor.each.setChecked(True)
    assert editor.keep_button.text() == "Add 3 chores"
    assert not editor.card.url.isVisible()
    desk.reply("chore add", CHORES[:3])
    with qtbot.waitSignal(shell.undo.offered) as offered:
        editor.keep()
    assert offered.args == ["3 chores come from now on"]
    (told,) = desk.asked("chore add")
    assert told["each"] is True
    assert "url" not in told
    desk.reply("chore remove", [])
    shell.undo.undo()
    assert len(desk.asked("chore remove")) == 3
