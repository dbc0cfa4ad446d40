"""The model's key and test in the settings: nothing typed as a key stays, and what is found is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.around.autostart.abc import PretendAutostart
from desktop.gallery.settings import MODEL, NO_KEY, NO_RING, OWN, UNFIT, documents
from desktop.gallery.stand_in import StandIn
from desktop.link import Problem
from desktop.settings.check import probe_verdict
from desktop.settings.model import ModelPane, key_words
from desktop.settings.view import SettingsView
from desktop.shell import Shell


@pytest.fixture
def pane(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot, tmp_path: Path) -> ModelPane:
    desk.reply("settings show", documents())
    desk.reply("settings set", documents())
    desk.reply("model show", NO_KEY)
    view = SettingsView(window[1], tmp_path, PretendAutostart())
    window[0].setCentralWidget(view)
    window[0].show()
    qtbot.waitUntil(lambda: view.model is not None and view.model.doc is not None)
    assert view.model is not None
    return view.model


def test_a_key_leaves_the_field_as_it_is_given(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model key", MODEL)
    assert pane.field.echoMode() is QLineEdit.EchoMode.Password
    assert not pane.keep_it.isEnabled()
    qtbot.keyClicks(pane.field, " sk-1 ")
    qtbot.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane.field.text() == ""
    qtbot.waitUntil(lambda: not pane.forget_it.isHidden())
    assert desk.asked("model key") == [{"key": "sk-1"}]
    assert pane.field.isHidden()
    assert "in your system's keyring" in pane.about.full


def test_what_the_keyring_refuses_is_said_in_place(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model key", Problem("The keyring is locked."))
    pane.field.setText("sk-1")
    pane.keep()
    qtbot.waitUntil(lambda: not pane.problem.isHidden())
    assert (pane.problem.full, pane.field.text()) == ("The keyring is locked.", "")


def test_a_key_is_forgotten(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model forget-key", NO_KEY)
    desk.reply("model show", MODEL)
    pane.load()
    qtbot.waitUntil(lambda: not pane.forget_it.isHidden())
    pane.forget()
    qtbot.waitUntil(lambda: pane.forget_it.isHidden() and not pane.field.isHidden())


def test_where_no_keyring_can_be_used_no_key_is_asked_for(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model show", NO_RING)
    pane.load()
    qtbot.waitUntil(lambda: pane.field.isHidden())
    assert "no keyring on this system" in pane.about.full


def test_another_model_is_shown_after_it_was_set(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model show", OWN)
    view: Any = pane.window().centralWidget()  # type: ignore[attr-defined]
    view.rows["model"].wanted.emit("other")
    qtbot.waitUntil(lambda: pane.state.full.startswith("qwen3:14b is ready"))


def test_a_test_is_run_and_what_was_found_is_read_again(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("model probe", UNFIT)
    before = len(desk.asked("model show"))
    pane.test.start.click()
    qtbot.waitUntil(lambda: len(desk.asked("model show")) == before + 1)


def test_what_a_planner_can_do_without_is_no_fault() -> None:
    verdict = probe_verdict(UNFIT)
    assert not verdict.ok
    assert [line.ok for line in verdict.lines] == [True, True, False, True]


def test_words_about_the_key() -> None:
    assert "ANTHROPIC_API_KEY" in key_words({**MODEL, "key": "environment"})
    assert "may need none" in key_words(OWN)
    assert "None is set for https://api.anthropic.com." in key_words(NO_KEY)


def test_the_search_finds_it(pane: ModelPane, qtbot: QtBot) -> None:
    view: Any = pane.window().centralWidget()  # type: ignore[attr-defined]
    view.search.setText("notifications")
    assert pane.isHidden()
    view.search.setText("")
    assert not pane.isHidden()


def test_a_name_is_asked_for_only_where_another_model_is_chosen(pane: ModelPane, desk: StandIn, qtbot: QtBot) -> None:
    view: Any = pane.window().centralWidget()  # type: ignore[attr-defined]
    assert view.rows["model-name"].isHidden()
    desk.reply("settings set", documents(model="other"))
    view.rows["model"].wanted.emit("other")
    qtbot.waitUntil(lambda: not view.rows["model-name"].isHidden())
