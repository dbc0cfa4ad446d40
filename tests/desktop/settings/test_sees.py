"""Facts a model may see: a list of ticks over the person's own facts; what is kept stays a list of kinds."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent.protocol.settings import fact_kinds
from desktop.gallery.profile import FACTS, KINDS, fact
from desktop.gallery.settings import documents
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.settings.row import SettingRow
from desktop.settings.sees import KEY, as_setting, counted, rows_of, summary
from desktop.settings.sees_dialog import Sees
from desktop.shell import Shell

OWN = [fact("postal-code", "TQ12 4AB"), fact("iban", "GB29"), fact("billing postal-code", "TQ1"), fact("bday", "1986")]


def test_the_rows_are_the_persons_own_facts_and_what_the_setting_has_besides() -> None:
    rows = rows_of(OWN, {"language": "Language"}, "bday, language, shoe-size")
    assert [row.words for row in rows] == ["Date of birth", "IBAN (private)", "Postcode",
                                           "Language (not in your profile)", "shoe-size (not in your profile)"]


@pytest.mark.parametrize(("kinds", "value", "words"), [
    ([], "none", "None chosen"), (["iban"], "iban", "1 chosen"), (["iban", "bday"], "bday, iban", "2 chosen")])
def test_the_setting_is_kept_as_before(kinds: list[str], value: str, words: str) -> None:
    assert as_setting(kinds) == value == fact_kinds(value)
    assert summary(value) == words


def test_it_says_how_many_are_ticked_and_private() -> None:
    assert [counted(*each) for each in ((0, 0), (1, 0), (3, 1))] == [
        "None is ticked: the model sees no value of your profile.", "1 is ticked.", "3 are ticked, 1 of them private."]


def opened(shell: Shell, desk: StandIn, qtbot: QtBot, value: str) -> tuple[Sees, list[str]]:
    desk.reply("profile facts", FACTS)
    desk.reply("profile kinds", KINDS)
    taken: list[str] = []
    dialog = Sees(shell, value, taken.append)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.boxes))
    return dialog, taken


def test_the_list_is_ticked_by_the_keyboard_and_kept_on_done(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    dialog, taken = opened(shell, desk, qtbot, "iban, language")
    assert dialog.chosen == {"iban", "language"}
    assert dialog.boxes["iban"].accessibleName() == "IBAN (private)"
    dialog.activateWindow()
    dialog.search.setFocus()
    qtbot.keyClicks(dialog.search, "birth")
    assert [kind for kind, box in dialog.boxes.items() if box.isVisible()] == ["bday"]
    for _ in range(3):     # past the two buttons, to the one box that is left
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.boxes["bday"]
    qtbot.keyClick(dialog.boxes["bday"], Qt.Key.Key_Space)
    assert taken == []
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["bday, iban, language"]


def test_all_leaves_private_ones_and_what_the_search_hides_alone(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    dialog, taken = opened(shell, desk, qtbot, "none")
    dialog.search.setText("number")
    dialog.all.click()
    assert dialog.chosen == frozenset()            # the one number is private
    dialog.search.clear()
    dialog.all.click()
    assert {"postal-code", "bday"} <= dialog.chosen
    assert not {"iban", "passport-number"} & dialog.chosen
    dialog.boxes["iban"].setChecked(True)
    dialog.none.click()
    assert dialog.chosen == frozenset()
    dialog.boxes["bday"].setChecked(True)
    dialog.leave.click()
    assert taken == []


def test_facts_that_can_not_be_read_change_nothing(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("profile facts", Problem("The agent is not running."))
    taken: list[str] = []
    dialog = Sees(shell, "iban", taken.append)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.problem.isVisible())
    assert not dialog.done_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == []


def test_the_row_opens_the_list_and_wants_what_was_chosen(shell: Shell, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("profile facts", FACTS)
    (doc,) = [each for each in documents(model_sees="bday") if each["key"] == KEY]
    row = SettingRow(shell, doc)
    qtbot.addWidget(row)
    row.show()
    wanted: list[Any] = []
    row.wanted.connect(wanted.append)
    assert row.control.accessibleName() == "Facts it may see: 1 chosen"
    row.control.click()  # type: ignore[attr-defined]
    dialog = row.findChild(Sees)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.boxes))
    dialog.boxes["postal-code"].setChecked(True)
    dialog.done_button.click()
    assert wanted == ["bday, postal-code"]
    assert row.control.accessibleName() == "Facts it may see: 2 chosen"
