"""Whether the Tab key comes to everything, forwards and backwards, and can be seen where it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from desktop.commands.palette import Palette
from tests.desktop.accessibility.names import rows
from tests.desktop.accessibility.parts import focused, front, named, operable

MOST = 400
"""Steps until a walk counts as endless."""
STUCK = 60
"""Steps on one widget until it counts as a trap; the review's list uses Tab to go through what is to be checked."""


class Walk:
    """A walk with the Tab key from where the focus stands until it comes round."""

    def __init__(self, top: QWidget, key: Qt.Key) -> None:
        self.stops: list[QWidget] = []
        self.fault = ""
        same = 0
        for _ in range(MOST):
            now = focused()
            QTest.keyClick(now if now is not None else top, key)
            here = focused()
            if here is None:
                if not operable(top):
                    return                                   # a page that is only read
                self.fault = f"after {named(now) if now else 'the start'} nothing has the focus"
                return
            same = same + 1 if here is now else 0
            if same > STUCK:
                if not isinstance(front(top), Palette) and _others(top, here):
                    self.fault = f"{named(here)} keeps the focus"
                return
            if here not in self.stops:
                self.stops.append(here)
            elif here is self.stops[0] and here is not now:
                return
        self.fault = "the walk does not come round"


def _others(top: QWidget, here: QWidget) -> list[QWidget]:
    return [each for each in operable(front(top)) if each is not here and not here.isAncestorOf(each)]


def unreached(root: QWidget, stops: list[QWidget]) -> Iterator[str]:
    """Controls that the walk did not come to, nor arrow keys from one it came to."""
    reached = {*stops} | {proxy for each in stops if (proxy := _owner(each)) is not None}
    for each in operable(root):
        if each in reached or each.focusProxy() in reached or _by_arrows(each, reached):
            continue
        if isinstance(each, QAbstractItemView) and not rows(each):
            continue                                         # nothing on it to work
        if isinstance(root, Palette) and isinstance(each, QAbstractItemView):
            continue                                         # worked with the arrows from its field
        if type(each).__name__ == "_Canvas":
            continue                                         # a press on a box does what standing on its row does
        yield f"{named(each)}: the Tab key does not come to it"


def _owner(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    return parent if parent is not None and parent.focusProxy() is widget else None


def _by_arrows(widget: QWidget, reached: set[QWidget]) -> bool:
    """One of several buttons that exclude each other: Tab comes to the chosen one, arrows to the rest."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        return any(each in reached for each in group.buttons())
    parent = widget.parentWidget()
    return widget.autoExclusive() and parent is not None and any(
        isinstance(each, QAbstractButton) and each.autoExclusive() and each.parentWidget() is parent
        for each in reached)


def unseen(root: QWidget, stops: list[QWidget]) -> Iterator[str]:
    """Stops that look the same with the focus and without."""
    if isinstance(root, Palette):
        return                                               # it is its only field, and goes when that loses the focus
    for each in stops:
        if isinstance(each, QScrollArea) and not _scrolls(each):
            continue                                         # nothing to do in it, nothing to show
        with_focus = _look(each, focus=True)
        changed = _changed(with_focus, _look(each, focus=False))
        if changed < min(each.width(), each.height()):
            yield f"{named(each)}: {changed} pixels tell that it has the focus"


def _scrolls(area: QScrollArea) -> bool:
    return area.verticalScrollBar().maximum() > 0 or area.horizontalScrollBar().maximum() > 0


def _look(widget: QWidget, *, focus: bool) -> QImage:
    if focus:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    elif (held := focused()) is not None:
        held.clearFocus()
    QApplication.processEvents()
    hold = widget
    parent = widget.parentWidget()
    if isinstance(widget, QPlainTextEdit | QTextEdit | QLineEdit | QComboBox | QAbstractItemView) and parent:
        hold = parent                                        # some wear the ring on the frame around them
    image = QImage(hold.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    hold.render(image)
    return image


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    difference = one.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    values = memoryview(difference.constBits()).cast("B").cast("I")
    return sum(1 for each in values if each & 0xFFFFFF)
