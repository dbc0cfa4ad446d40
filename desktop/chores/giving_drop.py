"""Files dropped onto a chore, in the list or on its page, are looked through for what varies in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.dropping import is_calendar
from desktop.questions.documents import files_of
from desktop.widgets.row_list import RowList


class ChoreDrops(QObject):
    """Watches a widget. ``dropped`` carries the chore's id and the paths; where no chore is, the window takes them."""

    dropped = Signal(str, object)

    def __init__(self, watched: QWidget, which: Callable[[QDropEvent], str]) -> None:
        super().__init__(watched)
        self._which = which
        watched.setAcceptDrops(True)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)          # all three are
        files, id = files_of(event.mimeData()), self._which(event)
        mine = bool(files) and not any(map(is_calendar, files))     # what recurs in a calendar the window shows
        taken = mine and (bool(id) or event.type() is QEvent.Type.DragEnter)
        if not taken:
            event.ignore()
            return event.type() is not QEvent.Type.DragEnter
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(id, files)
        return True


def on_rows(table: RowList) -> ChoreDrops:
    """Drops onto the rows of the list."""
    def which(event: QDropEvent) -> str:
        index = table.indexAt(event.position().toPoint())
        return table.rows.rows[index.row()].id if index.isValid() else ""
    return ChoreDrops(table.viewport(), which)
