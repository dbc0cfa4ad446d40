"""A recipe as text to be edited: mistakes are said with their line, and nothing typed is lost by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from agent.protocol.recipes import RecipeDoc, RecipeState
from desktop.link import Problem
from desktop.recipes.complaint import Complaint, complaints
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

MOST_SAID = 4
"""Complaints shown at once; the agent names five at most."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that was taken: whose, the text before, and what the agent has to say."""

    id: str
    title: str
    before: str
    note: str


class RecipeEditor(QWidget):
    """``kept`` carries a `Kept` once a text was taken; ``left`` fires when it is put away.

    What was typed for a recipe and not kept stays in ``drafts`` until it is kept or thrown away.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._doc: RecipeDoc | None = None
        self._saving = False
        self.drafts: dict[str, str] = {}
        self.complaints: tuple[Complaint, ...] = ()
        self.title = Foreign("", "title")
        self.field = self._made_field()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(SPACE.xs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.lg)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(self.title)
        layout.addWidget(Words("The text says where each value comes from; it holds none of your values. The version "
                               "before is kept.", "secondary"))
        layout.addLayout(self._notes)
        layout.addWidget(self.field, 1)
        layout.addLayout(self._foot())
        shell.commands.add("recipes.keep", "Keep the recipe's text", self.keep, group="Recipes", keys=("Ctrl+S",),
                           within=self)
        shell.theme.changed.connect(self._mark)

    def edit(self, doc: RecipeDoc) -> None:
        """Opens a recipe's text, or what was typed for it before and not kept."""
        if self._doc is None or self._doc["id"] != doc["id"] or self._doc["text"] != doc["text"]:
            self._doc = doc
            self.title.show_text(f"Edit “{doc['title']}”")
            self.field.setPlainText(self.drafts.get(doc["id"], doc["text"]))
            self._say(())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._doc is not None and self._doc["id"] in self.drafts

    def keep(self) -> None:
        """Hands the text to the agent; a mistake in it is shown, and the text stays."""
        if self._doc is None or self._saving:
            return
        if not self.is_changed:
            self.left.emit()
            return
        self._busy(True)
        doc, text = self._doc, self.field.toPlainText()
        self._shell.desk.call("recipe edit", {"id": doc["id"], "text": text},
                              done=lambda state: self._took(doc, text, state), failed=self._refused, owner=self)

    def close_editor(self) -> None:
        """Puts it away; what was typed stays for the next time."""
        self.left.emit()

    def throw_away(self) -> None:
        """Takes the text as it was; what was typed can be brought back by Undo."""
        if self._doc is None:
            return
        doc, typed = self._doc, self.drafts.pop(self._doc["id"], None)
        self._doc = None
        if typed is not None:
            self._shell.undo.offer("Your changes to the text were thrown away",
                                   lambda: self._bring_back(doc["id"], typed))
        self.left.emit()

    def _bring_back(self, id: str, typed: str) -> None:
        self.drafts.setdefault(id, typed)
        self.left.emit()

    def _made_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setProperty("look", "mono")
        field.setAccessibleName("The recipe's text")
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        field.textChanged.connect(self._typed)
        return field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self._keep = button("Keep this text", self.keep, look="primary", tip="Ctrl+S")
        self._away = button("Throw changes away", self.throw_away)
        self._away.setEnabled(False)
        row.addWidget(self._keep)
        row.addWidget(button("Back", self.close_editor, tip="What you typed stays until you come back"))
        row.addWidget(self._away)
        row.addStretch(1)
        return row

    def _typed(self) -> None:
        if self._doc is None:
            return
        text = self.field.toPlainText()
        if text == self._doc["text"]:
            self.drafts.pop(self._doc["id"], None)
        else:
            self.drafts[self._doc["id"]] = text
        self._away.setEnabled(self.is_changed)
        self._mark()

    def _took(self, doc: RecipeDoc, text: str, state: RecipeState) -> None:
        self._busy(False)
        if self.drafts.get(doc["id"]) == text:
            del self.drafts[doc["id"]]
        if self._doc is doc:
            self._doc = None
            self._say(())
        self.kept.emit(Kept(doc["id"], doc["title"], doc["text"], state["note"]))

    def _refused(self, problem: Problem) -> None:
        self._busy(False)
        self._say(complaints(problem.text))
        first = next((each.line for each in self.complaints if each.line), 0)
        if first:
            self._stand_at(first)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, saving: bool) -> None:
        self._saving = saving
        self._keep.setEnabled(not saving)

    def _say(self, found: tuple[Complaint, ...]) -> None:
        self.complaints = found
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if found:
            self._notes.addWidget(Words("It was not kept, and what you typed is still here:", "strong"))
        for each in found[:MOST_SAID]:
            self._notes.addWidget(self._note(each))
        self.field.setProperty("state", "wrong" if found else "")
        self.field.style().polish(self.field)
        self._mark()

    def _note(self, each: Complaint) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.md)
        row.addWidget(Foreign(each.text, "danger", limit=400), 1)
        if each.line:
            row.addWidget(button(f"Go to line {each.line}", partial(self._stand_at, each.line), look="link"), 0,
                          Qt.AlignmentFlag.AlignTop)
        return made

    def _stand_at(self, line: int) -> None:
        block = self.field.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.field.setTextCursor(QTextCursor(block))
            self.field.centerCursor()

    def _mark(self) -> None:
        made = []
        for each in self.complaints:
            block = self.field.document().findBlockByNumber(each.line - 1)
            if each.line and block.isValid():
                selection = QTextEdit.ExtraSelection()
                selection.format.setBackground(self._shell.theme.colour("danger_soft"))
                selection.format.setForeground(self._shell.theme.colour("on_danger_soft"))
                selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                selection.cursor = QTextCursor(block)
                made.append(selection)
        self.field.setExtraSelections(made)
