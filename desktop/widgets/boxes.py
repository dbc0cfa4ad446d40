"""Which outlines of a page's parts can be drawn: real rectangles, not too far out, not too many. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QRectF

MOST = 1_000
"""Outlines on one picture; more would hide the page."""
FARTHEST = 100_000
"""Pixels from the picture's corner; the largest picture has 12,000."""


def drawable(named: Iterable[tuple[str, Sequence[float]]]) -> tuple[tuple[str, QRectF], ...]:
    """The boxes (x, y, width, height) that are any, with their names, in their order."""
    return tuple(islice(((name, QRectF(*box)) for name, box in named if _is_box(box)), MOST))


def _is_box(box: object) -> bool:
    if not isinstance(box, Sequence) or isinstance(box, str) or len(box) != 4:
        return False
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in box):
        return False
    near = all(abs(each) <= FARTHEST and math.isfinite(each) for each in box)
    return near and box[2] > 0 and box[3] > 0
