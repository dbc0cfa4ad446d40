"""The commands of the window itself, with their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.commands.key_sheet import KeySheet
from desktop.commands.palette import OWN, Palette
from desktop.navigation import NEW, Place, View
from desktop.sidebar import PLACES

if TYPE_CHECKING:
    from desktop.window import MainWindow

GO = "Go to"


class WindowCommands:
    """Registers them, and makes palette and key sheet when they are first wanted.

    Args:
        window: whose commands they are.
        quit: ends the app.
        about: shows who made it.
    """

    def __init__(self, window: MainWindow, *, quit: Callable[[], object], about: Callable[[], object]) -> None:
        self._window = window
        self._palette: Palette | None = None
        self._keys: KeySheet | None = None
        commands = window.shell.commands
        for key, (view, title, _) in enumerate(PLACES, 1):
            commands.add(f"go.{view}", f"Go to {title}", partial(self._go, view), group=GO,
                         keys=(str(key), f"Ctrl+{key}"))
        commands.add("go.answers", "Show what your answers taught", partial(self._place, View.RECIPES, "answers"),
                     group=GO)
        commands.add("go.figures", "Show how reliably it went", partial(self._place, View.FIGURES), group=GO)
        commands.add("task.new", "Write a new task", window.new_task, keys=("Ctrl+N",))
        commands.add("chore.new", "Write a new chore", lambda: window.go(Place(View.CHORES, part=NEW)),
                     keys=("Ctrl+Shift+N",))
        commands.add("task.paste", "Paste as a task", window.paste, keys=("Ctrl+V", "Ctrl+Shift+V"))
        commands.add("undo", "Undo", self._undo, keys=("Ctrl+Z",))
        commands.add(OWN, "Find a command", self.palette, keys=("Ctrl+K",))
        commands.add("keys", "Show all keys", self.keys, keys=("?", "F1"))
        commands.add("about", "About Countersign", about)
        commands.add("quit", "Quit", quit, keys=("Ctrl+Q",))
        window.sidebar.palette_wanted.connect(self.palette)

    def palette(self) -> Palette:
        """Opens the palette, or puts it away."""
        if self._palette is None:
            self._palette = Palette(self._window.shell.commands, self._window.shell.theme, self._window)
        if self._keys is not None:
            self._keys.close_over()
        self._palette.summon()
        return self._palette

    def keys(self) -> KeySheet:
        """Opens the key sheet, or puts it away."""
        if self._keys is None:
            shell = self._window.shell
            self._keys = KeySheet(shell.commands, shell.theme, shell.icons, self._window)
        if self._palette is not None:
            self._palette.close_over()
        self._keys.summon()
        return self._keys

    def _go(self, view: View) -> None:
        if self._window.welcoming:
            return  # a stray digit must not end the welcome, and behind it nobody would see the change
        for each in (self._palette, self._keys):
            if each is not None:
                each.close_over()
        self._window.show_view(view)
        self._window.focus_view()

    def _place(self, view: View, part: str = "") -> None:
        self._go(view)
        if part and not self._window.welcoming:
            self._window.shell.navigator.go(view, part=part)

    def _undo(self) -> None:
        if not self._window.shell.undo.undo():
            self._window.shell.teller.say("There is nothing to undo.")
