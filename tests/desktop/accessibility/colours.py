"""Whether the words that are drawn can be told from what is behind them, by the pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget

from desktop.theme.contrast import contrast
from desktop.theme.theme import Theme
from desktop.theme.tokens import PAIRS, names
from tests.desktop.accessibility.parts import focused, named, visible

INNER = 3
"""Pixels at the edge of a button that are its border."""
FEW = 12
"""Pixels of one colour that make up a stroke of a letter."""


def unreadable(root: QWidget, theme: Theme) -> Iterator[str]:
    """Words below 4.5:1, and pairs of colours that `PAIRS` does not know."""
    top = root.window()
    if (held := focused()) is not None:
        held.clearFocus()
    labels = [each for each in visible(root) if isinstance(each, QLabel | QAbstractButton) and each.isEnabled()
              and each.text() and not isinstance(each, QCheckBox)]
    for each in labels:
        if isinstance(each, QAbstractButton):
            each.setIcon(QIcon())                            # its colour is not the words'
    image = QImage(top.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("window"))
    top.render(image)
    tokens = {getattr(theme.colours, name) for name in names()}
    for each in labels:
        seen = each.visibleRegion().boundingRect()
        over = top.childAt(each.mapTo(top, seen.center()))   # a toast may lie over it
        if seen.width() > 2 * INNER and seen.height() > 2 * INNER and over in {each, *each.children()}:
            area = QRect(each.mapTo(top, seen.topLeft()), seen.size()).adjusted(INNER, INNER, -INNER, -INNER)
            yield from _judge(each, image.copy(area), tokens, theme)


def _judge(widget: QWidget, image: QImage, tokens: set[str], theme: Theme) -> Iterator[str]:
    values = memoryview(image.constBits()).cast("B").cast("I")
    counted = Counter(values)
    ground = QColor(counted.most_common(1)[0][0]).name()
    shades = {QColor(value).name(): count for value, count in counted.items()}
    inks = [name for name, count in shades.items() if name in tokens and name != ground and count >= FEW]
    if not inks:
        return                                               # drawn too thinly for one full pixel, or nothing drawn
    ink = max(inks, key=lambda each: contrast(each, ground))
    if contrast(ink, ground) < 4.5:
        yield f"{named(widget)}: {ink} on {ground} is {contrast(ink, ground):.2f}:1"
    if not _known(ink, ground, theme):
        yield f"{named(widget)}: {ink} on {ground} is not in PAIRS"


def _known(ink: str, ground: str, theme: Theme) -> bool:
    colours = theme.colours
    return any(getattr(colours, one) == ink and getattr(colours, other) == ground for one, other in PAIRS)


