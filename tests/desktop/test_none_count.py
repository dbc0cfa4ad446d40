"""A watch on Qt for Python itself: 6.12.0 loses a reference to None with each call that returns it, until it dies.

It is the reason for the pin below 6.12 (`findings/desktop.md`, section 0); the pin may go when this holds without it.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 2_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on: its count never moves")
def test_calls_that_return_nothing_keep_the_count_of_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.update()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
    assert sys.getrefcount(None) > before - CALLS // 10
