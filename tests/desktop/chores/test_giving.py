"""What varies is given beforehand in the window: typed, or chosen from what a photo or letter says; never taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.chores.giving import Giving
from desktop.chores.view import ChoresView
from desktop.gallery.chores import CHORES, PAST
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.shell import Shell
from tests.desktop.chores.test_view import made, opened, press, texts

DOC: Any = {**CHORES[0], "occurrences": PAST}
FIRST, SECOND = "2026-12-07T09:00:00", "2027-01-04T09:00:00"


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> ChoresView:
    return made(window, desk, qtbot)


def dropped(onto: QWidget, at: QPoint, *paths: str) -> bool:
    """As Qt hands a drop over: entered, then dropped; returns whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(each) for each in paths])
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(onto, enter)
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
    drop.ignore()
    QApplication.sendEvent(onto, drop)
    return enter.isAccepted() and drop.isAccepted()


def proposed(view: ChoresView, qtbot: QtBot) -> Giving:
    view.give(DOC, ["/home/me/meter.jpg"])
    qtbot.waitUntil(lambda: len(view.giving.fields["reading"].radios) == 2)
    return view.giving


def test_a_typed_value_is_given_for_the_chosen_time_and_taken_back(
        view: ChoresView, desk: StandIn, window: tuple[QMainWindow, Shell], qtbot: QtBot) -> None:
    opened(view, qtbot, "h1")
    press(view, "Give beforehand …")
    giving = view.giving
    assert giving.isVisible()
    assert "The last time it was 48213." in texts(giving)
    giving.when.setCurrentIndex(1)
    QTest.keyClicks(giving.fields["reading"].edit, "48702")
    QTest.keyClick(giving.fields["reading"].edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.pane.isVisible())
    assert desk.asked("chore give") == [{"id": "h1", "at": SECOND, "set": ["reading=48702"]}]
    desk.reply("chore undo", [])
    assert window[1].undo.undo()
    assert desk.asked("chore undo") == [{"id": "h1"}]


def test_proposals_stand_with_their_file_and_none_is_chosen(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    giving = proposed(view, qtbot)
    field = giving.fields["reading"]
    assert desk.asked("chore give") == [{"id": "h1", "at": FIRST, "file": ["/home/me/meter.jpg"]}]
    assert (field.value(), [each.isChecked() for each in field.radios]) == ("", [False, False])
    assert "meter.jpg: “048702 kWh”" in texts(giving)
    assert "HEIC" in texts(giving)
    giving.keep()                                        # nothing was chosen, so nothing is given
    assert len(desk.asked("chore give")) == 1
    giving = proposed(view, qtbot)
    giving.fields["reading"].radios[0].click()
    giving.attach.setChecked(True)
    giving.keep()
    assert desk.asked("chore give")[-1] == {"id": "h1", "at": FIRST, "set": ["reading=48702"], "attach": True,
                                            "file": ["/home/me/meter.jpg"], "unread": True}


def test_what_was_typed_stays_when_a_document_has_been_read(view: ChoresView, qtbot: QtBot) -> None:
    view.give(DOC, [])
    view.giving.fields["reading"].edit.setText("48999")
    view.giving.documents.take(["/home/me/meter.jpg"])
    qtbot.waitUntil(lambda: len(view.giving.fields["reading"].radios) == 2)
    assert view.giving.fields["reading"].value() == "48999"


def test_reading_says_what_it_does_and_is_stopped(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    desk.hold("chore give")
    desk.reply("reading stop", 1)
    view.give(DOC, ["/home/me/letter.pdf"])
    documents = view.giving.documents
    desk.told.emit("Reading letter.pdf, page 2 of 5.")
    assert documents.state.text().replace("\u200b", "") == "Reading letter.pdf, page 2 of 5."
    assert not documents.button.isEnabled()
    view.giving.keep()                                   # not while it is read
    documents.take(["/home/me/other.pdf"])
    documents.stop_button.click()
    assert (len(desk.asked("chore give")), len(desk.asked("reading stop"))) == (1, 1)
    view.giving.cancel_button.click()
    assert len(desk.asked("reading stop")) == 2


def test_a_refusal_loses_nothing(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("chore give", Problem("That time has come."))
    view.give(DOC, ["/home/me/meter.jpg"])
    qtbot.waitUntil(lambda: not view.giving.documents.busy)
    assert "That time has come." in texts(view.giving.documents)
    view.giving.fields["reading"].edit.setText("48999")
    view.giving.keep()
    qtbot.waitUntil(lambda: view.giving.problem.isVisible())
    assert (view.giving.fields["reading"].value(), view.giving.isVisible()) == ("48999", True)


def test_a_picture_dropped_onto_a_chore_opens_it(view: ChoresView, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> None:
    table, photo = view.list.table, str(tmp_path / "meter.jpg")
    row = table.visualRect(table.rows.index(table.rows.row_of("h1"), 0)).center()
    assert dropped(table.viewport(), row, photo)
    qtbot.waitUntil(lambda: view.giving.isVisible() and desk.asked("chore give") != [])
    assert desk.asked("chore give")[0]["file"] == [photo]
    assert not dropped(table.viewport(), QPoint(5, table.viewport().height() - 2), photo)     # under the last row
    assert not dropped(table.viewport(), row, str(tmp_path / "family.ics"))                   # the window shows it
    opened(view, qtbot, "h1")
    assert dropped(view.pane, QPoint(5, 5), photo)
    qtbot.waitUntil(lambda: len(desk.asked("chore give")) == 2)


def test_a_chore_that_asks_for_nothing_says_so(view: ChoresView, desk: StandIn, qtbot: QtBot) -> None:
    nothing: Any = {**CHORES[1], "occurrences": []}
    view.give(nothing, ["/home/me/meter.jpg"])
    assert "asks for nothing" in texts(view.giving)
    assert not view.giving.keep_button.isEnabled()
    assert desk.asked("chore give") == []
