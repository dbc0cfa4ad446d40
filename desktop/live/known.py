"""What a run knows and has put in: label, value, and a chip that opens where the value came from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agent.protocol.messages import KnownDoc
from desktop.live.standing import added, opened_by
from desktop.navigation import View
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.marks import source_mark
from desktop.widgets.words import Chip, Foreign, Words


class KnownList(QWidget):
    """Grows in place. ``words_wanted`` asks for the person's own words of the task."""

    words_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._known: list[KnownDoc] = []
        self._none = Words("Nothing has been put into the page yet.", "secondary")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rows = QWidget()
        around = QVBoxLayout(self._rows)
        around.setContentsMargins(0, 0, SPACE.sm, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.md)
        self._grid.setVerticalSpacing(SPACE.sm)
        self._grid.setColumnStretch(0, 1)
        around.addLayout(self._grid)
        around.addStretch(1)
        self._area = scrolled(self._rows, "What it knows and has put in")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._area, 1)
        self.show_known([])

    @property
    def labels(self) -> list[str]:
        """Labels of the values that show."""
        return [each["label"] for each in self._known]

    def show_known(self, known: list[KnownDoc]) -> None:
        """Shows these values; where the list only grew, nothing that stands is touched."""
        if known and known == self._known:
            return
        fresh = added(self._known, known)
        if fresh is None:
            self._clear()
            fresh = known
        start = len(known) - len(fresh)
        for place, each in enumerate(fresh, start):
            self._put(place, each)
        self._known = list(known)
        self._none.setVisible(not known)
        self._area.setVisible(bool(known))

    def _put(self, place: int, each: KnownDoc) -> None:
        top = Qt.AlignmentFlag.AlignTop
        words = QWidget()
        pair = QVBoxLayout(words)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(Foreign(each["label"], "caption"))
        pair.addWidget(Foreign(each["value"]))
        self._grid.addWidget(words, place, 0, top)
        self._grid.addWidget(self._chip(each), place, 1, top | Qt.AlignmentFlag.AlignRight)

    def _chip(self, each: KnownDoc) -> QWidget:
        mark, view = source_mark(each["source"]), opened_by(each["source"])
        if view is None:
            return Chip(mark.text, mark.tone)
        made = button(mark.text, lambda: self._go(view, each["detail"]), look="chip")
        made.setProperty("tone", mark.tone)
        made.setAccessibleName(f"Open the source: {mark.text}")
        return made

    def _go(self, view: View, detail: str) -> None:
        if view is View.PROFILE:
            self._shell.navigator.go(view, detail)
        else:
            self.words_wanted.emit()

    def _clear(self) -> None:
        self._known = []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
