"""All that waits for review in a plan, as one list: what is the same on all stands once, then each with its own rows.

Nothing is approved here: each is decided by itself, on its own sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.plans import PlanDoc, PlanReview, SharedRow
from desktop.plan.own import OWN_SHOWN, more_words, own_lines
from desktop.plan.words import NAME
from desktop.review.bounded import bounded
from desktop.review.lines import LABEL, VALUE, Line
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Banner
from desktop.widgets.marks import source_mark
from desktop.widgets.words import Chip, Foreign, Words, breakable

SUMMARY, WARNING = 300, 240
"""Characters shown of a summary and of a warning; the sheet has all."""


class Rows(QWidget):
    """Labels and values beside each other, each with its marks under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.md)
        self._grid.setVerticalSpacing(SPACE.xs)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 4)

    def add(self, label: str, value: str, source: str, marks: Sequence[tuple[str, str]] = (),
            notes: Sequence[str] = ()) -> None:
        """One row of escaped texts; ``marks`` are words and tones of ours, ``source`` where the value is from."""
        row = self._grid.rowCount()
        name = Words(breakable(label), "secondary")
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Words(breakable(value)))
        if marks:
            chips = Flow(SPACE.xs)
            for words, tone in marks:
                chips.addWidget(Chip(words, tone))
            column.addLayout(chips)
        for note in notes:
            column.addWidget(Words(breakable(note), "secondary"))
        self._grid.addLayout(column, row, 1, Qt.AlignmentFlag.AlignTop)
        said = Words(source, "caption", wrap=False)
        said.setContentsMargins(0, 2, 0, 0)
        self._grid.addWidget(said, row, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)


class SharedCard(QFrame):
    """What every one of the waiting submissions sends."""

    def __init__(self, rows: Sequence[SharedRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, SPACE.md)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(Words("The same on all of them", "strong"))
        body = Rows()
        for each in rows:
            body.add(display(each["label"], LABEL), display(each["value"], VALUE), source_mark(each["source"]).text)
        layout.addWidget(body)


class ReviewCard(QFrame):
    """One waiting submission. ``wanted`` carries its task: its sheet is where it is decided."""

    wanted = Signal(str)

    def __init__(self, shell: Shell, doc: PlanReview, alone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doc, self.alone = doc, alone
        self.setProperty("look", "card")
        name = display(doc["place"], NAME)
        self.setAccessibleName(f"To review: {name}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, SPACE.md)
        layout.setSpacing(SPACE.sm)
        top = QHBoxLayout()
        top.setSpacing(SPACE.sm)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Foreign(doc["place"], "strong", limit=NAME))
        if doc["site"] != doc["place"]:
            words.addWidget(Foreign(doc["site"], "caption"))
        top.addLayout(words, 1)
        if doc["attention"]:
            top.addWidget(Chip(f"{doc['attention']} to look at", "warning"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.button = button("Review", lambda: self.wanted.emit(doc["task"]))
        self.button.setAccessibleName(f"Review: {name}")
        top.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(top)
        if doc["summary"]:
            layout.addWidget(Words(breakable(bounded(doc["summary"], SUMMARY)), "secondary"))
        for each in doc["warnings"][:3]:
            layout.addWidget(Banner(shell.icons, breakable(bounded(each, WARNING)), "warning"))
        lines = own_lines(doc["own"])
        if lines:
            layout.addWidget(_own(lines))
        elif not alone:
            layout.addWidget(Words("Nothing besides what is the same on all of them.", "secondary"))
        rest = more_words(max(0, len(lines) - OWN_SHOWN), doc["not_sent"])
        if rest:
            layout.addWidget(Words(rest, "caption"))


def _own(lines: Sequence[tuple[Line, bool]]) -> Rows:
    body = Rows()
    for shown, look in lines[:OWN_SHOWN]:
        marks = [(each.text, each.tone) for each in shown.marks]
        marks += [("Needs your own yes", "warning")] * bool(shown.tick)
        body.add(shown.label, shown.value, shown.source.text if shown.source else "",
                 marks, [note for note in shown.notes if look][-2:])
    return body


class ReviewList(QWidget):
    """``wanted`` carries the task whose sheet to open."""

    wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.cards: dict[str, ReviewCard] = {}
        self._same: list[SharedRow] = []
        self._shared: SharedCard | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.md)
        self.heading = Words("", "heading")
        self._layout.addWidget(self.heading)
        self._layout.addWidget(Words("Each is decided by itself, on its own sheet. Nothing is sent from this list.",
                                     "secondary"))
        self.hide()

    def show_doc(self, doc: PlanDoc) -> None:
        """Shows what waits; cards that did not change are left alone."""
        self.setVisible(bool(doc["reviews"]))
        self.heading.setText(f"To review ({len(doc['reviews'])})")
        if doc["same"] != self._same:
            self._same = list(doc["same"])
            if self._shared is not None:
                self._shared.hide()
                self._shared.deleteLater()
            self._shared = SharedCard(self._same) if self._same else None
            if self._shared is not None:
                self._layout.insertWidget(2, self._shared)
        alone = not doc["same"]
        former, self.cards = self.cards, {}
        first = 3 if self._shared is not None else 2
        for place, each in enumerate(doc["reviews"], first):
            kept = former.pop(each["submission"], None)
            if kept is not None and (kept.doc != each or kept.alone != alone):
                former[each["submission"]] = kept
                kept = None
            made = kept or self._card(each, alone)
            self.cards[each["submission"]] = made
            if self._layout.indexOf(made) != place:
                self._layout.insertWidget(place, made)
        for gone in former.values():
            gone.hide()
            gone.deleteLater()

    def _card(self, doc: PlanReview, alone: bool) -> ReviewCard:
        made = ReviewCard(self._shell, doc, alone, self)
        made.wanted.connect(self.wanted)
        return made
