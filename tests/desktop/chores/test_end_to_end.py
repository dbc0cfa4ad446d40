"""A chore in the real app: written in words, done now, asked for what varies, held against its last time, approved."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from agent.practice import PracticeSite, records, requests
from desktop.navigation import View
from desktop.questions.pane import QuestionsPane
from tests.desktop.test_end_to_end import App, app, site, texts_of  # noqa: F401 - its fixtures
from tests.runs.household import METER

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def approved(held: App, task: str) -> None:
    held.until(lambda: held.inbox.model.waiting())
    held.window.activateWindow()
    held.window.shell.navigator.go(View.INBOX, task)
    held.review().setFocus()
    held.approve_by_keyboard()
    held.until(lambda: held.call("task", id=task)["state"] == "done")


def test_a_reading_that_comes_again(
        app: App, site: PracticeSite) -> None:  # noqa: F811 - its fixtures
    app.window.activateWindow()
    app.window.shell.commands.run("chore.new")
    chores: Any = app.window.widget(View.CHORES)
    editor = chores.editors[""]
    QTest.keyClicks(editor.what, METER)
    QTest.keyClicks(editor.when, "every first Monday at 9")
    app.until(lambda: editor.keep_button.isEnabled())
    assert any("On the first Monday of every month at 09:00" in each for each in texts_of(editor))
    assert app.call("chore list") == []                                         # read, and nothing kept yet
    editor.card.url.setText(site.pages["meter-reading"])
    editor.card.address.emit()
    QTest.keyClick(editor.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: chores.pane.isVisible() and chores.pane.doc is not None)
    assert len(chores.pane.doc["next"]) == 5
    assert chores.pane.doc["url"] == site.pages["meter-reading"]

    chores.pane.run()
    app.until(lambda: app.window.view is View.INBOX)
    app.until(lambda: app.call("task", id="t1")["state"] == "needs_review")
    assert requests(site.database) == []                                        # prepared, and nothing sent
    approved(app, "t1")
    (first,) = records(site.database)
    assert first.fields["reading"] == "48213"

    id = chores.pane.doc["id"]
    app.until(lambda: app.call("chore show", id=id)["parameters"])              # what varies was found
    app.window.shell.navigator.go(View.CHORES, id)
    app.until(lambda: chores.pane.doc["parameters"] and chores.pane.doc["last"]["state"] == "done")
    chores.pane.run()
    app.until(lambda: app.call("task", id="t2")["waits"])
    app.window.shell.navigator.go(View.INBOX, "t2")
    app.until(lambda: any(each.isVisible() and each.cards for each in app.window.findChildren(QuestionsPane)))
    pane = next(each for each in app.window.findChildren(QuestionsPane) if each.isVisible())
    field = next(each for each in pane.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "48500")
    pane.send()
    app.until(lambda: app.call("task", id="t2")["state"] == "needs_review")
    app.window.shell.navigator.go(View.INBOX, "t2")
    review = app.review()
    head, *_ = review.body.rows.sheet.sections
    assert head.title.startswith("Since last time (")
    (change,) = head.items
    assert (change.doc["before"], change.doc["now"]) == ("48213", "48500")
    assert any("You already sent what was due for" in each for each in texts_of(review.body.head.warnings))
    assert review.body.head.of_chore is not None
    assert review.body.head.of_chore.words.text().startswith("Made by a chore, for ")
    assert len(records(site.database)) == 1
    approved(app, "t2")
    assert [each.fields["reading"] for each in records(site.database)] == ["48213", "48500"]
