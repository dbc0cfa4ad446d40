"""One run of the app: the window first, then the agent; closing, quitting, second starts, the tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import desktop.session
from desktop.around.mishaps import Mishaps
from desktop.around.signals import Signals
from desktop.around.tray import PretendTray, Tray
from desktop.dropping import Dropped
from desktop.gallery.frame import ROWS, row
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection
from desktop.navigation import Place, View
from desktop.session import Session
from desktop.shell import Shell
from desktop.single_instance import Handed


class Agent(StandIn):
    """A stand-in that can be started and stopped."""

    life: list[str]

    def __init__(self, home: Path, parent: object = None) -> None:
        super().__init__({"board": {"rows": ROWS, "next": "", "total": 5}, "pause": {}, "resume": {}})
        self.life = []

    def start(self) -> None:
        self.life.append("start")
        self.connection.emit(Connection.READY)

    def stop(self) -> None:
        self.life.append("stop")


class Page(QWidget):
    """A view that notes what reaches it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.heard: list[object] = []

    def go(self, place: Place) -> None:
        self.heard.append(place)

    def take_drop(self, dropped: Dropped) -> None:
        self.heard.append(dropped)

    def new_task(self) -> None:
        self.heard.append("new")


@pytest.fixture
def tray() -> PretendTray:
    return PretendTray()


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tray: PretendTray,
            qtbot: QtBot) -> Iterator[Session]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(desktop.session, "Worker", Agent)
    monkeypatch.setattr(desktop.session, "factories", lambda home, usual: dict.fromkeys(View, Page))
    monkeypatch.setattr(Mishaps, "install", lambda self: None)  # pytest-qt listens there itself
    monkeypatch.setattr("desktop.around.tray.SystemTray", lambda theme, window, wanted: tray)
    made = Session(qapp, tmp_path, False, dict.fromkeys(["theme"], "light") | {"density": "compact", "welcomed": True})
    quits: list[bool] = []
    monkeypatch.setattr(made, "_app", type("App", (), {"quit": lambda self: quits.append(True)})())
    made.quits = quits
    yield made
    made.finish()
    made.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def begun(session: Session, qtbot: QtBot) -> Session:
    session.start((), ())
    qtbot.waitUntil(lambda: session.window.tally.counts.needs == 2)
    return session


def page(session: Session) -> Page:
    found = session.window.widget(View.INBOX)
    assert isinstance(found, Page)
    return found


def test_the_window_is_painted_before_the_agent_is_started(session: Session, qtbot: QtBot) -> None:
    life: list[list[str]] = []
    session.window.painted.connect(lambda: life.append(list(session.worker.life)))
    session.start(("/tmp/a.pdf",), ("https://a.example",))
    assert session.window.stack.count() == 0
    qtbot.waitUntil(lambda: hasattr(session, "_doorbell"))
    assert life == [[]]
    assert session.worker.life == ["start"]
    assert page(session).heard == [Dropped(urls=("https://a.example",), files=("/tmp/a.pdf",))]


def test_a_quiet_start_stays_in_the_tray(session: Session, qtbot: QtBot) -> None:
    session.start((), (), quiet=True)
    qtbot.waitUntil(lambda: hasattr(session, "_doorbell"))
    assert not session.window.isVisible()
    assert session.worker.life == ["start"]


def test_a_quiet_start_without_a_tray_shows_the_window(session: Session, tray: PretendTray, qtbot: QtBot) -> None:
    tray.set_wanted(False)
    session.start((), (), quiet=True)
    assert session.window.isVisible()
    qtbot.waitUntil(lambda: hasattr(session, "_doorbell"))


def test_closing_goes_to_the_tray_and_says_so_once(begun: Session, tray: PretendTray) -> None:
    for _ in range(2):
        event = QCloseEvent()
        QApplication.sendEvent(begun.window, event)
        assert not event.isAccepted()
        assert not begun.window.isVisible()
        begun.window.show()
    assert [text for text, _ in tray.told] == [
        "Countersign keeps working. Choose Quit from this icon's menu to end it."]
    assert begun.quits == []


def test_closing_without_a_tray_ends_it(begun: Session, tray: PretendTray) -> None:
    tray.set_wanted(False)
    begun.window.close()
    assert begun.quits == [True]
    begun.finish()
    assert begun.worker.life == ["start", "stop"]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_quitting_while_a_form_is_sent_asks_first(begun: Session, qtbot: QtBot) -> None:
    begun.worker.reply("board", {"rows": [row("t1", "sending")], "next": "", "total": 1})
    begun.window.tally.load()
    qtbot.waitUntil(lambda: begun.window.tally.counts.sending == 1)
    begun.quit()
    assert begun.quits == []
    dialog = begun.window.findChildren(QDialog)[-1]
    dialog.accept()
    assert begun.quits == [True]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
class TestFromOutside:
    def test_a_second_start_brings_its_things_and_the_window(self, begun: Session) -> None:
        begun.window.hide()
        begun._doorbell.handed.emit(Handed(files=("/tmp/a.pdf",)))
        assert begun.window.isVisible()
        assert page(begun).heard == [Dropped(files=("/tmp/a.pdf",))]

    def test_a_quiet_second_start_leaves_the_window_alone(self, begun: Session) -> None:
        begun.window.hide()
        begun._doorbell.handed.emit(Handed(activate=False))
        assert not begun.window.isVisible()

    def test_the_tray_leads_to_the_oldest_review_and_to_a_new_task(self, begun: Session, tray: Tray) -> None:
        tray.review_next.emit()
        tray.new_task.emit()
        assert page(begun).heard == [Place(View.INBOX, "t1"), "new"]

    def test_the_tray_pauses_what_is_open_and_lets_it_go_on(self, begun: Session, tray: PretendTray) -> None:
        tray.pause_all.emit()
        assert [each["id"] for each in begun.worker.asked("pause")] == ["t1", "t2", "t3", "t4", "t5"]
        tray.go_on.emit()
        assert begun.worker.asked("resume") == []
        assert tray.counts.needs == 2


def test_a_signal_of_the_system_ends_it(begun: Session, qtbot: QtBot) -> None:
    assert isinstance(begun._signals, Signals)
    import os
    import signal

    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: begun.quits == [True])
