"""Loads the shipped font, so that the app looks alike wherever it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from desktop.theme.tokens import TYPE

FOLDER = Path(__file__).parent / "fonts"


def load_fonts() -> QFont:
    """Makes the family known to Qt and returns it at body size; the system's own font stands in for missing signs."""
    for path in sorted(FOLDER.glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(TYPE.family)
    font.setPixelSize(TYPE.body)
    return font
