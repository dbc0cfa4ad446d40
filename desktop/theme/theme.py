"""The theme in use: follows the setting and the system, colours the application, and tells when it changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.theme.palette import palette
from desktop.theme.style import style_sheet
from desktop.theme.tokens import DARK, LIGHT, ROW, Colours


class Theme(QObject):
    """``colours`` are the ones in use. ``changed`` fires after the application wears the new ones."""

    changed = Signal()

    def __init__(self, app: QApplication, wish: str = "system", density: str = "comfortable") -> None:
        super().__init__(app)
        self._app = app
        self._wish = wish
        self._worn: Colours | None = None
        self.density = density
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return DARK if self.dark else LIGHT

    @property
    def dark(self) -> bool:
        """Whether it is dark now."""
        if self._wish != "system":
            return self._wish == "dark"
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    @property
    def row_height(self) -> int:
        """Height of a two-line row in pixels."""
        return ROW.get(self.density, ROW["comfortable"])

    def colour(self, name: str) -> QColor:
        """One of the tokens by name."""
        return QColor(getattr(self.colours, name))

    def choose(self, wish: str) -> None:
        """``system``, ``light`` or ``dark``."""
        self._wish = wish
        self._apply()

    def choose_density(self, density: str) -> None:
        """``comfortable`` or ``compact``."""
        if density != self.density:
            self.density = density
            self.changed.emit()

    def _apply(self) -> None:
        if self._worn is self.colours:
            return
        self._worn = self.colours
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()
