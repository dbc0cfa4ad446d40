"""Makes a shell around a stand-in: the stage that scenes and tests of views are put on."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.commands.registry import Commands
from desktop.gallery.stand_in import StandIn
from desktop.navigation import Navigator
from desktop.shell import Preferences, Shell, Teller
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.undo import Undo


def stage(app: QApplication, desk: StandIn, colours: str = "light") -> tuple[QMainWindow, Shell]:
    """An empty window with everything a view needs. The window owns the rest; keep it."""
    window = QMainWindow()
    theme = Theme(app, colours)
    theme.setParent(window)
    desk.setParent(window)
    shell = Shell(desk, Commands(window), Navigator(window), theme, Icons(theme), Undo(window),
                  Preferences(parent=window), Teller(window))
    return window, shell
