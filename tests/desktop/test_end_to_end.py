"""The whole job in the real app: window, agent, browser, practice council. The oracle stands at the council."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agent.practice import PracticeSite, records, requests
from agent.protocol import settings
from desktop.link import Connection
from desktop.navigation import View
from desktop.review.pane import ReviewPane
from desktop.session import Session
from desktop.task.unknown_pane import UnknownPane
from tests.desk.terminal import environment
from tests.faults.slow_road import Pace, SlowRoad
from tests.runs.household import FACTS, METER

pytestmark = pytest.mark.browser

PATIENCE = 90_000


class App:
    """The real app with hands for it. What is read is read from the window; only facts are put in by the agent."""

    def __init__(self, session: Session, bot: QtBot) -> None:
        self.session = session
        self.window = session.window
        self.bot = bot

    def until(self, holds: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    def call(self, method: str, **params: object) -> Any:
        answers: list[Any] = []
        self.session.worker.call(method, params, done=answers.append)
        self.until(lambda: answers)
        return answers[0]

    def kill_agent(self) -> None:
        """Kills it and waits until the window has noticed."""
        os.kill(self.session.worker.process_id, signal.SIGKILL)
        self.until(lambda: self.session.worker.state is not Connection.READY)

    @property
    def inbox(self) -> Any:
        return self.window.widget(View.INBOX)

    def drop(self, text: str) -> None:
        mime = QMimeData()
        mime.setText(text)
        QApplication.sendEvent(self.window, QDragEnterEvent(
            QPoint(600, 400), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier))
        event = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                           Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, event)

    def key(self, widget: QWidget, key: Qt.Key,
            modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, modifier)

    def review(self) -> ReviewPane:
        """The review pane once it shows something that is held and the agent is not busy with it."""
        def ready() -> ReviewPane | None:
            for each in self.window.findChildren(ReviewPane):
                if each.isVisible() and each.doc is not None and each.doc["state"] == "held":
                    return each
            return None
        self.until(ready)
        found = ready()
        assert found is not None
        return found

    def approve_by_keyboard(self) -> None:
        """Looks at every line that wants it, then Ctrl+Enter."""
        def armed() -> bool:
            pane = self.review()  # an edit that the page has taken may have brought another
            self.key(pane.body.rows.focusProxy() or pane.body.rows, Qt.Key.Key_N)
            return bool(pane.body.bar.approve.isEnabled())
        self.until(armed)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    for name, value in environment(own_home).items():
        monkeypatch.setenv(name, value)
    own_home.mkdir(parents=True, exist_ok=True, mode=0o700)
    settings.write(own_home, "welcomed", True)
    session = Session(qapp, own_home, False, settings.read(own_home))
    session.start((), ())
    made = App(session, qtbot)
    made.until(lambda: session.worker.state is Connection.READY)
    for kind, value in FACTS.items():
        made.call("profile set", kind=kind, value=value)
    yield made
    session.finish()
    assert not (own_home / "desktop.log").exists(), (own_home / "desktop.log").read_text()
    session.window.deleteLater()
    session.deleteLater()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[PracticeSite]:
    with PracticeSite(tmp_path / "council.db") as running:
        yield running


def test_dropped_watched_edited_approved_by_keyboard_and_filed(app: App, site: PracticeSite) -> None:
    app.drop(f"{METER} at {site.pages['meter-reading']}")
    app.until(lambda: app.inbox.entry.cards and app.inbox.entry.add_button.isEnabled())     # shown before it is filed
    assert app.call("board")["total"] == 0
    app.key(app.inbox.entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: app.inbox.model.waiting())
    app.window.activateWindow()
    app.inbox.select_next_waiting()
    pane = app.review()
    assert pane.doc is not None
    first = pane.doc["digest"]
    pane.setFocus()

    row = next(each for each in pane.doc["fields"] if each["name"] == "reading")
    assert row["value"] == "48213"
    edit_value(app, pane, "reading", "48300")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    app.until(lambda: pane.doc and pane.doc["digest"] != first and pane.doc["state"] == "held")
    assert requests(site.database) == []                                                     # nothing has been sent
    app.approve_by_keyboard()
    app.until(lambda: app.call("task", id="t1")["state"] == "done")
    (record,) = records(site.database)
    assert record.fields["reading"] == "48300"

    app.window.shell.navigator.go(View.RECEIPTS, "r1")
    receipts = app.window.widget(View.RECEIPTS)
    app.until(lambda: any(record.reference in text for text in texts_of(receipts)))
    assert any("48300" in text for text in texts_of(receipts))


def edit_value(app: App, pane: ReviewPane, name: str, value: str) -> None:
    """Goes down to the line by keyboard, opens it, types, and closes it."""
    rows = pane.body.rows

    def there() -> bool:
        item = rows.current()
        if item is not None and getattr(item, "name", "") == name:
            return True
        app.key(QApplication.focusWidget(), Qt.Key.Key_J)
        return False
    app.until(there)
    app.key(QApplication.focusWidget(), Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, value)
    app.key(editor, Qt.Key.Key_Return)
    app.until(lambda: not rows.lines.typing)
    assert rows.changes() == {name: value}


def texts_of(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel, QLineEdit

    return [each.text().replace("\u200b", "") for each in widget.findChildren(QLabel)] + [
        each.text() for each in widget.findChildren(QLineEdit)]


@pytest.mark.parametrize("when", [pytest.param(each, marks=pytest.mark.slow) for each in ("running", "held")])
def test_a_killed_agent_leaves_the_window_and_sends_nothing_twice(app: App, site: PracticeSite, when: str) -> None:
    app.drop(f"{METER} at {site.pages['meter-reading']}")
    app.until(lambda: app.inbox.entry.add_button.isEnabled())
    app.key(app.inbox.entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if when == "running":
        app.until(lambda: app.session.worker._live)
    else:
        app.until(lambda: app.inbox.model.waiting())
    app.kill_agent()
    app.until(lambda: app.window.banner.isVisible())                   # said, not hidden
    app.until(lambda: app.session.worker.state is Connection.READY)
    assert app.window.isVisible()
    app.until(lambda: app.inbox.model.waiting())
    app.window.activateWindow()
    app.inbox.select_next_waiting()
    pane = app.review()
    pane.setFocus()
    assert requests(site.database) == []
    app.approve_by_keyboard()
    app.until(lambda: app.call("task", id="t1")["state"] == "done")
    assert [each.fields["reading"] for each in records(site.database)] == ["48213"]


@pytest.mark.parametrize("there", [True, pytest.param(False, marks=pytest.mark.slow)],
                         ids=["arrived", "did not arrive"])
def test_an_agent_killed_while_sending_leaves_a_doubt_that_the_person_settles(app: App, site: PracticeSite,
                                                                             there: bool) -> None:
    with SlowRoad(site.url) as road:
        road.pace = Pace(there=0.0 if there else 5.0, back=5.0, lossy=not there)
        app.drop(f"{METER} at {site.pages['meter-reading'].replace(site.url, road.url)}")
        app.until(lambda: app.inbox.entry.add_button.isEnabled())
        app.key(app.inbox.entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        app.until(lambda: app.inbox.model.waiting())
        app.window.activateWindow()
        app.inbox.select_next_waiting()
        app.review().setFocus()
        app.approve_by_keyboard()
        app.until(lambda: road.since(0, "arrived" if there else "left"))
        app.kill_agent()
        app.until(lambda: app.session.worker.state is Connection.READY)
        app.until(lambda: app.call("task", id="t1")["state"] == "unknown")
        pane = app.window.findChild(UnknownPane)
        app.until(lambda: pane.isVisible() and pane.arrived.isEnabled())
        assert any("48213" in text for text in texts_of(pane))              # what to look for
        if there:
            pane.arrived.click()
            app.until(lambda: app.call("task", id="t1")["state"] == "done")
        else:
            road.pace = Pace()
            pane.looked.setChecked(True)
            pane.retry.click()
            app.until(lambda: any(each["task"] == "t2" for each in app.call("inbox")))
        assert len(records(site.database)) == (1 if there else 0)           # nothing has gone out by itself
