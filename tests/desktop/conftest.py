"""A stage for views: offscreen, with our style and font, and an agent that answers from a table."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.gallery.stage import stage
from desktop.gallery.stand_in import StandIn
from desktop.shell import Shell
from desktop.theme.fonts import load_fonts


@pytest.fixture
def desk() -> StandIn:
    """The stand-in; set its replies before making a view."""
    return StandIn()


@pytest.fixture
def window(qapp: QApplication, desk: StandIn, qtbot: QtBot) -> tuple[QMainWindow, Shell]:
    qapp.setStyle("Fusion")
    qapp.setFont(load_fonts())
    made, shell = stage(qapp, desk)
    qtbot.addWidget(made)
    made.resize(1100, 780)
    return made, shell


@pytest.fixture
def shell(window: tuple[QMainWindow, Shell]) -> Shell:
    """What a view is given."""
    return window[1]
