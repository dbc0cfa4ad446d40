"""One run of the app from the first painted window to the end: what is started when, and what is wired to what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from agent.protocol.settings import Value
from desktop.around.standing import OPEN, needs_person
from desktop.navigation import Place, View
from desktop.theme.fonts import load_fonts
from desktop.theme.theme import Theme
from desktop.views import factories
from desktop.window import MainWindow
from desktop.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desktop.around.tray import Tray
    from desktop.dropping import Dropped
    from desktop.single_instance import Handed

PRACTICE = "practice-run"
"""Folder in the home where the practice keeps its invented person and tasks."""
TOLD_KEY = "told-that-it-keeps-running"


class Session(QObject):
    """Owns window, agent, tray and doorbell.

    Args:
        app: the application.
        home: the data folder, locked by us.
        usual_home: it is the system's usual one.
        values: the settings as they stand.
    """

    def __init__(self, app: QApplication, home: Path, usual_home: bool, values: dict[str, Value]) -> None:
        super().__init__()
        self._app, self._home, self._usual = app, home, usual_home
        self._begun = self._ending = False
        self._first: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        app.setApplicationName("Countersign")
        app.setDesktopFileName("countersign")
        app.setQuitOnLastWindowClosed(False)
        app.setStyle("Fusion")
        app.setFont(load_fonts())
        theme = Theme(app, str(values["theme"]), str(values["density"]))
        self.worker = Worker(home, self)
        self._workers = [self.worker]
        self._closes: list[Callable[[], None]] = []
        self.window = MainWindow(self.worker, theme, factories(home, usual_home), home, values)
        self.window.closing.connect(self._closing)
        self.tray: Tray | None = None

    def start(self, files: tuple[str, ...], urls: tuple[str, ...], *, quiet: bool = False) -> None:
        """Shows the window; everything else follows once it is painted."""
        self._first = (files, urls)
        if quiet and self._make_tray().there:
            QTimer.singleShot(0, self._begin)
            return
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._begin))
        self.window.show()

    def finish(self) -> None:
        """Stops the agent, and that of the practice; called when the event loop has ended."""
        self.window.hide()  # stopping a run may take its browser some seconds
        for each in self._workers:
            each.stop()
        self._forget_drops()
        while self._closes:
            self._closes.pop()()

    def _forget_drops(self) -> None:
        from desktop.dropping import forget

        forget(self._home)

    def quit(self) -> None:
        """Ends the app, unless a form is on its way out right now and the person would rather wait."""
        self._leave(quitting=True)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self._watch_mishaps()
        self._forget_drops()
        self.window.banner.begin()
        self.worker.start()
        QTimer.singleShot(0, self._show_first_view)
        QTimer.singleShot(0, self._listen)

    def _watch_mishaps(self) -> None:
        from desktop.around.mishaps import Mishaps

        mishaps = Mishaps(self._home, self)
        mishaps.happened.connect(lambda: self.window.toasts.say(
            "Something in this window went wrong. It was noted; your tasks are safe.", "danger"))
        mishaps.install()
        self._closes.append(mishaps.remove)

    def _show_first_view(self) -> None:
        window = self.window
        from desktop.window_commands import WindowCommands

        self._commands = WindowCommands(window, quit=self.quit, about=self._about)
        window.show_view(View.INBOX)
        window.focus_view()
        files, urls = self._first
        if files or urls:
            window.take(_dropped(files=files, urls=urls))
        elif not window.shell.preferences["welcomed"]:
            self._welcome()

    def _listen(self) -> None:
        from desktop.around.notifier import Notifier
        from desktop.around.signals import Signals
        from desktop.single_instance import Doorbell

        window = self.window
        self._signals = Signals(self._end, self)
        self._doorbell = Doorbell(self._home, self)
        self._doorbell.handed.connect(self._handed)
        self._closes += [self._signals.close, self._doorbell.close]  # hears no more when the loop has ended
        tray = self.tray or self._make_tray()
        notifier = Notifier(tray, window.shell.preferences, window.looked_at, parent=self)
        self._closes.append(notifier.close)
        window.tally.moved.connect(notifier.take)
        window.tally.counted.connect(tray.show_counts)
        tray.show_counts(window.tally.counts)
        window.shell.preferences.changed.connect(self._preference)
        self._autostart()

    def _make_tray(self) -> Tray:
        from desktop.around.tray import SystemTray

        self.tray = tray = SystemTray(self.window.shell.theme, self.window,
                                      wanted=bool(self.window.shell.preferences["tray"]))
        tray.new_task.connect(self._new_task)
        tray.review_next.connect(self._review_next)
        tray.pause_all.connect(lambda: self._each("pause", paused=False))
        tray.go_on.connect(lambda: self._each("resume", paused=True))
        tray.show_window.connect(self.window.come_forward)
        tray.quit.connect(self.quit)
        tray.opened.connect(self._open)
        return tray

    def _new_task(self) -> None:
        self.window.come_forward()
        self.window.new_task()

    def _open(self, place: Place) -> None:
        self.window.come_forward()
        self.window.shell.navigator.go(place.view, place.id, place.part)

    def _review_next(self) -> None:
        waiting = [row for row in self.window.tally.rows.values() if needs_person(row)]
        oldest = min(waiting, key=lambda row: row["updated_at"], default=None)
        self._open(Place(View.INBOX, oldest["id"] if oldest else ""))

    def _each(self, method: str, *, paused: bool) -> None:
        for row in list(self.window.tally.rows.values()):
            if row["state"] in OPEN and row["paused"] is paused:
                self.worker.call(method, {"id": row["id"]}, owner=self)

    def _handed(self, handed: Handed) -> None:
        if handed.activate or handed.files or handed.urls or handed.texts:
            self.window.come_forward()
        self.window.take(_dropped(handed.texts, handed.urls, handed.files))

    def _preference(self, key: str) -> None:
        if key == "tray" and self.tray is not None:
            self.tray.set_wanted(bool(self.window.shell.preferences[key]))

    def _autostart(self) -> None:
        from desktop.around.autostart import autostart

        entry = autostart(None if self._usual else self._home)
        if self.window.shell.preferences["autostart"] and not entry.enabled:
            try:
                entry.enable()  # the program may stand elsewhere now than when it was switched on
            except OSError:
                self.window.shell.teller.say("Starting with the computer could not be set up.", "warning")

    def _welcome(self) -> None:
        from desktop.welcome.screens import WelcomeScreens

        # The practice has a data folder of its own: nothing of it can reach the person's.
        screen = WelcomeScreens(self.window.shell, self._practice)
        screen.finished.connect(self._welcomed)
        self.window.begin_welcome(screen)

    def _practice(self) -> Worker:
        made = Worker(self._home / PRACTICE, self)
        self._workers.append(made)
        return made

    def _welcomed(self) -> None:
        self.window.end_welcome()
        self.window.focus_view()

    def _about(self) -> None:
        from desktop.around.about import show_about

        show_about(self.window.shell, self.window)

    def _closing(self, event: QCloseEvent) -> None:
        if not self._ending:
            event.ignore()
            self._leave(quitting=False)

    def _leave(self, *, quitting: bool) -> None:
        from desktop.around.leaving import Leave, leave

        wanted = leave(quitting=quitting, keep_running=bool(self.window.shell.preferences["keep-running"]),
                       tray=self.tray is not None and self.tray.there, sending=self.window.tally.counts.sending)
        if wanted is Leave.HIDE:
            self._hide()
        elif wanted is Leave.ASK:
            self._ask()
        else:
            self._end()

    def _hide(self) -> None:
        self.window.hide()
        if not self.window.state.value(TOLD_KEY, False, type=bool):
            self.window.state.setValue(TOLD_KEY, True)
            assert self.tray is not None  # the window only hides into one
            self.tray.tell("Countersign keeps working. Choose Quit from this icon's menu to end it.")

    def _ask(self) -> None:
        from desktop.around.ask import ask

        self.window.come_forward()
        ask(self.window, "A form is being sent right now",
            "If you quit at this moment, it may stay unclear whether the form arrived. It usually takes a few seconds.",
            go="Quit anyway", stay="Wait", run=self._end)

    def _end(self) -> None:
        self._ending = True
        self.window.keep_state()
        self._app.quit()


def _dropped(texts: tuple[str, ...] = (), urls: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> Dropped:
    from desktop.dropping import Dropped

    return Dropped(texts, urls, files)
