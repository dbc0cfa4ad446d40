"""What a screen reader is told: names, roles, rows, pictures, and text that can't turn into markup."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QScrollArea,
    QTreeView,
    QWidget,
)

from tests.desktop.accessibility.parts import named, operable, spoken, visible, within_another

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
DECORATION = 48
"""Pixels: a drawing up to this size is a sign beside words; a larger one is a picture, and needs a name."""


def unnamed(root: QWidget) -> Iterator[str]:
    """Controls without a name or a role."""
    takes_focus = [each for each in visible(root) if each.isEnabled() and not within_another(each)
                   and each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None]
    for each in {*takes_focus, *operable(root)}:
        if "_Canvas" in type(each).__name__:
            continue                           # the picture around it has the name; its boxes are the rows beside it
        name, role = spoken(each)
        if not name.strip():
            yield f"{named(each)}: no name"
        # Qt gives every plain scroll area the role Client, and nothing to change it with.
        if role in NO_ROLE and not isinstance(each, QScrollArea):
            yield f"{named(each)}: role {role.name}"


def unnamed_rows(root: QWidget) -> Iterator[str]:
    """Rows in sight that say nothing."""
    for view in visible(root):
        if isinstance(view, QAbstractItemView) and view.model() is not None:
            for index in rows(view):
                said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                if not str(said or "").strip():
                    yield f"{named(view)}: row {index.row()} says nothing"


def rows(view: QAbstractItemView) -> list[QModelIndex]:
    """The rows that show now."""
    found = []
    todo = [QModelIndex()]
    while todo:
        parent = todo.pop()
        for row in range(view.model().rowCount(parent)):
            index = view.model().index(row, 0, parent)
            if view.visualRect(index).intersects(view.viewport().rect()):
                found.append(index)
            if isinstance(view, QTreeView) and view.isExpanded(index):
                todo.append(index)
    return found


def unnamed_pictures(root: QWidget) -> Iterator[str]:
    """Pictures without a name, and signs that stand for words which are not there."""
    for label in visible(root):
        if not isinstance(label, QLabel) or label.pixmap().isNull() or spoken(label)[0].strip():
            continue
        if label.pixmap().deviceIndependentSize().width() > DECORATION:
            yield f"{named(label)}: a picture without a name"
        parent = label.parentWidget()
        beside = parent is not None and any(isinstance(each, QLabel) and each.text() for each in visible(parent))
        if not beside and not (parent is not None and spoken(parent)[0].strip()):
            yield f"{named(label)}: a sign without words beside it"


def rich(root: QWidget) -> Iterator[str]:
    """Tips and labels that Qt would read as markup."""
    for each in [root, *root.findChildren(QWidget)]:
        for tip in (each.toolTip(), each.whatsThis()):
            if QtText.mightBeRichText(tip):
                yield f"{named(each)}: its tip would be read as markup: {tip[:60]}"
        if isinstance(each, QLabel) and each.textFormat() != Qt.TextFormat.PlainText and not each.pixmap():
            yield f"{named(each)}: text format {each.textFormat().name}"
        if isinstance(each, QAbstractItemView) and each.isVisible() and each.model() is not None:
            for index in rows(each):
                if QtText.mightBeRichText(str(index.data(Qt.ItemDataRole.ToolTipRole) or "")):
                    yield f"{named(each)}: a row's tip would be read as markup"


def _holders(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def unscrollable(root: QWidget) -> Iterator[str]:
    """What is wider or higher than its scroll area must be able to be scrolled by keyboard."""
    for area in visible(root):
        if not isinstance(area, QAbstractScrollArea) or isinstance(area, QAbstractItemView):
            continue
        if any(isinstance(each, QAbstractButton) for each in _holders(area)):
            continue                                         # a small picture on the button that enlarges it
        hidden = area.verticalScrollBar().maximum() > 0
        inside = any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in visible(area.viewport()))
        if hidden and not inside and not area.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield f"{named(area)}: scrolls, but takes no focus and holds nothing that does"
