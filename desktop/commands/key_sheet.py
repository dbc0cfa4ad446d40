"""The key sheet (?): every command that has keys, grouped, in as many columns as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.commands.overlay import Overlay
from desktop.commands.registry import Command, Commands
from desktop.theme.icons import Icons
from desktop.theme.theme import Theme
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import icon_button
from desktop.widgets.frames import line, scrolled
from desktop.widgets.words import Words

WIDTH = 820
COLUMN = 380
"""Least width of a column."""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it: title and keys."""

    title: str
    rows: tuple[tuple[str, str], ...]


def grouped(commands: list[Command]) -> list[Group]:
    """Commands that have keys, by group, in the order in which they were registered."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in commands:
        if each.keys:
            found.setdefault(each.group, []).append((each.title, each.keys))
    return [Group(title, tuple(rows)) for title, rows in found.items()]


def columns(groups: list[Group], count: int) -> list[list[Group]]:
    """Deals the groups to columns: each goes, in order, to the shortest one."""
    made: list[list[Group]] = [[] for _ in range(max(1, count))]
    for group in groups:
        min(made, key=lambda column: sum(len(each.rows) + 2 for each in column)).append(group)
    return made


class KeySheet(Overlay):
    """Shows all keys. `summon` opens it or puts it away."""

    keys = ("?", "F1")

    def __init__(self, commands: Commands, theme: Theme, icons: Icons, window: QWidget) -> None:
        super().__init__(theme, window, "Keys", WIDTH)
        self._commands = commands
        self._page = QWidget()
        self._columns = QHBoxLayout(self._page)
        self._columns.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        self._columns.setSpacing(SPACE.xxl)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.xl, SPACE.md, SPACE.md, SPACE.md)
        head.addWidget(Words("Keys", "heading"), 1)
        self.shut = icon_button(icons, "x", "Close", self.close_over)
        head.addWidget(self.shut)
        self.inside.addLayout(head)
        self.inside.addWidget(line())
        self.area = scrolled(self._page, "All keys")
        self.inside.addWidget(self.area)
        self.inside.setContentsMargins(1, 1, 1, 1)

    def summon(self) -> None:
        """Opens it with the commands of now, or puts it away."""
        if self.is_open:
            self.close_over()
            return
        self._fill()
        self.open(self.shut)

    def wanted_height(self) -> int:
        """Override Overlay.wanted_height."""
        return self._columns.totalHeightForWidth(self.card.width()) + self.shut.sizeHint().height() + SPACE.xxl

    def focus_back(self) -> None:
        """Override Overlay.focus_back."""
        self.shut.setFocus()

    def _fill(self) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        room = min(WIDTH, self._window.width()) // COLUMN
        for column in columns(grouped(self._commands.listed()), room):
            self._columns.addWidget(self._column(column), 1, Qt.AlignmentFlag.AlignTop)

    def _column(self, groups: list[Group]) -> QWidget:
        made = QWidget()
        down = QVBoxLayout(made)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE.lg)
        for group in groups:
            grid = QGridLayout()
            grid.setHorizontalSpacing(SPACE.lg)
            grid.setVerticalSpacing(SPACE.xs + 2)
            grid.setColumnStretch(0, 1)
            grid.addWidget(Words(group.title, "strong"), 0, 0, 1, 2)
            for place, (title, keys) in enumerate(group.rows, 1):
                grid.addWidget(Words(title, "secondary"), place, 0)
                grid.addWidget(key_caps(keys), place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            down.addLayout(grid)
        return made


def key_caps(keys: str) -> QWidget:
    """The keys, each way of pressing in a cap of its own."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.xs)
    for each in keys.split(" or "):
        cap = QLabel(each)
        cap.setTextFormat(Qt.TextFormat.PlainText)
        cap.setProperty("look", "key")
        row.addWidget(cap)
    made.setAccessibleName(keys)
    return made
