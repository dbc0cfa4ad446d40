"""Keys of the window on an empty app: none means two things, every command runs, letters stay letters in fields."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands.registry import Command
from desktop.gallery.run import settle
from desktop.gallery.stand_in import StandIn
from desktop.navigation import View
from desktop.review.pane import ReviewPane
from desktop.theme.fonts import load_fonts
from desktop.theme.theme import Theme
from desktop.views import factories
from desktop.window import MainWindow
from desktop.window_commands import WindowCommands

EMPTY = {"board": {"rows": [], "next": "", "total": 0}, "inbox": [], "receipts": [], "profile facts": [],
         "profile kinds": [], "settings show": [], "live": []}


@pytest.fixture
def main(qapp: QApplication, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    qapp.setStyle("Fusion")
    qapp.setFont(load_fonts())
    for method, answer in EMPTY.items():
        desk.reply(method, answer)
    theme = Theme(qapp, "light")
    window = MainWindow(desk, theme, factories(tmp_path, False), tmp_path)
    qtbot.addWidget(window)
    window.commands = WindowCommands(window, quit=lambda: None, about=lambda: None)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for view in View:
        window.show_view(view)
    review = ReviewPane(window.shell, window.widget(View.INBOX).detail)      # where the inbox puts it
    settle(30)
    assert review.parent() is not None
    yield window
    theme.deleteLater()


def overlap(one: Command, other: Command) -> bool:
    """Whether both can be meant at once: of the window, or one place inside the other."""
    places = [each.action.parent() for each in (one, other)]
    first, second = places
    if not isinstance(first, QWidget) or not isinstance(second, QWidget):
        return True
    return first is second or first.isAncestorOf(second) or second.isAncestorOf(first)


def test_no_key_means_two_things_at_once(main: MainWindow) -> None:
    commands = main.shell.commands.listed()
    assert len(commands) > 40
    doubled = [(one.id, other.id, shared) for one, other in combinations(commands, 2) if overlap(one, other)
               if (shared := {each.toString() for each in one.action.shortcuts()}
                   & {each.toString() for each in other.action.shortcuts()})]
    assert not doubled


def test_every_command_runs_on_an_empty_app(main: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QFileDialog, "open", lambda _dialog: None)
    for command in main.shell.commands.listed():
        with qtbot.captureExceptions() as mishaps:
            command.action.trigger()
            QApplication.processEvents()
        assert not mishaps, command.id
        for box in QApplication.topLevelWidgets():
            if box is not main and box.isVisible():
                box.close()


def letters(main: MainWindow) -> dict[str, Command]:
    found = {}
    for command in main.shell.commands.listed():
        for key in command.action.shortcuts():
            if len(text := key.toString(QKeySequence.SequenceFormat.PortableText)) == 1:
                found[f"{text}-{command.id}"] = command
    return found


def test_letters_that_are_keys_stay_letters_in_every_field(main: MainWindow, desk: StandIn) -> None:
    keys = letters(main)
    assert len({each[0] for each in keys}) > 18
    fired: list[str] = []
    for command in main.shell.commands.listed():
        command.action.triggered.connect(lambda _on=False, id=command.id: fired.append(id))
    tried = 0
    for view in View:
        main.show_view(view)
        settle(10)
        for field in main.widget(view).findChildren(QWidget):
            if not isinstance(field, QLineEdit | QPlainTextEdit) or not field.isVisible() or field.isReadOnly():
                continue
            field.setFocus()
            for text in sorted({each[0].lower() for each in keys}):
                QTest.keyClick(field, Qt.Key(QKeySequence(text)[0].key()), Qt.KeyboardModifier.NoModifier)
                assert not fired, f"“{text}” in {field.accessibleName()} of {view}: {fired}"
            said = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            assert said, field.accessibleName()
            field.clear()
            tried += 1
    assert tried >= 3
