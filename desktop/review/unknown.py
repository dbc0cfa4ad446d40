"""What helps when it is not known whether something arrived: look first; only then prepare it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner
from desktop.widgets.words import Words

_STEPS = (
    "Look for a confirmation: in your e-mail, in your account on the site, or by asking them.",
    "If it arrived, there is nothing more to do here.",
    "If you are sure that it did not arrive, have it prepared again. You approve it anew before anything is sent.",
)


class UnknownPanel(QFrame):
    """Shown above the sheet, which still says exactly what was sent."""

    look = Signal()              # open the site in the person's own browser
    copy = Signal()              # copy what was sent, for a letter or a call
    again = Signal()             # prepare it again; only after the person said that it did not arrive

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Find out whether it arrived")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.md)
        column.setSpacing(SPACE.sm)
        column.addWidget(Banner(shell.icons, "It may or may not have arrived. It is never sent again by itself.",
                                "warning"))
        for number, words in enumerate(_STEPS, 1):
            row = QHBoxLayout()
            row.setSpacing(SPACE.sm)
            sign = Words(f"{number}.", "secondary", wrap=False)
            sign.setMinimumWidth(SPACE.lg)
            row.addWidget(sign)
            row.addWidget(Words(words), 1)
            column.addLayout(row)
        self.open = button("Open the site", self.look.emit, icon="external-link", icons=shell.icons)
        self.copied = button("Copy what was sent", self.copy.emit, look="quiet", icon="copy", icons=shell.icons)
        self.sure = QCheckBox("I have looked: it did not arrive")
        self.prepare = button("Prepare it again", self.again.emit, icon="rotate-ccw", icons=shell.icons)
        self.prepare.setEnabled(False)
        self.sure.toggled.connect(self.prepare.setEnabled)
        for left, right in (((self.open, self.copied), ()), ((self.sure,), (self.prepare,))):
            row = QHBoxLayout()
            row.setSpacing(SPACE.sm)
            for each in left:
                row.addWidget(each)
            row.addStretch(1)
            for each in right:
                row.addWidget(each)
            column.addLayout(row)
        self.hide()

    def begin(self, *, can_open: bool) -> None:
        """Shows it anew; ``can_open``: the page has an address that a browser can open."""
        self.open.setEnabled(can_open)
        self.sure.setChecked(False)
        self.show()
