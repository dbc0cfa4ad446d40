"""The body of the pane: head, list and picture side by side or one under the other, panels and the bar below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from agent.protocol import SubmissionState
from agent.protocol.messages import SubmissionDoc
from desktop.review.bar import DecisionBar
from desktop.review.beside import PictureSide
from desktop.review.head import Head
from desktop.review.panels import ChangesPanel, NotePanel, RejectPanel, SourcePanel
from desktop.review.progress import StateBar
from desktop.review.rows import SheetView
from desktop.review.site import site_of
from desktop.review.unknown import UnknownPanel
from desktop.shell import Shell
from desktop.task.of_chore import OfChore
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, line, scrolled

WIDE = 800
"""Pixels from which on the picture has room beside the list."""

_LOW, _LOW_SHARE = 560, 0.3
"""Pixels of height below which the head has less, so that some lines stay in view: 1366 × 768 at 200 %."""
_HEAD_SHARE = 0.44
"""Share of the height beyond which the head scrolls: nothing in it can push the list or the decisions away."""

_VERBS: dict[str, str] = {
    SubmissionState.HELD: "If you approve, this goes to",
    SubmissionState.APPROVED: "This goes to", SubmissionState.SENDING: "This goes to",
    SubmissionState.ANSWERED: "This went to", SubmissionState.UNKNOWN: "This may have gone to",
}


class SheetBody(QWidget):
    """Lays the pieces out; decides nothing."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Head(shell.icons, OfChore(shell))
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.setVisible(False)
        self.state = StateBar(shell)
        self.unknown = UnknownPanel(shell)
        self.rows = SheetView(shell)
        self.picture = PictureSide(shell)
        self.picture.hide()
        self.note, self.reject = NotePanel(shell), RejectPanel(shell)
        self.changes, self.source = ChangesPanel(shell), SourcePanel(shell)
        self.bar = DecisionBar(shell.icons)
        self.toggle = button("Show the picture", self.toggle_picture, look="link", icon="image", icons=shell.icons)
        self._wants_picture: bool | None = None
        self._has_picture = False
        self._lay()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = scrolled(self.head, "About this form")
        self._top.setWidgetResizable(False)
        column.addWidget(self._top)
        trouble = QVBoxLayout()
        trouble.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        trouble.addWidget(self.problem)
        column.addLayout(trouble)
        column.addWidget(self.state)
        column.addWidget(self.unknown)
        aside = QHBoxLayout()
        aside.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.xs)
        aside.addWidget(self.toggle)
        aside.addStretch(1)
        column.addLayout(aside)
        column.addWidget(line())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.rows)
        self.split.addWidget(self.picture)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        column.addWidget(self.split, 1)
        for each in (self.source, self.changes, self.note, self.reject, self.bar):
            column.addWidget(each)

    def show_doc(self, doc: SubmissionDoc) -> None:
        """Shows everything of a submission but its lines."""
        self.head.show_doc(doc, _VERBS.get(doc["state"], "Prepared for"))
        grant = doc["step_grant"]
        self.bar.name(site_of(doc).on_button, len(grant["values"]) if grant is not None else None)
        self._has_picture = bool(doc["screenshot"])
        self.picture.show_doc(doc)
        self._place_picture()
        self._fit_head()

    def toggle_picture(self) -> None:
        """Shows or hides the picture."""
        self._wants_picture = self.picture.isHidden()
        self._place_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place_picture()
        self._fit_head()

    def _fit_head(self) -> None:
        layout, most = self.head.layout(), int(self.height() * (_HEAD_SHARE if self.height() >= _LOW else _LOW_SHARE))
        if layout is None:
            return
        width, bar = self.width(), self._top.verticalScrollBar().sizeHint().width()
        need = layout.totalHeightForWidth(width)
        if need > most:
            width -= bar
            need = layout.totalHeightForWidth(width)
        self.head.setFixedSize(max(width, 1), max(need, 1))
        self._top.setFixedHeight(max(1, min(need, most)))

    def _place_picture(self) -> None:
        wide = self.width() >= WIDE
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        show = self._has_picture and (wide if self._wants_picture is None else self._wants_picture)
        self.picture.setVisible(show)
        self.toggle.setVisible(self._has_picture and not (wide and show))
        self.toggle.setText("Hide the picture" if show else "Show the picture")
