"""Takes facts over from a vCard or JSON file: shows what it would bring first, then imports, then can take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from agent.protocol.messages import FactDoc, ImportDoc
from desktop.link import Problem
from desktop.profile.keeping import put_back
from desktop.profile.themes import MASK, PRIVATE, on_one_line
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import card
from desktop.widgets.words import Chip, Foreign, Words

ENDINGS = (".vcf", ".json")
FILTER = "Facts (*.vcf *.json)"


class What(StrEnum):
    """What an import does to one fact."""

    NEW = "new"
    REPLACES = "replaces"
    SAME = "the same"


@dataclass(frozen=True, slots=True)
class Brought:
    """One fact of a file beside what is there now."""

    label: str
    kind: str
    before: str
    value: str
    what: What
    private: bool


def brought(found: ImportDoc, now: Mapping[str, FactDoc]) -> tuple[Brought, ...]:
    """What a file would bring: replaced ones first, then new ones, then those that stay as they are."""
    made = [_one(fact, now.get(fact["kind"]), fact["kind"] in found["replaces"]) for fact in found["facts"]]
    order = (What.REPLACES, What.NEW, What.SAME)
    return tuple(sorted(made, key=lambda each: order.index(each.what)))


def _one(fact: FactDoc, former: FactDoc | None, replaces: bool) -> Brought:
    what = What.REPLACES if replaces else What.SAME if former is not None else What.NEW
    return Brought(fact["label"], fact["kind"], former["value"] if former else "", fact["value"], what,
                   fact["sensitivity"] == PRIVATE)


def summary(rows: tuple[Brought, ...]) -> str:
    """A sentence: how many are new, replaced, the same."""
    counts = {what: sum(row.what is what for row in rows) for what in What}
    parts = [f"{counts[What.NEW]} new" if counts[What.NEW] else "",
             f"{counts[What.REPLACES]} replaced" if counts[What.REPLACES] else "",
             f"{counts[What.SAME]} the same as now" if counts[What.SAME] else ""]
    return ", ".join(part for part in parts if part) + "."


def can_be_taken(path: str) -> bool:
    """Whether a file's name says that it may hold facts."""
    return Path(path).suffix.casefold() in ENDINGS


class ImportPanel(QWidget):
    """Opens with `preview`. ``closed`` fires when it is done or was cancelled; ``imported`` when facts came in."""

    imported = Signal()
    closed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._path = self._seen = ""
        self._number = 0
        self._rows: tuple[Brought, ...] = ()
        self._unmasked = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._card: QFrame | None = None
        self.hide()

    def preview(self, path: str, now: Mapping[str, FactDoc]) -> None:
        """Asks what the file would bring, and shows it."""
        self._path = path
        self._number += 1
        number = self._number
        self._shell.desk.call("profile preview", {"file": path}, done=lambda doc: self._take(number, doc, now),
                              failed=lambda problem: self._failed(number, problem), owner=self)

    def close_panel(self) -> None:
        """Puts it away; nothing was changed by looking."""
        self._number += 1
        self.hide()
        self.closed.emit()

    def _take(self, number: int, doc: ImportDoc, now: Mapping[str, FactDoc]) -> None:
        if number != self._number:
            return
        self._rows, self._unmasked = brought(doc, now), False
        self._notes, self._seen = doc["notes"], doc["seen"]
        self._show()

    def _show(self) -> None:
        layout = self._fresh()
        layout.addWidget(Foreign(f"Import {Path(self._path).name}", "heading"))
        layout.addWidget(Words(summary(self._rows), "secondary"))
        layout.addWidget(self._grid())
        if self._notes:
            layout.addWidget(Words("Left out, or worth another look:", "strong"))
            for note in self._notes:
                layout.addWidget(Foreign(note, "secondary", limit=0))
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        changes = any(each.what is not What.SAME for each in self._rows)
        self.import_button = button("Import", self._import, look="primary")
        self.import_button.setEnabled(changes)
        row.addWidget(self.import_button)
        row.addWidget(button("Cancel", self.close_panel))
        row.addStretch(1)
        if any(each.private for each in self._rows):
            row.addWidget(button("Hide private values" if self._unmasked else "Show private values", self._unmask,
                                 look="link"))
        layout.addLayout(row)
        self.show()

    def _grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        grid.setHorizontalSpacing(SPACE.lg)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        top = Qt.AlignmentFlag.AlignTop
        for at, row in enumerate(self._rows):
            grid.addWidget(Foreign(row.label, "secondary"), at, 0, top)
            hidden = row.private and not self._unmasked
            before, value = (MASK, MASK) if hidden else (on_one_line(row.before), on_one_line(row.value))
            words = f"{before}  →  {value}" if row.what is What.REPLACES else value
            grid.addWidget(Foreign(words, limit=0), at, 1, top)
            tone = {What.NEW: "success", What.REPLACES: "warning", What.SAME: "neutral"}[row.what]
            grid.addWidget(Chip(row.what.value, tone), at, 2, top | Qt.AlignmentFlag.AlignRight)
        return made

    def _unmask(self) -> None:
        self._unmasked = not self._unmasked
        self._show()

    def _import(self) -> None:
        self.import_button.setEnabled(False)
        former = {each.kind: each.before if each.what is What.REPLACES else None
                  for each in self._rows if each.what is not What.SAME}
        number = self._number
        self._shell.desk.call("profile import", {"file": self._path, "seen": self._seen},
                              done=lambda _result: self._imported(former),
                              failed=lambda problem: self._failed(number, problem), owner=self)

    def _imported(self, former: Mapping[str, str | None]) -> None:
        count = len(former)
        self._shell.undo.offer(f"{count} {'fact' if count == 1 else 'facts'} imported",
                               lambda: put_back(self._shell, former))
        self.imported.emit()
        self.close_panel()

    def _failed(self, number: int, problem: Problem) -> None:
        if number != self._number:
            return
        layout = self._fresh()
        layout.addWidget(Foreign(f"{Path(self._path).name} can't be taken over", "heading"))
        layout.addWidget(Words("Nothing was changed. Mend this in the file and try again:", "secondary"))
        for each in problem.text.splitlines():
            layout.addWidget(Foreign(each[:1].upper() + each[1:], "danger", limit=0))
        row = QHBoxLayout()
        row.addWidget(button("Close", self.close_panel))
        row.addStretch(1)
        layout.addLayout(row)
        self.show()

    def _fresh(self) -> QVBoxLayout:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card, layout = card()
        self._layout.addWidget(self._card)
        return layout
