"""Another address for a task: asked in a window, taken back, refused in place, and never by the way."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import run_doc, task_doc
from desktop.inbox.view import InboxView
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.moving import ChangeAddress, Way, change_address, way_of
from desktop.task.pane import TaskPane

NEW = "https://council.example/form"


@pytest.mark.parametrize(("state", "more", "way"), [
    ("queued", {}, Way.IN_PLACE), ("queued", {"runs": [run_doc()]}, Way.STOP), ("needs_answer", {}, Way.IN_PLACE),
    ("needs_answer", {"runs": [run_doc()]}, Way.STOP), ("running", {"runs": [run_doc()]}, Way.STOP),
    ("needs_review", {"submissions": ["s1"]}, Way.STOP), ("failed", {"runs": [run_doc()]}, Way.IN_PLACE),
    ("failed", {"submissions": ["s1"]}, Way.ANEW), ("cancelled", {}, Way.IN_PLACE), ("sending", {}, Way.NOT),
    ("done", {}, Way.NOT), ("unknown", {}, Way.NOT)])
def test_what_another_address_means(state: str, more: dict[str, Any], way: Way) -> None:
    assert way_of(task_doc(state=state, **more)) is way


def asked(shell: Shell, qtbot: QtBot, **doc: Any) -> ChangeAddress:
    dialog = ChangeAddress(shell, task_doc(**doc))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_is_changed_by_the_keyboard_and_taken_back(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("address", lambda params: {"id": "t1", "url": params["url"], "state": "failed", "of": "t1"})
    dialog = asked(shell, qtbot, state="failed")
    assert not dialog.go.isEnabled()               # it is the same yet
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desk.asked("address") == []
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, NEW)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert desk.asked("address") == [{"id": "t1", "url": NEW, "again": False}]
    assert shell.undo.undo()
    assert desk.asked("address")[1:] == [{"id": "t1", "url": "https://energy.example/reading", "again": False}]


def test_one_under_way_is_only_stopped_by_its_own_button(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("address", {"id": "t5", "url": NEW, "state": "queued", "of": "t1"})
    dialog = asked(shell, qtbot, state="running", runs=[run_doc()])
    assert "nothing that is held for it is sent" in dialog.says.text()
    dialog.field.setText(NEW)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desk.asked("address") == []
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert desk.asked("address") == [{"id": "t1", "url": NEW, "again": True}]
    assert not shell.undo.undo()


def test_what_is_no_address_is_said_in_place(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("address", Problem("“council” is no web address."))
    dialog = asked(shell, qtbot, state="queued")
    dialog.field.setText("council")
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.problem.isVisible())
    assert dialog.isVisible()
    assert dialog.problem.full == "“council” is no web address."
    dialog.field.setText("council.example")
    assert not dialog.problem.isVisible()


def test_one_that_was_sent_keeps_its_address(shell: Shell, window: Any, qtbot: QtBot) -> None:
    said: list[str] = []
    shell.teller.said.connect(lambda words, _tone: said.append(words))
    assert change_address(shell, task_doc(state="done"), window[0]) is None
    assert "Add a new task" in said[0]


def test_the_button_is_there_where_it_means_something(shell: Shell, window: Any, qtbot: QtBot) -> None:
    pane = TaskPane(shell)
    window[0].setCentralWidget(pane)
    window[0].show()
    for state, there in (("queued", True), ("failed", True), ("cancelled", True), ("sending", False)):
        pane.show_task(task_doc(state=state))
        assert pane.address.isVisible() is there


def test_the_palette_has_it(shell: Shell, window: Any, desk: StandIn, qtbot: QtBot) -> None:
    view = InboxView(shell)
    window[0].setCentralWidget(view)
    window[0].show()
    said: list[str] = []
    shell.teller.said.connect(lambda words, _tone: said.append(words))
    shell.commands.run("inbox.address")
    assert said == ["Open a task first."]
    desk.reply("task", task_doc(state="failed"))
    view.detail.show_task("t1")
    qtbot.waitUntil(lambda: view.detail.face is not None)
    shell.commands.run("inbox.address")
    (dialog,) = window[0].findChildren(ChangeAddress)
    assert dialog.field.text() == "https://energy.example/reading"
    dialog.reject()
