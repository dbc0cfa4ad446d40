"""Adds a fact: a searchable list of what the profile can hold, or a fact of one's own, then its value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from agent.protocol.display import display
from agent.protocol.messages import KindDoc
from desktop.link import Problem
from desktop.profile.field import FactField
from desktop.profile.judging import Verdict
from desktop.profile.keeping import keep
from desktop.profile.themes import kinds_for, own_kind, theme_of
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Foreign, Words

SIZE = QSize(520, 520)
_KIND = Qt.ItemDataRole.UserRole


class AddFact(QDialog):
    """Two steps: what, then its value. Enter in the search field only goes to the second step; nothing is sent."""

    def __init__(self, shell: Shell, kinds: Sequence[KindDoc], held: Sequence[str], group: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._kinds, self._held, self._group = shell, kinds, held, group
        self.field: FactField | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add a fact")
        self.resize(SIZE)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.lg)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._first())
        self._list_kinds()

    def choose(self, kind: str, label: str, example: str = "") -> None:
        """Goes on to the value of this kind of fact."""
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(Foreign(label or "A fact of your own", "title"))
        own = not label
        if own:
            layout.addWidget(Words("Its name", "secondary"))
            layout.addWidget(self._own_name())
            layout.addWidget(Words("Its value", "secondary"))
        self.field = FactField(self._shell, kind, label or "Value", "", example)
        self.field.judged.connect(self._judged)
        self.field.submitted.connect(self._add)
        self.field.left.connect(self._back)
        layout.addWidget(self.field)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(button("Back", self._back))
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        self.add_button = button("Add", self._add, look="primary")
        row.addWidget(self.add_button)
        layout.addLayout(row)
        self._label = label
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._judged()
        (self.name if own else self.field).setFocus()

    def _first(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        layout.addWidget(Words("What do you want to add?", "title"))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search, such as postcode or meter")
        self.search.setAccessibleName("Search kinds of facts")
        self.search.textChanged.connect(self._list_kinds)
        self.search.returnPressed.connect(self._enter)
        layout.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName("Kinds of facts")
        self.list.itemActivated.connect(self._picked)
        self.list.itemClicked.connect(self._picked)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button("A fact of my own …", lambda: self.choose("", ""), icon="plus", icons=self._shell.icons))
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        layout.addLayout(row)
        return page

    def _list_kinds(self) -> None:
        self.list.clear()
        found = kinds_for(self.search.text(), self._kinds, self._held, self._group)
        for kind in found:
            theme = theme_of(kind["group"])
            item = QListWidgetItem(self._shell.icons.icon(theme.icon, "secondary"),
                                   f"{display(kind['label'])}  ·  {theme.heading}")
            item.setData(_KIND, kind)
            self.list.addItem(item)
        if not found:
            item = QListWidgetItem("Nothing of that name. Add it as a fact of your own.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        elif self.search.text():
            self.list.setCurrentRow(0)

    def _enter(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._picked(item)

    def _picked(self, item: QListWidgetItem) -> None:
        kind = item.data(_KIND)
        if kind:
            self.choose(kind["kind"], kind["label"], kind["example"])

    def _own_name(self) -> QLineEdit:
        self.name = QLineEdit(self.search.text())
        self.name.setPlaceholderText("For example Boat name")
        self.name.setAccessibleName("Name of the fact")
        self.name.textChanged.connect(self._named)
        return self.name

    def _named(self) -> None:
        if self.field is not None:
            self.field.rename(own_kind(self.name.text()))

    def _judged(self) -> None:
        if self.field is None:
            return
        judgement = self.field.judgement
        named = bool(self._label) or bool(own_kind(self.name.text()))
        self.add_button.setEnabled(judgement.can_be_kept and named)
        self.add_button.setText("Add anyway" if judgement.verdict is Verdict.DOUBT else "Add")

    def _add(self) -> None:
        if self.field is None or not self.add_button.isEnabled():
            return
        kind = self.field.kind if self._label else own_kind(self.name.text())
        if kind in self._held:
            self.field.say("You have a fact of that name. Close this and edit it.")
            return
        self.field.kind = kind
        keep(self._shell, self, kind, self._label or self.name.text(), self.field.text, None, self.accept,
             self._refused)

    def _refused(self, problem: Problem) -> None:
        if self.field is not None:
            self.field.say(problem.text)

    def _back(self) -> None:
        page = self._stack.currentWidget()
        self._stack.setCurrentIndex(0)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        self.field = None
        self.search.setFocus()
