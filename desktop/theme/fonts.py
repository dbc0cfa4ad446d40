"""Loads the shipped font, so that the app looks alike wherever it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from desktop.theme.tokens import TYPE

FOLDER = Path(__file__).parent / "fonts"


def letters(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The house's letters in a size in pixels, for what is painted."""
    font = QFont(TYPE.family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def load_fonts() -> QFont:
    """Makes the family known to Qt and returns it at body size; the system's own font stands in for missing signs."""
    for path in sorted(FOLDER.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    return letters(TYPE.body)
