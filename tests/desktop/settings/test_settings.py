"""Settings: applied at once, kept by the agent, refused in place, searchable; nothing typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from agent.protocol.settings import TABLE
from desktop.around.autostart.abc import PretendAutostart
from desktop.gallery.settings import CHECKS, documents
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection, Problem
from desktop.navigation import Place, View
from desktop.settings.check import CheckPane, Line, Verdict, doctor_verdict, gate_verdict
from desktop.settings.search import fits
from desktop.settings.sees import KEY
from desktop.settings.switch import Switch
from desktop.settings.view import SettingsView
from desktop.shell import Shell

Stage = tuple[SettingsView, StandIn, Shell, PretendAutostart]


@pytest.fixture
def stage(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot, tmp_path: Path) -> Stage:
    kept: dict[str, Any] = {}

    def keep(params: dict[str, Any]) -> Any:
        kept[params["key"].replace("-", "_")] = params["value"]
        return documents(**kept)

    desk.reply("settings show", lambda params: documents(**kept))
    desk.reply("settings set", keep)
    autostart = PretendAutostart()
    view = SettingsView(window[1], tmp_path, autostart)
    window[0].setCentralWidget(view)
    window[0].show()
    qtbot.waitActive(window[0])
    qtbot.waitUntil(lambda: bool(view.rows))
    return view, desk, window[1], autostart


def test_there_is_a_named_control_for_every_setting(stage: Stage) -> None:
    assert list(stage[0].rows) == [each.key for each in TABLE]
    for each in TABLE:
        control = stage[0].rows[each.key].control
        assert control.accessibleName() == (f"{each.label}: None chosen" if each.key == KEY else each.label)
        assert control.accessibleDescription() == each.help
        wanted = {"switch": Switch, "choice": QComboBox, "number": QSpinBox, "text": QLineEdit}[each.kind]
        assert isinstance(control, QPushButton if each.key == KEY else wanted)



def test_a_switch_is_kept_at_once_by_the_keyboard(stage: Stage, qtbot: QtBot) -> None:
    view, desk, shell, _ = stage
    control = view.rows["notify"].control
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shell.preferences["notify"] is False)
    assert desk.asked("settings set") == [{"key": "notify", "value": False}]
    assert control.hasFocus()
    assert view.rows["notify"].reset.isVisible()


def test_reset_brings_the_default_back(stage: Stage, qtbot: QtBot) -> None:
    view, _, shell, _ = stage
    row = view.rows["notify"]
    row.control.click()
    qtbot.waitUntil(row.reset.isVisible)
    row.reset.click()
    qtbot.waitUntil(lambda: shell.preferences["notify"] is True)
    assert row.control.isChecked()
    assert not row.reset.isVisible()


def test_a_number_is_asked_for_once_it_has_settled(stage: Stage, qtbot: QtBot) -> None:
    view, desk, _, _ = stage
    control = view.rows["hold-minutes"].control
    assert isinstance(control, QSpinBox)
    for _ in range(3):
        control.stepUp()
    assert desk.asked("settings set") == []
    view.rows["hold-minutes"].settle()
    assert desk.asked("settings set") == [{"key": "hold-minutes", "value": 13}]


def test_a_number_half_typed_survives_news_from_the_agent(stage: Stage) -> None:
    control = stage[0].rows["hold-minutes"].control
    assert isinstance(control, QSpinBox)
    control.setValue(42)
    stage[0]._put(documents())
    assert control.value() == 42


def test_a_text_is_asked_for_when_it_is_finished_and_a_refusal_brings_the_kept_one_back(
        stage: Stage, qtbot: QtBot) -> None:
    view, desk, _, _ = stage
    row = view.rows["web-proxy"]
    control = row.control
    assert isinstance(control, QLineEdit)
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, "http://proxy.example:8080")
    assert desk.asked("settings set") == []
    stage[0]._put(documents())
    assert control.text() == "http://proxy.example:8080"  # half typed, it survives news from the agent
    qtbot.keyClick(control, Qt.Key.Key_Return)
    assert desk.asked("settings set") == [{"key": "web-proxy", "value": "http://proxy.example:8080"}]
    desk.reply("settings set", Problem("Not that."))
    control.clear()
    qtbot.keyClicks(control, "socks")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(row.problem.isVisible)
    assert control.text() == "http://proxy.example:8080"


def test_a_refusal_is_shown_in_place_and_the_kept_value_comes_back(stage: Stage, qtbot: QtBot) -> None:
    view, desk, shell, _ = stage
    desk.reply("settings set", Problem("The disk is full."))
    row = view.rows["notify"]
    row.control.click()
    qtbot.waitUntil(row.problem.isVisible)
    assert row.problem.text() == "The disk is full."
    assert row.control.isChecked()
    assert shell.preferences["notify"] is True


def test_the_autostart_switch_turns_the_systems_own(stage: Stage, qtbot: QtBot) -> None:
    view, desk, shell, autostart = stage
    view.rows["autostart"].control.click()
    qtbot.waitUntil(lambda: shell.preferences["autostart"] is True)
    assert autostart.enabled
    autostart.problem = PermissionError(13, "Permission denied")
    view.rows["autostart"].control.click()
    assert view.rows["autostart"].problem.isVisible()
    assert view.rows["autostart"].control.isChecked()
    assert len(desk.asked("settings set")) == 1


def test_the_wheel_over_an_unused_field_changes_nothing(stage: Stage) -> None:
    control = stage[0].rows["theme"].control
    assert isinstance(control, QComboBox)
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(control, event)
    assert control.currentIndex() == 0


def test_the_keyboard_starts_on_a_setting_and_a_key_leads_to_the_search(stage: Stage, qtbot: QtBot) -> None:
    view = stage[0]
    view.focus_list()
    control = view.rows["theme"].control
    assert control.hasFocus()
    qtbot.keyClick(control, Qt.Key.Key_Slash)
    assert view.search.hasFocus()


def test_a_search_leaves_what_fits(stage: Stage) -> None:
    view = stage[0]
    view.search.setText("tray icon")
    assert [key for key, row in view.rows.items() if row.isVisible()] == ["tray"]
    assert not view.below.isVisible()
    view.search.setText("nothing like it")
    assert view.none.isVisible()
    view.search.clear()
    assert [key for key, row in view.rows.items() if not row.isVisible()] == ["model-name"]  # no other is chosen
    assert view.below.isVisible()


@pytest.mark.parametrize(("query", "found"), [("", True), ("COLOURS", True), ("dark", True), ("theme", True),
                                             ("appearance light", True), ("browser", False)])
def test_a_setting_is_found_by_all_it_says(query: str, found: bool) -> None:
    assert fits(documents()[0], query) is found


def test_one_can_be_led_to_a_setting(stage: Stage) -> None:
    stage[0].search.setText("tray")
    stage[0].go(Place(View.SETTINGS, "notify"))
    assert stage[0].rows["notify"].control.hasFocus()
    assert stage[0].search.text() == ""


def test_without_the_agent_it_says_so_and_tries_again(
        shell: Shell, desk: StandIn, qtbot: QtBot, tmp_path: Path) -> None:
    desk.reply("settings show", Problem("The agent is not running."))
    view = SettingsView(shell, tmp_path, PretendAutostart())
    qtbot.addWidget(view)
    qtbot.waitUntil(lambda: not view.problem.isHidden())
    desk.reply("settings show", documents())
    desk.connection.emit(Connection.READY)
    qtbot.waitUntil(lambda: bool(view.rows))
    assert view.problem.isHidden()


def test_the_data_folder_is_opened(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    next(each for each in stage[0].findChildren(QPushButton) if each.accessibleName() == "Open the data folder").click()
    assert [each.toLocalFile() for each in opened] == [str(tmp_path)]


class TestChecks:
    def test_what_is_wrong_stands_first(self) -> None:
        found = doctor_verdict([dict(each) for each in CHECKS])
        assert (found.ok, found.text) == (False, "One thing needs attention.")
        assert [each.ok for each in found.lines] == [False, True, True]

    @pytest.mark.parametrize(("answer", "verdict"), [
        ({"channels": [{"name": "beacon", "result": "held"}], "leaks": 0},
         Verdict(True, "All 1 known ways out of the browser were tried, and nothing got out.")),
        ({"channels": [{"name": "beacon", "result": "leaked"}, {"name": "form", "result": "held"}], "leaks": 1},
         Verdict(False, "One way out of the browser is open. No task is worked on until it is closed.",
                 (Line(False, "beacon"),))),
    ])
    def test_the_gate_is_judged_by_its_leaks(self, answer: dict[str, Any], verdict: Verdict) -> None:
        assert gate_verdict(answer) == verdict

    def test_it_shows_that_it_works_and_then_what_it_found(self, stage: Stage, qtbot: QtBot) -> None:
        stage[1].reply("doctor", CHECKS)
        pane = stage[0].findChildren(CheckPane)[0]
        pane.start.click()
        pane.start.click()
        assert pane.bar.isVisible()
        assert not pane.start.isEnabled()
        qtbot.waitUntil(lambda: pane.start.isEnabled())
        assert not pane.bar.isVisible()
        assert len(stage[1].asked("doctor")) == 1
        assert pane._found.count() == 1 + len(CHECKS)

    def test_a_check_that_fails_says_why(self, stage: Stage, qtbot: QtBot) -> None:
        stage[1].reply("gate check", Problem("No browser was found."))
        pane = stage[0].findChildren(CheckPane)[1]
        pane.run()
        qtbot.waitUntil(lambda: pane._found.count() == 1)
        assert pane._found.itemAt(0).widget().accessibleName() == "No browser was found."
