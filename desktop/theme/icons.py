"""Icons in the theme's colours: Lucide's drawings, tinted when drawn and again when the theme changes."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel
from shiboken6 import isValid

from desktop.theme.theme import Theme
from desktop.theme.tokens import ICON

FOLDER = Path(__file__).parent / "icons"
T = TypeVar("T", bound=QAbstractButton | QLabel)

_SHARPEST = 3
"""Pictures are drawn at this many pixels a unit, so that they stay sharp on dense screens."""


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, side: int = ICON, gap: int = 0) -> QPixmap:
    """One icon as a picture of ``side`` units, with ``gap`` units of nothing at its right.

    Raises:
        OSError: there is no icon of that name.
    """
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    picture = QPixmap(QSize(side + gap, side) * _SHARPEST)
    picture.setDevicePixelRatio(_SHARPEST)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


class Icons:
    """Puts icons on widgets and keeps them in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._worn: list[Callable[[], bool]] = []
        theme.changed.connect(self._again)

    def icon(self, name: str, token: str = "text", side: int = ICON) -> QIcon:
        """An icon in today's colours, for menus and the like that are made anew each time."""
        return QIcon(pixmap(name, getattr(self._theme.colours, token), side))

    def pixmap(self, name: str, token: str = "text", side: int = ICON) -> QPixmap:
        """A picture in today's colours, for painting."""
        return pixmap(name, getattr(self._theme.colours, token), side)

    def on_button(self, button: QAbstractButton, name: str, token: str = "text", side: int = ICON,
                  gap: int = 0) -> None:
        """Gives a button an icon for as long as it lives; ``gap`` is added to the style's own before its words."""
        def put(target: QAbstractButton) -> None:
            target.setIcon(QIcon(pixmap(name, getattr(self._theme.colours, token), side, gap)))
            target.setIconSize(QSize(side + gap, side))
        self._keep(button, put)

    def on_label(self, label: QLabel, name: str, token: str = "secondary", side: int = ICON) -> None:
        """Makes a label show an icon for as long as it lives."""
        self._keep(label, lambda target: target.setPixmap(self.pixmap(name, token, side)))

    def _keep(self, widget: T, put: Callable[[T], None]) -> None:
        found = weakref.ref(widget)

        def again() -> bool:
            target = found()
            if target is None or not isValid(target):
                return False
            put(target)
            return True

        again()
        self._worn.append(again)

    def _again(self) -> None:
        self._worn = [again for again in self._worn if again()]
