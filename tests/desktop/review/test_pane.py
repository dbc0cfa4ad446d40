"""Decisions, refusals, states and refreshes of the pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from agent.protocol import SubmissionState
from desktop.gallery.review import last_step, step
from desktop.gallery.review_samples import boxes, left_out, meter_rows, money_rows, page_picture, row, submission
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection, Problem
from desktop.navigation import Place, View
from desktop.review.grouping import Group
from desktop.review.pane import ReviewPane
from desktop.shell import Shell
from tests.desktop.review.conftest import Opened

CHANGED = {"tasks": ["t1"], "receipts": False, "profile": False, "settings": False}


def _check(pane: ReviewPane) -> None:
    rows = pane.body.rows
    while rows.next_to_check():
        rows.tick_current()


def _id(pane: ReviewPane, name: str) -> str:
    return next(item.id for item in pane.body.rows.sheet.items if item.name == name)


def test_own_yes_is_never_preticked_and_can_be_taken_back(opened: Opened) -> None:
    pane = opened(submission(meter_rows()))
    rows = pane.body.rows
    assert not rows.sheet.ticked
    _check(pane)
    assert pane.body.bar.approve.isEnabled()
    rows.stand_on(_id(pane, "declare"))
    rows.tick_current()
    assert pane.body.bar.left.text() == "1 to tick"
    assert not pane.body.bar.approve.isEnabled()


def test_scrolling_past_is_not_looking(opened: Opened) -> None:
    pane = opened(submission(meter_rows()))
    pane.body.rows.scrollToBottom()
    assert not pane.body.rows.sheet.seen


def test_a_change_refused_by_the_agent_is_reloaded_and_shown(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission([row("Fee", "12.00", "task", name="fee")]))
    desk.reply("approve", Problem("It changed since you looked.", "NotNow"))
    desk.reply("submission", submission([row("Fee", "120.00", "task", name="fee")], digest="d2"))
    pane.body.bar.approve.click()
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["digest"] == "d2")
    assert pane.body.problem.words.text() == "Not approved. It changed since you looked."
    assert pane.body.rows.sheet.sections[0].group is Group.DIFFERENCE
    assert not pane.body.bar.approve.isEnabled()
    desk.reply("approve", {"id": "s1", "state": "approved"})
    _check(pane)
    qtbot.waitUntil(pane.body.bar.approve.isEnabled)
    pane.body.bar.approve.click()
    assert [each["digest"] for each in desk.asked("approve")] == ["d1", "d2"]


def test_what_is_on_its_way_from_before_a_decision_does_not_undo_its_state(opened: Opened, desk: StandIn,
                                                                          qtbot: QtBot) -> None:
    doc = submission([row("Fee", "12.00", "task", name="fee")])
    pane = opened(doc)
    desk.reply("approve", {"id": "s1", "state": "approved"})
    states = []
    pane._following.came.connect(lambda found: states.append(found["state"]))
    desk.changed.emit(CHANGED)
    pane.body.bar.approve.click()
    desk.reply("submission", submission(doc["fields"], state="sending"))
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["state"] == "sending")
    assert states[-1] == "sending"
    assert len(desk.asked("approve")) == 1


def test_changes_survive_a_failed_call(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows(), not_sent=[left_out("Photo", "nothing chosen", editable=True)]))
    rows = pane.body.rows
    rows.sheet.change(_id(pane, "reading"), "1")
    rows.sheet.change(_id(pane, "photo"), "2")
    desk.reply("edit", Problem("“1” is too low.", "NotNow"))
    pane._apply()
    qtbot.waitUntil(lambda: not pane.body.problem.isHidden())
    assert desk.asked("edit")[0]["set"] == ["reading=1", "photo=2"]
    assert pane.body.problem.words.text() == "Your changes were not applied. “1” is too low."
    assert rows.changes() == {"reading": "1", "photo": "2"}
    assert not pane.body.changes.isHidden()


def test_a_half_typed_value_survives_a_refresh(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    rows = pane.body.rows
    rows.stand_on(_id(pane, "reading"))
    rows.edit_current()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("4823")
    asked = len(desk.asked("submission"))
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: len(desk.asked("submission")) > asked)
    qtbot.wait(1)
    assert field.text() == "4823"
    assert field.hasFocus()
    fresh = meter_rows()
    fresh[1]["value"] = "2026-11-04"
    desk.reply("submission", submission(fresh, digest="d2"))
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["digest"] == "d2")
    assert rows.changes() == {"reading": "4823"}
    assert rows.current() is not None


def test_a_refresh_keeps_place_folds_looks_and_ticks(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    rows = pane.body.rows
    _check(pane)
    at = next(at for at, each in enumerate(rows.sheet.sections) if each.folded)
    rows.setExpanded(rows.sheet.index(at, 0), True)
    stood, seen = rows.current(), set(rows.sheet.seen)
    rows.verticalScrollBar().setValue(40)
    desk.reply("submission", submission(meter_rows(), revision=2))
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["revision"] == 2)
    assert rows.current() == stood
    assert rows.sheet.seen == seen
    assert len(rows.sheet.ticked) == 2
    assert rows.isExpanded(rows.sheet.index(at, 0))
    assert rows.verticalScrollBar().value() == 40


def test_other_tasks_changes_ask_for_nothing(opened: Opened, desk: StandIn) -> None:
    opened(submission(meter_rows()))
    asked = len(desk.asked("submission"))
    desk.changed.emit({**CHANGED, "tasks": ["t9"]})
    assert len(desk.asked("submission")) == asked
    desk.connection.emit(Connection.READY)
    assert len(desk.asked("submission")) == asked + 1


def test_a_note_is_sent_back_and_kept_where_it_could_not_be(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    QTest.keyClick(pane.body.rows, Qt.Key.Key_E)
    note = pane.body.note
    assert note.field.hasFocus()
    assert not note.send.isEnabled()
    QTest.keyClicks(note.field, "use my work address")
    desk.reply("send-back", Problem("Nothing is held.", "NotNow"))
    note.send.click()
    qtbot.waitUntil(lambda: not pane.body.problem.isHidden())
    assert note.field.toPlainText() == "use my work address"
    desk.reply("send-back", {"id": "s1", "state": "sent_back"})
    desk.reply("submission", submission(meter_rows(), state="sent_back"))
    with qtbot.waitSignal(pane.decided):
        note.send.click()
    assert desk.asked("send-back")[-1] == {"id": "s1", "text": "use my work address"}
    assert note.isHidden()
    assert "prepared again" in pane.body.state.words


def test_a_half_written_note_is_there_again_after_looking_at_something_else(opened: Opened, desk: StandIn,
                                                                           qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    pane.body.note.field.setPlainText("half")
    pane.body.rows.sheet.change(_id(pane, "reading"), "7")
    pane.clear()
    assert pane.body.note.field.toPlainText() == ""
    pane.show_submission("s1")
    qtbot.waitUntil(lambda: pane.doc is not None)
    assert pane.body.note.field.toPlainText() == "half"
    assert pane.body.rows.changes() == {"reading": "7"}


def test_rejecting_asks_first_and_can_be_taken_back(opened: Opened, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    desk.reply("reject", {"id": "s1", "state": "rejected"})
    desk.reply("retry", {"task": "t2", "state": "queued"})
    QTest.keyClick(pane.body.rows, Qt.Key.Key_R)
    assert pane.body.reject.no.hasFocus()
    QTest.keyClick(pane.body.reject.no, Qt.Key.Key_Escape)
    assert pane.body.reject.isHidden()
    assert not desk.asked("reject")
    pane.body.bar.reject.click()
    desk.reply("submission", submission(meter_rows(), state="rejected"))
    with qtbot.waitSignals([pane.decided, shell.undo.offered]):
        pane.body.reject.yes.click()
    assert pane.body.state.words == "You rejected this. Nothing was sent."
    assert shell.undo.undo()
    assert desk.asked("retry") == [{"id": "t1"}]


def test_later_goes_to_the_next_where_there_is_such_a_command(opened: Opened, shell: Shell) -> None:
    pane = opened(submission(meter_rows()))
    pane.body.bar.skip.click()
    called = []
    shell.commands.add("inbox.next", "Next", lambda: called.append(1))
    QTest.keyClick(pane.body.rows, Qt.Key.Key_S)
    assert called == [1]


@pytest.mark.parametrize("state", [each.value for each in SubmissionState if each != "held"])
def test_in_every_other_state_nothing_can_be_decided(opened: Opened, desk: StandIn, state: str) -> None:
    pane = opened(submission([row("A", "x", "task", name="a"), row("B", "on", "page default", needs_own_yes=True)],
                             state=state))
    assert pane.body.bar.isHidden()
    pane._approve()
    pane._ask(pane.body.note.open)
    rows = pane.body.rows
    rows.stand_on(_id(pane, "a"))
    assert not rows.edit_current()
    rows.stand_on(_id(pane, "b"))
    assert not rows.tick_current()
    assert pane.body.note.isHidden()
    assert [method for method, _ in desk.calls if method != "submission"] == []
    assert pane.body.state.isHidden() == (state == "unknown")


@pytest.mark.parametrize(("state", "busy"), [("editing", True), ("approved", True), ("sending", True),
                                             ("answered", False), ("not_sent", False), ("rejected", False)])
def test_progress_shows_only_while_something_is_under_way(opened: Opened, state: str, busy: bool) -> None:
    pane = opened(submission(meter_rows(), state=state))
    assert pane.body.state.progress.isVisible() == busy


def test_doubt_is_settled_by_looking_first(opened: Opened, desk: StandIn, urls: list[str], qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows(), state="unknown"))
    panel = pane.body.unknown
    assert panel.isVisible()
    panel.open.click()
    assert urls == ["https://services.council.example"]
    panel.copied.click()
    assert "Meter reading (kWh): 48213" in QGuiApplication.clipboard().text()
    assert not panel.prepare.isEnabled()
    panel.sure.setChecked(True)
    desk.reply("retry", {"task": "t2", "state": "queued"})
    panel.prepare.click()
    assert desk.asked("retry") == [{"id": "t1", "even_if_sent": True}]
    qtbot.waitUntil(lambda: pane._decisions.calling == "")


def test_an_answered_one_leads_to_its_receipt(opened: Opened, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows(), state="answered"))
    desk.reply("task", {"receipt": "r7"})
    assert pane.body.state.button is not None
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        pane.body.state.button.click()
    assert wanted.args == [Place(View.RECEIPTS, "r7")]


def test_a_step_is_approved_alone_or_with_values_once_those_were_looked_at(opened: Opened, desk: StandIn) -> None:
    pane = opened(step())
    bar, rows = pane.body.bar, pane.body.rows
    desk.reply("approve", Problem("no", ""))
    assert bar.approve.text() == "Approve this step"
    assert "these 4 values go to this site for the rest of the task" in bar.grant.accessibleName()
    _check(pane)
    assert bar.approve.isEnabled()
    assert not bar.grant.isEnabled()
    rows.stand_on("grant0")
    assert bar.grant.isEnabled()
    bar.grant.click()
    assert desk.asked("approve") == [{"id": "s1", "digest": "d1", "revision": 1, "steps": True}]


def test_the_last_step_shows_the_pages_own_words_as_such(opened: Opened) -> None:
    pane = opened(last_step())
    section = next(each for each in pane.body.rows.sheet.sections if each.group is Group.PAGE_TEXT)
    assert section.hint == "The page's words, not ours."
    assert "Check your answers" in pane.body.rows.sheet.line(section.items[0]).value


def test_rows_and_outlined_fields_are_linked_both_ways(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows(), screenshot=page_picture(), boxes=boxes()))
    view = pane.body.picture.view
    pane.body.rows.stand_on(_id(pane, "reading"))
    assert view._canvas.lit == "reading"
    view.picked.emit("date")
    current = pane.body.rows.current()
    assert current is not None
    assert current.doc["name"] == "date"
    assert current.id in pane.body.rows.sheet.seen
    view.picked.emit("given-name")  # stands in a folded section
    assert pane.body.rows.current().doc["name"] == "given-name"
    QTest.keyClick(pane.body.rows, Qt.Key.Key_Z)
    assert view.zoomed > 1


def test_the_picture_goes_below_where_it_has_no_room_beside(opened: Opened) -> None:
    pane = opened(submission(meter_rows(), screenshot=page_picture(), boxes=boxes()))
    assert pane.body.picture.isVisible()
    assert pane.body.split.orientation() is Qt.Orientation.Horizontal
    pane.window().resize(600, 700)
    QApplication.processEvents()
    assert not pane.body.picture.isVisible()
    pane.body.toggle.click()
    assert pane.body.picture.isVisible()
    assert pane.body.split.orientation() is Qt.Orientation.Vertical


@pytest.mark.parametrize(("given", "title", "words"), [
    ({"source": "task"}, "From your task, in your words", "Submit my meter reading, it is 48213. Don't sign me up for"),
    ({"source": "answer", "why": ""}, "You answered this", "48213"),
    ({"source": "hidden", "why": "<b>why</b>"}, "The page sends this without showing it", "<b>why</b>"),
    ({"source": "guessed", "why": "today's"}, "This is a guess: nothing of yours says it", "today's"),
])
def test_a_source_is_shown_in_place(opened: Opened, given: dict[str, str], title: str, words: str) -> None:
    pane = opened(submission([row("Reading", "48213", **given)]))  # type: ignore[arg-type]
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    QTest.keyClick(pane.body.rows, Qt.Key.Key_O)
    panel = pane.body.source
    assert panel.isVisible()
    assert panel.title.text() == title
    assert panel.words.text().startswith(words)


def test_the_profile_opens_at_the_fact_and_a_document_as_its_copy(opened: Opened, desk: StandIn, shell: Shell,
                                                                 urls: list[str], qtbot: QtBot) -> None:
    pane = opened(submission([row("Name", "Ada", detail="given-name"),
                              row("Account", "1", "document", detail="bill.pdf")]))
    desk.reply("task", {"attachments": [{"name": "bill.pdf", "path": "/copies/bill.pdf",
                                          "media_type": "application/pdf"}]})
    rows = pane.body.rows
    rows.stand_on(rows.sheet.items[0].id)
    with qtbot.waitSignal(shell.navigator.wanted) as wanted:
        QTest.keyClick(rows, Qt.Key.Key_O)
    assert wanted.args == [Place(View.PROFILE, "given-name")]
    rows.stand_on(rows.sheet.items[1].id)
    source = rows.lines.placed(rows.sheet.items[1]).source.center() + rows.visualRect(rows.currentIndex()).topLeft()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=source)
    qtbot.waitUntil(lambda: urls == ["file:///copies/bill.pdf"])


def test_the_mouse_ticks_opens_fields_and_folds(opened: Opened) -> None:
    pane = opened(submission([row("Offers", "yes", "page default", name="offers", needs_own_yes=True)]))
    rows, item = pane.body.rows, pane.body.rows.sheet.items[0]
    QApplication.processEvents()
    index = rows.sheet.index(0, 0, rows.sheet.index(0, 0))
    corner = rows.visualRect(index).topLeft()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=corner + rows.lines.placed(item).tick.center())
    assert item.id in rows.sheet.ticked
    assert item.id in rows.sheet.seen
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=corner + rows.lines.placed(item).value.center())
    assert rows.lines.typing
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 24))
    assert not rows.isExpanded(rows.sheet.index(0, 0))


def test_a_choice_is_edited_among_its_options(opened: Opened) -> None:
    pane = opened(submission(money_rows()))
    pane.body.rows.stand_on(_id(pane, "zone"))
    pane.body.rows.edit_current()
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Down)
    pane.body.rows.lines.commit()
    assert pane.body.rows.changes() == {"zone": "South"}


def test_what_can_not_be_read_says_so_and_can_be_tried_again(desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("submission", Problem("There is no s9.", "NotFound"))
    pane = ReviewPane(shell)
    qtbot.addWidget(pane)
    pane.show_submission("s9")
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane._failed)
    desk.reply("submission", submission(meter_rows(), id="s9"))
    pane._following.ask()
    qtbot.waitUntil(lambda: pane._stack.currentWidget() is pane.body)


def test_an_answer_for_the_one_before_is_dropped(desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("submission", lambda params: submission(meter_rows(), id=params["id"]))
    pane = ReviewPane(shell)
    qtbot.addWidget(pane)
    pane.show_submission("s1")
    pane.show_submission("s2")
    seen = []
    pane._following.came.connect(lambda doc: seen.append(doc["id"]))
    qtbot.waitUntil(lambda: pane.doc is not None)
    assert seen == ["s2"]
    pane.clear()
    assert pane.doc is None
    assert pane._stack.currentWidget() is pane._nothing


def test_compact_rows_are_lower(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    rows = opened(submission([row("A", "x", source="page default")])).body.rows
    index = rows.sheet.where(lambda _item: True)
    tall = rows.visualRect(index).height()
    shell.theme.choose_density("compact")
    qtbot.waitUntil(lambda: rows.visualRect(index).height() < tall)
    shell.theme.choose_density("comfortable")
    qtbot.waitUntil(lambda: rows.visualRect(index).height() == tall)


def test_no_room_is_kept_for_a_tick_that_is_not_shown(opened: Opened, desk: StandIn) -> None:
    pane = opened(submission([row("A", "x", source="page default", flags=["consent"], needs_own_yes=True)]))
    rows = pane.body.rows
    item = rows.sheet.items[0]
    with_tick = rows.lines.placed(item).height
    rows.sheet.decide(False)
    assert rows.lines.placed(item).height < with_tick
