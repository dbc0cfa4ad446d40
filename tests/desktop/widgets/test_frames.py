"""Banners, folds and buttons stand as they should: on one line, no wider than they need, icon apart from words."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell import Shell
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Fold


@pytest.fixture
def page(window: Any, qtbot: QtBot) -> QVBoxLayout:
    frame, _ = window
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addStretch(1)
    frame.setCentralWidget(made)
    frame.show()
    qtbot.waitExposed(frame)
    return layout


def middle(widget: QWidget) -> int:
    return widget.mapToGlobal(QPoint(0, 0)).y() + widget.height() // 2


def test_icon_words_and_button_of_a_banner_stand_on_one_line(page: QVBoxLayout, shell: Shell, qtbot: QtBot) -> None:
    banner = Banner(shell.icons, "The agent is not running.", "warning")
    again = QPushButton("Try again")
    banner.add(again)
    page.insertWidget(0, banner)
    qtbot.waitUntil(lambda: again.height() > 0 and banner.isVisible() and banner.height() < 100)
    sign = next(each for each in banner.findChildren(QLabel) if not each.pixmap().isNull())
    drawn = sign.mapToGlobal(QPoint(0, 0)).y() + sign.contentsMargins().top() + sign.pixmap().deviceIndependentSize(
        ).height() / 2
    assert abs(drawn - middle(again)) <= 2
    assert abs(middle(banner.words) - middle(again)) <= 2


def test_the_heading_of_a_fold_is_as_wide_as_its_words(page: QVBoxLayout, shell: Shell, qtbot: QtBot) -> None:
    fold = Fold(shell.icons, "What you asked for", QLabel("Words"))
    page.insertWidget(0, fold)
    qtbot.waitUntil(lambda: fold.width() > 600 and fold.head.width() <= fold.head.sizeHint().width())


def test_an_icon_keeps_its_distance_from_words_only(shell: Shell) -> None:
    with_words = button("Pause", icon="pause", icons=shell.icons).iconSize()
    alone = button("", icon="pause", icons=shell.icons).iconSize()
    assert with_words.width() > with_words.height()
    assert alone.width() == alone.height()
