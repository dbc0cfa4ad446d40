"""Which widgets of a window count, and how a complaint names one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.around.drop_veil import DropVeil
from desktop.commands.overlay import Overlay

OPERABLE = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Kinds that are worked by mouse. Splitters are not among them: they only share out room, nothing hangs on them."""


def named(widget: QWidget) -> str:
    """A widget as a complaint names it: class, name or words, and what it stands in."""
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel | QAbstractButton) else "")
    parent = widget.parentWidget()
    return f"{type(widget).__name__} “{words[:50]}” in {type(parent).__name__ if parent else 'nothing'}"


def front(top: QWidget) -> QWidget:
    """What takes keys and mouse now: an open overlay covers all behind it."""
    opened = [each for each in top.findChildren(Overlay) if each.is_open]
    opened += [each for each in top.findChildren(DropVeil) if each.isVisible()]
    return opened[-1] if opened else top


def visible(root: QWidget) -> Iterator[QWidget]:
    """The widgets inside that are shown, scrolled away or not; a window inside (a popup) is not part of it."""
    for each in root.findChildren(QWidget):
        if each.isVisible() and each.width() > 0 and each.height() > 0 and each.window() is root.window():
            yield each


def within_another(widget: QWidget) -> bool:
    """Part of a control that is worked as a whole: the field in a date box, the cross in a field, a header."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox):
            return True
        if isinstance(parent, QAbstractItemView) and type(widget).__name__ in {"QHeaderView", "QTableCornerButton"}:
            return True
        if type(widget).__name__ == "QAbstractButton" and isinstance(parent, QAbstractItemView):
            return True                                                  # a table's corner
        parent = parent.parentWidget()
    return False


def operable(root: QWidget) -> list[QWidget]:
    """Everything in sight that a mouse could work: the kinds above, and what takes presses or has links itself."""
    found = []
    for each in visible(root):
        if not each.isEnabled() or within_another(each):
            continue
        ours = type(each).__module__.startswith("desktop.")
        presses = ours and "mousePressEvent" in vars(type(each)) and not isinstance(each, Overlay)
        links = isinstance(each, QLabel) and "<a " in each.text() and each.textFormat().name != "PlainText"
        if isinstance(each, OPERABLE) or presses or links:
            found.append(each)
    return found


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Name and role as a screen reader gets them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def place_in(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget stands in another."""
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def focused() -> QWidget | None:
    """What has the focus."""
    return QApplication.focusWidget()
