"""What answers taught: a list in sentences, each of which can be forgotten, and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.recipes import LessonDoc
from desktop.recipes.words import lesson_under, lesson_words
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import column, line, scrolled
from desktop.widgets.words import Foreign, Words

WIDEST = 760


class LessonsPane(QWidget):
    """Shows what `show_lessons` was given. ``changed`` fires after one was forgotten or came back."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lessons: list[LessonDoc] = []
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        held, layout = column(SPACE.sm)
        held.setMaximumWidth(WIDEST)
        sides.addWidget(held, 1000)
        sides.addStretch(1)
        layout.addWidget(Words("What your answers taught", "title"))
        layout.addWidget(Words("What you chose or explained on one site is put in on the next where the words are the "
                               "same, marked to be checked by you. Forget one, and you are asked again.", "secondary"))
        layout.addSpacing(SPACE.sm)
        self._rows, self._column = column(0)
        layout.addWidget(self._rows)
        self._none = Words("Nothing yet. When you answer a question about a form, what it taught is listed here.",
                           "secondary")
        layout.addWidget(self._none)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(page, "What your answers taught")
        outer.addWidget(self._area)

    def show_lessons(self, lessons: Sequence[LessonDoc]) -> None:
        """Shows these."""
        self._none.setVisible(not lessons)
        if list(lessons) == self._lessons:
            return
        had = self._focused()
        self._lessons = list(lessons)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        presses = []
        for each in lessons:
            self._column.addWidget(line())
            row, press = self._row(each)
            self._column.addWidget(row)
            presses.append(press)
        if had >= 0 and presses:     # the focus goes on with the next one
            presses[min(had, len(presses) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int:
        held = self.focusWidget()
        rows = [item.widget() for at in range(self._column.count()) if (item := self._column.itemAt(at)) is not None]
        for place, row in enumerate(rows):
            if held is not None and row is not None and row.isAncestorOf(held):
                return place // 2
        return -1

    def _row(self, each: LessonDoc) -> tuple[QWidget, QWidget]:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.sm, 0, SPACE.sm)
        row.setSpacing(SPACE.lg)
        words, layout = column(2)
        layout.addWidget(Foreign(lesson_words(each), limit=600))
        layout.addWidget(Foreign(lesson_under(each), "caption", limit=300))
        row.addWidget(words, 1)
        press = button("Forget", partial(self._forget, each))
        press.setAccessibleName(f"Forget {display(lesson_words(each), 200)}")
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        return made, press

    def _forget(self, each: LessonDoc) -> None:
        self._shell.desk.call("learned forget", {"id": each["id"]}, done=self._forgotten, owner=self)

    def _forgotten(self, gone: LessonDoc) -> None:
        self._shell.undo.offer(f"{display(lesson_words(gone), 200)}: forgotten", lambda: self._restore(gone))
        self.changed.emit()

    def _restore(self, gone: LessonDoc) -> None:
        params = {"label": gone["label"], "fact": gone["fact"], "option": gone["option"], "site": gone["site"],
                  "at": gone["at"]}
        self._shell.desk.call("learned restore", params, done=lambda _doc: self.changed.emit(), owner=self)
