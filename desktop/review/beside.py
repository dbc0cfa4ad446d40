"""The picture of the page beside the sheet, with its zoom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.messages import SubmissionDoc
from desktop.review.grouping import Item
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.boxes import drawable
from desktop.widgets.buttons import icon_button
from desktop.widgets.picture import PictureView
from desktop.widgets.words import Words

_ZOOMS = (1.0, 1.6, 2.4)


class PictureSide(QWidget):
    """``picked`` carries the name of the outlined field that was pressed."""

    picked = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(240)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.md, SPACE.md, SPACE.md, SPACE.md)
        column.setSpacing(SPACE.xs)
        row = QHBoxLayout()
        self.words = Words("The page just before sending", "caption")
        row.addWidget(self.words, 1)
        self.zoom_button = icon_button(shell.icons, "zoom-in", "Zoom (Z)", self.zoom)
        row.addWidget(self.zoom_button)
        self.view = PictureView(shell.theme, "Picture of the page just before sending")
        self.view.picked.connect(self.picked)
        self.view.shown.connect(self._shown)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._names: frozenset[str] = frozenset()

    def show_doc(self, doc: SubmissionDoc) -> None:
        """Shows the picture of a submission with its fields outlined."""
        boxes = drawable((each["name"], each["box"]) for each in doc["boxes"])
        self._names = frozenset(name for name, _ in boxes)
        self.words.setText("The page just before sending")
        self.view.show_picture(doc["screenshot"], boxes)

    def light(self, item: Item | None) -> bool:
        """Lights the part of the picture that belongs to a line; False if it has none."""
        name = next((each for each in item.places if each in self._names), "") if item is not None else ""
        self.view.light(name)
        return bool(name)

    def zoom(self) -> None:
        """The next of three sizes."""
        nearest = min(range(len(_ZOOMS)), key=lambda at: abs(_ZOOMS[at] - self.view.zoomed))
        self.view.zoom(_ZOOMS[(nearest + 1) % len(_ZOOMS)])

    def _shown(self, there: bool) -> None:
        if not there:
            self.words.setText("The picture can't be shown")
