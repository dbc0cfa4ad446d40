"""What a task says of its recipe, and the way there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.gallery.task import SURPRISE, by_recipe, task_doc
from desktop.navigation import Place, View
from desktop.shell import Shell
from desktop.task.header import TaskHeader
from desktop.task.recipe_line import recipe_words


@pytest.mark.parametrize(("more", "state", "says"), [
    ({}, "running", "Doing it as you did it on 3 October 2026; no model is asked."),
    ({}, "needs_review", "Doing it as you did it on 3 October 2026; no model is asked."),
    ({}, "done", "Done as you did it on 3 October 2026; no model was asked."),
    ({}, "failed", "Begun as you did it on 3 October 2026."),
    ({"source": "imported"}, "running",
     "Doing it by a recipe that you took in, as of 3 October 2026; no model is asked."),
    ({"surprise": SURPRISE}, "running",
     f"It was begun as you did it on 3 October 2026. Then something was not as it was: {SURPRISE}"),
    ({"replayed": False}, "done", "How you did this is kept: the next time needs no model."),
])
def test_a_sentence_for_each_case(more: dict[str, object], state: str, says: str) -> None:
    assert recipe_words(by_recipe(**more), state) == says


def test_a_task_leads_to_its_recipe(window: tuple[QMainWindow, Shell], qtbot: QtBot) -> None:
    header = TaskHeader(window[1])
    window[0].setCentralWidget(header)
    window[0].show()
    header.show_task(task_doc())
    assert not header.recipe.isVisible()
    header.show_task(task_doc(recipe=by_recipe()))
    with qtbot.waitSignal(window[1].navigator.wanted) as went:
        header.recipe.open.click()
    assert went.args == [Place(View.RECIPES, "c2")]
