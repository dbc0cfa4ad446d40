"""A new chore, or one that is changed: words for what and when, read as they are typed. Nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDetail, ChoreDoc, TemplateDoc, WhenDoc
from agent.protocol.display import display
from agent.protocol.messages import DraftDoc
from desktop.chores.asks import Asks
from desktop.chores.deeds import named
from desktop.chores.files import ChoreFiles
from desktop.chores.manner import Manner
from desktop.chores.meaning import Meaning
from desktop.chores.wish import ChoreWish, Read, changed, lacks, order, several_words, task_text
from desktop.inbox.draft_card import DraftCard
from desktop.inbox.drafting import Draft, Wish, places_of
from desktop.inbox.growing import GrowingEdit
from desktop.link import Problem
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, Fold, scrolled
from desktop.widgets.words import Words

QUIET = 250
"""Milliseconds without typing before the words are read."""
WIDTH = 680


def alone(draft: Draft) -> Draft:
    """The draft without a plan: a chore is one task each time."""
    if draft.doc is None or "plan" not in draft.doc:
        return draft
    return replace(draft, doc=cast("DraftDoc", {name: value for name, value in draft.doc.items() if name != "plan"}))


class ChoreEditor(QWidget):
    """``kept`` carries the chore once the agent has it; ``left``: the person gives it up."""

    kept = Signal(object)        # ChoreDoc
    left = Signal()

    def __init__(self, shell: Shell, former: ChoreDetail | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self.former = shell, former
        self._round = 0
        self._read, self._picked = Read(""), cast("int | None", None)
        self._template: TemplateDoc | None = None
        self._draft = Draft(Wish(""))
        self._keeping = self._keep_soon = False
        self._timer = QTimer(self, interval=QUIET, singleShot=True)
        self._timer.timeout.connect(self.read)
        self.setAccessibleName("Change a chore" if former else "New chore")
        self._build()
        if former is not None:
            self.what.setPlainText(former["text"])
            self.card.url.setText(former["url"])
            self.card.terms.show_terms(former["limit"], former["data"])
        self._show()

    def _build(self) -> None:
        former = self.former
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.lg, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.sm)
        column.addWidget(Words("Change a chore" if former else "New chore", "title"))
        self.what = GrowingEdit()
        self.what.setPlaceholderText("Submit my meter reading, {reading}")
        self.what.setAccessibleName("What should be done")
        self.what.textChanged.connect(self._edited)
        self.what.files_pasted.connect(self.attach)
        self.what.finished.connect(self.keep)
        self.when = QLineEdit()
        self.when.setPlaceholderText("As now; or other words, such as every first Monday at 9" if former
                                     else "every first Monday at 9")
        self.when.setAccessibleName("When it comes")
        self.when.textEdited.connect(lambda _text: self._edited())
        self.when.returnPressed.connect(lambda: self.when.focusNextPrevChild(True))
        self.now = Words(f"Now: {display(former['sentence'], 300)}" if former else "", "secondary")
        self.now.setVisible(former is not None)
        self.meaning = Meaning(self._shell)
        self.meaning.picked.connect(self._pick)
        self.asks = Asks({each["name"]: each for each in former["parameters"]} if former else None)
        self.asks.edited.connect(self._show)
        self.card = DraftCard(self._shell)
        self.card.address.connect(self._edited)
        self.several = Words("", "secondary")
        self.each = QCheckBox("Make a chore of its own for each place")
        self.each.toggled.connect(lambda _on: self._show())
        self.files = ChoreFiles(self._shell, former["files"] if former else ())
        self.files.edited.connect(self._edited)
        self.manner = Manner(former)
        self.manner.edited.connect(self._edited)
        self.manner_fold = Fold(self._shell.icons, "Missed times and the clock", self.manner)
        self.problem = Banner(self._shell.icons, "", "danger")
        self.problem.hide()
        for label, field in ((Words("What should be done", "strong"), self.what),
                             (Words("When it comes", "strong"), self.when)):
            label.setBuddy(field)
            column.addSpacing(SPACE.xs)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.what:
                column.addWidget(self.asks)
        for each in (self.now, self.meaning, self.card, self.several, self.each, self.files, self.manner_fold,
                     self.problem):
            column.addWidget(each)
        column.addStretch(1)
        area = scrolled(page, "New chore")
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.md)
        row.setSpacing(SPACE.sm)
        self.keep_button = button("Keep the changes" if self.former else "Add the chore", self.keep, look="primary",
                                  tip="Ctrl+Enter")
        self.cancel_button = button("Cancel", self.left.emit)
        self.missing = Words("", "secondary")
        row.addWidget(self.keep_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self.missing, 1)
        return row

    # What the person does

    def begin(self, text: str, url: str = "", files: Sequence[str] = ()) -> None:
        """Fills it from a task that is to be done again; what was typed here before stays."""
        if self.half_done():
            return
        self.attach(files)
        self.card.url.setText(url)
        self.what.setPlainText(text)
        self.read()

    def focus(self) -> None:
        """Puts the cursor where something is missing first."""
        (self.when if self.what.toPlainText().strip() else self.what).setFocus()

    def half_done(self) -> bool:
        """Whether something is typed that leaving would lose."""
        former = self.former["text"] if self.former is not None else ""
        return self.what.toPlainText() != former or bool(self.when.text().strip() or self._more())

    def attach(self, paths: Sequence[str]) -> None:
        """Adds files."""
        self.files.add(paths)

    def keep(self) -> None:
        """Tells the agent; if the words are still being read, as soon as they are and nothing is missing."""
        if self._keeping:
            return
        if self._timer.isActive():
            self.read()
        if self._read.reading:
            self._keep_soon = True
            return
        wish = self.wish()
        if lacks(wish):
            return
        self._keeping = True
        self.problem.say("")
        method, params = order(wish)
        self._shell.desk.call(method, params, done=self._kept, failed=self._refused, owner=self)
        self._show()

    def wish(self) -> ChoreWish:
        """Everything as it stands."""
        new = self.former is None
        each = self._for_each()
        shown = self._draft.doc["url"] if new and self._draft.doc is not None and not each else ""
        more = self._more() | ({"each": True} if each else {})
        return ChoreWish(self.what.toPlainText(), self._read, self._picked, self.card.url.text().strip() or shown,
                         self.manner.catch_up(), self.manner.goes_along(), self._template, self.former,
                         self.asks.asks(), more)

    def read(self) -> None:
        """Reads what stands there now."""
        self._timer.stop()
        self._round += 1
        number, text, words = self._round, self.what.toPlainText().strip(), self.when.text().strip()
        inside = not words and self.former is None
        wanted = text if inside else words
        if (wanted, inside) != (self._read.words, self._read.inside) or self._read.problem:
            self._picked = None
        self._read = Read(wanted, inside)
        if wanted:
            params = {"text": wanted, **({"task": True} if inside else {}), **self._zone()}
            self._shell.desk.call("chore read", params, owner=self,
                                  done=lambda doc: self._was_read(number, Read(wanted, inside, cast("WhenDoc", doc))),
                                  failed=lambda problem: self._was_read(
                                      number, Read(wanted, inside, None, problem.text)))
        else:
            self._was_read(number, self._read)
        if text:
            self._shell.desk.call("chore words", {"text": text}, owner=self, failed=lambda _problem: None,
                                  done=lambda doc: self._found(number, cast("TemplateDoc", doc)))
        self._show()

    # Within

    def _for_each(self) -> bool:
        """Whether it becomes a chore for each of the places that the text lists."""
        return self.each.isChecked() and not self.each.isHidden()

    def _more(self) -> dict[str, object]:
        """Files and terms, as far as they are given or were changed."""
        terms, files = self.card.terms.params(), self.files
        if self.former is not None:
            return changed(self.former, terms, files.added, files.off)
        return terms | ({"file": list(files.added)} if files.added else {})

    def _zone(self) -> dict[str, str]:
        if self.manner.goes_along():
            return {"zone": "here"}
        return {"zone": self.former["zone_now"]} if self.former is not None and self.former["zone"] else {}

    def _edited(self) -> None:
        self._keep_soon = False
        self._timer.start()
        self._show()

    def _pick(self, number: int) -> None:
        self._picked = number
        self._show()

    def _was_read(self, number: int, read: Read) -> None:
        if number != self._round:
            return
        self._read = read
        text = task_text(self.wish()).strip()
        wish = Wish(text, self.card.url.text().strip(), self.files.added)
        if (text or wish.files) and (wish != self._draft.wish or self._draft.doc is None):
            self._draft = Draft(wish)
            self._shell.desk.call("draft", wish.params(), owner=self,
                                  done=lambda doc: self._drafted(number, Draft(wish, cast("DraftDoc", doc))),
                                  failed=lambda problem: self._drafted(number, Draft(wish, None, problem.text)))
        self._show()
        if self._keep_soon:
            self._keep_soon = False
            self.keep()

    def _drafted(self, number: int, draft: Draft) -> None:
        if number == self._round:
            self._draft = draft
            self._show()

    def _found(self, number: int, doc: TemplateDoc) -> None:
        if number == self._round:
            self._template = doc
            self.asks.show_template(doc)
            self._show()

    def _show(self) -> None:
        self.meaning.show_read(self._read)
        self.card.setVisible(bool(self._draft.wish.text or self._draft.wish.files))
        if not self.card.isHidden():
            self.card.show_draft(alone(self._draft))
            self.card.several.hide()
            self.card.files.hide()       # they stand with those that it has
        places = len(places_of(self._draft))
        self.several.setText(several_words(places, self.former is None))
        self.several.setVisible(bool(self.several.text()))
        self.each.setVisible(self.former is None and places > 1)
        if self.former is None:
            self.keep_button.setText(f"Add {places} chores" if self._for_each() else "Add the chore")
        if self._for_each():             # each starts at its own
            self.card.start.hide()
            self.card.url.hide()
        waits = "Reading what you wrote." if self._timer.isActive() else lacks(self.wish())
        self.missing.setText("" if self._keeping else display(waits, 0))
        self.keep_button.setEnabled(not waits and not self._keeping and not self._draft.problem)

    def _kept(self, answer: Any) -> None:
        docs = cast("list[ChoreDoc]", answer)
        self._keeping = False
        back = "chore undo" if self.former is not None else "chore remove"
        words = (f"Changed {named(docs[0])}" if self.former is not None else f"{len(docs)} chores come from now on"
                 if len(docs) > 1 else f"{named(docs[0])} comes again from now on")

        def undo() -> None:
            for each in docs:
                self._shell.desk.call(back, {"id": each["id"]})
        self._shell.undo.offer(words, undo)
        self.kept.emit(docs[0])

    def _refused(self, problem: Problem) -> None:
        self._keeping = False
        self.problem.say(display(problem.text, 0))
        self._show()
