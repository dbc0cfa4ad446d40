"""The frame: sidebar, the views made when they are first shown, banner, toasts; the whole of it takes drops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from agent.protocol.settings import Value
from desktop.around.tally import Tally
from desktop.commands.registry import Commands
from desktop.link import DeskLink, Problem
from desktop.navigation import Navigator, Place, View
from desktop.shell import Preferences, Shell, Teller
from desktop.sidebar import Sidebar
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.undo import Undo
from desktop.view import Goes, HasList, Leaves, MakesTasks, Stands, TakesCalendars, TakesDrops

if TYPE_CHECKING:  # what is needed only after the first paint is imported then; every millisecond before it counts
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPaintEvent,
        QResizeEvent,
    )
    from PySide6.QtWidgets import QSplitter

    from agent.protocol.messages import Changed, SettingDoc
    from desktop.around.agent_banner import AgentBanner
    from desktop.around.drop_veil import DropVeil
    from desktop.around.toast import Toasts
    from desktop.dropping import Dropped

Factory = Callable[[Shell], QWidget]
SIZE = (1440, 900)
LEAST = (640, 420)
NARROW = 860
"""Below this width the sidebar shows icons alone."""


class MainWindow(QMainWindow):
    """The one window.

    Args:
        desk: the agent.
        theme: the looks.
        views: how each view is made; called when it is first shown.
        home: the data folder.
        values: the settings as they stand.
    """

    painted = Signal()           # for the first time
    closing = Signal(object)     # QCloseEvent: whoever listens may ignore it
    dropped = Signal(object)     # Dropped, after it was passed on

    def __init__(self, desk: DeskLink, theme: Theme, views: Mapping[View, Factory], home: Path,
                 values: dict[str, Value] | None = None) -> None:
        super().__init__()
        self._home, self._factories = home, dict(views)
        self._made: dict[View, QWidget] = {}
        self._painted = False
        self._view = View.INBOX
        self._place = Place(View.INBOX)
        self.shell = shell = Shell(desk, Commands(self), Navigator(self), theme, Icons(theme), Undo(self),
                                   Preferences(values, self), Teller(self))
        self.tally = Tally(desk, self)
        self.state = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat, self)
        self.setWindowTitle("Countersign")
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(shell.icons)
        self.stack = QStackedWidget()
        self._outer = QStackedWidget()
        self._outer.addWidget(self._frame())
        self.setCentralWidget(self._outer)
        self.sidebar.stand_at(self._view)
        self._wire()
        if not self.restoreGeometry(self._kept("geometry")):
            room = self.screen().availableSize()
            self.resize(min(SIZE[0], room.width() * 19 // 20), min(SIZE[1], room.height() * 9 // 10))

    @cached_property
    def toasts(self) -> Toasts:
        """Words in passing."""
        from desktop.around.toast import Toasts

        return Toasts(self.shell.icons, self)

    @cached_property
    def veil(self) -> DropVeil:
        """What shows while something is dragged over the window."""
        from desktop.around.drop_veil import DropVeil

        return DropVeil(self.shell.theme, self)

    @cached_property
    def banner(self) -> AgentBanner:
        """How the agent is doing."""
        from desktop.around.agent_banner import AgentBanner

        made = AgentBanner(self.shell, self.tally)
        made.said.connect(self.sidebar.show_state)
        self._down.insertWidget(0, made)
        return made

    @property
    def view(self) -> View:
        """Where the window stands."""
        return self._view

    def widget(self, view: View) -> QWidget:
        """The view's widget, made now if it never was."""
        if view not in self._made:
            self._made[view] = made = self._factories[view](self.shell)
            self.stack.addWidget(made)
            self._restore_splitters(view, made)
        return self._made[view]

    def show_view(self, view: View) -> QWidget:
        """Stands at a view; the focus stays where it is, unless that is on another view."""
        held = self._made.get(self._view)
        had_focus = held is not None and (focused := self.focusWidget()) is not None and held.isAncestorOf(focused)
        widget = self.widget(view)
        self._view = view
        self.sidebar.stand_at(view)
        self.stack.setCurrentWidget(widget)
        if had_focus and held is not widget:
            self.focus_view()
        return widget

    def focus_view(self) -> None:
        """Gives the focus to the view in front: to its list, if it has one."""
        widget = self.widget(self._view)
        if isinstance(widget, HasList):
            widget.focus_list()
        else:
            widget.setFocus()

    def go(self, place: Place) -> None:
        """Stands at a place."""
        self.leave_welcome()
        self._place = place
        widget = self.show_view(place.view)
        if isinstance(widget, Goes) and (place.id or place.part):
            widget.go(place)

    def new_task(self) -> None:
        """Goes to where a task is written."""
        self.leave_welcome()
        widget = self.show_view(View.INBOX)
        if isinstance(widget, MakesTasks):
            widget.new_task()

    def take(self, dropped: Dropped) -> None:
        """Passes on what was dropped, pasted or handed over by a second start."""
        if not dropped:
            return
        from desktop.dropping import apart

        self.leave_welcome()
        calendars, rest = apart(dropped)
        if rest:
            widget = self.show_view(View.INBOX)
            if isinstance(widget, TakesDrops):
                widget.take_drop(rest)
        if calendars:
            widget = self.show_view(View.CHORES)
            if isinstance(widget, TakesCalendars):
                widget.take_calendars(calendars)
        self.dropped.emit(dropped)

    def paste(self) -> None:
        """Makes a task of what is on the clipboard."""
        from PySide6.QtGui import QGuiApplication

        self._receive(QGuiApplication.clipboard().mimeData())

    def looked_at(self) -> str:
        """The task in front of the person; nothing while another window is active."""
        if not self.isActiveWindow() or self.isMinimized():
            return ""
        widget = self._made.get(self._view)
        if isinstance(widget, Stands):
            return widget.standing_at()
        return self._place.id if self._place.view is self._view else ""

    def come_forward(self) -> None:
        """Shows the window and asks the system to put it in front."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def begin_welcome(self, screen: QWidget) -> None:
        """Shows the welcome in place of everything else, until `end_welcome`."""
        self._outer.addWidget(screen)
        self._outer.setCurrentWidget(screen)
        screen.setFocus()

    @property
    def welcoming(self) -> bool:
        """Whether the welcome stands in front."""
        return self._outer.currentIndex() > 0

    def leave_welcome(self) -> None:
        """Leaves the welcome for something that was wanted; it keeps what was typed."""
        screen = self._outer.currentWidget() if self.welcoming else None
        if isinstance(screen, Leaves):
            screen.leave()
        self.end_welcome()

    def end_welcome(self) -> None:
        """Puts the welcome away; nothing happens if there is none."""
        if self.welcoming and (screen := self._outer.currentWidget()) is not None:
            self._outer.removeWidget(screen)
            screen.deleteLater()

    def keep_state(self) -> None:
        """Writes down size, place and splitters."""
        self.state.setValue("geometry", self.saveGeometry())
        self.state.setValue("view", self._view.value)
        for view, widget in self._made.items():
            for each in _splitters(widget):
                self.state.setValue(f"splitters/{view.value}-{each.objectName()}", each.saveState())
        self.state.sync()

    def _told(self, words: str) -> None:
        """What the agent says by the way; the welcome says it in place, beside what it is about."""
        if not self.welcoming:
            self.toasts.say(words, "info", foreign=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent."""
        self.keep_state()
        self.closing.emit(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(event.size().width() < NARROW)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and "veil" in vars(self):
            self.veil.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent."""
        from desktop.dropping import offer_of, sort, summary

        words = summary(sort(offer_of(event.mimeData()))) if event.source() is None else ""
        if words:
            self.veil.offer(words)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Override QWidget::dragMoveEvent."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Override QWidget::dragLeaveEvent."""
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        self.veil.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._receive(event.mimeData())

    def _receive(self, mime: QMimeData | None) -> None:
        from desktop.dropping import receive

        try:
            found = receive(mime, self._home) if mime is not None else None
        except OSError as problem:
            self.toasts.say(f"What you dropped could not be kept: {problem.strerror or 'the disk refused'}.", "danger")
            return
        if found:
            self.take(found)
        else:
            self.toasts.say("There is nothing in it that could become a task.", "warning")

    def _frame(self) -> QWidget:
        frame = QWidget()
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        self._down = QVBoxLayout()
        self._down.setSpacing(0)
        self._down.addWidget(self.stack, 1)
        across.addLayout(self._down, 1)
        return frame

    def _wire(self) -> None:
        shell = self.shell
        shell.navigator.wanted.connect(self.go)
        shell.teller.said.connect(lambda words, tone: self.toasts.say(words, tone))
        shell.undo.offered.connect(lambda words: self.toasts.offer_undo(words, shell.undo.undo))
        shell.undo.undone.connect(self._undone)
        shell.desk.told.connect(self._told)
        shell.desk.problem.connect(self._problem)
        shell.desk.changed.connect(self._changed)
        shell.preferences.changed.connect(self._preference)
        self.sidebar.chosen.connect(self.show_view)
        self.sidebar.new_task.connect(self.new_task)
        self.tally.counted.connect(lambda counts: self.sidebar.show_counts(counts.needs, counts.running))

    def _undone(self, words: str) -> None:
        self.toasts.drop_undo()
        self.toasts.say(f"Taken back: {words}", "info", foreign=True)

    def _problem(self, problem: Problem) -> None:
        self.toasts.say(problem.text, "danger", foreign=True)

    def _changed(self, change: Changed) -> None:
        if change["settings"]:
            self.shell.desk.call("settings show", done=self._settings, failed=lambda _problem: None, owner=self)

    def _settings(self, rows: list[SettingDoc]) -> None:
        for row in rows:
            self.shell.preferences.take(row["key"], row["value"])

    def _preference(self, key: str) -> None:
        if key == "theme":
            self.shell.theme.choose(str(self.shell.preferences[key]))
        elif key == "density":
            self.shell.theme.choose_density(str(self.shell.preferences[key]))

    def _restore_splitters(self, view: View, widget: QWidget) -> None:
        for each in _splitters(widget):
            each.restoreState(self._kept(f"splitters/{view.value}-{each.objectName()}"))

    def _kept(self, key: str) -> QByteArray:
        found = self.state.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()  # the file may have been written by hand


def _splitters(widget: QWidget) -> list[QSplitter]:
    from PySide6.QtWidgets import QSplitter

    return [each for each in widget.findChildren(QSplitter) if each.objectName()]
