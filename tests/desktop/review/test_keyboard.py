"""The whole review by keyboard; keys that must not decide anything."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from agent.protocol.messages import SubmissionDoc
from desktop.gallery.review import step
from desktop.gallery.review_samples import meter_rows, row, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.pane import ReviewPane
from tests.desktop.review.conftest import Opened

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def _check_all(pane: ReviewPane) -> None:
    rows = pane.body.rows
    for _ in range(len(rows.sheet.items) * 2):
        _press(Key.Key_N)
        item = rows.current()
        if item is not None and item.own_yes and item.id not in rows.sheet.ticked:
            _press(Key.Key_Space)


def test_the_whole_review_by_keyboard(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(submission(meter_rows()))
    rows, bar = pane.body.rows, pane.body.bar
    assert bar.left.text() == "5 rows to look at, 2 to tick"
    desk.reply("edit", {"id": "s1", "state": "editing"})
    desk.reply("submission", submission(meter_rows(), state="editing"))
    # To the reading, past what is folded or not, and another value for it.
    while (item := rows.current()) is None or item.name != "reading":
        _press(Key.Key_Down)
    _press(Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "48231")
    _press(Key.Key_Return)
    qtbot.waitUntil(lambda: rows.sheet.pending == {item.id: "48231"})
    assert bar.left.text() == "1 change to apply or discard"
    _press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not pane.body.state.isHidden())
    assert desk.asked("edit") == [{"id": "s1", "set": ["reading=48231"]}]
    assert "filled in again" in pane.body.state.words
    assert not rows.sheet.pending
    # The page comes back with it.
    fresh = meter_rows()
    fresh[0].update(value="48231", source="you", given="48231")
    desk.reply("submission", submission(fresh, digest="d2", revision=2, difference=[
        {"name": "reading", "label": "Meter reading", "before": "48213", "now": "48231", "what": "another value"}]))
    desk.changed.emit({"tasks": ["t1"], "receipts": False, "profile": False, "settings": False})
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["digest"] == "d2")
    assert rows.sheet.sections[0].title == "What changed with your edit"
    rows.setFocus()
    _check_all(pane)
    assert bar.approve.isEnabled()
    desk.reply("approve", {"id": "s1", "state": "approved"})
    desk.reply("submission", submission(fresh, digest="d2", revision=2, state="sending"))
    with qtbot.waitSignal(pane.decided) as decided:
        _press(Key.Key_Return, CTRL)
    assert decided.args == ["s1"]
    assert desk.asked("approve") == [{"id": "s1", "digest": "d2", "revision": 2,
                                       "accept": ["marketing", "declare"]}]
    qtbot.waitUntil(lambda: pane.body.state.words == "Being sent, once.")
    assert bar.isHidden()


def _own_yes_given() -> SubmissionDoc:
    return submission([row("Reading", "48213", "task", name="reading")])


@pytest.mark.parametrize("doc", [submission(meter_rows()), _own_yes_given(), step()],
                         ids=["much to check", "nothing to check", "a step"])
@pytest.mark.parametrize("keys", [(Key.Key_Return,), (Key.Key_Space,), (Key.Key_Enter,),
                                  (Key.Key_Return, Key.Key_Space)], ids=["Return", "Space", "Enter", "both"])
def test_mashing_enter_and_space_approves_nothing(opened: Opened, desk: StandIn, qtbot: QtBot, doc: SubmissionDoc,
                                                  keys: tuple[Qt.Key, ...]) -> None:
    pane = opened(doc)
    qtbot.waitUntil(lambda: pane.standing().settled)
    for _ in range(25):
        for key in keys:
            _press(key)
    assert not desk.asked("approve")
    assert not desk.asked("reject")
    assert not desk.asked("send-back")


def test_approval_waits_a_moment_after_opening_and_after_each_change(opened: Opened, desk: StandIn,
                                                                   qtbot: QtBot) -> None:
    pane = opened(_own_yes_given(), moment=60_000)
    assert pane.body.bar.left.text() == "One moment"
    _press(Key.Key_Return, CTRL)
    assert not desk.asked("approve")
    pane._moment.stop()
    pane._moment.timeout.emit()
    assert pane.body.bar.approve.isEnabled()
    desk.reply("submission", submission([row("Reading", "48213", "task", name="reading", last="1")]))
    desk.changed.emit({"tasks": ["t1"], "receipts": False, "profile": False, "settings": False})
    qtbot.waitUntil(lambda: not pane.body.bar.approve.isEnabled())
    _press(Key.Key_Return, CTRL)
    assert not desk.asked("approve")


def test_the_moment_is_700_ms() -> None:
    from desktop.review.arming import MOMENT
    assert MOMENT == 700


def test_a_key_held_down_since_before_opening_does_not_approve(opened: Opened, desk: StandIn) -> None:
    pane = opened(_own_yes_given())
    assert pane.body.bar.approve.isEnabled()
    action = next(each for each in pane._shell.commands.listed() if each.id == "review.approve").action
    assert not action.autoRepeat()
    for target in (pane.body.rows, pane.body.bar.approve):
        for key in (Key.Key_Return, Key.Key_Space):
            _held(target, key)
    assert not desk.asked("approve")


def _held(target: QWidget, key: Qt.Key) -> None:
    target.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(5):
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, key, none, "", True))
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, key, none, "", True))
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, key, none, "", False))


def test_enter_on_the_approve_button_does_nothing_and_space_presses_it(opened: Opened, desk: StandIn) -> None:
    desk.reply("approve", {"id": "s1", "state": "approved"})
    pane = opened(_own_yes_given())
    button = pane.body.bar.approve
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    QTest.keyClick(button, Key.Key_Enter)
    assert not desk.asked("approve")
    QTest.keyClick(button, Key.Key_Space)
    assert len(desk.asked("approve")) == 1


def test_keys_pressed_twice_approve_once(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("approve", {"id": "s1", "state": "approved"})
    pane = opened(_own_yes_given())
    _press(Key.Key_Return, CTRL)
    _press(Key.Key_Return, CTRL)
    pane.body.bar.approve.click()
    desk.reply("submission", submission([row("Reading", "48213", "task", name="reading")], state="answered"))
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["state"] == "answered")
    _press(Key.Key_Return, CTRL)
    assert len(desk.asked("approve")) == 1


def test_focus_that_comes_by_itself_looks_at_nothing(opened: Opened) -> None:
    pane = opened(submission(meter_rows()))
    pane.body.bar.reject.setFocus()
    pane.body.rows.setFocus()
    assert not pane.body.rows.sheet.seen


def test_tab_goes_through_what_is_to_check_then_on(opened: Opened) -> None:
    pane = opened(submission([row("A", "1", "guessed"), row("B", "2", "hidden"), row("C", "3")]))
    rows = pane.body.rows
    seen = []
    for _ in range(2):
        QTest.keyClick(rows, Key.Key_Tab)
        seen.append(rows.current().doc["label"] if rows.current() else "")
    assert seen == ["A", "B"]
    assert rows.hasFocus()
    QTest.keyClick(rows, Key.Key_Tab)
    assert not rows.hasFocus()


def test_folded_sections_open_and_close_by_keyboard(opened: Opened) -> None:
    pane = opened(submission(meter_rows()))
    rows = pane.body.rows
    index = next(rows.sheet.index(at, 0) for at, each in enumerate(rows.sheet.sections) if each.folded)
    rows.setCurrentIndex(index)
    QTest.keyClick(rows, Key.Key_Space)
    assert rows.isExpanded(index)
    QTest.keyClick(rows, Key.Key_Left)
    assert not rows.isExpanded(index)
    QTest.keyClick(rows, Key.Key_Right)
    assert rows.isExpanded(index)


def test_letters_stay_letters_while_typing(opened: Opened, desk: StandIn) -> None:
    pane = opened(submission([row("A", "x", "task", name="a")]))
    _press(Key.Key_N)
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    _press(Key.Key_F2)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "never reject")
    assert isinstance(field, QLineEdit)
    assert field.text() == "never reject"
    assert pane.body.reject.isHidden()
    QTest.keyClick(field, Key.Key_Return, CTRL)
    assert pane.body.rows.changes() == {"a": "never reject"}
    assert not desk.asked("approve")


def test_escape_leaves_a_field_without_a_change(opened: Opened) -> None:
    pane = opened(submission([row("A", "x", "task", name="a")]))
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    _press(Key.Key_F2)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "other")
    QTest.keyClick(field, Key.Key_Escape)
    assert not pane.body.rows.changes()
    assert pane.body.rows.hasFocus()


def test_every_control_has_a_name_and_can_be_reached(opened: Opened) -> None:
    pane = opened(submission(meter_rows()))
    for each in (pane.body.rows, pane.body.bar.approve, pane.body.bar.reject, pane.body.bar.send_back,
                 pane.body.bar.skip, pane.body.picture.zoom_button):
        told: Any = each
        assert told.accessibleName() or told.text()
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_ctrl_enter_in_a_note_never_approves(opened: Opened, desk: StandIn) -> None:
    pane = opened(_own_yes_given())
    assert pane.body.bar.approve.isEnabled()
    _press(Key.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), "wrong month")
    _press(Key.Key_Return, CTRL)
    assert not desk.asked("approve")
    assert not pane.body.bar.approve.isEnabled()
    assert pane.body.bar.left.text() == "Finish or close what is open above"
    _press(Key.Key_Escape)
    assert pane.body.bar.approve.isEnabled()
    assert pane.body.note.field.toPlainText() == "wrong month"


def test_ctrl_enter_on_the_question_before_rejecting_decides_nothing(opened: Opened, desk: StandIn) -> None:
    opened(_own_yes_given())
    _press(Key.Key_R)
    _press(Key.Key_Return, CTRL)
    _press(Key.Key_Return)
    assert not desk.asked("approve")
    assert not desk.asked("reject")


def test_escape_closes_a_panel_before_it_leaves_the_view(opened: Opened) -> None:
    pane = opened(submission([row("A", "x", "guessed", why="why")]))
    left = []
    pane._shell.commands.add("window.back", "Back", lambda: left.append(1), keys=("Esc",))
    _press(Key.Key_N)
    _press(Key.Key_O)
    assert pane.body.source.isVisible()
    _press(Key.Key_Escape)
    assert not pane.body.source.isVisible()
    assert left == []
    _press(Key.Key_E)
    _press(Key.Key_Escape)
    assert pane.body.note.isHidden()
    assert left == []
    _press(Key.Key_Escape)
    assert left == [1]


def test_letters_in_a_choices_list_are_no_commands(opened: Opened) -> None:
    pane = opened(submission([row("Zone", "North", "task", name="zone", options=["North", "Riverside"])]))
    pane.body.rows.stand_on(pane.body.rows.sheet.items[0].id)
    _press(Key.Key_F2)
    _press(Key.Key_R)
    assert pane.body.reject.isHidden()
    assert pane.body.rows.lines.typing
