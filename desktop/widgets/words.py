"""Labels. Whatever comes from a page, a file or a payload goes through `Foreign`, which can't be drawn into."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from agent.protocol.display import SHOWN, display

_RUN = re.compile(r"\S{25,}")
_PIECE = 12
_BREAK = "\u200b"
"""Zero-width space: lets long words wrap. It can't come from outside, because `display` writes such signs out."""


def breakable(text: str) -> str:
    """Returns escaped text with places to break in runs of 25 signs and more."""
    return _RUN.sub(lambda run: _BREAK.join(
        run.group()[at:at + _PIECE] for at in range(0, len(run.group()), _PIECE)), text)


class Words(QLabel):
    """Our own words, never a page's: plain text, wrapped. ``words``: display, title, heading, strong, secondary."""

    def __init__(self, text: str = "", words: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if words:
            self.setProperty("words", words)
        self.setText(text)

    def look(self, words: str) -> None:
        """Changes the look."""
        self.setProperty("words", words)
        self.style().polish(self)


class Foreign(Words):
    """Text from outside, shown inert: no markup, nothing invisible, no reordering, long words wrapped.

    ``full`` keeps the text as it came.
    """

    def __init__(self, text: str = "", words: str = "", parent: QWidget | None = None, *, limit: int = SHOWN) -> None:
        super().__init__("", words, parent)
        self._limit = limit
        self.full = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self.full = text
        shown = display(text, self._limit)
        self.setText(breakable(shown))
        self.setAccessibleName(shown)


class Chip(QLabel):
    """A small word with a tone: neutral, info, success, warning, danger. Our own words only."""

    def __init__(self, text: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tone(self, tone: str) -> None:
        """Changes the tone."""
        self.setProperty("tone", tone)
        self.style().polish(self)
