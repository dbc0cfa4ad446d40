"""The Chores view on an agent that answers from a table: list, agenda, one chore, what is done to it, calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.chores.view import ChoresView
from desktop.gallery.chores import CHORES, TODAY, serve
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import task_doc
from desktop.link import Problem
from desktop.navigation import AGAIN, NEW, Place, View
from desktop.shell import Shell

KEY = Qt.Key
CHANGED = {"tasks": [], "receipts": False, "profile": False, "settings": False}


def made(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot, docs: Any = CHORES) -> ChoresView:
    serve(desk, docs)
    view = ChoresView(window[1], lambda: TODAY)
    window[0].setCentralWidget(view)
    window[0].show()
    qtbot.waitUntil(lambda: view.list.docs == docs and bool(view.agenda.list.rows.rows))
    return view


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> ChoresView:
    return made(window, desk, qtbot)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in widget.findChildren(QLabel) if label.isVisible())


def press(view: QWidget, words: str) -> None:
    next(each for each in view.findChildren(QPushButton) if each.isVisible() and words in (
        each.text(), each.accessibleName())).click()


def opened(view: ChoresView, qtbot: QtBot, id: str) -> None:
    view.open(id)
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == id and "How it is done" in texts(view))


def test_with_no_chore_there_is_one_way_to_begin(window: tuple[QMainWindow, Shell], desk: StandIn,
                                                 qtbot: QtBot) -> None:
    view = made(window, desk, qtbot, [])
    assert view.start.isVisible()
    assert not view.split.isVisible()
    view.start.begin.click()
    assert view.editors[""].isVisible()
    press(view, "Cancel")
    assert view.start.isVisible()


def test_the_keys_of_the_strip_choose_a_day_and_the_agenda_is_read_for_it(
        view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    days = view.agenda.strip.days
    for key, there in ((KEY.Key_Right, date(2026, 11, 27)), (KEY.Key_Down, date(2026, 12, 4)),
                       (KEY.Key_PageDown, date(2027, 1, 4)), (KEY.Key_Home, TODAY),
                       (KEY.Key_PageUp, date(2026, 10, 26)), (KEY.Key_Home, TODAY)):
        QTest.keyClick(days, key)
        assert view.agenda.strip.day == there
        asked = desk.asked("chore agenda")[-1]
        assert str(asked["from"]) <= there.isoformat() <= str(asked["to"])
    index = view.agenda.strip.model.where(TODAY)
    assert view.agenda.strip.model.data(index) == "Today, Thursday 26 November 2026, 1 chore"
    qtbot.waitUntil(lambda: view.agenda.list.rows.rows[0].heading.startswith("Today"))


def test_a_time_on_the_agenda_opens_its_chore_and_esc_goes_back(view: ChoresView, qtbot: QtBot) -> None:
    view.agenda.list.step(1)
    view.agenda.list.enter()
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.isVisible())
    assert view.list.table.selected() == "h1"
    view.pane.left.emit()
    assert view.agenda.isVisible()
    assert view.list.table.selected() == ""


def test_a_chore_says_when_it_comes_what_varies_and_how_it_went(view: ChoresView, qtbot: QtBot) -> None:
    opened(view, qtbot, "h1")
    said = texts(view.pane)
    for words in ("On the first Monday of every month at 09:00", "Monday 7 December 2026, 09:00",
                  "Monday 29 March 2027, 09:00", "Asked each time (last: 48213)", "they become one task",
                  "Done 5 of 6 times.", "Also for 7 September 2026", "Skipped by you"):
        assert words in said
    assert "By the clock of" not in said
    opened(view, qtbot, "h3")
    assert "Goes in again: 4471" in texts(view.pane)
    opened(view, qtbot, "h4")
    assert "Your profile does not say the passport expiry yet" in texts(view.pane)


@pytest.mark.parametrize(("words", "method"), [
    ("Skip 7 December", "chore skip"), ("Pause", "chore pause"), ("Remove", "chore remove")])
def test_what_is_done_to_a_chore_can_be_taken_back(view: ChoresView, desk: StandIn, shell: Shell, qtbot: QtBot,
                                                   words: str, method: str) -> None:
    desk.reply(method, [CHORES[0]])
    desk.reply("chore undo", [CHORES[0]])
    opened(view, qtbot, "h1")
    with qtbot.waitSignal(shell.undo.offered):
        press(view.pane, words)
    assert desk.asked(method) == [{"id": "h1"}]
    shell.undo.undo()
    assert desk.asked("chore undo") == [{"id": "h1"}]


def test_done_now_it_goes_to_the_task_and_a_past_time_to_its_receipt(
        view: ChoresView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("chore run", {"task": "t50", "state": "queued", "chore": "h1", "local": "2026-11-26T22:00:00"})
    places: list[Place] = []
    shell.navigator.wanted.connect(places.append)
    opened(view, qtbot, "h1")
    press(view.pane, "Do it now")
    qtbot.waitUntil(lambda: places == [Place(View.INBOX, "t50")])
    press(view.pane, "Open the receipt of 2 November")
    qtbot.waitUntil(lambda: places[1:] == [Place(View.RECEIPTS, "r9")])
    press(view.pane, "Open the task of 6 July")
    assert places[2:] == [Place(View.INBOX, "t9")]


def test_done_in_place_of_the_next_time_that_is_said_and_stays_so_when_the_task_is_cancelled(
        view: ChoresView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("chore run", {"task": "t50", "state": "queued", "chore": "h1", "local": "2026-12-07T09:00:00"})
    desk.reply("cancel", {"task": "t50", "state": "cancelled"})
    opened(view, qtbot, "h1")
    with qtbot.waitSignal(shell.undo.offered) as offered:
        press(view.pane, "Do it now in place of 7 December")
    assert desk.asked("chore run") == [{"id": "h1", "instead": True}]
    assert "in place of 7 December" in offered.args[0]
    with qtbot.waitSignal(shell.teller.said) as said:
        shell.undo.undo()
    assert "still does not come on 7 December" in said.args[0]
    opened(view, qtbot, "h5")
    assert not any("in place of" in each.text() and each.isVisible() for each in view.pane.findChildren(QPushButton))


def test_a_chore_leads_to_its_figures(view: ChoresView, shell: Shell, qtbot: QtBot) -> None:
    opened(view, qtbot, "h1")
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        press(view.pane, "How reliably it went")
    assert went.args == [Place(View.FIGURES, "h1")]


def test_calendars_that_are_dropped_come_one_by_one_or_become_a_task(view: ChoresView, desk: StandIn, shell: Shell,
                                                                     qtbot: QtBot) -> None:
    view.take_calendars(["/x/one.ics", "/x/two.ics"])
    qtbot.waitUntil(view.bringing.take_button.isEnabled)
    press(view.bringing, "Cancel")
    qtbot.waitUntil(lambda: [each["file"] for each in desk.asked("chore import")] == ["/x/one.ics", "/x/two.ics"])
    assert all(each["check"] for each in desk.asked("chore import"))
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        press(view.bringing, "Make a task of the file")
    assert went.args == [Place(View.INBOX, "/x/two.ics", NEW)]
    assert view.agenda.isVisible()


def test_all_are_paused_at_once_and_come_back_at_once(view: ChoresView, desk: StandIn, shell: Shell,
                                                      qtbot: QtBot) -> None:
    desk.reply("chore pause", CHORES[:2])
    desk.reply("chore undo", CHORES[:1])
    with qtbot.waitSignal(shell.undo.offered) as offered:
        shell.commands.run("chores.pause-all")
    assert offered.args == ["2 chores paused"]
    shell.undo.undo()
    assert desk.asked("chore undo") == [{"id": "h1"}, {"id": "h2"}]


def test_a_change_on_disk_is_read_and_the_place_kept(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    opened(view, qtbot, "h1")
    paused = [{**CHORES[0], "paused": True, "next": []}, *CHORES[1:]]
    serve(desk, paused)                                                              # type: ignore[arg-type]
    desk.changed.emit({**CHANGED, "chores": True})
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["paused"])
    qtbot.waitUntil(lambda: view.list.docs == paused)
    assert view.list.table.selected() == "h1"
    view.hide()
    asked = len(desk.asked("chore list"))
    for _ in range(3):
        desk.changed.emit({**CHANGED, "tasks": ["t1"]})
    qtbot.waitUntil(lambda: not view._later.isActive())
    assert len(desk.asked("chore list")) == asked          # nobody looks
    view.show()
    assert len(desk.asked("chore list")) == asked + 1


def test_what_can_not_be_read_is_said_and_can_be_tried_again(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("chore list", Problem("The data folder is locked."))
    view.refresh()
    qtbot.waitUntil(view.list.problem.isVisible)
    assert view.split.isVisible()
    serve(desk, CHORES)
    press(view.list, "Try again")
    qtbot.waitUntil(lambda: not view.list.problem.isVisible())


def test_a_calendar_is_shown_before_anything_is_made_and_can_be_taken_back(
        view: ChoresView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    view.preview("/home/me/family.ics")
    qtbot.waitUntil(view.bringing.take_button.isEnabled)
    said = texts(view.bringing)
    for words in ("It would make 2 chores.", "Pay the garden waste collection", "Not taken over (2)",
                  "It recurs every 15 minutes; a chore comes once a day at most."):
        assert words in said
    assert desk.asked("chore import") == [{"file": "/home/me/family.ics", "check": True}]
    with qtbot.waitSignal(shell.undo.offered):
        view.bringing.take_button.click()
    assert desk.asked("chore import")[1:] == [{"file": "/home/me/family.ics", "seen": "5eed"}]
    desk.reply("chore remove", [])
    shell.undo.undo()
    assert len(desk.asked("chore remove")) == 2


def test_a_calendar_that_can_not_be_read_changes_nothing(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("chore import", Problem("family.ics: this is no calendar."))
    view.preview("/home/me/family.ics")
    qtbot.waitUntil(lambda: "this is no calendar" in texts(view.bringing))
    assert not view.bringing.take_button.isEnabled()


def test_one_chore_or_all_are_exported(view: ChoresView, desk: StandIn, shell: Shell, qtbot: QtBot,
                                       tmp_path: Path) -> None:
    desk.reply("chore export", lambda params: {"file": params["file"], "chores": []})
    with qtbot.waitSignal(shell.teller.said) as said:
        view.export_to(str(tmp_path / "all.ics"))
    assert said.args == ["Saved as all.ics", "success"]
    view.export_to("/x.ics", "h1")
    assert [(each.get("ids"), each["force"]) for each in desk.asked("chore export")] == [(None, True), (["h1"], True)]


def test_a_task_is_done_again_regularly_unless_a_chore_made_it(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    view.go(Place(View.CHORES, "t4", AGAIN))
    qtbot.waitUntil(lambda: "t4" in view.editors and view.editors["t4"].isVisible())
    editor = view.editors["t4"]
    assert editor.what.toPlainText() == "Submit my meter reading, 48213, for the flat in Mill Lane"
    assert editor.card.url.text() == "https://energy.example/reading"
    assert editor.files.added == ("/x/letter.pdf",)
    desk.reply("task", lambda params: task_doc(str(params["id"]), "done", chore="h2"))
    view.go(Place(View.CHORES, "t5", AGAIN))
    qtbot.waitUntil(lambda: view.pane.isVisible() and view.pane.wanted == "h2")
    view.go(Place(View.CHORES, part=NEW))
    assert view.editors[""].isVisible()
    desk.reply("task", task_doc("t4", "done"))
    view.go(Place(View.CHORES, "t4", AGAIN))
    qtbot.waitUntil(lambda: view.pages.currentWidget() is editor)          # the very same page, with what it held
