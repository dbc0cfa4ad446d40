"""The pages of a recipe as cards: what is done on each, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from agent.protocol.recipes import RecipePage
from desktop.recipes.words import Said, left_words, page_lines, page_title, start_words
from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import Fold, card, column
from desktop.widgets.words import Foreign, Words

LONGEST = 600
"""Signs of one sentence; the text has the rest."""


def start(address: str) -> QWidget:
    """Where it starts."""
    made, layout = column(SPACE.xs // 2)
    layout.addWidget(Words("Starts at", "caption"))
    shown = Foreign(start_words(address), limit=2000)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(shown)
    return made


def pages(icons: Icons, every: Sequence[RecipePage]) -> QWidget:
    """A card for each page."""
    made, layout = column(SPACE.md)
    for number, page in enumerate(every, 1):
        layout.addWidget(_page(icons, page, number, len(every)))
    return made


def _page(icons: Icons, page: RecipePage, number: int, of: int) -> QWidget:
    frame, layout = card()
    layout.addWidget(Foreign(page_title(page, number, of), "strong"))
    layout.addWidget(Foreign(page["origin"] + page["path"], "caption", limit=LONGEST))
    layout.addSpacing(SPACE.xs)
    done, left = page_lines(page)
    for each in done[:-1]:
        layout.addLayout(_line(icons, each))
    if left:
        inside, rows = column(SPACE.xs)
        rows.setContentsMargins(SPACE.xl, 0, 0, 0)
        for each in left:
            rows.addWidget(Foreign(each.text, "secondary", limit=LONGEST))
        layout.addWidget(Fold(icons, left_words(len(left)), inside))
    layout.addLayout(_line(icons, done[-1]))
    return frame


def _line(icons: Icons, said: Said) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.sm)
    sign = QLabel()
    icons.on_label(sign, said.icon, "secondary", 16)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Foreign(said.text, limit=LONGEST), 1)
    return row
