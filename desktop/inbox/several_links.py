"""Addresses that a new task could be done at, to be ticked: two or more make a plan with a task for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from agent.protocol.display import display
from desktop.inbox.plan_choice import HIGHEST, LEAST
from desktop.task.address import short_host
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Foreign

OFFER = "At several of these: a task for each"
BACK = "At one place only"
HOST = 36
"""Characters of a host beside its box, which does not wrap."""


class SeveralLinks(QWidget):
    """Closed, it is one link; opened, a box for each address, none ticked beforehand. ``chosen`` fires on each tick."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: list[tuple[str, str]] = []
        self.boxes: list[QCheckBox] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self._holder = QWidget()
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(SPACE.sm, 0, SPACE.sm, 0)
        self._rows.setSpacing(SPACE.xs)
        self.area = scrolled(self._holder, "Addresses to choose from")
        self.area.hide()
        self.switch = button(OFFER, self._toggle, look="link")
        layout.addWidget(self.area)
        layout.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the boxes show."""
        return not self.area.isHidden()

    def ticked(self) -> tuple[str, ...]:
        """The addresses chosen."""
        return tuple(url for (url, _), box in zip(self._links, self.boxes, strict=True)
                     if box.isChecked()) if self.is_open else ()

    def show_links(self, links: Sequence[tuple[str, str]], *, offer: bool) -> None:
        """Shows these addresses, each with why; ``offer``: there is something to choose now."""
        if list(links) != self._links:
            kept = {url for (url, _), box in zip(self._links, self.boxes, strict=True) if box.isChecked()}
            self._links = list(links)
            self._lay_out(kept)
        self.setVisible((offer or self.is_open) and len(links) > 1)

    def _lay_out(self, kept: set[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for url, reason in self._links:
            box = QCheckBox(display(short_host(url), HOST).replace("&", "&&"))
            box.setAccessibleName(display(f"{short_host(url)}: {reason}"))
            box.setAccessibleDescription(display(url))
            box.setChecked(url in kept)
            box.toggled.connect(lambda _on: self.chosen.emit())
            self.boxes.append(box)
            caption = Foreign(f"{url}: {reason}", "caption", limit=300)
            caption.setContentsMargins(SPACE.xl + 2, 0, 0, 0)
            self._rows.addWidget(box)
            self._rows.addWidget(caption)
        self.area.want(min(HIGHEST, self._holder.sizeHint().height() + 2), LEAST)

    def _toggle(self) -> None:
        opened = not self.is_open
        for box in self.boxes if not opened else ():
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)
        self.area.setVisible(opened)
        self.switch.setText(BACK if opened else OFFER)
        self.chosen.emit()
