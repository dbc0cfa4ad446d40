"""The Chores view promises nothing that is not there."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.chores.view import ChoresView
from desktop.navigation import Place, View
from desktop.shell import Shell


def test_every_button_leads_somewhere(shell: Shell, qtbot: QtBot) -> None:
    view = ChoresView(shell)
    qtbot.addWidget(view)
    places: list[Place] = []
    shell.navigator.wanted.connect(places.append)
    buttons = view.findChildren(QPushButton)
    for each in buttons:
        each.click()
    assert [each.view for each in places] == [View.INBOX, View.RECEIPTS]
    assert len(buttons) == len(places)
