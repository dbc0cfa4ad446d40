"""The Recipes view: what shows, switching, editing without loss, versions, taking in, forgetting, setting to work."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gallery.recipes import LESSONS, MISTAKE, ROWS, TEXT, serve
from desktop.gallery.stand_in import StandIn
from desktop.navigation import Place, View
from desktop.recipes.rows import ANSWERS
from desktop.recipes.view import RecipesView
from desktop.shell import Shell
from desktop.widgets.words import Words

TAKEN = {"id": "c1", "enabled": True, "revision": 3, "note": ""}


@pytest.fixture
def view(window: tuple[QMainWindow, Shell], desk: StandIn, qtbot: QtBot) -> RecipesView:
    serve(desk, ROWS, LESSONS)
    made = RecipesView(window[1])
    window[0].setCentralWidget(made)
    window[0].show()
    qtbot.waitUntil(lambda: made.pane.doc is not None)
    return made


def texts(view: RecipesView) -> str:
    return "\n".join(each.text() for each in view.findChildren(Words) if each.isVisible())


def press(view: RecipesView, words: str) -> None:
    next(each for each in view.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def test_the_recipe_used_last_is_open_in_sentences(view: RecipesView) -> None:
    said = texts(view)
    for each in ("Renew my parking permit", "Fills “First name” from your profile: Given name", "Presses “Continue”",
                 "Asks you for “Permit number”", "“Permit number” is a new field that has to be filled in.",
                 "It went through alone 3 times, last on 21 November 2026; no model was asked."):
        assert each in said


def test_j_and_k_walk_to_the_answers(view: RecipesView, shell: Shell, qtbot: QtBot) -> None:
    for _ in range(4):
        shell.commands.run("recipes.next")
    assert view.list.selected == ANSWERS
    assert view.panes.currentWidget() is view.lessons
    shell.commands.run("recipes.previous")
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c4")


def test_the_switch_asks_the_agent_and_can_be_taken_back(view: RecipesView, desk: StandIn, shell: Shell,
                                                         qtbot: QtBot) -> None:
    view.pane.switch.click()
    qtbot.waitUntil(lambda: view.pane.state.text() == "Off")
    assert not view.pane.do_now.isEnabled()
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: view.pane.state.text() == "On")
    assert [len(desk.asked(name)) for name in ("recipe disable", "recipe enable")] == [1, 1]


def test_a_mistake_is_said_with_its_line_and_nothing_typed_is_lost(view: RecipesView, desk: StandIn,
                                                                   qtbot: QtBot) -> None:
    view.pane.edit()
    typed = TEXT.replace('"next"', '"press"')
    view.editor.field.setPlainText(typed)
    view.editor.keep()
    qtbot.waitUntil(lambda: bool(view.editor.complaints))
    assert [each.line for each in view.editor.complaints] == [22, 28]
    assert view.editor.field.toPlainText() == typed
    assert view.editor.field.textCursor().blockNumber() == 21
    for line in MISTAKE.splitlines():
        assert line in texts(view)
    assert len(view.editor.field.extraSelections()) == 2


def test_what_was_typed_waits_while_another_recipe_is_looked_at(view: RecipesView, desk: StandIn,
                                                                qtbot: QtBot) -> None:
    view.pane.edit()
    view.editor.field.setPlainText(TEXT + "# mine\n")
    view.open("c2")
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c2")
    assert not view.pane.unkept.isVisible()
    view.open("c1")
    qtbot.waitUntil(lambda: view.pane.unkept.isVisible())
    press(view, "Go on with it")
    assert view.editor.field.toPlainText() == TEXT + "# mine\n"


def test_throwing_changes_away_can_be_taken_back(view: RecipesView, shell: Shell, qtbot: QtBot) -> None:
    view.pane.edit()
    view.editor.field.setPlainText("mine")
    view.editor.throw_away()
    assert view.panes.currentWidget() is view.pane
    assert not view.pane.unkept.isVisible()
    assert shell.undo.undo()
    assert view.pane.unkept.isVisible()
    view.pane.edit()
    assert view.editor.field.toPlainText() == "mine"


def test_a_text_that_is_taken_can_be_taken_back(view: RecipesView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    desk.reply("recipe edit", TAKEN)
    view.pane.edit()
    view.editor.field.setPlainText(TEXT + "# mine\n")
    qtbot.keyClick(view.editor.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.panes.currentWidget() is view.pane)
    assert desk.asked("recipe edit") == [{"id": "c1", "text": TEXT + "# mine\n"}]
    assert view.editor.drafts == {}
    assert shell.undo.undo()
    assert desk.asked("recipe edit")[1] == {"id": "c1", "text": TEXT}


def test_an_older_version_is_looked_at_and_used_again(view: RecipesView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("recipe edit", TAKEN)
    press(view, "Look at it")
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["shown"] == 1)
    assert view.pane.older.isVisible()
    assert not view.pane.do_now.isEnabled()
    older = view.pane.doc["text"] if view.pane.doc is not None else ""
    press(view, "Use this version again")
    qtbot.waitUntil(lambda: desk.asked("recipe edit") == [{"id": "c1", "text": older}])


def test_a_file_is_shown_before_it_is_taken_in(view: RecipesView, desk: StandIn, qtbot: QtBot) -> None:
    desk.reply("recipe import", {"id": "c4", "enabled": False, "revision": 1, "note": ""})
    view.bringing.preview("/x/birth.toml")
    qtbot.waitUntil(lambda: view.panes.currentWidget() is view.bringing)
    assert "https://registry.example/order" in texts(view).replace("\u200b", "")
    assert desk.asked("recipe import") == []
    press(view, "Take it in, switched off")
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c4")
    assert desk.asked("recipe import") == [{"file": "/x/birth.toml", "seen": "5eed"}]
    assert "came from a file" in texts(view)
    assert not view.pane.do_now.isEnabled()


def test_a_file_that_is_none_can_not_be_taken_in(view: RecipesView, qtbot: QtBot) -> None:
    view.bringing.preview("/x/holiday.toml")
    qtbot.waitUntil(lambda: "Nothing was kept." in texts(view))
    assert "Line 3" in texts(view)
    assert not any(each.text().startswith("Take it in") and each.isVisible() for each in view.findChildren(QPushButton))
    press(view, "Close")
    assert view.panes.currentWidget() is view.pane


def test_removing_is_taken_back(view: RecipesView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    press(view, "Remove")
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c2")
    assert desk.asked("recipe remove") == [{"id": "c1"}]
    assert view.list.table.rows.row_of("c1") < 0
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c1")
    assert desk.asked("recipe restore") == [{"id": "c1"}]
    qtbot.waitUntil(lambda: view.list.table.rows.row_of("c1") >= 0)


def test_what_it_keeps_is_seen_and_asked_about_before_it_is_exported(view: RecipesView, desk: StandIn) -> None:
    assert "“12 months” under “Length of permit”" in texts(view)
    view.pane.ask_and_export()
    dialog = view.pane.findChild(QDialog)
    assert "2 choices" in "".join(each.text() for each in dialog.findChildren(Words))
    assert dialog.findChild(QFileDialog) is None
    dialog.reject()
    assert desk.asked("recipe export") == []


def test_an_answer_is_forgotten_and_comes_back(view: RecipesView, desk: StandIn, shell: Shell, qtbot: QtBot) -> None:
    view.go(Place(View.RECIPES, part=ANSWERS))
    assert "“Bin size” means “140 litres”" in texts(view)
    press(view, "Forget")
    qtbot.waitUntil(lambda: "Bin size" not in texts(view))
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: "“Bin size” means “140 litres”" in texts(view))
    assert desk.asked("learned restore") == [{"label": "Bin size", "fact": "", "option": "140 litres",
                                              "site": "council.example", "at": "2026-10-03T10:00:00Z"}]


def test_doing_it_asks_for_the_words_it_takes_and_goes_to_the_task(view: RecipesView, desk: StandIn, shell: Shell,
                                                                   qtbot: QtBot) -> None:
    desk.reply("recipe run", {"task": "t9", "id": "c1"})
    view.pane.do_now.click()
    assert "Vehicle registration" in view.pane.run.needs.text()
    assert desk.asked("recipe run") == []
    view.pane.run.words.setText("Renew it for AB12 CDE")
    with qtbot.waitSignal(shell.navigator.wanted) as went:
        press(view, "Prepare it")
    assert desk.asked("recipe run") == [{"id": "c1", "text": "Renew it for AB12 CDE"}]
    assert went.args == [Place(View.INBOX, "t9")]


def test_an_export_is_readable_by_its_owner_alone(view: RecipesView, desk: StandIn, tmp_path: Path,
                                                  qtbot: QtBot) -> None:
    desk.reply("recipe export", {"id": "c1", "text": TEXT, "keeps": []})
    assert view.pane.doc is not None
    view.pane.deeds.export_to(view.pane.doc, str(tmp_path / "out.toml"))
    qtbot.waitUntil(lambda: (tmp_path / "out.toml").is_file())
    assert (tmp_path / "out.toml").read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE((tmp_path / "out.toml").stat().st_mode) == 0o600


def test_what_another_learnt_shows_by_itself(view: RecipesView, desk: StandIn, qtbot: QtBot) -> None:
    serve(desk, ROWS[:2], [])
    desk.changed.emit({"tasks": [], "receipts": False, "profile": False, "settings": False, "recipes": True})
    qtbot.waitUntil(lambda: view.list.table.rows.row_of("c3") < 0)
    assert view.list.selected == "c1"
