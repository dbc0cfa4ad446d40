"""The tray's icon, menu and messages, as far as a machine without a tray can show them."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.around.standing import Counts
from desktop.around.tray import SystemTray, badge
from desktop.navigation import Place, View
from desktop.shell import Shell


def test_the_count_is_painted_on_the_icon(shell: Shell) -> None:
    pictures = [badge(shell.theme, needs).pixmap(64, 64).toImage() for needs in (0, 1, 2, 10, 11)]
    assert pictures[0] != pictures[1] != pictures[2]
    assert pictures[3] == pictures[4]


def test_the_menu_offers_what_can_be_done(window: tuple[QMainWindow, Shell], qtbot: QtBot) -> None:
    tray = SystemTray(window[1].theme, window[0])
    entries = {each.text(): each for each in tray.menu.actions() if each.text()}
    assert [name for name, each in entries.items() if each.isEnabled()] == ["New task", "Show Countersign", "Quit"]
    tray.show_counts(Counts(needs=3, can_pause=2, paused=1))
    assert all(each.isEnabled() for each in entries.values())
    assert "3 need you" in tray.icon.toolTip()
    for text, signal in (("New task", tray.new_task), ("Review next", tray.review_next), ("Pause all", tray.pause_all),
                         ("Go on", tray.go_on), ("Show Countersign", tray.show_window), ("Quit", tray.quit)):
        with qtbot.waitSignal(signal):
            entries[text].trigger()


def test_a_click_on_a_message_leads_to_its_place(window: tuple[QMainWindow, Shell], qtbot: QtBot) -> None:
    tray = SystemTray(window[1].theme, window[0])
    tray.tell("A task needs you.", Place(View.INBOX, "t1"))
    with qtbot.waitSignal(tray.opened) as opened:
        tray.icon.messageClicked.emit()
    assert opened.args == [Place(View.INBOX, "t1")]
    tray.tell("Countersign keeps working.")
    with qtbot.assertNotEmitted(tray.opened):
        tray.icon.messageClicked.emit()
