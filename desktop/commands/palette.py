"""The palette (Ctrl+K): type a few letters of a command, Enter does it; the keys beside it teach the short way."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.commands.match import best
from desktop.commands.overlay import Overlay
from desktop.commands.registry import Command, Commands
from desktop.theme.theme import Theme
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import line
from desktop.widgets.words import Words

NOT_HERE = frozenset({"Review decision"})
"""Groups that never appear: what sends or decides must not be a plain Enter away."""
OWN = "palette"
"""Id of the command that opens the palette."""
WIDTH = 560
ROW = 38
MOST_ROWS = 10

Index = QModelIndex | QPersistentModelIndex


def offered(commands: Commands) -> list[Command]:
    """What can be run from the palette now: enabled, of a part of the window in view, and nothing that sends."""
    return [each for each in commands.listed()
            if each.group not in NOT_HERE and each.id != OWN and each.action.isEnabled() and _in_view(each)]


def _in_view(command: Command) -> bool:
    place = command.action.parent()
    return not isinstance(place, QWidget) or place.isVisible()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: list[Command] = []

    def put(self, commands: list[Command]) -> None:
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; an invalid index is constant
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        command = self.commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.title, command.group, command.keys) if part)
        return command if role == Qt.ItemDataRole.UserRole else None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        command: Command = index.data(Qt.ItemDataRole.UserRole)
        frame: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(frame, self._theme.colour("selected"))
        room = frame.adjusted(SPACE.lg, 0, -SPACE.lg, 0)
        aside = command.keys.replace(" or ", "   ")
        painter.setPen(self._theme.colour("on_selected_secondary" if chosen else "secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(aside) - SPACE.lg)
        painter.setPen(self._theme.colour("on_selected" if chosen else "text"))
        title = painter.fontMetrics().elidedText(command.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class Palette(Overlay):
    """Lists the commands that can be run now. `summon` opens it."""

    keys = ("Ctrl+K",)

    def __init__(self, commands: Commands, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, "Commands", WIDTH)
        self._commands = commands
        self._all: list[Command] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a command")
        self.field.setAccessibleName("Find a command")
        self.field.setProperty("look", "bare")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.rows = _Rows(self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Painter(theme, self))
        self.list.setAccessibleName("Commands that fit")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(lambda _index: self._run())
        self.none = Words("No command fits.", "secondary")
        self.none.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, SPACE.md)
        for part in (self.field, line(), self.list, self.none):
            self.inside.addWidget(part)
        self.inside.setContentsMargins(1, 1, 1, SPACE.sm)

    def summon(self) -> None:
        """Opens it with an empty field, or puts it away."""
        if self.is_open:
            self.close_over()
            return
        self._all = offered(self._commands)
        self.field.clear()
        self._filter()
        self.open(self.field)

    def wanted_height(self) -> int:
        """Override Overlay.wanted_height."""
        rows = max(1, min(MOST_ROWS, len(self._all)))
        return self.field.sizeHint().height() + rows * ROW + SPACE.lg + SPACE.xs

    def focus_back(self) -> None:
        """Override Overlay.focus_back."""
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS}
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier:
                self._run()
        elif self.puts_away(event):
            self.close_over()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, by: int) -> None:
        if count := len(self.rows.commands):
            row = self.list.currentIndex().row() + by
            self.list.setCurrentIndex(self.rows.index(row % count if abs(by) == 1 else max(0, min(count - 1, row))))

    def _filter(self) -> None:
        self.rows.put(best(self.field.text(), ((each.title, each) for each in self._all)))
        self.none.setVisible(not self.rows.commands)
        self.list.setVisible(bool(self.rows.commands))
        if self.rows.commands:
            self.list.setCurrentIndex(self.rows.index(0))

    def _run(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        command = self.rows.commands[index.row()]
        self.close_over()
        command.action.trigger()
