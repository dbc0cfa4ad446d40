"""The palette offers what can be done now and nothing that sends; keys alone run it; the key sheet lists the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands.key_sheet import Group, KeySheet, columns, grouped
from desktop.commands.palette import Palette, offered
from desktop.shell import Shell

Stage = tuple[QMainWindow, Shell, list[str], QLineEdit]


@pytest.fixture
def stage(window: tuple[QMainWindow, Shell], qtbot: QtBot) -> Stage:
    made, shell = window
    done: list[str] = []
    page = QWidget()
    field = QLineEdit(page)
    QVBoxLayout(page).addWidget(field)
    made.setCentralWidget(page)
    hidden = QWidget(page)
    hidden.hide()
    add = shell.commands.add
    add("go.inbox", "Go to Inbox", lambda: done.append("inbox"), group="Go to", keys=("1", "Ctrl+1"))
    add("task.cancel", "Cancel the task", lambda: done.append("cancel"), group="Task")
    add("review.approve", "Approve and send", lambda: done.append("SENT"), group="Review decision",
        keys=("Ctrl+Return",))
    add("hidden", "Out of view", lambda: done.append("hidden"), within=hidden)
    add("off", "Switched off", lambda: done.append("off")).setEnabled(False)
    made.show()
    qtbot.waitActive(made)
    field.setFocus()
    return made, shell, done, field


@pytest.fixture
def palette(stage: Stage) -> Palette:
    made = Palette(stage[1].commands, stage[1].theme, stage[0])
    made.summon()
    return made


def test_only_what_can_be_done_here_and_now_is_offered(stage: Stage) -> None:
    assert [each.id for each in offered(stage[1].commands)] == ["go.inbox", "task.cancel"]


def test_typing_and_enter_runs_a_command_and_gives_the_focus_back(stage: Stage, palette: Palette, qtbot: QtBot) -> None:
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "can")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert stage[2] == ["cancel"]
    assert not palette.is_open
    assert stage[3].hasFocus()


def test_a_decision_can_not_be_reached(stage: Stage, palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "approve")
    assert palette.none.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage[2] == []


def test_arrows_choose(stage: Stage, palette: Palette, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(palette.field, key)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert stage[2] == ["cancel"]


def test_a_row_is_read_out_with_its_keys(palette: Palette) -> None:
    index = palette.rows.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Go to Inbox, Go to, 1 or Ctrl+1"


def test_the_focus_can_not_slip_behind(stage: Stage, palette: Palette) -> None:
    stage[3].setFocus()
    assert palette.field.hasFocus()


@pytest.mark.parametrize("way", ["escape", "beside", "again", "its key"])
def test_it_goes_away_without_doing_anything(stage: Stage, palette: Palette, qtbot: QtBot, way: str) -> None:
    if way == "escape":
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    elif way == "beside":
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    elif way == "its key":
        qtbot.keyClick(palette.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    else:
        palette.summon()
    assert not palette.is_open
    assert stage[2] == []
    assert stage[3].hasFocus()


def test_keys_are_grouped_in_the_order_of_registration(stage: Stage) -> None:
    assert grouped(stage[1].commands.listed()) == [
        Group("Go to", (("Go to Inbox", "1 or Ctrl+1"),)),
        Group("Review decision", (("Approve and send", "Ctrl+Return"),))]


def test_columns_are_dealt_evenly() -> None:
    groups = [Group(name, tuple(("x", "y") for _ in range(count))) for name, count in (("a", 8), ("b", 2), ("c", 3))]
    assert [[each.title for each in column] for column in columns(groups, 2)] == [["a"], ["b", "c"]]
    assert columns(groups, 0) == [groups]


def test_the_key_sheet_shows_every_way_of_pressing(stage: Stage, qtbot: QtBot) -> None:
    sheet = KeySheet(stage[1].commands, stage[1].theme, stage[1].icons, stage[0])
    sheet.summon()
    caps = {each.text() for each in sheet.findChildren(QLabel) if each.property("look") == "key"}
    qtbot.keyClick(sheet.shut, Qt.Key.Key_1)
    assert stage[2] == []
    assert {"1", "Ctrl+1", "Ctrl+Return"} <= caps
    assert sheet.shut.hasFocus()
    qtbot.keyClick(sheet.shut, Qt.Key.Key_Escape)
    assert not sheet.is_open
    assert stage[3].hasFocus()
