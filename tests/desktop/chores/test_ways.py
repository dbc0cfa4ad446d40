"""The ways to chores from elsewhere: a finished task, a receipt, a task that a chore made, the palette."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.gallery import receipts
from desktop.gallery.chores import serve
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.navigation import AGAIN, Place, View
from desktop.receipts.view import ReceiptsView
from desktop.shell import Shell
from desktop.task.done_pane import DonePane
from desktop.task.of_chore import for_words
from desktop.task.pane import TaskPane
from desktop.views import factories
from desktop.window import MainWindow
from desktop.window_commands import WindowCommands


def test_a_finished_task_offers_to_be_done_again_unless_it_comes_again_already(shell: Shell, qtbot: QtBot) -> None:
    places: list[Place] = []
    shell.navigator.wanted.connect(places.append)
    pane = DonePane(shell)
    qtbot.addWidget(pane)
    pane.show_task(task_doc("t4", "done"))
    pane.again.click()
    assert places == [Place(View.CHORES, "t4", AGAIN)]
    pane.show_task(task_doc("t5", "done", chore="h1", chore_time="2026-12-07T09:00:00"))
    assert pane.again.isHidden()
    pane.header.of_chore.open.click()
    assert places[1:] == [Place(View.CHORES, "h1")]


def test_a_receipt_offers_it_too(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    places: list[Place] = []
    shell.navigator.wanted.connect(places.append)
    receipts.serve(desk, receipts.RECEIPTS)
    view = ReceiptsView(shell)
    qtbot.addWidget(view)
    qtbot.waitUntil(lambda: view.pane.doc is not None)
    view.pane.again()
    assert places == [Place(View.CHORES, "t4", AGAIN)]


def test_a_task_says_for_which_time_it_was_made_and_what_is_told_with_it(shell: Shell, qtbot: QtBot) -> None:
    pane = TaskPane(shell)
    qtbot.addWidget(pane)
    pane.show_task(task_doc("t1", "queued"))
    assert pane.header.of_chore.isHidden()
    pane.show_task(task_doc("t1", "queued", chore="h1", chore_time="2026-12-07T23:30:00", chore_note="\u202eAlso"))
    assert pane.header.of_chore.words.text() == "Made by a chore, for 7 December 2026, 23:30"
    assert "⟨U+202E⟩" in pane.header.of_chore.note.text()
    assert for_words({"chore": "h1", "chore_time": "no time"}) == "Made by a chore"


def test_a_new_chore_is_written_from_anywhere(shell: Shell, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> None:
    serve(desk, [])
    window = MainWindow(desk, shell.theme, factories(tmp_path, False), tmp_path)
    qtbot.addWidget(window)
    window.commands = WindowCommands(window, quit=window.close, about=lambda: None)
    window.shell.commands.run("chore.new")
    assert window.view is View.CHORES
    assert list(window.widget(View.CHORES).editors) == [""]
