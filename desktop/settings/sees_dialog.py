"""The list of ticks over the person's own facts: what a model may see by value. Nothing changes before Done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import FactDoc, Json, KindDoc
from agent.protocol.settings import kinds_in
from desktop.link import Problem
from desktop.settings.sees import Row, as_setting, counted, fits, rows_of
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import scrolled
from desktop.widgets.words import Foreign, Words


class Sees(QDialog):
    """``taken`` gets the new value of the setting on Done. Space ticks, Up and Down go through the list."""

    def __init__(self, shell: Shell, value: Json, taken: Callable[[str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._value, self._taken = shell, value, taken
        self._facts: Sequence[FactDoc] | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self._rows: tuple[Row, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Facts a model may see")
        self.resize(520, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.lg)
        column.setSpacing(SPACE.sm)
        column.addWidget(Words("Facts a model may see", "heading"))
        column.addWidget(Words("What is ticked goes to the model's server as it stands, whenever a task uses your "
                               "profile. All else it knows by kind alone.", "secondary"))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search your facts")
        self.search.setAccessibleName("Search your facts")
        self.search.textChanged.connect(lambda _text: self._filter())
        self.all = button("All but private", lambda: self._tick_all(True))
        self.none = button("None", lambda: self._tick_all(False))
        top = QHBoxLayout()
        top.setSpacing(SPACE.sm)
        top.addWidget(self.search, 1)
        top.addWidget(self.all)
        top.addWidget(self.none)
        column.addLayout(top)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.sm, SPACE.xs)
        self._column.setSpacing(SPACE.xs)
        column.addWidget(scrolled(self._list, "Your facts"), 1)
        self.problem = Foreign("", "danger", limit=400)
        self.problem.hide()
        column.addWidget(self.problem)
        self.count = Words("", "secondary")
        column.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.done_button = button("Done", self._done, look="primary", tip="Ctrl+Enter")
        self.leave = button("Cancel", self.reject)
        for each in (self.done_button, self.leave):
            foot.addWidget(each)
        column.addLayout(foot)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._done)
        self._ready(False)
        shell.desk.call("profile facts", done=self._take, failed=self._failed, owner=self)

    @property
    def chosen(self) -> frozenset[str]:
        """The kinds that are ticked, those out of the search's sight too."""
        return frozenset(kind for kind, box in self.boxes.items() if box.isChecked())

    def _take(self, answer: object) -> None:
        self._facts = cast("list[FactDoc]", answer)
        if kinds_in(self._value) <= {each["kind"] for each in self._facts}:
            self._fill({})
        else:  # names for those that the profile does not have
            self._shell.desk.call("profile kinds", done=self._take_kinds, failed=lambda _problem: self._fill({}),
                                  owner=self)

    def _take_kinds(self, answer: object) -> None:
        self._fill({each["kind"]: each["label"] for each in cast("list[KindDoc]", answer)})

    def _fill(self, labels: dict[str, str]) -> None:
        self._rows = rows_of(self._facts or (), labels, self._value)
        chosen = kinds_in(self._value)
        for row in self._rows:
            box = QCheckBox(display(row.words, 120).replace("&", "&&"))
            box.setAccessibleName(display(row.words, 120))
            box.setChecked(row.kind in chosen)
            box.toggled.connect(lambda _on: self._count())
            self.boxes[row.kind] = box
            self._column.addWidget(box)
        self.nothing = Words("Your profile is empty." if not self._rows else "No fact fits.", "secondary")
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        for before, after in pairwise([self.none, *self.boxes.values(), self.done_button, self.leave]):
            QWidget.setTabOrder(before, after)
        self._ready(True)
        self._filter()
        self._count()
        self.search.setFocus()

    def _ready(self, on: bool) -> None:
        for each in (self.search, self.all, self.none, self.done_button):
            each.setEnabled(on)

    def _filter(self) -> None:
        query = self.search.text()
        for row in self._rows:
            self.boxes[row.kind].setVisible(fits(row, query))
        self.nothing.setVisible(not any(fits(row, query) for row in self._rows))

    def _tick_all(self, on: bool) -> None:
        """All that the search shows; private ones are only ever ticked one by one."""
        for row in self._rows:
            if fits(row, self.search.text()) and not (on and row.private):
                self.boxes[row.kind].setChecked(on)

    def _count(self) -> None:
        private = sum(row.private for row in self._rows if row.kind in self.chosen)
        self.count.setText(counted(len(self.chosen), private))

    def _done(self) -> None:
        if self.done_button.isEnabled():
            if (wanted := as_setting(self.chosen)) != self._value:
                self._taken(wanted)
            self.accept()

    def _failed(self, problem: Problem) -> None:
        self.problem.show_text(problem.text)
        self.problem.show()
