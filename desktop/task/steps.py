"""The steps of a task's runs as a time line; grows at the end and follows it only if the person is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from agent.protocol.messages import RunDoc
from desktop.shell import Shell
from desktop.theme.tokens import SPACE, TYPE
from desktop.widgets.frames import scrolled
from desktop.widgets.when import clock, full
from desktop.widgets.words import Foreign, Words

MOST = 200
"""Steps shown of all runs; older ones are counted."""
TICK = 16
"""Side of the sign before a step."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the time line: ``kind`` is step, run (an attempt begins) or end (an attempt's last word)."""

    kind: str
    at: str
    text: str


def timeline(runs: Sequence[RunDoc], most: int = MOST) -> tuple[Entry, ...]:
    """Lines of all attempts, oldest first; with a heading for each attempt where there are several."""
    lines: list[Entry] = []
    for place, run in enumerate(runs, 1):
        if len(runs) > 1:
            lines.append(Entry("run", run["started_at"], f"Attempt {place}, {full(run['started_at'])}"))
        lines.extend(Entry("step", step["at"], step["text"]) for step in run["steps"])
        last = run["steps"][-1]["text"] if run["steps"] else ""
        if run["state"] in ("ended", "interrupted") and run["message"] and run["message"] != last:
            lines.append(Entry("end", run["ended_at"], run["message"]))
    if len(lines) <= most:
        return tuple(lines)
    return (Entry("run", "", f"{len(lines) - most} earlier steps are not shown"), *lines[-most:])


class StepList(QWidget):
    """Shows a time line. ``working`` marks the last step as the one being done."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._entries: tuple[Entry, ...] = ()
        self._signs: list[QLabel] = []
        self._working = False
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, SPACE.sm, 0)
        self._rows.setSpacing(SPACE.xs)
        self._rows.addStretch(1)
        self.area = scrolled(content, "Steps")
        self._none = Words("No steps yet.", "secondary")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self.area, 1)
        self._at_end = True
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self._moved(value, bar.maximum()))
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most) if self._at_end else None)
        self.show_entries((), working=False)

    def _moved(self, value: int, most: int) -> None:
        self._at_end = value >= most - SPACE.sm

    @property
    def texts(self) -> list[str]:
        """The words of the lines, oldest first."""
        return [each.text for each in self._entries]

    def show_entries(self, entries: tuple[Entry, ...], *, working: bool) -> None:
        """Shows these lines; where they only grew, the new ones are added and nothing else moves."""
        self._none.setVisible(not entries)
        self.area.setVisible(bool(entries))
        if entries[:len(self._entries)] != self._entries:
            self._clear()
        before = len(self._entries)
        for entry in entries[before:]:
            self._rows.insertWidget(self._rows.count() - 1, self._row(entry))
        self._entries = entries
        if before != len(entries) or working != self._working:
            self._mark(working)

    def _clear(self) -> None:
        self._entries, self._signs, self._at_end = (), [], True
        while self._rows.count() > 1:
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _mark(self, working: bool) -> None:
        self._working = working
        for sign in self._signs[-2:-1]:
            self._shell.icons.on_label(sign, "check", "secondary", TICK)
        for sign in self._signs[-1:]:
            self._shell.icons.on_label(sign, "circle-dot" if working else "check",
                                       "accent" if working else "secondary", TICK)

    def _row(self, entry: Entry) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.sm)
        top = Qt.AlignmentFlag.AlignTop
        if entry.kind == "run":
            line.addWidget(Words(entry.text, "caption"), 1)
            return row
        time = Words(clock(entry.at), "caption", wrap=False)
        font = time.font()
        font.setPixelSize(TYPE.caption)  # the style sheet's, which the label wears only once it shows
        time.setFixedWidth(QFontMetrics(font).horizontalAdvance("00:00:00") + SPACE.xs)
        sign = QLabel()
        self._shell.icons.on_label(sign, "check" if entry.kind == "step" else "info", "secondary", TICK)
        if entry.kind == "step":
            self._signs.append(sign)
        text = Foreign(entry.text, "" if entry.kind == "step" else "strong")
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line.addWidget(time, 0, top)
        line.addWidget(sign, 0, top)
        line.addWidget(text, 1, top)
        row.setAccessibleName(f"{clock(entry.at)} {text.accessibleName()}")
        return row
