"""Pictures of the window itself: sidebar, banners, toasts, palette, key sheet, drop."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QTemporaryDir
from PySide6.QtWidgets import QWidget

from agent.protocol.messages import Board, TaskRow
from desktop.chores.view import ChoresView
from desktop.gallery.scene import Scene
from desktop.gallery.stand_in import StandIn
from desktop.link import Connection
from desktop.navigation import View
from desktop.shell import Shell
from desktop.widgets.frames import Empty
from desktop.window import MainWindow
from desktop.window_commands import WindowCommands


def row(id: str, state: str = "running", title: str = "Submit my meter reading", **more: object) -> TaskRow:
    """One row with what matters here."""
    made: dict[str, object] = {
        "id": id, "title": title, "site": "northwater.example", "state": state, "message": "", "paused": False,
        "waits": [], "files": 0, "created_at": "2026-11-23T09:00:00Z", "updated_at": "2026-11-23T09:05:00Z"}
    return cast("TaskRow", made | more)


ROWS = [row("t1", "needs_review", waits=["s1"]), row("t2", "needs_answer", "Renew the parking permit", waits=["q1"]),
        row("t3", title="Cancel the old electricity contract"), row("t4", title="Change of address at the library"),
        row("t5", "queued", "Order a birth certificate")]


def window(shell: Shell, desk: StandIn) -> MainWindow:
    """A window over the same stand-in, with the counts of `ROWS` and one plain view."""
    board: Board = {"rows": ROWS, "next": "", "total": len(ROWS)}
    desk.reply("board", board)

    def plain(shell: Shell) -> QWidget:
        return Empty(shell.icons, "inbox", "Nothing here yet",
                     "Drop a letter, a link or a few words anywhere on this window.", "New task", lambda: None)

    views = dict.fromkeys(View, plain) | {View.CHORES: ChoresView}
    home = QTemporaryDir()
    made = MainWindow(desk, shell.theme, views, Path(home.path()))
    made.home_ = home  # type: ignore[attr-defined]  # it removes its folder when it goes
    made.commands_ = WindowCommands(made, quit=made.close, about=lambda: None)  # type: ignore[attr-defined]  # kept alive
    made.show_view(View.INBOX)
    made.banner.begin()
    desk.connection.emit(Connection.READY)
    return made


def _window(shell: Shell, desk: StandIn) -> QWidget:
    return window(shell, desk)


def _as_window(widget: QWidget) -> MainWindow:
    return cast("MainWindow", widget)


def _toasts(widget: QWidget) -> None:
    made = _as_window(widget)
    made.toasts.say("The reference was copied.", "success")
    made.toasts.say("The file could not be read. It is larger than 50 MB.", "danger")
    made.shell.undo.offer("3 tasks were cancelled.", lambda: None)


def _palette(widget: QWidget) -> None:
    _as_window(widget).shell.commands.run("palette")


def _keys(widget: QWidget) -> None:
    _as_window(widget).shell.commands.run("keys")


def _drop(widget: QWidget) -> None:
    _as_window(widget).veil.offer("Drop to add 2 files and a link")


def _crashed(widget: QWidget) -> None:
    _as_window(widget).shell.desk.connection.emit(Connection.CRASHED)


def _again(widget: QWidget) -> None:
    _crashed(widget)
    _as_window(widget).shell.desk.connection.emit(Connection.READY)


def _gone(widget: QWidget) -> None:
    _crashed(widget)
    _as_window(widget).shell.desk.connection.emit(Connection.GONE)


def _other(widget: QWidget) -> None:
    problem = ("Another Countersign is working on the tasks of this data folder. It picks up what you add and decide "
               "here.")
    _as_window(widget).shell.desk.fleet.emit({"working": False, "problem": problem})


def _chores(widget: QWidget) -> None:
    _as_window(widget).show_view(View.CHORES)


SCENES: tuple[Scene, ...] = (
    Scene("frame", _window), Scene("frame-toasts", _window, after=_toasts),
    Scene("frame-palette", _window, after=_palette), Scene("frame-keys", _window, after=_keys),
    Scene("frame-drop", _window, after=_drop), Scene("frame-crashed", _window, after=_crashed),
    Scene("frame-started-again", _window, after=_again), Scene("frame-gone", _window, after=_gone),
    Scene("frame-other-process", _window, after=_other), Scene("frame-chores", _window, after=_chores),
    Scene("frame-small", _window, 1000, 700, _toasts),
    Scene("frame-narrow-200", _window, 1400, 1000, _gone),
    Scene("frame-200", _window, 2000, 1400, _toasts), Scene("frame-keys-200", _window, 1400, 1000, _keys),
    Scene("frame-palette-200", _window, 1400, 1000, _palette),
)
