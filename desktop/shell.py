"""What every view is given: the link to the agent, commands, navigation, looks, undo, settings, a word to say."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from agent.protocol.settings import TABLE, Value
from desktop.commands.registry import Commands
from desktop.link import DeskLink
from desktop.navigation import Navigator
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.undo import Undo


class Preferences(QObject):
    """The settings as they stand; `changed` names the one that changed. The agent is who keeps them."""

    changed = Signal(str)

    def __init__(self, values: dict[str, Value] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, Value] = {each.key: each.default for each in TABLE} | (values or {})

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def take(self, key: str, value: Value) -> None:
        """A setting has a new value."""
        if self._values.get(key) != value:
            self._values[key] = value
            self.changed.emit(key)


class Teller(QObject):
    """Says something to the person in passing; the window shows it. ``tone``: info, success, warning, danger."""

    said = Signal(str, str)      # words, tone

    def say(self, words: str, tone: str = "info") -> None:
        """Shows the words for a while."""
        self.said.emit(words, tone)


@dataclass(frozen=True, slots=True)
class Shell:
    """Shared by all views of a window."""

    desk: DeskLink
    commands: Commands
    navigator: Navigator
    theme: Theme
    icons: Icons
    undo: Undo
    preferences: Preferences
    teller: Teller
