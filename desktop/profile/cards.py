"""The cards of the profile, one a theme: facts keep their rows over refreshes, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.profile.fact_row import FactRow
from desktop.profile.themes import Section, Theme
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.frames import card
from desktop.widgets.words import Words


class ThemeCard(QWidget):
    """A heading with an icon, and the rows of its facts."""

    def __init__(self, shell: Shell, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, layout = card()
        outer.addWidget(frame)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.sm, 0, 0, 0)
        head.setSpacing(SPACE.sm)
        sign = QLabel()
        shell.icons.on_label(sign, theme.icon)
        head.addWidget(sign)
        head.addWidget(Words(theme.heading, "heading"), 1)
        layout.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout.addLayout(self._rows)

    def show_rows(self, rows: Sequence[QFrame]) -> None:
        """Puts these rows in; those that are there stay what they are."""
        for at, row in enumerate(rows):
            if self._rows.indexOf(row) != at:
                self._rows.insertWidget(at, row)


class Cards(QWidget):
    """All cards under one another. ``rows`` by kind."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.rows: dict[str, FactRow] = {}
        self._cards: dict[str, ThemeCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.md)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Shows these; a row whose editor is open stays even if its fact is gone."""
        there = {fact["kind"] for section in sections for fact in section.facts}
        for kind in [kind for kind in self.rows if kind not in there]:
            self._drop(kind)
        for at, section in enumerate(sections):
            made = self._cards.get(section.theme.group) or self._new_card(section.theme)
            self._layout.insertWidget(at, made)
            made.show_rows([self._row(fact["kind"], section) for fact in section.facts])
        self._tidy()

    def filter(self, kinds: set[str]) -> None:
        """Shows only the rows of these kinds, and those being edited."""
        for kind, row in self.rows.items():
            row.setVisible(kind in kinds or row.editing)
        self._tidy()

    def hide_values(self) -> None:
        """Masks every private value again."""
        for row in self.rows.values():
            row.hide_value()

    def _row(self, kind: str, section: Section) -> FactRow:
        fact = next(each for each in section.facts if each["kind"] == kind)
        row = self.rows.get(kind)
        if row is None:
            row = self.rows[kind] = FactRow(self._shell, fact)
            row.closed.connect(self._closed)
        elif row.fact != fact or row.gone:
            row.gone = False
            row.update_fact(fact)
        return row

    def _new_card(self, theme: Theme) -> ThemeCard:
        made = self._cards[theme.group] = ThemeCard(self._shell, theme)
        return made

    def _drop(self, kind: str) -> None:
        row = self.rows[kind]
        if row.editing:
            row.gone = True
            return
        del self.rows[kind]
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _closed(self) -> None:
        for kind in [kind for kind, row in self.rows.items() if row.gone and not row.editing]:
            self._drop(kind)
        self._tidy()

    def _tidy(self) -> None:
        for made in self._cards.values():
            made.setVisible(any(made.isAncestorOf(row) and not row.isHidden() for row in self.rows.values()))
