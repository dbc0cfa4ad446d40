"""Whether texts have the room they need, nothing lies over its neighbour, and nothing stands outside its frame."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.desktop.accessibility.parts import named, place_in, visible, within_another

LEAST = QSize(1000, 700)


def too_wide(top: QWidget, size: QSize) -> Iterator[str]:
    """A window that can't be made as small as that."""
    least = top.minimumSizeHint().expandedTo(top.minimumSize())
    if least.width() > size.width() or least.height() > size.height():
        yield f"the window needs {least.width()}×{least.height()}, there are {size.width()}×{size.height()}"


def cut(root: QWidget) -> Iterator[str]:
    """Texts without the room they need."""
    for each in visible(root):
        if isinstance(each, QLabel) and each.text():
            yield from _label(each)
        elif isinstance(each, QPushButton | QCheckBox) and each.text():
            need = each.sizeHint()
            if need.width() > each.width() or need.height() > each.height():
                yield f"{named(each)}: has {_size(each.size())}, needs {_size(need)}"
        elif isinstance(each, QComboBox) and not each.isEditable():
            text = each.fontMetrics().horizontalAdvance(each.currentText())
            if text > each.width() - 26 - 8:                # the arrow's room and the padding of the style sheet
                yield f"{named(each)}: “{each.currentText()}” does not fit in {each.width()}"
        elif isinstance(each, QLineEdit) and not each.text() and each.placeholderText():
            text = each.fontMetrics().horizontalAdvance(each.placeholderText())
            if text > each.width() - 16 - 2:
                yield f"{named(each)}: “{each.placeholderText()}” does not fit in {each.width()}"


def _label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        margins = label.contentsMargins()
        need = label.heightForWidth(label.width())
        if need > label.height():
            yield f"{named(label)}: is {label.height()} high, needs {need} at {label.width()}"
        room = label.width() - margins.left() - margins.right()
        words = label.text().replace("\u200b", " ").split()
        longest = max(words, key=label.fontMetrics().horizontalAdvance, default="")
        if label.fontMetrics().horizontalAdvance(longest) > room:
            yield f"{named(label)}: “{longest}” is wider than {room}"
    elif label.sizeHint().width() > label.width() or label.sizeHint().height() > label.height():
        yield f"{named(label)}: has {_size(label.size())}, needs {_size(label.sizeHint())}"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def overlapping(root: QWidget) -> Iterator[str]:
    """Neighbours of one layout that lie over each other."""
    for holder in [root, *visible(root)]:
        layout = holder.layout()
        if layout is not None:
            shown = [each for each in _widgets(layout) if each.isVisible() and not each.size().isEmpty()]
            for at, one in enumerate(shown):
                for other in shown[at + 1:]:
                    if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
                        yield f"{named(one)} lies over {named(other)}"


def _widgets(layout: QLayout) -> list[QWidget]:
    if type(layout).__name__ == "QStackedLayout":
        return []
    found: list[QWidget] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is not None and (widget := item.widget()) is not None:
            found.append(widget)
        elif item is not None and (inner := item.layout()) is not None:
            found += _widgets(inner)
    return found


def outside(root: QWidget) -> Iterator[str]:
    """Words and controls that stand partly outside the frame they are in, where no scrolling brings them in."""
    for each in visible(root):
        if not isinstance(each, QLabel | QAbstractButton | QLineEdit | QAbstractItemView | QComboBox):
            continue
        if within_another(each):
            continue
        holder = each.parentWidget()
        while holder is not None and holder is not root.window():
            area = holder.parentWidget()
            if isinstance(area, QScrollArea) and holder is area.viewport():
                bounded = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                place = place_in(each, holder)
                if bounded and (place.left() < 0 or place.right() >= holder.width()):
                    yield f"{named(each)}: reaches from {place.left()} to {place.right()} of {holder.width()}"
                break
            if isinstance(area, QAbstractItemView):
                break
            if not holder.rect().contains(place_in(each, holder)):
                yield f"{named(each)}: stands outside {named(holder)}"
                break
            holder = area
