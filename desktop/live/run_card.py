"""One run among several: a small picture, what it does, for how long; pressing it shows it in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import LiveDoc
from desktop.live.thumbnail import SIZE, Thumbnail
from desktop.shell import Shell
from desktop.theme.tokens import RADIUS, SPACE, TYPE
from desktop.widgets.buttons import icon_button
from desktop.widgets.when import span


class Line(QWidget):
    """One line of text from outside, cut with an ellipsis; another text costs a repaint and no layout."""

    def __init__(self, shell: Shell, token: str = "text", strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = shell.theme
        self._token = token
        self.text = ""
        font = self.font()
        font.setPixelSize(TYPE.body)
        font.setBold(strong)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + SPACE.xs)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_text(self, text: str) -> None:
        """Shows another text, escaped."""
        shown = display(text)
        if shown != self.text:
            self.text = shown
            self.setAccessibleName(shown)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._token))
        cut = self.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.end()


class RunCard(QAbstractButton):
    """A button, to a screen reader too. ``chosen``, ``stop_wanted`` carry the task's id; ``pause_wanted`` (id, on)."""

    chosen = Signal(str)
    pause_wanted = Signal(str, bool)
    stop_wanted = Signal(str)

    def __init__(self, shell: Shell, task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.task = task
        self._paused: bool | None = None
        self._picked = False
        self._second = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _checked=False: self.chosen.emit(self.task))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.sm, SPACE.sm, SPACE.sm, SPACE.sm)
        row.setSpacing(SPACE.md)
        self.thumbnail = Thumbnail(shell.theme)
        row.addWidget(self.thumbnail)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Line(shell, strong=True)
        self.step = Line(shell)
        self.time = Line(shell, "secondary")
        words.addWidget(self.title)
        words.addWidget(self.step)
        words.addWidget(self.time)
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.xs)
        self.pause = icon_button(shell.icons, "pause", "Pause", self._pause)
        self.stop = icon_button(shell.icons, "square", "Stop", lambda: self.stop_wanted.emit(self.task))
        buttons.addWidget(self.pause)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        self.setFixedHeight(SIZE.height() + 2 * SPACE.sm + 2)

    def show_live(self, doc: LiveDoc) -> None:
        """Brings the card up to date; nothing moves."""
        self.title.show_text(doc["title"])
        self.step.show_text(doc["step"])
        self.show_seconds(doc["seconds"], doc["paused"])
        if doc["paused"] != self._paused:
            self._paused = doc["paused"]
            name = "Go on" if doc["paused"] else "Pause"
            self._shell.icons.on_button(self.pause, "play" if doc["paused"] else "pause")
            self.pause.setAccessibleName(name)
            self.pause.setToolTip(name)
        if doc["picture"]:
            self.thumbnail.show_picture(doc["picture"])
        self.setAccessibleName(f"{self.title.text}: {self.step.text}")

    def show_seconds(self, seconds: float, paused: bool) -> None:
        """How long it has been at it."""
        if int(seconds) != self._second or paused != self._paused:
            self._second = int(seconds)
            self.time.show_text(f"Paused, {span(seconds)}" if paused else span(seconds))

    def pick(self, on: bool) -> None:
        """Marks the card whose run is shown in full."""
        if on != self._picked:
            self._picked = on
            self.setAccessibleDescription("shown in full" if on else "")
            self.update()

    def _pause(self) -> None:
        self.pause_wanted.emit(self.task, not self._paused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QAbstractButton::paintEvent."""
        theme, marked = self._shell.theme, self._picked or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "accent" if self._picked else "border"
        painter.setPen(QPen(theme.colour(edge), 2 + self.hasFocus() if marked else 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
