"""The pictures before and after sending, side by side; pressed, one opens in a window of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell import Shell
from desktop.theme.tokens import SMALL_RADIUS, SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.picture import PictureView
from desktop.widgets.words import Words

THUMB_HEIGHT = 240
WINDOW = QSize(1000, 760)


class _Thumb(QAbstractButton):
    """A picture that can be pressed. Not a QPushButton: the style sheet would set its height."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self._theme = shell.theme
        self.setAccessibleName(f"{name}, enlarge")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(THUMB_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.xs, SPACE.xs)
        self.view = PictureView(shell.theme, name)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(self._theme.colour("focus" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1)
        painter.setPen(line)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), SMALL_RADIUS, SMALL_RADIUS)
        painter.end()


class PictureWindow(QDialog):
    """One picture, large, with zoom."""

    def __init__(self, shell: Shell, path: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self.resize(WINDOW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.md, SPACE.md, SPACE.md, SPACE.md)
        self.view = PictureView(shell.theme, name)
        layout.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addWidget(icon_button(shell.icons, "zoom-out", "Smaller", lambda: self.view.zoom(self.view.zoomed / 1.25)))
        row.addWidget(icon_button(shell.icons, "zoom-in", "Larger", lambda: self.view.zoom(self.view.zoomed * 1.25)))
        row.addStretch(1)
        row.addWidget(button("Close", self.close))
        layout.addLayout(row)
        self.view.show_picture(path)


class Pictures(QWidget):
    """Both pictures of a receipt; hides itself when there is none."""

    def __init__(self, shell: Shell, before: str, after: str) -> None:
        super().__init__()
        self._shell = shell
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        shown = [(path, name) for path, name in ((before, "Before sending"), (after, "After sending")) if path]
        for path, name in shown:
            layout.addLayout(self._column(path, name), 1)
        if len(shown) == 1:
            layout.addStretch(1)
        self.setVisible(bool(shown))

    def _column(self, path: str, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(Words(name, "caption"))
        thumb = _Thumb(self._shell, f"Page {name.lower()}")
        gone = Words("The picture is no longer there.", "secondary")
        gone.hide()
        thumb.clicked.connect(lambda _checked=False: self.enlarge(path, f"Page {name.lower()}"))
        thumb.view.shown.connect(self._told(thumb, gone))
        thumb.view.show_picture(path)
        column.addWidget(thumb)
        column.addWidget(gone)
        column.addStretch(1)
        return column

    def _told(self, thumb: QWidget, gone: QWidget) -> Callable[[bool], None]:
        def tell(there: bool) -> None:
            thumb.setVisible(there)
            gone.setVisible(not there)
        return tell

    def enlarge(self, path: str, name: str) -> PictureWindow:
        """Opens the picture in a window of its own."""
        opened = PictureWindow(self._shell, path, name, self.window())
        opened.show()
        return opened
