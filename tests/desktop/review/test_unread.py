"""What can't be read for sure has a tick of its own in the window, and approval waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gallery.review_samples import row, submission
from desktop.gallery.stand_in import StandIn
from desktop.review.grouping import Group, sections
from desktop.review.pane import ReviewPane

Opened = Callable[..., ReviewPane]

BODY = row("", "2 bytes of type application/octet-stream, sha256 ab", "hidden", name="(body)", flags=["unreadable"])
DOC = submission([row("Meter reading", "48213", "task"), BODY], problems=["The body holds something outside."])


def test_they_stand_first_under_their_own_heading_each_with_a_tick() -> None:
    first = sections(DOC)[0]
    assert first.group is Group.UNREAD
    assert [(item.doc["name"], item.own_yes, item.must_see) for item in first.items] == [
        ("problem 1", True, True), ("(body)", True, True)]


def test_approval_waits_for_every_tick_and_names_each(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(DOC)
    rows = pane.body.rows
    for left in (2, 1):
        assert rows.next_to_check()
        qtbot.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not desk.asked("approve"), f"{left} ticks are missing"
        assert rows.tick_current()
    qtbot.waitUntil(lambda: pane.standing().settled)
    qtbot.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(desk.asked("approve")))
    assert desk.asked("approve")[0]["accept"] == ["problem 1", "(body)"]
