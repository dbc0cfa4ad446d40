"""The inbox at work: new tasks, the list, keys, undo, and what a change must not disturb."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from agent.protocol.messages import TaskRow
from desktop.gallery.inbox import board, draft_doc, no_review, row
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import start_doc, task_doc
from desktop.inbox.delegate import HEADING_HEIGHT
from desktop.inbox.view import InboxView
from desktop.link import Connection, Problem
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.task.face import Face
from tests.desktop.task.docs import changed


@dataclass
class Drop:
    """What the window's drop brings."""

    texts: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class Table:
    """The agent's tasks."""

    def __init__(self, rows: list[TaskRow]) -> None:
        self.rows = {each["id"]: each for each in rows}

    def board(self, params: dict[str, Any]) -> Any:
        """Answers the board, two finished ones a page."""
        if "ids" in params:
            return board([self.rows[id] for id in params["ids"] if id in self.rows])
        done = [each for each in self.rows.values() if each["state"] in ("done", "failed", "cancelled", "unknown")]
        start = next((place + 1 for place, each in enumerate(done) if each["id"] == params.get("after")), 0)
        some = done[start:start + 2]
        first = [] if "after" in params else [each for each in self.rows.values() if each not in done]
        return {"rows": first + some, "next": some[-1]["id"] if start + 2 < len(done) else "", "total": len(self.rows)}


@pytest.fixture
def table(desk: StandIn) -> Table:
    made = Table([row(9, "Renew permit", "council.example", "needs_review", 1, ["s1"]),
                  row(8, "Meter reading", "energy.example", "needs_answer", 2, ["q1"]),
                  row(7, "Library", "library.example", "queued", 3), row(6, "Garage", "garage.example", "queued", 3),
                  *(row(number, f"Old {number}", "old.example", "failed", 60) for number in range(5, 0, -1))])
    desk.reply("board", made.board)
    desk.reply("task", lambda params: task_doc(params["id"], made.rows[params["id"]]["state"],
                                               waits=made.rows[params["id"]]["waits"]))
    desk.reply("inbox", [])
    desk.reply("live", [])
    return made


@pytest.fixture
def inbox(table: Table, shell: Shell, window: Any, qtbot: QtBot) -> InboxView:
    made = InboxView(shell, no_review)
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: made.feed.is_loaded)
    return made


# New tasks

def test_typed_words_show_as_a_card_and_are_added_with_undo(inbox: InboxView, table: Table, desk: StandIn,
                                                            shell: Shell, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(params["text"]))
    desk.reply("add", {"task": "t10"})
    desk.reply("cancel", {"id": "t10", "state": "cancelled"})
    entry = inbox.entry
    qtbot.keyClicks(entry.edit, "Submit 48213")
    assert not entry.add_button.isEnabled()
    qtbot.waitUntil(entry.add_button.isEnabled)
    assert desk.asked("draft") == [{"text": "Submit 48213"}]
    assert entry.cards[0].site.full == "energy.example"
    table.rows["t10"] = row(10, "Submit 48213", "energy.example", "queued", 0)
    with qtbot.waitSignal(shell.undo.offered):
        entry.add_button.click()
    assert desk.asked("add") == [{"text": "Submit 48213"}]
    assert entry.edit.toPlainText() == ""
    assert entry.cards == []
    qtbot.waitUntil(lambda: inbox.list.selected() == ["t10"])
    shell.undo.undo()
    assert desk.asked("cancel") == [{"id": "t10"}]


def test_ctrl_enter_right_after_typing_adds_once_it_is_read(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(params["text"]))
    desk.reply("add", {"task": "t10"})
    qtbot.keyClicks(inbox.entry.edit, "Submit")
    qtbot.keyClick(inbox.entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not desk.asked("add")
    qtbot.waitUntil(lambda: desk.asked("add") == [{"text": "Submit"}])


def test_ctrl_enter_does_not_add_what_lacks_something(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(params["text"], str(params.get("url", "")), missing=[]
                                                 if params.get("url") else ["Give the web address."]))
    desk.reply("add", {"task": "t10"})
    entry = inbox.entry
    qtbot.keyClicks(entry.edit, "Submit")
    qtbot.keyClick(entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: entry.cards[0].missing.isVisible())
    assert not desk.asked("add")
    assert entry.cards[0].url.isVisible()
    qtbot.keyClicks(entry.cards[0].url, "https://energy.example/")
    qtbot.waitUntil(entry.add_button.isEnabled)
    entry.add_button.click()
    assert desk.asked("add") == [{"text": "Submit", "url": "https://energy.example/"}]


def test_a_known_site_is_shown_with_why_and_can_be_changed(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    why = "Starts at energy.example because you sent “Submit 47010” there on 3 October 2026."
    desk.reply("draft", lambda params: draft_doc(params["text"], str(params["url"])) if params.get("url")
               else draft_doc(params["text"], start=start_doc("known", why)))
    desk.reply("add", {"task": "t10"})
    entry = inbox.entry
    qtbot.keyClicks(entry.edit, "Submit 48213")
    qtbot.waitUntil(entry.add_button.isEnabled)
    card = entry.cards[0]
    assert (card.start.full, card.url.isVisible(), card.url.text()) == (why, True, "")
    qtbot.keyClicks(card.url, "https://other.example/")
    qtbot.waitUntil(lambda: entry.add_button.isEnabled() and card.start.isHidden())
    card.url.clear()
    card.address.emit()
    qtbot.waitUntil(lambda: entry.add_button.isEnabled() and card.start.isVisible())
    entry.add_button.click()  # what was shown is what is filed, though another may fit by now
    assert desk.asked("add") == [{"text": "Submit 48213", "url": "https://energy.example/reading"}]


def test_what_asks_where_to_start_can_be_added(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(params["text"], ""))
    desk.reply("add", {"task": "t10"})
    qtbot.keyClicks(inbox.entry.edit, "Submit")
    qtbot.waitUntil(inbox.entry.add_button.isEnabled)
    assert inbox.entry.cards[0].start.full == "No site is known for this. It asks you where to start."
    inbox.entry.add_button.click()
    assert desk.asked("add") == [{"text": "Submit"}]


def test_addresses_of_an_email_are_offered_and_never_taken_by_themselves(inbox: InboxView, desk: StandIn,
                                                                         qtbot: QtBot) -> None:
    link = "https://energy.example/reading?from=mail"
    desk.reply("draft", lambda params: draft_doc(params["text"], str(params.get("url", "")), start=start_doc(
        "given" if params.get("url") else "document", "It asks you.", (link, "named in “letter.eml”"))))
    qtbot.keyClicks(inbox.entry.edit, "See the e-mail")
    qtbot.waitUntil(lambda: bool(inbox.entry.cards) and inbox.entry.cards[0].links.isVisible())
    assert desk.asked("draft") == [{"text": "See the e-mail"}]
    offer = inbox.entry.cards[0].links.findChild(QPushButton)
    assert offer.text() == "Start at energy.example"
    offer.click()
    qtbot.waitUntil(inbox.entry.add_button.isEnabled)
    assert inbox.entry.cards[0].url.text() == link
    assert desk.asked("draft")[-1] == {"text": "See the e-mail", "url": link}


def test_a_draft_that_is_refused_keeps_the_words_and_says_why(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", Problem("The file is too large."))
    inbox.take_drop(Drop(files=["/x/film.mov"]))
    qtbot.waitUntil(lambda: inbox.entry.cards[0].problem.isVisible())
    assert inbox.entry.cards[0].problem.full == "The file is too large."
    assert inbox.entry.files == ("/x/film.mov",)
    assert not inbox.entry.add_button.isEnabled()


def test_dropped_files_become_one_task_and_can_be_taken_off(inbox: InboxView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc("Letter", files=[
        {"name": path[3:], "path": path, "media_type": "", "size": 10} for path in params.get("file", [])]))
    inbox.entry.edit.setPlainText("half")
    inbox.take_drop(Drop(texts=["dropped"], files=["/x/a.pdf", "/x/b.pdf"]))
    qtbot.waitUntil(inbox.entry.add_button.isEnabled)
    assert desk.asked("draft")[-1] == {"text": "half\ndropped", "file": ["/x/a.pdf", "/x/b.pdf"]}
    inbox.entry.cards[0].removed.emit("/x/a.pdf")
    qtbot.waitUntil(inbox.entry.add_button.isEnabled)
    assert desk.asked("draft")[-1] == {"text": "half\ndropped", "file": ["/x/b.pdf"]}


def test_several_links_become_several_tasks_and_what_fails_stays(inbox: InboxView, desk: StandIn, shell: Shell,
                                                                 qtbot: QtBot) -> None:
    desk.reply("draft", lambda params: draft_doc(params["text"], params["text"]))
    desk.reply("add", lambda params: {"task": "t10"} if "a.example" in params["text"] else Problem("Not that one."))
    inbox.take_drop(Drop(urls=["https://a.example", "https://b.example"]))
    qtbot.waitUntil(inbox.entry.add_button.isEnabled)
    assert inbox.entry.add_button.text() == "Add all 2"
    with qtbot.waitSignal(shell.undo.offered) as offered:
        inbox.entry.add_button.click()
    assert offered.args == ["Task added"]
    assert inbox.entry.edit.toPlainText() == "https://b.example"
    assert inbox.entry.cards[0].problem.full == "Not that one."


def test_pasted_files_are_attached_and_pasted_words_are_words(inbox: InboxView) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/x/a.pdf")])
    words.setText("Renew it")
    inbox.entry.edit.insertFromMimeData(files)
    inbox.entry.edit.insertFromMimeData(words)
    assert inbox.entry.files == ("/x/a.pdf",)
    assert inbox.entry.edit.toPlainText() == "Renew it"


# The list

def test_all_pages_are_read(inbox: InboxView, desk: StandIn) -> None:
    assert len(inbox.model.by_id) == 9
    assert [params.get("after") for params in desk.asked("board")] == [None, "t4", "t2"]


def test_choosing_a_row_shows_its_task(inbox: InboxView, qtbot: QtBot) -> None:
    inbox.list.select("t7")
    qtbot.waitUntil(lambda: inbox.detail.face is Face.TASK)
    assert inbox.detail.task_id == "t7"


def test_one_changed_task_is_asked_for_alone_and_keeps_selection(inbox: InboxView, table: Table, desk: StandIn,
                                                                 qtbot: QtBot) -> None:
    inbox.list.select("t7")
    resets: list[int] = []
    inbox.model.modelReset.connect(lambda: resets.append(1))
    table.rows["t7"] = row(7, "Library", "library.example", "running", 0)
    desk.changed.emit(changed("t7"))
    qtbot.waitUntil(lambda: inbox.model.by_id["t7"].state == "running")
    assert desk.asked("board")[-1] == {"ids": ["t7"]}
    assert inbox.list.selected() == ["t7"]
    assert not resets


def test_changes_while_an_answer_is_under_way_are_asked_for_together(inbox: InboxView, desk: StandIn,
                                                                     qtbot: QtBot) -> None:
    before = len(desk.asked("board"))
    for id in ("t7", "t6", "t9"):
        desk.changed.emit(changed(id))
    qtbot.waitUntil(lambda: len(desk.asked("board")) == before + 2)
    assert [params["ids"] for params in desk.asked("board")[before:]] == [["t7"], ["t6", "t9"]]


def test_a_task_that_is_gone_leaves_the_list(inbox: InboxView, table: Table, desk: StandIn, qtbot: QtBot) -> None:
    del table.rows["t6"]
    desk.changed.emit(changed("t6"))
    qtbot.waitUntil(lambda: "t6" not in inbox.model.by_id)
    assert inbox.model.row_of_id("t6") == -1


def test_filtering_keeps_the_open_task_and_selects_it_again(inbox: InboxView, qtbot: QtBot) -> None:
    inbox.list.select("t7")
    with qtbot.waitSignal(inbox.model.filtered):
        inbox.filter.setText("permit")
    assert inbox.detail.task_id == "t7"
    with qtbot.waitSignal(inbox.model.filtered):
        inbox.filter.setText("")
    assert inbox.list.selected() == ["t7"]


def heights(inbox: InboxView) -> tuple[set[int], set[int]]:
    """The heights of headings and of all other rows."""
    headings = set(inbox.model.headings())
    return ({inbox.list.rowHeight(row) for row in headings},
            {inbox.list.rowHeight(row) for row in range(inbox.model.rowCount()) if row not in headings})


def test_headings_are_low_and_rows_high_whatever_changed(inbox: InboxView, table: Table, desk: StandIn, shell: Shell,
                                                         qtbot: QtBot) -> None:
    right = ({HEADING_HEIGHT}, {shell.theme.row_height})
    assert heights(inbox) == right
    for text in ("old", "library", ""):
        with qtbot.waitSignal(inbox.model.filtered):
            inbox.filter.setText(text)
        assert heights(inbox) == right
    for id, state in (("t7", "needs_review"), ("t6", "needs_review"), ("t9", "running"), ("t8", "queued"),
                      ("t5", "queued"), ("t6", "queued"), ("t7", "done"), ("t9", "done")):
        table.rows[id] = row(int(id[1:]), "Moved", "x.example", state, 0)
        desk.changed.emit(changed(id))
        qtbot.waitUntil(lambda id=id, state=state: inbox.model.by_id[id].state == state)
        assert heights(inbox) == right
    shell.theme.choose_density("compact")
    assert heights(inbox) == ({HEADING_HEIGHT}, {shell.theme.row_height})


def test_a_filter_without_a_match_says_so(inbox: InboxView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(inbox.model.filtered):
        inbox.filter.setText("passport")
    assert inbox.stack.currentWidget() is inbox.no_match


def test_several_are_tried_again_and_undone_in_one_step(inbox: InboxView, desk: StandIn, shell: Shell,
                                                        qtbot: QtBot) -> None:
    desk.reply("retry", lambda params: Problem("Not that one.") if params["id"] == "t1" else {"task": params["id"]})
    desk.reply("cancel", lambda params: {"id": params["id"]})
    inbox.list.selectAll()
    with qtbot.waitSignals([shell.undo.offered, shell.teller.said]):
        inbox.list.do("retry")
    assert [params["id"] for params in desk.asked("retry")] == ["t5", "t4", "t3", "t2", "t1"]
    shell.undo.undo()
    assert [params["id"] for params in desk.asked("cancel")] == ["t5", "t4", "t3", "t2"]


def test_the_menu_offers_only_what_can_be_done(inbox: InboxView) -> None:
    inbox.list.select("t7")
    assert [each.text() for each in inbox.list.menu().actions()] == ["Pause", "Cancel"]
    inbox.list.select("t5")
    assert [each.text() for each in inbox.list.menu().actions()] == ["Prepare it again"]
    inbox.list.selectAll()
    assert [each.text() for each in inbox.list.menu().actions()] == ["Prepare 5 again", "Pause 2", "Cancel 4"]


def test_keys_work_in_the_list_and_are_letters_in_the_entry(inbox: InboxView, desk: StandIn, window: Any,
                                                            qtbot: QtBot) -> None:
    qtbot.waitActive(window[0])
    desk.reply("cancel", lambda params: {"id": params["id"]})
    desk.reply("draft", lambda params: draft_doc(params["text"]))
    inbox.new_task()
    qtbot.keyClicks(inbox.entry.edit, "jkr/")
    assert inbox.entry.edit.toPlainText() == "jkr/"
    assert inbox.list.selected() == []
    inbox.focus_list()
    assert inbox.list.selected() == ["t9"]
    for key, id in ((Qt.Key.Key_J, "t8"), (Qt.Key.Key_J, "t7"), (Qt.Key.Key_J, "t6"), (Qt.Key.Key_K, "t7")):
        qtbot.keyClick(inbox.list, key)
        assert inbox.list.selected() == [id]
    qtbot.keyClick(inbox.list, Qt.Key.Key_Delete)
    assert desk.asked("cancel") == [{"id": "t7"}]
    qtbot.keyClick(inbox.list, Qt.Key.Key_Slash)
    assert inbox.filter.hasFocus()


def test_a_heading_folds_by_mouse_and_by_keyboard(inbox: InboxView, window: Any, qtbot: QtBot) -> None:
    qtbot.waitActive(window[0])
    place = inbox.model.headings()[1]
    before = inbox.model.rowCount()
    middle = inbox.list.visualRect(inbox.model.index(place, 0)).center()
    qtbot.mouseClick(inbox.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert inbox.model.rowCount() == before - 2
    inbox.list.setFocus()
    inbox.list.setCurrentIndex(inbox.model.index(place, 0))
    qtbot.keyClick(inbox.list, Qt.Key.Key_Return)
    assert inbox.model.rowCount() == before


def test_next_that_needs_you_goes_round(inbox: InboxView, shell: Shell, qtbot: QtBot) -> None:
    for id in ("t9", "t8", "t9"):
        shell.commands.run("inbox.next")
        qtbot.waitUntil(lambda id=id: inbox.detail.task_id == id)
        assert inbox.list.selected() == [id]


def test_going_to_a_task_that_is_not_in_the_list_yet_shows_it(inbox: InboxView, table: Table, qtbot: QtBot) -> None:
    table.rows["t20"] = row(20, "From elsewhere", "x.example", "queued", 0)
    inbox.go(Place(View.INBOX, "t20"))
    qtbot.waitUntil(lambda: inbox.list.selected() == ["t20"])
    assert inbox.detail.task_id == "t20"


def test_a_list_that_can_not_be_read_says_so_and_tries_again(inbox: InboxView, table: Table, desk: StandIn,
                                                             qtbot: QtBot) -> None:
    desk.reply("board", Problem("The data folder is locked."))
    desk.connection.emit(Connection.READY)
    qtbot.waitUntil(lambda: inbox.problem.isVisible())
    assert inbox.model.rowCount()
    desk.reply("board", table.board)
    inbox.feed.load()
    qtbot.waitUntil(lambda: inbox.problem.isHidden())


def test_after_a_restart_what_stood_open_is_read_again(inbox: InboxView, table: Table, desk: StandIn,
                                                       qtbot: QtBot) -> None:
    table.rows["t7"] = row(7, "Library", "library.example", "done", 0)
    desk.connection.emit(Connection.READY)
    qtbot.waitUntil(lambda: inbox.model.by_id["t7"].state == "done")


def test_nothing_takes_the_focus_when_tasks_change(inbox: InboxView, table: Table, desk: StandIn, window: Any,
                                                   qtbot: QtBot) -> None:
    qtbot.waitActive(window[0])
    inbox.list.select("t7")
    qtbot.waitUntil(lambda: inbox.detail.face is Face.TASK)
    inbox.filter.setFocus()
    table.rows["t7"] = row(7, "Library", "library.example", "running", 0)
    desk.changed.emit(changed("t7"))
    qtbot.waitUntil(lambda: inbox.detail.face is Face.LIVE)
    assert inbox.filter.hasFocus()


def test_the_sidebar_learns_how_many_need_the_person(table: Table, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    made = InboxView(shell, no_review)
    qtbot.addWidget(made)
    counts: list[int] = []
    made.needs_you.connect(counts.append)
    qtbot.waitUntil(lambda: made.feed.is_loaded)
    assert counts[-1] == 2


def test_a_selected_row_paints_its_second_line_in_the_colour_for_it(inbox: InboxView, shell: Shell,
                                                                    qtbot: QtBot) -> None:
    inbox.list.select("t7")
    rect = inbox.list.visualRect(inbox.model.index(inbox.model.row_of_id("t7"), 0))
    picture: QImage = inbox.list.viewport().grab(rect).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert shell.theme.colours.selected in colours
    assert shell.theme.colours.on_selected_secondary in colours
