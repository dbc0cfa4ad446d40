"""The receipts view: pages, search, keys, refreshes, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gallery.receipts import HOSTILE, RECEIPTS, receipt, sample_page, serve
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.navigation import Place, View
from desktop.receipts.pictures import Pictures, PictureWindow
from desktop.receipts.view import ReceiptsView
from desktop.shell import Shell
from desktop.widgets.frames import Banner
from desktop.widgets.words import Foreign, Words

CHANGED = {"tasks": [], "receipts": True, "profile": False, "settings": False}


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> ReceiptsView:
    sample_page()
    serve(desk, RECEIPTS)
    made = ReceiptsView(window[1])
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: made.pane.doc is not None)
    QThreadPool.globalInstance().waitForDone()
    return made


def texts(view: ReceiptsView) -> str:
    return "\n".join(label.text() for label in view.pane.findChildren(Words) if label.isVisible())


def headings(view: ReceiptsView) -> list[int]:
    return [at for at, row in enumerate(view.list.table.rows.rows) if row.heading]


def press(view: ReceiptsView, words: str) -> None:
    next(each for each in view.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def test_the_newest_receipt_is_open_and_months_are_headings(view: ReceiptsView) -> None:
    assert view.pane.doc is not None
    assert view.pane.doc["id"] == "r9"
    assert headings(view) == [0, 4, 7]
    assert "Sent, and the site confirmed it." in texts(view)
    assert "Your profile" in {each.text() for each in view.findChildren(QPushButton)}


def test_months_can_not_be_selected(view: ReceiptsView, qtbot: QtBot) -> None:
    view.list.table.setFocus()
    for _ in range(4):
        qtbot.keyClick(view.list.table, Qt.Key.Key_Down)
    assert view.list.table.selected() == "r5"


def test_j_and_k_walk_over_headings(view: ReceiptsView, shell: Shell) -> None:
    for _ in range(3):
        shell.commands.run("receipts.next")
    assert view.list.selected == "r6"
    shell.commands.run("receipts.previous")
    assert view.list.selected == "r7"


def test_search_asks_once_and_drops_older_answers(view: ReceiptsView, desk: StandIn, qtbot: QtBot) -> None:
    asked = len(desk.asked("receipts"))
    for text in ("l", "li", "library"):
        view.list.search.setText(text)
    qtbot.waitUntil(lambda: view.list.searched == "library")
    assert [each.get("search") for each in desk.asked("receipts")[asked:]] == ["library"]
    assert [doc["id"] for doc in view.list.docs] == ["r5"]
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "r5")


def test_an_answer_to_an_older_search_is_ignored(view: ReceiptsView, desk: StandIn) -> None:
    view.list._ask(100)
    older = view.list._number
    view.list._ask(100)
    view.list._take(older, "", [], 100, add=False)
    assert len(view.list.docs) == len(RECEIPTS)


def test_nothing_found_says_so_and_keeps_the_list_in_place(view: ReceiptsView, qtbot: QtBot) -> None:
    view.list.search.setText("<b>boat</b>")
    qtbot.waitUntil(lambda: view.list.searched == "<b>boat</b>")
    said = [each for each in view.list.findChildren(Foreign) if each.isVisible()]
    assert "Nothing found for “<b>boat</b>”." in [each.full for each in said]
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in said)


def test_slash_goes_to_the_search_field(view: ReceiptsView, qtbot: QtBot) -> None:
    with qtbot.waitActive(view.window()):
        view.window().activateWindow()
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Qt.Key.Key_Slash)
    assert view.list.search.hasFocus()


def test_further_pages_are_asked_for_by_the_last_receipt(window: tuple[QMainWindow, Shell], desk: StandIn,
                                                         qtbot: QtBot) -> None:
    many = [receipt(f"r{number}", f"Task {number}", "a.example", "2026-11-01T10:00:00Z")
            for number in range(250, 0, -1)]

    def page(params: dict[str, object]) -> list[object]:
        start = next((at + 1 for at, doc in enumerate(many) if doc["id"] == params.get("before")), 0)
        return list(many[start:start + int(str(params["limit"]))])

    serve(desk, many)
    desk.reply("receipts", page)
    made = ReceiptsView(window[1])
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: len(made.list.docs) == 100)
    made.list.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(made.list.docs) == 200)
    made.list.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(made.list.docs) == 250)
    assert [each.get("before") for each in desk.asked("receipts")] == [None, "r151", "r51"]
    assert headings(made) == [0]


def test_a_refresh_keeps_selection_and_place(view: ReceiptsView, desk: StandIn, qtbot: QtBot) -> None:
    view.go(Place(View.RECEIPTS, "r5"))
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "r5")
    serve(desk, [receipt("r10", "A new one", "new.example", "2026-11-24T10:00:00Z"), *RECEIPTS])
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: len(view.list.docs) == 7)
    assert view.list.selected == "r5"
    assert view.list.table.selected() == "r5"
    assert view.pane.doc is not None
    assert view.pane.doc["id"] == "r5"


def test_a_refresh_updates_the_open_receipt(view: ReceiptsView, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, [{**RECEIPTS[0], "reference": "LATE-1"}, *RECEIPTS[1:]])
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["reference"] == "LATE-1")


def test_other_changes_ask_nothing(view: ReceiptsView, desk: StandIn) -> None:
    before = len(desk.calls)
    desk.changed.emit({**CHANGED, "receipts": False})
    assert len(desk.calls) == before


def test_going_to_a_receipt_that_is_not_listed_shows_it(view: ReceiptsView, desk: StandIn, qtbot: QtBot) -> None:
    view.list.search.setText("library")
    qtbot.waitUntil(lambda: view.list.searched == "library")
    view.go(Place(View.RECEIPTS, "r9"))
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "r9")


def test_a_receipt_that_is_gone_says_so(view: ReceiptsView, qtbot: QtBot) -> None:
    view.go(Place(View.RECEIPTS, "r404"))
    qtbot.waitUntil(lambda: "There is no receipt of that number." in texts(view))
    assert "PP-2026-004817" not in texts(view)


def test_c_copies_the_reference_without_what_can_not_be_seen(view: ReceiptsView, desk: StandIn, shell: Shell,
                                                             qtbot: QtBot) -> None:
    serve(desk, [HOSTILE])
    view.list.refresh()
    view.pane.load("r9")
    qtbot.waitUntil(lambda: view.pane.doc == HOSTILE)
    with qtbot.waitSignal(shell.teller.said):
        shell.commands.run("receipts.copy")
    assert QGuiApplication.clipboard().text() == "<img src=x>REF2"


def test_hostile_texts_are_inert(view: ReceiptsView, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, [HOSTILE])
    view.pane.load("r9")
    qtbot.waitUntil(lambda: view.pane.doc == HOSTILE)
    labels = view.pane.findChildren(Words)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not any("\u202e" in label.text() or "\u2066" in label.text() for label in labels)


def test_the_profile_chip_leads_to_the_fact(view: ReceiptsView, shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        press(view, "Your profile")
    assert wanted.args == [Place(View.PROFILE, "name")]


def test_open_task_leads_there(view: ReceiptsView, shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        press(view, "Open task")
    assert wanted.args == [Place(View.INBOX, "t4")]


def test_export_writes_and_offers_the_folder(view: ReceiptsView, qtbot: QtBot, tmp_path: Path) -> None:
    view.pane.export_to(str(tmp_path / "permit.pdf"))
    qtbot.waitUntil(lambda: "Saved as permit.pdf" in texts(view), timeout=10_000)
    assert (tmp_path / "permit.pdf").read_bytes().startswith(b"%PDF")
    assert any(each.text() == "Open folder" and each.isVisible() for each in view.findChildren(QPushButton))


def test_a_failed_export_says_why(view: ReceiptsView, qtbot: QtBot, tmp_path: Path) -> None:
    view.pane.export_to(str(tmp_path / "gone" / "permit.pdf"))
    qtbot.waitUntil(lambda: "nothing was left behind" in texts(view), timeout=10_000)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_opens_in_a_window_of_its_own(view: ReceiptsView, qtbot: QtBot) -> None:
    shown = view.pane.findChild(Pictures)
    assert shown is not None
    opened = shown.enlarge(RECEIPTS[0]["before"], "Page before sending")
    qtbot.addWidget(opened)
    assert isinstance(opened, PictureWindow)
    QThreadPool.globalInstance().waitForDone()
    opened.view.zoom(2)
    assert opened.view.zoomed == 2
    opened.close()


def test_no_receipts_is_said_kindly(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, [])
    made = ReceiptsView(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: any(each.text() == "No receipts yet" and each.isVisible()
                                for each in made.findChildren(Words)))


def test_a_failure_offers_another_try(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("receipts", Problem("The disk is not there."))
    made = ReceiptsView(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: any(each.words.text() == "The disk is not there." and each.isVisible()
                                for each in made.findChildren(Banner)))
    serve(desk, RECEIPTS)
    press(made, "Try again")
    qtbot.waitUntil(lambda: len(made.list.docs) == len(RECEIPTS))


def test_every_control_has_a_name(view: ReceiptsView) -> None:
    for each in view.findChildren(QPushButton):
        assert each.text() or each.accessibleName()
    assert view.list.table.accessibleName()
    assert view.list.search.accessibleName()
