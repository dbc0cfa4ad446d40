"""Cards, lines, banners, folding sections and what to show where there is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.icons import Icons
from desktop.theme.tokens import ICON, SPACE
from desktop.widgets.buttons import button
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words

BANNER_ICON = {"info": "info", "success": "circle-check", "warning": "triangle-alert", "danger": "circle-alert"}
"""What stands before a banner's words, by tone: the tone is never told by colour alone."""


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the layout inside it."""
    frame = QFrame(parent)
    frame.setProperty("look", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, SPACE.md)
    layout.setSpacing(SPACE.sm)
    return frame, layout


def line() -> QFrame:
    """A thin rule."""
    frame = QFrame()
    frame.setProperty("look", "line")
    return frame


def scrolled(content: QWidget, name: str) -> Scroll:
    """A page that scrolls down only. ``name`` is what a screen reader says where the page itself has the focus."""
    area = Scroll(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setProperty("look", "page")
    area.setWidget(content)
    return area


class Banner(QFrame):
    """A sentence with a tone (info, success, warning, danger), an icon and perhaps buttons beside it."""

    def __init__(self, icons: Icons, text: str = "", tone: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        self.setProperty("tone", tone)
        self._icons = icons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.md, SPACE.sm, SPACE.md, SPACE.sm)
        self._row.setSpacing(SPACE.sm)
        self._sign = QLabel()
        icons.on_label(self._sign, BANNER_ICON[tone], f"on_{tone}_soft")
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Words(text)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self.words, 1)
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Shows another sentence; hides itself when there is none."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Puts a button at the end; icon and first line stand on the line of its words."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        for each in (widget, self.words):
            each.ensurePolished()
        tall = widget.sizeHint().height()
        above = max(0, (tall - self.words.fontMetrics().height()) // 2)
        self.words.setContentsMargins(0, above, 0, above)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._sign.setContentsMargins(0, max(0, (tall - ICON) // 2), 0, 0)


class Fold(QWidget):
    """A heading with a count that shows or hides what is under it."""

    toggled = Signal(bool)

    def __init__(self, icons: Icons, title: str, content: QWidget, *, open_: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        self.head = button(title, self.toggle, look="fold")
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(content)
        self._show(open_)

    @property
    def is_open(self) -> bool:
        """Whether the content shows."""
        return not self._content.isHidden()

    def toggle(self) -> None:
        """Opens or closes it."""
        self._show(not self.is_open)
        self.toggled.emit(self.is_open)

    def rename(self, title: str) -> None:
        """Another heading."""
        self.head.setText(title)

    def _show(self, open_: bool) -> None:
        self._content.setVisible(open_)
        self._icons.on_button(self.head, "chevron-down" if open_ else "chevron-right", "secondary")
        self.head.setAccessibleDescription("open" if open_ else "closed")


class Empty(QWidget):
    """What a view shows when there is nothing: an icon, a sentence, what to do, and a button for it."""

    def __init__(self, icons: Icons, icon: str, title: str, text: str, action: str = "",
                 run: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(SPACE.sm)
        sign = QLabel()
        icons.on_label(sign, icon, "secondary", 40)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, kind in ((title, "heading"), (text, "secondary")):
            label = Words(words, kind)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(420)
            label.ensurePolished()
            # A wrapped label asks for a narrow column of its own choosing; give a short one the width of its line.
            label.setMinimumWidth(min(360, label.fontMetrics().horizontalAdvance(words) + SPACE.sm))
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        if action:
            layout.addSpacing(SPACE.xs)
            layout.addWidget(button(action, run, look="primary"), 0, Qt.AlignmentFlag.AlignHCenter)


def column(spacing: int = SPACE.sm) -> tuple[QWidget, QVBoxLayout]:
    """A widget with nothing around what is put into it, one under the other, and its layout."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return made, layout


class Changing(QWidget):
    """A place whose content is made anew whenever what it shows has changed."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout, self._content = layout, content or QWidget()
        layout.addWidget(self._content)

    def put(self, content: QWidget) -> None:
        """Shows something else there."""
        former, self._content = self._content, content
        self._layout.replaceWidget(former, content)
        content.show()
        former.hide()
        former.deleteLater()
