"""The places of a plan, one row each: what it is called, where it goes, what became of it, what can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.plans import PlanPlace
from desktop.navigation import View
from desktop.plan.words import DEEDS, NAME, deed_of, mark_of
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import line
from desktop.widgets.words import Foreign


class PlaceRow(QWidget):
    """One place. ``wanted`` carries what to open: a task (``t1``) or a receipt (``r1``)."""

    wanted = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._doc: PlanPlace | None = None
        self._icon = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        row.setSpacing(SPACE.md)
        self._sign = QLabel()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Foreign("", "strong", limit=NAME)
        self.host = Foreign("", "caption")
        self.outcome = Foreign("", "secondary", limit=300)
        for each in (self.name, self.host, self.outcome):
            words.addWidget(each)
        row.addLayout(words, 1)
        self.deed = button("", self._do)
        self.open = icon_button(shell.icons, "chevron-right", "Open the task", self._open)
        row.addWidget(self.deed, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)

    def show_place(self, doc: PlanPlace) -> None:
        """Shows a place, or brings it up to date; what did not change is left alone."""
        if doc == self._doc:
            return
        self._doc = doc
        mark = mark_of(doc["group"])
        if mark.icon != self._icon:
            self._icon = mark.icon
            token = {"danger": "danger", "success": "accent", "info": "accent", "warning": "outline"}.get(
                mark.tone, "secondary")
            self._shell.icons.on_label(self._sign, mark.icon, token)
        self._sign.setAccessibleName(mark.text)
        self.name.show_text(doc["place"])
        self.host.show_text(doc["site"])
        self.host.setVisible(bool(doc["site"]) and doc["site"] != doc["place"])
        self.outcome.show_text(doc["outcome"])
        deed = deed_of(doc)
        name = display(doc["place"], NAME)
        self.deed.setText(DEEDS.get(deed, ""))
        self.deed.setAccessibleName(f"{DEEDS.get(deed, '')}: {name}")
        self.deed.setVisible(bool(deed))
        self.open.setAccessibleName(f"Open the task: {name}")

    def _do(self) -> None:
        if self._doc is not None:
            self.wanted.emit(self._doc["receipt"] if deed_of(self._doc) == "receipt" else self._doc["task"])

    def _open(self) -> None:
        if self._doc is not None:
            self.wanted.emit(self._doc["task"])


class PlaceList(QFrame):
    """All places in the person's order; rows are kept by task, so that the focus stays where it is."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setProperty("look", "card")
        self.rows: dict[str, PlaceRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE.lg, SPACE.xs, SPACE.md, SPACE.xs)
        self._layout.setSpacing(0)

    def show_places(self, places: Sequence[PlanPlace]) -> None:
        """Shows these."""
        if list(self.rows) != [each["task"] for each in places]:
            self._lay_out(places)
        for each in places:
            self.rows[each["task"]].show_place(each)

    def _lay_out(self, places: Sequence[PlanPlace]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self.rows.values():
                widget.deleteLater()
        former, self.rows = self.rows, {}
        for each in places:
            row = former.pop(each["task"], None) or self._row()
            if self.rows:
                self._layout.addWidget(line())
            self.rows[each["task"]] = row
            self._layout.addWidget(row)
        for gone in former.values():
            gone.hide()
            gone.deleteLater()

    def _row(self) -> PlaceRow:
        made = PlaceRow(self._shell, self)
        made.wanted.connect(self._go)
        return made

    def _go(self, id: str) -> None:
        self._shell.navigator.go(View.RECEIPTS if id.startswith("r") else View.INBOX, id)
