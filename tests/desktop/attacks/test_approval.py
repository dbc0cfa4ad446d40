"""Attempts to get an approval recorded for something that the person did not see."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.commands.palette import offered
from desktop.gallery.review import step
from desktop.gallery.review_samples import row, submission
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.review.grouping import Group
from desktop.shell import Shell
from tests.desktop.review.conftest import Opened, opened, urls

__all__ = ["opened", "urls"]
CTRL = Qt.KeyboardModifier.ControlModifier
CHANGED = {"tasks": ["t1", "t2"], "receipts": False, "profile": False, "settings": False}


def _approve() -> None:
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), Qt.Key.Key_Return, CTRL)


def _plain(**more: Any) -> Any:
    return submission([row("Reading", "48213", "task", name="reading")], **more)


def test_what_was_on_the_screen_is_named_by_digest_and_revision(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    opened(_plain(digest="d7", revision=4))
    desk.reply("submission", _plain(digest="d7", revision=5))      # changed since the last paint, and not told yet
    desk.reply("approve", Problem("It changed.", "NotNow"))
    _approve()
    assert desk.asked("approve") == [{"id": "s1", "digest": "d7", "revision": 4}]


def test_a_new_revision_of_the_same_bytes_is_not_approved_unseen(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(_plain(revision=1), moment=60_000)
    pane._moment.stop()
    pane._stand()
    assert pane.body.bar.approve.isEnabled()
    desk.reply("submission", _plain(revision=2))
    desk.changed.emit(CHANGED)
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["revision"] == 2)
    _approve()
    assert not desk.asked("approve")


def test_a_key_held_down_does_not_approve_the_next_one(opened: Opened, desk: StandIn, qtbot: QtBot) -> None:
    pane = opened(_plain())
    desk.reply("approve", {"id": "s1", "state": "approved"})
    pane.decided.connect(lambda _id: pane.show_submission("s2"))
    _approve()
    desk.reply("submission", _plain(id="s2", task="t2", digest="d2"))
    qtbot.waitUntil(lambda: pane.doc is not None and pane.doc["id"] == "s2" and pane.standing().settled)
    assert pane.body.bar.approve.isEnabled()
    for _ in range(20):
        QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "", True))
    assert [each["id"] for each in desk.asked("approve")] == ["s1"]


def test_an_answer_about_another_submission_changes_nothing_on_the_screen(opened: Opened, desk: StandIn,
                                                                         qtbot: QtBot) -> None:
    pane = opened(_plain())
    pane.show_submission("s2")
    assert pane.doc is None
    _approve()
    assert not desk.asked("approve")                       # s1 is gone, s2 has not come
    assert not pane.body.isVisible()


def test_a_refusal_that_comes_after_one_has_gone_on_is_still_told(opened: Opened, desk: StandIn, shell: Shell,
                                                                  qtbot: QtBot) -> None:
    said: list[str] = []
    shell.teller.said.connect(lambda text, *_more: said.append(text))
    pane = opened(_plain())
    desk.reply("approve", Problem("What would be sent has changed since you looked.", "NotNow"))
    _approve()
    desk.reply("submission", _plain(id="s2", task="t2", digest="d2"))
    pane.show_submission("s2")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Not approved.")
    qtbot.waitUntil(lambda: pane.doc is not None)
    assert pane.body.problem.isHidden()                    # it is not about what is on the screen now


def test_nothing_that_decides_is_in_the_palette(opened: Opened, shell: Shell) -> None:
    opened(_plain())
    ids = {each.id for each in offered(shell.commands)}
    assert "review.next" in ids
    assert not ids & {"review.approve", "review.reject", "review.send-back", "review.apply"}


def test_a_pane_out_of_sight_approves_nothing(opened: Opened, desk: StandIn, shell: Shell) -> None:
    pane = opened(_plain())
    pane.hide()
    shell.commands.run("review.approve")
    assert not desk.asked("approve")


def test_own_yes_rows_that_come_late_or_are_folded_away_stop_the_approval(opened: Opened, desk: StandIn,
                                                                         shell: Shell) -> None:
    rows = [row(f"Label {at}", "x", name=f"n{at}") for at in range(300)]
    rows.append(row("I agree", "yes", "page default", name="agree", flags=["consent"], needs_own_yes=True))
    pane = opened(submission(rows))
    tree = pane.body.rows
    tree.collapseAll()
    shell.commands.run("review.approve")
    assert pane.standing().to_tick == 1
    assert not desk.asked("approve")


def test_rows_of_one_name_or_of_names_alike_are_ticked_one_by_one(opened: Opened, desk: StandIn, shell: Shell) -> None:
    consent: dict[str, Any] = {"flags": ["consent"], "needs_own_yes": True}
    names = ("agree", "agree", "agree\u200b", "⟨U+200B⟩", "\u200b")
    pane = opened(submission([row("I agree", "yes", "page default", name=name, **consent) for name in names]))
    rows = pane.body.rows
    assert len({item.id for item in rows.sheet.items}) == len(names)
    for number, item in enumerate(rows.sheet.items):
        shell.commands.run("review.approve")
        assert not desk.asked("approve")
        assert pane.standing().to_tick == len(names) - number
        rows.stand_on(item.id)
        rows.tick_current()
    shell.commands.run("review.approve")
    assert sorted(desk.asked("approve")[0]["accept"]) == sorted(names)


def test_the_grant_lists_every_value_in_full(opened: Opened) -> None:
    long = "x" * 390 + "y" * 2_000
    values = [{"label": "name", "source": "profile", "value": "Ada"}] * 3 + [
        {"label": "letter", "source": "task", "value": long}]
    grant = {"origin": "https://services.council.example", "values": values,
             "written": [{"label": "name", "source": "profile", "value": long}]}
    pane = opened({**step(), "step_grant": grant})
    sheet = pane.body.rows.sheet
    granted = [item for item in sheet.items if item.group in (Group.GRANT, Group.WRITTEN)]
    assert len(granted) == 5                               # alike ones are not merged: all of the list is shown
    for item in (granted[3], granted[4]):
        line = sheet.line(item)
        assert line.whole == long
        assert line.more.startswith("Show all of it")


def test_a_grant_folded_away_counts_as_unseen(opened: Opened, desk: StandIn) -> None:
    pane = opened(step())
    rows, at = pane.body.rows, [each.id for each in pane.body.rows.sheet.sections].index("grant")
    for item in rows.sheet.items:
        if item.group is not Group.GRANT and item.group is not Group.WRITTEN:
            rows.stand_on(item.id)
            if item.own_yes:
                rows.tick_current()
    head = rows.sheet.index(at, 0)
    rows.collapse(head)
    rows.setCurrentIndex(head)
    assert pane.body.bar.approve.isEnabled()
    assert not pane.body.bar.grant.isEnabled()
    rows.stand_on("grant0")
    assert pane.body.bar.grant.isEnabled()


def test_the_way_back_from_a_rejection_only_prepares_again(opened: Opened, desk: StandIn, shell: Shell,
                                                           qtbot: QtBot) -> None:
    pane = opened(_plain())
    desk.reply("reject", {"id": "s1", "state": "rejected"})
    desk.reply("retry", {"task": "t1", "state": "queued"})
    with qtbot.waitSignal(shell.undo.offered):
        pane._reject()
    for _ in range(3):
        shell.undo.undo()
    assert desk.asked("retry") == [{"id": "t1"}]
    assert not desk.asked("approve")
