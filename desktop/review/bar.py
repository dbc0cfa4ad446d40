"""The bar of decisions: what each button does in words, and what is left to do before approval."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Words

_WIDE = 640
"""Pixels from which on the long words of the second approval fit."""
_NARROWEST = 340


class ApproveButton(QPushButton):
    """A button that Enter never presses, and that a key held down never presses again."""

    def __init__(self, icons: Icons, look: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setDefault(False)
        self.setProperty("look", look)
        self.setEnabled(False)
        icons.on_button(self, "signature", "text")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            event.ignore()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyReleaseEvent."""
        if event.isAutoRepeat():
            event.ignore()
            return
        super().keyReleaseEvent(event)


class DecisionBar(QFrame):
    """Always at the bottom, always of the same shape; nothing from outside but the escaped host is written on it."""

    approved = Signal(bool)      # True: and grant the steps
    wanted = Signal(str)         # send-back, reject, skip

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._granted = 0
        self._icons = icons
        self.setProperty("look", "bar")
        self.setAccessibleName("Your decision")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.md, SPACE.xl, SPACE.md)
        column.setSpacing(SPACE.xs + 2)
        self.approve = ApproveButton(icons)
        self.grant = ApproveButton(icons, look="")
        self.approve.clicked.connect(lambda _checked=False: self.approved.emit(False))
        self.grant.clicked.connect(lambda _checked=False: self.approved.emit(True))
        self.send_back = button("Send back", lambda: self.wanted.emit("send-back"), icon="undo-2", icons=icons)
        self.reject = button("Reject", lambda: self.wanted.emit("reject"), look="danger", icon="x", icons=icons)
        self.skip = button("Later", lambda: self.wanted.emit("skip"), look="quiet")
        self.left = Words("", "secondary")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._second = QHBoxLayout()
        self._second.addStretch(1)
        self._second.addWidget(self.grant)
        self._others = QWidget()
        others = QHBoxLayout(self._others)
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(SPACE.sm)
        for each in (self.reject, self.send_back, self.skip):
            others.addWidget(each)
        others.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE.sm)
        self._row.addWidget(self._others, 1)
        self._row.addWidget(self.approve)
        column.addLayout(self._second)
        column.addLayout(self._row)
        column.addWidget(self.left)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(_NARROWEST)

    def name(self, host: str, granted: int | None) -> None:
        """Says what approval does: to which host (escaped, or empty), and whether values can be let pass later."""
        safe = host.replace("&", "&&")
        words = "Approve this step" if granted is not None else f"Approve and send to {safe}" if safe else (
            "Approve and send")
        self.approve.setText(words)
        self.approve.setAccessibleName(words.replace("&&", "&"))
        self._granted = granted or 0
        self.grant.setVisible(granted is not None)
        self._fit()

    def arm(self, approve: bool, grant: bool, left: str) -> None:
        """Arms or disarms the approvals and says what is left."""
        for each, on in ((self.approve, approve), (self.grant, grant)):
            if each.isEnabled() != on:
                each.setEnabled(on)
        self.approve.setIcon(self._icons.icon("signature", "on_accent" if approve else "on_neutral_soft"))
        if self.left.text() != left:
            self.left.setText(left)
            self.approve.setAccessibleDescription(left)

    def busy(self, on: bool) -> None:
        """While a call is under way nothing else can be decided."""
        for each in (self.send_back, self.reject):
            each.setEnabled(not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.contentsMargins().left() + 2 * SPACE.xl + SPACE.sm
        beside = self._others.sizeHint().width() + self.approve.sizeHint().width() + margins <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
        self._second.setStretch(1, 0 if beside else 100)
        values = f"these {self._granted} values" if self._granted != 1 else "this value"
        full = f"Approve, and let {values} go to this site for the rest of the task"
        self.grant.setText(full if self.width() >= _WIDE else "Approve, and allow the next steps")
        self.grant.setAccessibleName(full)
