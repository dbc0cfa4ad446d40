"""What a new task would be, as a card: title, site, files, values found in the words, what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from agent.protocol.display import display
from agent.protocol.messages import FileDoc
from desktop.inbox.drafting import Draft, needs_address, offered, places_of, proposals
from desktop.inbox.plan_choice import PlanChoice
from desktop.inbox.several_links import SeveralLinks
from desktop.inbox.terms import Terms
from desktop.shell import Shell
from desktop.task.address import short_host
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import Fold
from desktop.widgets.when import size
from desktop.widgets.words import Foreign

TITLE_SHOWN = 120
MOST_LINKS = 5
"""Addresses that are offered."""


class DraftCard(QFrame):
    """A card for each new task, or for the plan that it would become.

    ``address`` fires as the person types a web address or ticks several; ``removed`` carries the path of a file taken
    off; ``chosen`` fires when other places of a plan are chosen.
    """

    address = Signal()
    chosen = Signal()
    removed = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setProperty("look", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.md, SPACE.sm, SPACE.md, SPACE.md)
        layout.setSpacing(SPACE.xs)
        self.title = Foreign("", "strong", limit=TITLE_SHOWN)
        self.site = Foreign("", "secondary")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Being read")
        self.values = Foreign("", "secondary", limit=600)
        self.missing = QWidget()
        self._missing = QVBoxLayout(self.missing)
        self._missing.setContentsMargins(0, SPACE.xs, 0, 0)
        self._missing.setSpacing(SPACE.xs)
        self.problem = Foreign("", "danger", limit=0)
        self.url = QLineEdit()
        self.url.setAccessibleName("Web address where it starts")
        self.url.textEdited.connect(lambda _text: self.address.emit())
        self.links = QWidget()
        self._links = QVBoxLayout(self.links)
        self._links.setContentsMargins(0, 0, 0, 0)
        self._links.setSpacing(0)
        self.links.hide()
        self._shown_links: list[tuple[str, str]] = []
        self.several = SeveralLinks()
        self.several.chosen.connect(self.address)
        self.plan = PlanChoice()
        self.plan.chosen.connect(self._choose)
        self._draft: Draft | None = None
        self.start = Foreign("", limit=600)
        self.files = QWidget()
        self._files = QVBoxLayout(self.files)
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files.setSpacing(0)
        self.terms = Terms()
        self.terms_fold = Fold(shell.icons, "What it may do", self.terms)
        for each in (self.title, self.site, self.files, self.values, self.progress, self.missing, self.problem,
                     self.plan, self.start, self.url, self.links, self.several, self.terms_fold):
            layout.addWidget(each)
        self.missing.hide()
        self.files.hide()
        self._shown_files: list[tuple[str, str]] = []
        self._shown_missing: list[str] = []

    def show_draft(self, draft: Draft) -> None:
        """Brings the card up to date; the address being typed is left alone."""
        self._draft = draft
        doc = draft.doc
        reading = doc is None and not draft.problem
        self.progress.setVisible(reading)
        self.title.show_text(doc["title"] if doc is not None else draft.wish.text or "New task")
        self.site.show_text(doc["site"] if doc is not None else "")
        self.site.setVisible(bool(self.site.full))
        values = [f"{each['label']}: {each['value']}" for each in doc["values"]] if doc is not None else []
        self.values.show_text("Found in your words: " + "; ".join(values))
        self.values.setVisible(bool(values))
        self._show_files(doc["files"] if doc is not None else [], draft.wish.files)
        self._show_missing(doc["missing"] if doc is not None else [])
        self.problem.show_text(" ".join(draft.problem.split()))
        self.problem.setVisible(bool(draft.problem))
        if doc is not None or draft.problem:     # while it is read again, what was chosen stays in view
            self.plan.show_places(places_of(draft), listed=not draft.wish.at)
        whole = not self.plan.is_plan
        self.site.setVisible(bool(self.site.full) and whole)
        self.start.show_text(doc["start"]["reason"] if doc is not None and doc["start"]["why"] != "given" else "")
        self.start.setVisible(bool(self.start.full) and whole)
        known = doc is not None and bool(doc["url"])
        self.url.setPlaceholderText("Another web address" if known else "Web address, as council.example")
        open_ = self.several.is_open
        self.url.setVisible((needs_address(draft) or bool(self.url.text())) and whole and not open_)
        if doc is not None:
            self.several.show_links(offered(draft), offer=whole and (open_ or not self.url.isHidden()))
        self._show_links([] if self.url.isHidden() or self.several.is_open else proposals(draft))
        self.setAccessibleName(f"New task: {self.title.accessibleName()}")

    def params(self) -> dict[str, object]:
        """What the card itself adds to the order, as ``add`` takes it."""
        return {**self.terms.params(), **self.plan.params()}

    def at(self) -> tuple[str, ...]:
        """The addresses ticked among those offered."""
        return self.several.ticked()

    def _choose(self) -> None:
        if self._draft is not None:
            self.show_draft(self._draft)
        self.chosen.emit()

    def _show_missing(self, missing: list[str]) -> None:
        if missing == self._shown_missing:
            return
        self._shown_missing = list(missing)
        _empty(self._missing)
        for each in missing:
            row = QHBoxLayout()
            row.setSpacing(SPACE.sm)
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            sign = QLabel()
            self._shell.icons.on_label(sign, "circle-alert", "secondary", SPACE.lg)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Foreign(each, limit=600), 1)
            self._missing.addWidget(holder)
        self.missing.setVisible(bool(missing))

    def _show_links(self, links: list[tuple[str, str]]) -> None:
        """Offers addresses; one is used only when pressed, and then stands in the field in full."""
        shown = links[:MOST_LINKS]
        if shown != self._shown_links:
            self._shown_links = shown
            _empty(self._links)
            for url, reason in shown:
                words = display(f"Start at {short_host(url)}")
                offer = button(words.replace("&", "&&"), partial(self._use, url), look="link")
                offer.setAccessibleName(words)
                offer.setAccessibleDescription(display(f"{url}: {reason}"))
                self._links.addWidget(offer)
                self._links.addWidget(Foreign(f"{reason[:1].upper()}{reason[1:]}", "caption", limit=300))
        self.links.setVisible(bool(shown))

    def _use(self, link: str) -> None:
        self.url.setText(link)
        self.address.emit()

    def _show_files(self, files: list[FileDoc], paths: tuple[str, ...]) -> None:
        if files:
            shown = [(each["path"], f"{each['name']} ({size(each['size'])})") for each in files]
        else:
            shown = [(path, path.replace("\\", "/").rsplit("/", 1)[-1]) for path in paths]
        if shown == self._shown_files:
            return
        self._shown_files = shown
        _empty(self._files)
        for path, words in shown:
            self._files.addWidget(self._file(path, words))
        self.files.setVisible(bool(shown))

    def _file(self, path: str, words: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.sm)
        sign = QLabel()
        self._shell.icons.on_label(sign, "paperclip", "secondary", SPACE.lg)
        off = icon_button(self._shell.icons, "x", "Take off this file", lambda: self.removed.emit(path))
        off.setAccessibleDescription(display(words))
        line.addWidget(sign)
        line.addWidget(Foreign(words), 1)
        line.addWidget(off)
        return row


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
