"""What a model saw of a task: reached from its head, shown turn by turn, and inert whatever stands in it."""

from __future__ import annotations

import base64

import pytest
from pytestqt.qtbot import QtBot

from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import SAW, piece, task_doc, turn_doc
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.header import TaskHeader
from desktop.task.saw import Saw, parts_of, turn_words

PNG = ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


@pytest.fixture
def saw(shell: Shell, desk: StandIn, qtbot: QtBot) -> Saw:
    desk.reply("saw", SAW)
    dialog = Saw(shell, "t1", "A task")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.turns.count() == 3)
    return dialog


def test_it_is_offered_only_where_a_model_saw_something(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    header = TaskHeader(shell)
    qtbot.addWidget(header)
    header.show_task(task_doc())
    assert header.saw.isHidden()
    header.show_task(task_doc(seen=1, cost=0.002))
    assert not header.saw.isHidden()
    assert header.saw.text() == "What the model saw: 1 turn, less than $0.01"
    header.show_task(task_doc(seen=12, cost=0.4))
    assert header.saw.text() == "What the model saw: 12 turns, $0.40"


def test_its_button_opens_it(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("saw", SAW)
    header = TaskHeader(shell)
    qtbot.addWidget(header)
    header.show_task(task_doc(seen=3))
    header.saw.click()
    qtbot.waitUntil(lambda: bool(header.window().findChildren(Saw)))
    assert desk.asked("saw") == [{"id": "t1"}]
    header.window().findChildren(Saw)[0].close()


def test_every_piece_of_a_turn_is_there(saw: Saw) -> None:
    text = saw.text.toPlainText()
    for words in ("You fill in forms for a person", "{{fact:name}}", "The reading stands in the task", "Tool: fill",
                  "From the model: calls: fill"):
        assert words in text
    saw.turns.setCurrentRow(1)
    text = saw.text.toPlainText()
    assert text.startswith("Sent again: 2 earlier messages")
    assert "You fill in forms" not in text
    assert "2,310 of them from its cache" in saw.used.full


def test_markup_stays_letters_and_nothing_invisible_is_drawn(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("saw", {"task": "t1", "cost": 0.0, "turns": [
        turn_doc(1, [piece("countersign", "text", "<b>x</b> \u202e\u200b &amp;")], [])]})
    dialog = Saw(shell, "t1", "A task")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.turns.count() == 1)
    assert "<b>x</b> ⟨U+202E⟩⟨U+200B⟩ &amp;" in dialog.text.toPlainText()


def test_pictures_are_shown_and_broken_ones_are_said(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("saw", {"task": "t1", "cost": 0.0, "turns": [turn_doc(1, [
        {**piece("countersign", "picture", ""), "data": PNG},
        {**piece("countersign", "picture", ""), "data": base64.b64encode(b"no picture").decode()},
        {**piece("countersign", "picture", "kept elsewhere"), "data": "%%%"}], [])]})
    dialog = Saw(shell, "t1", "A task")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.turns.count() == 1)
    text = dialog.text.toPlainText()
    assert "\ufffc" in text
    assert "A picture that can't be shown, 10 bytes" in text
    assert "kept elsewhere" in text


def test_a_long_piece_is_cut_and_says_by_how_much() -> None:
    (part,) = parts_of([piece("countersign", "text", "x" * 200_100)])
    assert part.text.endswith("(100 more characters)")


def test_turns_are_named_by_attempt_where_there_are_several() -> None:
    turn = turn_doc(2, [], [])
    assert turn_words(turn, 0).startswith("Turn 2 · ")
    assert turn_words(turn, 3).startswith("Attempt 3, turn 2 · ")


def test_what_can_t_be_read_is_said(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("saw", Problem("The disk is gone."))
    dialog = Saw(shell, "t1", "A task")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.about.text() == "The disk is gone.")
