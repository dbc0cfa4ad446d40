"""Themes without facts, folded under one heading: press one to add its first fact."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.profile.themes import Theme
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Fold

COLUMNS = 3


class AddMore(QWidget):
    """``wanted`` carries the group whose theme was pressed."""

    wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: tuple[Theme, ...] = ()
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(SPACE.sm, 0, SPACE.sm, 0)
        self._grid.setSpacing(SPACE.sm)
        self.fold = Fold(shell.icons, "Add more", self._inside, open_=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fold)

    @property
    def has_any(self) -> bool:
        """Whether there is a theme to add to."""
        return bool(self._shown)

    def show_themes(self, themes: Sequence[Theme]) -> None:
        """Shows these themes."""
        if tuple(themes) == self._shown:
            return
        self._shown = tuple(themes)
        while self._grid.count():
            found = self._grid.takeAt(0)
            if found is not None and (widget := found.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, theme in enumerate(themes):
            self._grid.addWidget(self._button(theme), at // COLUMNS, at % COLUMNS)

    def _button(self, theme: Theme) -> QWidget:
        made = button(theme.heading, lambda: self.wanted.emit(theme.group), look="place", icon=theme.icon,
                      icons=self._shell.icons)
        made.setAccessibleName(f"Add to {theme.heading}")
        return made
