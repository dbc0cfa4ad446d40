"""The profile view: the person's facts in cards by theme, adding, import, export, and where each fact went."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import Changed, FactDoc, KindDoc
from desktop.link import Problem
from desktop.navigation import Place
from desktop.profile.adding import AddFact
from desktop.profile.bringing import FILTER, ImportPanel, can_be_taken
from desktop.profile.cards import Cards
from desktop.profile.giving import ExportPanel
from desktop.profile.more import AddMore
from desktop.profile.themes import arranged, matches, without_facts
from desktop.shell import Shell
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.frames import Banner, card, scrolled
from desktop.widgets.words import Foreign, Words

WIDEST = 860
"""Pixels a card is wide at most: longer lines are hard to follow from label to value."""


class ProfileView(QWidget):
    """What the sidebar's Profile shows. `go` brings a fact, named by its kind, into view."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wanted = ""
        self._loaded = False
        self._kinds: list[KindDoc] = []
        self.facts: list[FactDoc] = []
        self.setAcceptDrops(True)
        self.cards = Cards(shell)
        self.bringing = ImportPanel(shell)
        self.giving: ExportPanel | None = None
        self.more = AddMore(shell)
        self.more.wanted.connect(self.add_fact)
        self._problem = Banner(shell.icons, "", "danger")
        self._problem.add(button("Try again", self.refresh, look="link"))
        self._missing = Banner(shell.icons, "", "info")
        self._none = Foreign("", "secondary")
        for each in (self._problem, self._missing, self._none):
            each.hide()
        self._empty = self._made_empty()
        self._area = scrolled(self._made_page(), "Your facts")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._area)
        shell.desk.changed.connect(self._changed)
        self._add_commands()
        self._load_kinds()
        self.refresh()

    def refresh(self) -> None:
        """Asks for the facts again; what is being typed stays."""
        self._shell.desk.call("profile facts", done=self._take, failed=self._failed, owner=self)
        if not self._kinds:
            self._load_kinds()

    def go(self, place: Place) -> None:
        """Scrolls to the fact of that kind and marks it."""
        self._wanted = place.id
        if self._loaded and place.id:
            self._show_wanted()

    def add_fact(self, group: str = "") -> AddFact:
        """Opens the picker, on one theme's kinds if a group is given."""
        dialog = AddFact(self._shell, self._kinds, [fact["kind"] for fact in self.facts], group, self)
        dialog.open()
        return dialog

    def ask_and_import(self) -> None:
        """Asks for a file, then shows what it would bring."""
        dialog = QFileDialog(self, "Import facts", "", FILTER)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.preview)
        dialog.open()

    def preview(self, path: str) -> None:
        """Shows what a file would bring."""
        self._area.verticalScrollBar().setValue(0)
        self.bringing.preview(path, {fact["kind"]: fact for fact in self.facts})

    def export(self) -> None:
        """Says what an export is, then asks where to."""
        self._close_export()
        self.giving = ExportPanel(self._shell, list(self.facts))
        self.giving.closed.connect(self._close_export)
        self._panels.addWidget(self.giving)
        self.giving.show()
        self._area.verticalScrollBar().setValue(0)

    def scroll_to_end(self) -> None:
        """Shows the end of the page."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent."""
        if _one_file(event):
            event.acceptProposedAction()
        else:
            event.ignore()           # the window takes it as a task

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        if path := _one_file(event):
            event.acceptProposedAction()
            self.preview(path)

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget::hideEvent."""
        self.cards.hide_values()
        super().hideEvent(event)

    def _made_page(self) -> QWidget:
        page = QWidget()
        sides = QHBoxLayout(page)
        sides.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        sides.addStretch(1)
        sides.addWidget(column, 1000)
        sides.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.md)
        layout.addWidget(Words("Profile", "title"))
        layout.addWidget(Words("Facts that forms ask for. They stay on this computer, and each use of one is shown to "
                               "you before it is sent.", "secondary"))
        layout.addLayout(self._tools())
        self._panels = QVBoxLayout()
        self._panels.setSpacing(SPACE.md)
        for panel in (self._problem, self._missing, self.bringing):
            self._panels.addWidget(panel)
        layout.addLayout(self._panels)
        for each in (self._empty, self._none, self.cards, self.more):
            layout.addWidget(each)
        layout.addStretch(1)
        return page

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a fact")
        self.search.setAccessibleName("Find a fact")
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName("Clear")
        self.search.textChanged.connect(self._filter)
        row.addWidget(self.search, 1)
        icons = self._shell.icons
        row.addWidget(button("Add fact …", self.add_fact, look="primary", icon="plus", icons=icons))
        row.addWidget(button("Import …", self.ask_and_import, icon="download", icons=icons))
        self.export_button = button("Export …", self.export, icon="upload", icons=icons)
        row.addWidget(self.export_button)
        return row

    def _made_empty(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(Words("Nothing about you yet", "heading"))
        layout.addWidget(Words("Add what forms often ask for, such as your name and address, or drop a vCard here.",
                               "secondary"))
        frame.hide()
        return frame

    def _load_kinds(self) -> None:
        self._shell.desk.call("profile kinds", done=self._take_kinds, failed=self._failed, owner=self)

    def _take_kinds(self, kinds: list[KindDoc]) -> None:
        self._kinds = kinds
        if self._loaded:
            self._take(self.facts)

    def _take(self, facts: list[FactDoc]) -> None:
        self._loaded = True
        self.facts = facts
        self._problem.say("")
        self._empty.setVisible(not facts)
        self.export_button.setEnabled(bool(facts))
        self.cards.show_sections(arranged(facts, self._kinds))
        self.more.show_themes(without_facts(facts, self._kinds))
        self._filter()
        if self._wanted:
            self._show_wanted()

    def _failed(self, problem: Problem) -> None:
        self._problem.say(display(problem.text, 0))

    def _filter(self) -> None:
        words = self.search.text().strip()
        found = {fact["kind"] for fact in self.facts if matches(fact, words)}
        self.cards.filter(found)
        self.more.setVisible(not words and self.more.has_any)
        self._none.show_text(f"No fact is found by “{words}”." if words else "")
        self._none.setVisible(bool(words) and not found and bool(self.facts))

    def _show_wanted(self) -> None:
        kind, self._wanted = self._wanted, ""
        row = self.cards.rows.get(kind)
        if row is None:
            name = display(kind.removeprefix("custom-").replace("-", " "))
            self._missing.say(f"That fact is not in your profile now: {name}.")
            return
        self._missing.say("")
        self.search.clear()
        row.light()
        # Rows that were made just now have their places only after the next layout.
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row, 0, SPACE.xxl))

    def _changed(self, what: Changed) -> None:
        if what["profile"] or what["receipts"]:  # a receipt may say where a fact went
            self.refresh()

    def _close_export(self) -> None:
        if self.giving is not None:
            self.giving.hide()
            self.giving.deleteLater()
            self.giving = None

    def _add_commands(self) -> None:
        add = self._shell.commands.add
        add("profile.find", "Find a fact", self._focus_search, group="Profile", keys=("/",), within=self)
        add("profile.add", "Add a fact", self.add_fact, group="Profile", keys=("A",), within=self)
        add("profile.import", "Import facts from a file", self.ask_and_import, group="Profile")
        add("profile.export", "Export facts to a file", self.export, group="Profile")

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _one_file(event: QDropEvent) -> str:
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and can_be_taken(path) else ""
