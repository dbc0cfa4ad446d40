"""The icon in the system tray: a count of what needs the person, a menu, messages. One real, one pretended."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from desktop.around.standing import Counts
from desktop.navigation import Place
from desktop.theme.icons import pixmap
from desktop.theme.theme import Theme
from desktop.theme.tokens import LIGHT, TYPE

NAME = "Countersign"
NO_SCREEN = frozenset({"offscreen", "minimal"})
"""Platforms of Qt without a screen."""
SIDE = 64
"""Side of the painted icon in pixels; systems scale it down."""


class Tray(QObject):
    """What the window asks of a tray. The plain class is the absence of one."""

    new_task = Signal()
    review_next = Signal()
    pause_all = Signal()
    go_on = Signal()
    show_window = Signal()
    quit = Signal()
    opened = Signal(object)      # Place: a message was clicked

    @property
    def there(self) -> bool:
        """Whether the person can see and use it."""
        return False

    def show_counts(self, counts: Counts) -> None:
        """Shows how many things need the person, and what the menu can do now."""

    def tell(self, text: str, place: Place | None = None) -> None:
        """Shows a message; a click on it emits `opened` with the place."""

    def set_wanted(self, wanted: bool) -> None:
        """Shows or hides the icon, as the setting says."""


class PretendTray(Tray):
    """A tray that notes what it was told, for tests and machines without one."""

    def __init__(self, there: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._there = there
        self.counts = Counts()
        self.told: list[tuple[str, Place | None]] = []

    @property
    def there(self) -> bool:
        """Override Tray.there."""
        return self._there

    def show_counts(self, counts: Counts) -> None:
        """Override Tray.show_counts."""
        self.counts = counts

    def tell(self, text: str, place: Place | None = None) -> None:
        """Override Tray.tell."""
        self.told.append((text, place))

    def set_wanted(self, wanted: bool) -> None:
        """Override Tray.set_wanted."""
        self._there = wanted


class SystemTray(Tray):
    """The real one. Where the desktop has no tray it is simply never there."""

    def __init__(self, theme: Theme, window: QWidget, *, wanted: bool = True) -> None:
        super().__init__(window)
        self._theme = theme
        self._wanted = wanted
        self._place: Place | None = None
        self.menu = QMenu(window)
        self._new = self.menu.addAction("New task", self.new_task.emit)
        self._review = self.menu.addAction("Review next", self.review_next.emit)
        self.menu.addSeparator()
        self._pause = self.menu.addAction("Pause all", self.pause_all.emit)
        self._go_on = self.menu.addAction("Go on", self.go_on.emit)
        self.menu.addSeparator()
        self.menu.addAction("Show Countersign", self.show_window.emit)
        self.menu.addAction("Quit", self.quit.emit)
        self.icon = QSystemTrayIcon(badge(theme, 0), window)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(lambda: self._place is not None and self.opened.emit(self._place))
        self.show_counts(Counts())
        self.set_wanted(wanted)

    @property
    def there(self) -> bool:
        """Override Tray.there."""
        return self._wanted and QSystemTrayIcon.isSystemTrayAvailable()

    def show_counts(self, counts: Counts) -> None:
        """Override Tray.show_counts."""
        self.icon.setIcon(badge(self._theme, counts.needs))
        self.icon.setToolTip(NAME if not counts.needs else f"{NAME}: {counts.needs} need you")
        self._review.setEnabled(counts.needs > 0)
        self._review.setText(f"Review next ({counts.needs})" if counts.needs else "Review next")
        self._pause.setEnabled(counts.can_pause > 0)
        self._go_on.setEnabled(counts.paused > 0)

    def tell(self, text: str, place: Place | None = None) -> None:
        """Override Tray.tell."""
        self._place = place
        if self.there:
            self.icon.showMessage(NAME, text, self.icon.icon())

    def set_wanted(self, wanted: bool) -> None:
        """Override Tray.set_wanted."""
        self._wanted = wanted
        # Where nothing is ever drawn, Qt only complains about it; elsewhere a tray may appear later than we do.
        self.icon.setVisible(wanted and QGuiApplication.platformName() not in NO_SCREEN)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.show_window.emit()


def badge(theme: Theme, needs: int) -> QIcon:
    """The mark, with the count in its corner. Trays have grounds of their own, so it carries one with it."""
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.accent))
    painter.drawRoundedRect(0, 0, SIDE, SIDE, SIDE // 5, SIDE // 5)
    inner = SIDE * 5 // 8
    painter.drawPixmap(QRect((SIDE - inner) // 2, (SIDE - inner) // 2, inner, inner),
                       pixmap("signature", LIGHT.on_accent, inner))
    if needs:
        _count(painter, theme, needs)
    painter.end()
    return QIcon(picture)


def _count(painter: QPainter, theme: Theme, needs: int) -> None:
    side = SIDE * 5 // 8
    spot = QRect(SIDE - side, SIDE - side, side, side)
    painter.setBrush(theme.colour("danger"))
    painter.drawEllipse(spot)
    font = QFont(TYPE.family)
    font.setPixelSize(side * 5 // 8)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("on_danger"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(needs) if needs < 10 else "9+")
