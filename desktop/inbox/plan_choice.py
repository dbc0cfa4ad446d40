"""What a new plan would be: its places, each of which can be taken out, and the switch to one task for all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.starts import DraftPlace
from desktop.inbox.drafting import left_out, names_of, plan_words
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Foreign, Words

NAME = 34
"""Characters of a place's name beside its box, which does not wrap."""
HIGHEST, LEAST = 190, 60
"""Pixels that the list of places takes before it scrolls, and what is left of it in a low window."""
ASKS = "Asks you where to start"


class PlanChoice(QWidget):
    """``chosen`` fires when the person ticks or unticks something. A place that is new begins ticked."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[DraftPlace] = []
        self.boxes: list[QCheckBox] = []
        self._listed = True
        self._out: set[str] = set()          # places taken out, kept while the words around them change
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.xs, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.words = Words("", "strong")
        self.several = QCheckBox("One task for each place")
        self.several.setChecked(True)
        self.several.toggled.connect(lambda _on: self._told())
        self._holder = QWidget()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(SPACE.sm, 0, SPACE.sm, 0)
        self._rows.setSpacing(SPACE.xs)
        self.area = scrolled(self._holder, "Places of the plan")
        for each in (self.words, self.several, self.area):
            layout.addWidget(each)
        self.hide()

    @property
    def is_plan(self) -> bool:
        """Whether it would become several tasks."""
        return bool(self._places) and self._whole

    @property
    def _whole(self) -> bool:
        return self.several.isChecked() or not self._listed

    @property
    def tasks(self) -> int:
        """How many tasks it would become; 0 where it is no plan."""
        return sum(each.isChecked() for each in self.boxes) if self.is_plan else 0

    @property
    def usable(self) -> bool:
        """Whether it can be added as it is chosen."""
        return not self.is_plan or self.tasks > 0

    def show_places(self, places: Sequence[DraftPlace], *, listed: bool) -> None:
        """Shows these; the same ones stay ticked as they are. ``listed``: they can be taken out here."""
        if list(places) != self._places:
            self._places = list(places)
            self._lay_out()
        self._listed = listed
        self.setVisible(bool(places))
        self.several.setVisible(listed)
        self.area.setVisible(listed and self.several.isChecked())
        self._say()

    def params(self) -> dict[str, object]:
        """As the capability ``add`` takes it."""
        if not self._places or not self._listed:
            return {}
        if not self.several.isChecked():
            return {"one": True}
        skip = left_out(self._places, [each.isChecked() for each in self.boxes])
        return {"skip": skip} if skip else {}

    def _lay_out(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for each, key in zip(self._places, names_of(self._places), strict=True):
            box = QCheckBox(display(each["place"], NAME).replace("&", "&&"))
            host = each["site"] or ASKS
            box.setAccessibleName(f"{display(each['place'])}, {display(host)}")
            box.setChecked(key not in self._out)
            box.toggled.connect(partial(self._ticked, key))
            self.boxes.append(box)
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(box)
            if host != each["place"]:
                caption = Foreign(host, "caption")
                caption.setContentsMargins(SPACE.xl + 2, 0, 0, 0)
                column.addWidget(caption)
            self._rows.addWidget(row)
        self._holder.adjustSize()
        self.area.want(min(HIGHEST, self._holder.sizeHint().height() + 2), LEAST)

    def _ticked(self, key: str, on: bool) -> None:
        if on:
            self._out.discard(key)
        else:
            self._out.add(key)
        self._told()

    def _say(self) -> None:
        self.words.setText(plan_words(self._whole, sum(each.isChecked() for each in self.boxes)))

    def _told(self) -> None:
        self._say()
        self.chosen.emit()
