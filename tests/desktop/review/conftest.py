"""A pane over the stand-in: opened, settled, in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from agent.protocol.messages import SubmissionDoc
from desktop.gallery.stand_in import StandIn
from desktop.review.pane import ReviewPane
from desktop.shell import Shell

Opened = Callable[..., ReviewPane]


@pytest.fixture
def urls() -> list[str]:
    """What was opened outside the app."""
    return []


@pytest.fixture
def opened(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot, urls: list[str]) -> Opened:
    """Shows a submission in the window; by default without the moment that approval waits."""
    frame, shell = window

    def open_url(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    def make(doc: SubmissionDoc, **more: Any) -> ReviewPane:
        desk.reply("submission", doc)
        pane = ReviewPane(shell, open_url=open_url, **{"moment": 0, **more})
        frame.setCentralWidget(pane)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        pane.setFocus()
        pane.show_submission(doc["id"])
        qtbot.waitUntil(lambda: pane.doc is not None and pane.body.rows.sheet.whole)
        return pane

    return make
