"""The detail with the real review pane: it is made when the first sheet waits, and shows that sheet."""

from typing import Any

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gallery.stand_in import StandIn
from desktop.inbox.detail import TaskDetail
from desktop.review.pane import ReviewPane
from desktop.shell import Shell
from desktop.task.face import Face
from desktop.task.pane import TaskPane
from tests.desktop.task import docs


def test_the_real_review_pane_shows_the_sheet_that_waits(shell: Shell, window: Any, desk: StandIn,
                                                         qtbot: QtBot) -> None:
    desk.reply("submission", docs.submission("s1", "held"))
    desk.reply("task", docs.task("t1", "needs_review", waits=["s1"], submissions=["s1"]))
    detail = TaskDetail(shell)
    window[0].setCentralWidget(detail)
    window[0].show()
    detail.show_task("t1")
    qtbot.waitUntil(lambda: detail.face is Face.REVIEW)
    review = detail.stack.currentWidget()
    assert isinstance(review, ReviewPane)
    qtbot.waitUntil(lambda: review.doc is not None)
    assert review.doc["id"] == "s1"


def test_the_tab_key_finds_the_actions_before_what_is_below_them(shell: Shell, window: Any, qtbot: QtBot) -> None:
    pane = TaskPane(shell)
    window[0].setCentralWidget(pane)
    pane.show_task(docs.task("t1", "queued"))
    window[0].show()
    qtbot.waitUntil(pane.header.isVisible)
    found, at = [], window[0].nextInFocusChain()
    while at is not window[0]:
        if isinstance(at, QPushButton) and at.isVisible():
            found.append(at.text())
        at = at.nextInFocusChain()
    assert found == ["Pause", "Change address", "Cancel task", "What you asked for", "What it may do"]
