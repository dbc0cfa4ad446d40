"""Buttons in the house's looks, each with a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.theme.icons import Icons
from desktop.theme.tokens import ICON, SPACE


def button(text: str, run: Callable[[], object] | None = None, *, look: str = "", icon: str = "",
           icons: Icons | None = None, parent: QWidget | None = None, tip: str = "") -> QPushButton:
    """A button with words. ``look``: empty (plain), primary, danger, quiet, link, chip.

    It never becomes a dialog's default: Enter alone must not do anything that matters.
    """
    made = QPushButton(text, parent)
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if icon and icons is not None:
        token = {"primary": "on_accent", "danger": "danger", "link": "accent"}.get(look, "text")
        # A style sheet can't say how far a button's icon stands from its words.
        icons.on_button(made, icon, token, ICON, SPACE.xs if text and look != "place" else 0)
    if tip:
        made.setToolTip(tip)
    if run is not None:
        made.clicked.connect(lambda _checked=False: run())
    return made


def icon_button(icons: Icons, icon: str, name: str, run: Callable[[], object] | None = None, *,
                parent: QWidget | None = None) -> QToolButton:
    """A button that shows only an icon; ``name`` is its tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("look", "quiet")
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.on_button(made, icon)
    if run is not None:
        made.clicked.connect(lambda _checked=False: run())
    return made
