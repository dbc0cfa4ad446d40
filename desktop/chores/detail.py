"""One chore, whole: its sentence, the next five dates, what varies, how it went, and what can be done with it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.chores import ChoreDetail
from agent.protocol.display import display
from desktop.chores import parts, wording
from desktop.chores.deeds import ChoreDeeds
from desktop.chores.giving import can_give
from desktop.chores.giving_drop import ChoreDrops
from desktop.link import Problem
from desktop.navigation import View
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.flow import Flow
from desktop.widgets.frames import Banner, Changing, line, scrolled
from desktop.widgets.words import Chip, Foreign, Words


class ChorePane(QWidget):
    """Shows the chore that `load` was given. ``left``: back to the agenda."""

    left = Signal()
    edit_wanted = Signal(object)     # ChoreDetail
    export_wanted = Signal(str)      # id
    give_wanted = Signal(object, object)     # ChoreDetail, list of files to look through

    def __init__(self, shell: Shell, deeds: ChoreDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._deeds = shell, deeds
        self.wanted = ""
        self.doc: ChoreDetail | None = None
        self.setAccessibleName("Chore")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE.lg, SPACE.md, SPACE.lg, 0)
        self.back = button("Agenda", self.left.emit, look="quiet", icon="arrow-left", icons=shell.icons, tip="Esc")
        self.back.setAccessibleName("Back to the agenda")
        top.addWidget(self.back)
        top.addStretch(1)
        layout.addLayout(top)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(SPACE.xl, SPACE.sm, SPACE.xl, SPACE.xl)
        self.problem = Banner(shell.icons, "", "danger")
        self.problem.add(button("Try again", lambda: self.load(self.wanted), look="link"))
        self.problem.hide()
        self._column.addWidget(self.problem)
        self._content = Changing()
        self._column.addWidget(self._content)
        self._column.addStretch(1)
        self._area = scrolled(self._page, "Chore")
        layout.addWidget(self._area, 1)
        self.drops = ChoreDrops(self, lambda _event: self.doc["id"] if self.doc is not None else "")

    def load(self, id: str) -> None:
        """Fetches a chore and shows it; asked again with the same id, it keeps its place."""
        self.wanted = id
        if id:
            self._shell.desk.call("chore show", {"id": id}, done=lambda doc: self._take(id, cast("ChoreDetail", doc)),
                                  failed=lambda problem: self._missed(id, problem), owner=self)

    def toggle(self) -> None:
        """Pauses it, or lets it come again."""
        if self.doc is not None:
            (self._deeds.resume if self.doc["paused"] else self._deeds.pause)(self.doc)

    def skip(self) -> None:
        """Skips the next time."""
        if self.doc is not None:
            self._deeds.skip(self.doc)

    def run(self) -> None:
        """Does it now, beside its own times."""
        if self.doc is not None and not self.doc["paused"]:
            self._deeds.run(self.doc)

    def give(self) -> None:
        """Asks for the page where what varies is given beforehand."""
        if self.doc is not None:
            self.give_wanted.emit(self.doc, [])

    def run_instead(self) -> None:
        """Does it now in place of its next time."""
        if self.doc is not None and not self.doc["paused"] and self.doc["next"]:
            self._deeds.run(self.doc, instead=True)

    def show_figures(self) -> None:
        """Goes to how reliably it went."""
        if self.doc is not None:
            self._shell.navigator.go(View.FIGURES, self.doc["id"])

    def edit(self) -> None:
        """Asks for the page where it is changed."""
        if self.doc is not None and not self.doc["removed"]:
            self.edit_wanted.emit(self.doc)

    def remove(self) -> None:
        """Removes it and goes back."""
        if self.doc is not None and not self.doc["removed"]:
            self._deeds.remove(self.doc, self.left.emit)

    def _take(self, id: str, doc: ChoreDetail) -> None:
        if id != self.wanted or doc == self.doc:
            return
        same = self.doc is not None and self.doc["id"] == doc["id"]
        bar = self._area.verticalScrollBar()
        place = bar.value() if same else 0
        self.doc = doc
        self.problem.say("")
        held = self._held()
        self._content.put(self._built(doc))
        bar.setValue(place)
        if held and (again := self._content.findChild(QWidget, held)) is not None:
            again.setFocus()

    def _missed(self, id: str, problem: Problem) -> None:
        if id == self.wanted:
            self.problem.say(display(problem.text, 0))
            if self.doc is not None and self.doc["id"] != id:
                self.doc = None
                self._content.put(QWidget())

    def _held(self) -> str:
        """Which button has the focus, so that its successor gets it."""
        focus = self._content.focusWidget()
        return focus.objectName() if focus is not None and focus.hasFocus() else ""

    def _built(self, doc: ChoreDetail) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(Foreign(wording.plain(doc["title"]), "title"))
        layout.addLayout(self._standing(doc))
        if wording.plain(doc["text"]).strip() != wording.plain(doc["title"]).strip():
            layout.addWidget(Foreign(wording.plain(doc["text"]), "secondary", limit=2000))
        if doc["problem"]:
            layout.addWidget(Banner(self._shell.icons, display(doc["problem"], 400), "warning"))
        layout.addSpacing(SPACE.xs)
        layout.addWidget(self._actions(doc))
        sections: list[tuple[str, QWidget]] = []
        if doc["next"]:
            sections.append(("The next dates", parts.dates(doc["next"], doc["zone_now"])))
        if doc["parameters"]:
            sections.append(("What varies", parts.parameters(doc["parameters"])))
        sections.append(("How it is done", parts.about(doc)))
        sections.append(("How it went", self._past(doc)))
        for heading, part in sections:
            layout.addSpacing(SPACE.sm)
            layout.addWidget(line())
            layout.addSpacing(SPACE.xs)
            layout.addWidget(Words(heading, "heading"))
            layout.addWidget(part)
        return made

    def _standing(self, doc: ChoreDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        state = wording.state_of(doc)
        chip = Chip(state.text, state.tone)
        chip.setAccessibleName(f"State: {state.text}")
        row.addWidget(chip)
        row.addWidget(Foreign(doc["sentence"] or doc["rule"], "strong", limit=300), 1)
        return row

    def _actions(self, doc: ChoreDetail) -> QWidget:
        icons = self._shell.icons
        made = QWidget()
        flow = Flow()
        made.setLayout(flow)
        buttons = []
        if not doc["paused"]:
            buttons.append(("run", button("Do it now", self.run, icon="play", icons=icons)))
        if doc["next"] and not doc["paused"]:
            buttons.append(("instead", button(f"Do it now in place of {wording.short_day(doc['next'][0])}",
                                              self.run_instead, icon="calendar-days", icons=icons)))
        if doc["next"]:
            buttons.append(("skip", button(f"Skip {wording.short_day(doc['next'][0])}", self.skip, icon="ban",
                                           icons=icons)))
        if can_give(doc):
            buttons.append(("give", button("Give beforehand …", self.give, icon="notebook-pen", icons=icons)))
        buttons += [
            ("pause", button("Let it come again" if doc["paused"] else "Pause", self.toggle,
                             look="primary" if doc["paused"] else "", icon="play" if doc["paused"] else "pause",
                             icons=icons)),
            ("edit", button("Change …", self.edit, icon="pencil", icons=icons)),
            ("export", button("Export …", lambda: self.export_wanted.emit(doc["id"]), icon="download", icons=icons)),
            ("remove", button("Remove", self.remove, icon="trash-2", icons=icons))]
        for name, each in buttons:
            each.setObjectName(f"chore-{name}")
            flow.addWidget(each)
        return made

    def _past(self, doc: ChoreDetail) -> QWidget:
        found = [each for each in doc["occurrences"] if each["state"] not in ("coming", "planned")]
        if not found:
            return Words("It has not come yet.", "secondary")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.sm)
        if words := wording.success_words(doc["success"]):
            row = QHBoxLayout()
            row.setSpacing(SPACE.md)
            row.addWidget(Words(f"{words}.", "secondary", wrap=False))
            row.addWidget(figures := button("How reliably it went", self.show_figures, look="link"))
            figures.setObjectName("chore-figures")
            row.addStretch(1)
            column.addLayout(row)
        go = self._shell.navigator.go
        column.addWidget(parts.past(self._shell, found, lambda task: go(View.INBOX, task), self._deeds.open_receipt))
        return made
