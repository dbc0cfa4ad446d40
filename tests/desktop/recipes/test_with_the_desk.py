"""The Recipes and figures views over the agent's own capabilities: shapes fit, and what the agent says is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from agent.desk import Desk, registered
from agent.store import lessons
from agent.store.tables import Lesson
from desktop.figures.view import FiguresView
from desktop.gallery.stand_in import StandIn
from desktop.link import Done, Failed, Problem
from desktop.recipes.rows import ANSWERS
from desktop.recipes.view import RecipesView
from desktop.shell import Shell
from desktop.widgets.words import Words
from tests.planner.test_recipe_text import GOOD


class InProcess(StandIn):
    """Calls the desk's capabilities themselves; answers come later, as real ones do."""

    home: Desk

    def call(self, method: str, params: Mapping[str, object] | None = None, *, done: Done | None = None,
             failed: Failed | None = None, owner: QObject | None = None) -> None:
        """Override DeskLink.call."""
        try:
            answer = registered()[method].call(self.home, **dict(params or {}))
        except Exception as problem:  # whatever it is, the person is told
            text = str(problem)
            QTimer.singleShot(0, lambda: self._refuse(owner, failed, Problem(text)))
        else:
            QTimer.singleShot(0, lambda: self._deliver(owner, done, answer))


@pytest.fixture
def desk(own_home: Path) -> Iterator[InProcess]:
    made = InProcess()
    made.home = Desk(str(own_home))
    yield made
    made.home.close()


def texts(view: RecipesView) -> str:
    return "\n".join(each.text() for each in view.findChildren(Words) if each.isVisible())


def test_a_file_is_taken_in_edited_and_forgotten(window: tuple[QMainWindow, Shell], desk: InProcess, tmp_path: Path,
                                                 qtbot: QtBot) -> None:
    lessons.keep(desk.home.store, [Lesson(label="Bin size", option="140 litres", site="council.example",
                                          at="2026-10-03T10:00:00.000+00:00")])
    (tmp_path / "permit.toml").write_text(GOOD, encoding="utf-8")
    shell = window[1]
    view = RecipesView(shell)
    window[0].setCentralWidget(view)
    window[0].show()
    view.bringing.preview(str(tmp_path / "permit.toml"))
    qtbot.waitUntil(lambda: "https://council.example/permit" in texts(view).replace("\u200b", ""))
    assert "Fills “Postcode” from your profile: Postcode" in texts(view)
    view.bringing.take()
    qtbot.waitUntil(lambda: view.pane.doc is not None and view.pane.doc["id"] == "c1")
    assert not view.pane.do_now.isEnabled()
    view.pane.switch.click()
    qtbot.waitUntil(lambda: view.pane.do_now.isEnabled())

    view.pane.edit()
    text = view.editor.field.toPlainText()
    view.editor.field.setPlainText(text.replace('"submit"', '"open"'))
    view.editor.keep()
    qtbot.waitUntil(lambda: bool(view.editor.complaints))
    line = view.editor.complaints[0].line
    assert view.editor.field.toPlainText().splitlines()[line - 1] == 'kind = "open"'
    view.editor.field.setPlainText(text.replace('label = "Postcode"', 'label = "Post code"'))
    view.editor.keep()
    qtbot.waitUntil(lambda: "Fills “Post code” from your profile: Postcode" in texts(view))
    assert "You edited it." in texts(view)
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: "Fills “Postcode” from your profile: Postcode" in texts(view))

    view.open(ANSWERS)
    qtbot.waitUntil(lambda: "“Bin size” means “140 litres”" in texts(view))
    assert "You chose this on council.example on 3 October 2026" in texts(view)
    assert view.pane.now is not None
    view.pane.deeds.remove(view.pane.now)
    qtbot.waitUntil(lambda: view.list.table.rows.row_of("c1") < 0)
    assert shell.undo.undo()
    qtbot.waitUntil(lambda: view.list.table.rows.row_of("c1") >= 0)


def test_a_home_without_history_says_that_there_are_no_figures(window: tuple[QMainWindow, Shell], desk: InProcess,
                                                               qtbot: QtBot) -> None:
    view = FiguresView(window[1])
    window[0].setCentralWidget(view)
    window[0].show()
    qtbot.waitUntil(lambda: view.doc is not None)
    assert view._stack.currentWidget() is view._empty
