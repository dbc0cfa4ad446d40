"""Where the parts of a line stand in the width there is: columns when wide, one under the other when narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from desktop.review.lines import Line
from desktop.review.thumbs import SIZE
from desktop.theme.tokens import SPACE
from desktop.widgets.marks import Mark

GUTTER = SPACE.xl
"""Left of the label: whether the line was looked at."""
NARROW = 520
"""Below this width the value stands under its label."""
CHIP = 22
"""Height of a small word."""
TICK = 18
TALLEST = 420
"""Pixels no line goes beyond, whatever is in it; the whole text can be opened."""

Measure = Callable[[str, str, int], QSize]
"""Text, style (label, value, note, chip, tick), width to wrap in: the room it needs."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Rectangles of a line's parts, from its top left corner; empty ones are not there."""

    label: QRect
    value: QRect
    before: QRect
    notes: tuple[QRect, ...]
    marks: tuple[tuple[Mark, QRect], ...]
    source: QRect
    tick: QRect
    tick_words: QRect
    more: QRect
    height: int
    picture: QRect


def place(line: Line, width: int, measure: Measure, pad: int = SPACE.sm) -> Placed:
    """Lays out one line; ``pad`` is the room above and below what is in it."""
    chip = measure(line.source.text, "chip", width).width() + _CHIP_EXTRA if line.source else 0
    source = QRect(width - SPACE.md - chip, pad, chip, CHIP) if chip else QRect()
    inner = width - GUTTER - SPACE.md
    column = _SOURCE_COLUMN if line.before is None else _CHANGE_COLUMN
    right = width - SPACE.md - (max(chip, column) + SPACE.md if chip else 0)
    if not line.label:
        label, left, top = QRect(), GUTTER, pad
    elif width < NARROW:
        room = right - GUTTER
        tall = measure(line.label, "label", room).height()
        label, left, top, right = QRect(GUTTER, pad, room, tall), GUTTER, pad + max(tall, CHIP) + 2, \
            width - SPACE.md
    else:
        room = max(130, min(260, int(inner * 0.32)))
        label = QRect(GUTTER, pad, room, measure(line.label, "label", room).height())
        left, top = GUTTER + room + SPACE.lg, pad
    return _beside(line, label, source, QRect(left, top, max(60, right - left), 0), measure, pad)


_CHIP_EXTRA = 32
"""Icon and padding of a chip beside its words."""
_SOURCE_COLUMN, _CHANGE_COLUMN = 116, 160
"""Least room kept for the source at the right, so that values stand under one another."""


def _beside(line: Line, label: QRect, source: QRect, cell: QRect, measure: Measure, pad: int) -> Placed:
    left, top, room = cell.x(), cell.y(), cell.width()
    before = QRect()
    value = QRect(left, top, room, min(TALLEST, measure(line.value, "value", room).height()))
    if line.before is not None:
        half = (room - SPACE.xl) // 2
        tall = min(TALLEST, max(measure(text, "value", half).height() for text in (line.value, line.before)))
        before, value = QRect(left, top, half, tall), QRect(left + half + SPACE.xl, top, half, tall)
    down = top + value.height() + 2
    more = QRect()
    if line.more:
        need = measure(line.more, "tick", room)
        more = QRect(left, down, min(room, need.width() + 2), need.height())
        down += need.height() + 2
    notes = []
    for note in line.notes:
        tall = measure(note, "note", room).height()
        notes.append(QRect(left, down, room, tall))
        down += tall
    picture = QRect(left, down + SPACE.xs, SIZE.width(), SIZE.height()) if line.picture else QRect()
    down = picture.bottom() + 1 if line.picture else down
    marks, down = _flow(line.marks, left, down + (SPACE.xs if line.marks else 0), room, measure)
    tick, words = QRect(), QRect()
    if line.tick:
        need = measure(line.tick, "tick", room - TICK - SPACE.sm)
        tick = QRect(left, down + SPACE.xs, TICK, TICK)
        words = QRect(left + TICK + SPACE.sm, down + SPACE.xs, need.width() + 2, max(TICK, need.height()))
        down = words.bottom() + 1
    height = max(label.bottom() + 1 if label.isValid() else 0, down, source.bottom() + 1) + pad
    return Placed(label, value, before, tuple(notes), marks, source, tick, words, more, height, picture)


def _flow(marks: tuple[Mark, ...], left: int, top: int, room: int,
          measure: Measure) -> tuple[tuple[tuple[Mark, QRect], ...], int]:
    placed: list[tuple[Mark, QRect]] = []
    at, down = left, top
    for mark in marks:
        wide = min(room, measure(mark.text, "chip", room).width() + _CHIP_EXTRA)
        if at > left and at + wide > left + room:
            at, down = left, down + CHIP + SPACE.xs
        placed.append((mark, QRect(at, down, wide, CHIP)))
        at += wide + SPACE.xs
    return tuple(placed), down + CHIP + 2 if placed else top
