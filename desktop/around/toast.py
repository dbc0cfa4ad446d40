"""Words in passing at the foot of the window, with Undo where there is something to take back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import BANNER_ICON
from desktop.widgets.words import Foreign, Words

STAYS = 6_000
"""Milliseconds a word stays; with Undo it stays for `UNDO_STAYS`; what went wrong stays until it is put away."""
UNDO_STAYS = 10_000
MOST = 3
WIDTH, LEAST = 440, 260
LONGEST = 400
"""Characters shown of what comes from the agent."""


class Toast(QFrame):
    """One sentence. It waits while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(self, icons: Icons, words: str, tone: str, stays: int, *, foreign: bool, undo: bool) -> None:
        super().__init__()
        self.words, self.undo = words, undo
        self.setProperty("look", "toast")
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.md, SPACE.sm, SPACE.sm, SPACE.sm)
        row.setSpacing(SPACE.sm)
        sign = QLabel()
        icons.on_label(sign, BANNER_ICON[tone], f"on_{tone}_soft")
        row.addWidget(sign)
        text = Foreign(words, limit=LONGEST) if foreign else Words(words)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(text, 1)
        self._row = row
        row.addWidget(icon_button(icons, "x", "Put away", self.gone.emit))
        self.setAccessibleName(text.text())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays)
        self._timer.timeout.connect(self._over)
        self._goes = stays > 0
        if self._goes:
            self._timer.start()

    def add(self, title: str, run: Callable[[], object]) -> None:
        """Puts a button before the last."""
        self._row.insertWidget(self._row.count() - 1, button(title, run))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Override QWidget::enterEvent."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Override QWidget::leaveEvent."""
        if self._goes:
            self._timer.start()

    def _over(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._timer.start()
        else:
            self.gone.emit()


class Toasts(QWidget):
    """The pile of them, newest at the bottom, over the foot of its window."""

    def __init__(self, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._icons = icons
        self._window = window
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.setSpacing(SPACE.sm)
        self.hide()
        window.installEventFilter(self)

    def toasts(self) -> list[Toast]:
        """Those in view, oldest first."""
        found = (self._pile.itemAt(place) for place in range(self._pile.count()))
        return [each for item in found if item is not None and isinstance(each := item.widget(), Toast)]

    def say(self, words: str, tone: str = "info", *, foreign: bool = False) -> None:
        """Shows the words. ``foreign``: they may hold text from outside."""
        if any(each.words == words for each in self.toasts()):
            return
        self._put(Toast(self._icons, words, tone, 0 if tone == "danger" else STAYS, foreign=foreign, undo=False))

    def offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        """Shows what was done with a button to take it back; only the newest can be."""
        self.drop_undo()
        toast = Toast(self._icons, words, "info", UNDO_STAYS, foreign=True, undo=True)
        toast.add("Undo", undo)
        self._put(toast)

    def drop_undo(self) -> None:
        """Takes away the offer to take something back."""
        for each in self.toasts():
            if each.undo:
                self._take(each)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _put(self, toast: Toast) -> None:
        toast.gone.connect(lambda: self._take(toast))
        self._pile.addWidget(toast)
        for old in self.toasts()[:-MOST]:
            self._take(old)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, toast.accessibleName()))

    def _take(self, toast: Toast) -> None:
        self._pile.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        if self.toasts():
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        # At the left and not too wide: the buttons that decide about a form are at the right and must stay in view.
        width = min(WIDTH, max(LEAST, self._window.width() * 2 // 5))
        self.setFixedWidth(width)
        height = sum(max(each.heightForWidth(width), each.minimumSizeHint().height()) for each in self.toasts())
        height += SPACE.sm * max(0, len(self.toasts()) - 1)
        self.setGeometry(SPACE.lg, self._window.height() - height - SPACE.lg, width, height)
