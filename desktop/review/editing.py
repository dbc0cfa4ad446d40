"""Editing a value in place: the field for it, and what was typed, kept whatever becomes of the field."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from agent.protocol.display import display
from desktop.review.delegate import SheetDelegate
from desktop.review.grouping import Group, Item
from desktop.review.model import ITEM

Index = QModelIndex | QPersistentModelIndex

_LONG = 80
"""Characters beyond which a value gets a field of several lines."""
LONGEST, LONGEST_LINE = 20_000, 4_000
"""Characters of a value that can be changed in place: a field with a longer line takes seconds to lay out (measured:
100,000 in one line, over a second)."""
_FIELD, _TALL_FIELD = 34, 120
"""Pixels a field is high: of one line, of several."""


def typable(value: str) -> str:
    """The value as a field starts with it: without signs that can't be seen, which would act on the field itself."""
    return value if value.isprintable() else "".join(
        sign for sign in value.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())


def fits(item: Item) -> bool:
    """Whether the value is short enough to be changed in place."""
    value = "" if item.group is Group.NOT_SENT else item.doc["value"]
    return len(value) <= LONGEST and max(map(len, value.split("\n"))) <= LONGEST_LINE


def start_of(item: Item, pending: str | None) -> str:
    """What a field for an item begins with."""
    if pending is not None:
        return typable(pending)
    return "" if item.group is Group.NOT_SENT else typable(item.doc["value"])


class EditingDelegate(SheetDelegate):
    """A line's editor. A text that was not touched is no change, also where it was cleaned for typing."""

    _open: tuple[Item, QWidget, str] | None = None

    @property
    def typing(self) -> bool:
        """Whether a field is open."""
        return self._open is not None and isValid(self._open[1])

    def typed(self) -> tuple[Item, str] | None:
        """What stands in the open field, if it is another text than it began with."""
        if self._open is None or not isValid(self._open[1]):
            return None
        item, field, start = self._open
        text = _text(field)
        return (item, text) if text != start else None

    def commit(self) -> None:
        """Takes what stands in the open field and closes it."""
        if self._open is not None and isValid(self._open[1]):
            field = self._open[1]
            self.commitData.emit(field)
            self.closeEditor.emit(field)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Override QStyledItemDelegate::createEditor."""
        item: Item = index.data(ITEM)
        start = start_of(item, self._model.pending.get(item.id))
        field = _field(item, start, parent)
        field.setAccessibleName(f"New value of {self._model.line(item).label}")
        self._open = (item, field, _text(field))
        field.destroyed.connect(self._closed)
        return field

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate::destroyEditor."""
        if self._open is not None and self._open[1] is editor:
            self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Override QStyledItemDelegate::setEditorData: it is set once; a refresh must not undo what was typed."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Override QStyledItemDelegate::setModelData."""
        typed = self.typed()
        if typed is not None and self._open is not None and self._open[1] is editor:
            self.keep(*typed)

    def keep(self, item: Item, text: str) -> None:
        """Notes a typed value; the one on the sheet is no change."""
        same = item.group is not Group.NOT_SENT and text == item.doc["value"]
        self._model.change(item.id, None if same else text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::updateEditorGeometry."""
        rect = QRect(option.rect)
        cell = self.placed(index.data(ITEM)).value.translated(rect.topLeft())
        tall = _TALL_FIELD if isinstance(editor, QPlainTextEdit) else _FIELD
        top = max(0, min(cell.y() - 11, option.widget.height() - tall))
        editor.setGeometry(cell.x() - 9, top, max(cell.width(), 120) + 9, tall)

    def _closed(self) -> None:
        if self._open is not None and not isValid(self._open[1]):
            self._open = None


def _field(item: Item, start: str, parent: QWidget) -> QWidget:
    if item.options:
        return _choice(item, start, parent)
    if "\n" in start or len(start) > _LONG:
        many = QPlainTextEdit(start, parent)
        many.setTabChangesFocus(True)
        return many
    return QLineEdit(start, parent)


def _choice(item: Item, start: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for option in item.options:
        box.addItem(display(option), option)
    shown = "" if item.group is Group.NOT_SENT else item.doc["shown"]
    at = next((at for at, option in enumerate(item.options) if option in (start, shown)), -1)
    box.setCurrentIndex(at)
    return box


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text() if isinstance(
        field, QLineEdit) else ""

