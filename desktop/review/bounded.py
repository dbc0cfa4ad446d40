"""Outside text in a place that must not grow: bounded after escaping, which can make a text eight times as long."""

from __future__ import annotations

from agent.protocol.display import display
from desktop.widgets.words import Foreign, breakable


def bounded(text: str, limit: int) -> str:
    """`display`, cut so that what is shown has about ``limit`` signs at most; how much is left out is said."""
    room = limit
    shown = display(text, room)
    while len(shown) > limit + _TAIL and room > 1:
        room = max(1, room * limit // len(shown))
        shown = display(text, room)
    return shown


_TAIL = 30
"""Signs that saying how much was left out takes."""


class Bounded(Foreign):
    """A `Foreign` of bounded height."""

    def show_text(self, text: str) -> None:
        """Override Foreign.show_text."""
        self.full = text
        shown = bounded(text, self._limit)
        self.setText(breakable(shown))
        self.setAccessibleName(shown)
