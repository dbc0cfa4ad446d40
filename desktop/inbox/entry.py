"""Quick entry: words, links and files in, cards of what they would become, and Add."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agent.protocol.messages import DraftDoc
from desktop.inbox.drafting import Draft, Wish, add_words, can_add, joined, links_in, together, wishes
from desktop.inbox.growing import GrowingEdit
from desktop.link import Problem
from desktop.shell import Shell
from desktop.task.deeds import Deeds, counted
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button, icon_button
from desktop.widgets.frames import scrolled
from desktop.widgets.scroll import Scroll
from desktop.widgets.words import Words

if TYPE_CHECKING:
    from desktop.inbox.draft_card import DraftCard

QUIET = 250
"""Milliseconds without typing before the words are read."""
CARDS_HEIGHT = 320
"""The most that the cards take from the list under them."""
LEAST_CARDS = 104
"""What is left of them in a low window."""
_PLACEHOLDER = "What should be done? Paste text, a link, or drop files anywhere"


class Dropped(Protocol):
    """What a drop on the window brought; `desktop.dropping` makes it."""

    @property
    def texts(self) -> Sequence[str]:
        """Words."""

    @property
    def urls(self) -> Sequence[str]:
        """Web addresses."""

    @property
    def files(self) -> Sequence[str]:
        """Paths."""


def choose_files(parent: QWidget) -> list[str]:
    """Lets the person choose files; empty if they did not."""
    return QFileDialog.getOpenFileNames(parent, "Attach files")[0]


class QuickEntry(QWidget):
    """``added`` carries the ids of new tasks; that of their plan, if they have one, stands first."""

    added = Signal(list)

    def __init__(self, shell: Shell, choose: Callable[[QWidget], list[str]] = choose_files,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._choose = choose
        self._deeds = Deeds(shell, self)
        self.files: tuple[str, ...] = ()
        self.drafts: list[Draft] = []
        self.cards: list[DraftCard] = []
        self._round = 0
        self._add_soon = False
        self._filing = 0
        self._made: list[str] = []
        self._plan = ""
        self._failed: dict[int, str] = {}
        self._wanted = 0
        self._area: Scroll | None = None
        self._cards: QVBoxLayout | None = None
        self._timer = QTimer(self, interval=QUIET, singleShot=True)
        self._timer.timeout.connect(self.read)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.sm)
        self.edit = GrowingEdit()
        self.edit.setPlaceholderText(_PLACEHOLDER)
        self.edit.setAccessibleName("New task")
        self.edit.textChanged.connect(self._edited)
        self.edit.files_pasted.connect(self.attach)
        self.edit.finished.connect(self.add)
        layout.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(SPACE.sm)
        self.attach_button = icon_button(self._shell.icons, "paperclip", "Attach files", self._ask_files)
        self.clear_button = button("Clear", self.clear, look="quiet")
        self.add_button = button("Add", self.add, look="primary", tip="Ctrl+Enter")
        row.addWidget(self.attach_button)
        self._hint = Words("Ctrl+Enter adds it", "caption", wrap=False)
        row.addWidget(self._hint)
        row.addStretch(1)
        row.addWidget(self.clear_button)
        row.addWidget(self.add_button)
        layout.addLayout(row)
        self._show()

    def _room(self) -> QVBoxLayout:
        """Where the cards stand; made when the first comes, because it takes a fifth of the inbox's start."""
        if self._cards is None:
            holder = QWidget()
            self._cards = QVBoxLayout(holder)
            self._cards.setContentsMargins(0, 0, 0, 0)
            self._cards.setSpacing(SPACE.sm)
            self._area = scrolled(holder, "What would be added")
            self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            whole = self.layout()
            assert isinstance(whole, QVBoxLayout)
            whole.insertWidget(1, self._area)
        return self._cards

    # What the person does

    def take_drop(self, dropped: Dropped) -> None:
        """Takes what was dropped on the window; what is half typed stays."""
        self.attach(dropped.files)
        if dropped.texts or dropped.urls:
            self.edit.setPlainText(joined(self.edit.toPlainText(), dropped.texts, dropped.urls))
        self.read()

    def attach(self, paths: Sequence[str]) -> None:
        """Adds files."""
        self.files = together(self.files, paths)
        self._edited()

    def clear(self) -> None:
        """Empties everything."""
        self.files = ()
        self._drop_cards(0)
        self.edit.clear()
        self.read()

    def add(self) -> None:
        """Files what the cards show; if they are still being read, as soon as nothing is missing."""
        if self._filing:
            return
        if self._timer.isActive() or any(each.doc is None and not each.problem for each in self.drafts):
            self._add_soon = True
            if self._timer.isActive():
                self.read(keep_wish=True)
            return
        if self._can_add():
            self._file()

    def read(self, keep_wish: bool = False) -> None:
        """Reads what stands there now."""
        self._timer.stop()
        self._add_soon = self._add_soon and keep_wish
        self._round += 1
        found = wishes(self.edit.toPlainText(), self.files, [card.url.text().strip() for card in self.cards],
                       [card.at() for card in self.cards])
        former = {each.wish: each for each in self.drafts if each.doc is not None or each.problem}
        self.drafts = [former.get(wish, Draft(wish)) for wish in found]
        for place, draft in enumerate(self.drafts):
            if draft.doc is None and not draft.problem:
                self._ask(place, draft.wish)
        self._show()

    # Within

    def _can_add(self) -> bool:
        return can_add(self.drafts) and all(card.plan.usable for card in self.cards)

    def _places_chosen(self) -> None:
        QTimer.singleShot(0, self, self._fit)
        self._show_buttons()

    def _edited(self) -> None:
        self._add_soon = False
        self._timer.start()
        self._show_buttons()

    def _ask_files(self) -> None:
        self.attach(self._choose(self))

    def _ask(self, place: int, wish: Wish) -> None:
        number = self._round
        self._shell.desk.call("draft", wish.params(),
                              done=lambda answer: self._drafted(number, place, Draft(wish, cast("DraftDoc", answer))),
                              failed=lambda problem: self._drafted(number, place, Draft(wish, None, problem.text)),
                              owner=self)

    def _drafted(self, number: int, place: int, draft: Draft) -> None:
        if number != self._round or place >= len(self.drafts):
            return
        self.drafts[place] = draft
        self._show()
        if self._add_soon and self._can_add():
            self._add_soon = False
            self._file()

    def _show(self) -> None:
        while len(self.cards) < len(self.drafts):
            self._new_card()
        self._drop_cards(len(self.drafts))
        for card, draft in zip(self.cards, self.drafts, strict=True):
            card.show_draft(draft)
        if self._area is not None:
            self._area.setVisible(bool(self.cards))
        QTimer.singleShot(0, self, self._fit)
        self._show_buttons()

    def _new_card(self) -> None:
        from desktop.inbox.draft_card import DraftCard  # no start needs it

        card = DraftCard(self._shell)
        card.address.connect(self._edited)
        card.chosen.connect(self._places_chosen)
        card.removed.connect(self._take_off)
        self.cards.append(card)
        self._room().addWidget(card)

    def _fit(self) -> None:
        holder = self._area.widget() if self._area is not None else None
        if self._area is None or holder is None or not self.cards:
            return
        inside = holder.layout()
        if inside is not None:
            inside.activate()
        width = self._area.width() - (SPACE.lg if self._area.height() < self._wanted else 0)
        wanted = holder.heightForWidth(width) if holder.hasHeightForWidth() else holder.sizeHint().height()
        wanted = max(wanted, holder.minimumSizeHint().height())
        self._wanted = wanted
        self._area.want(min(CARDS_HEIGHT, wanted), LEAST_CARDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def _show_buttons(self) -> None:
        full = bool(self.edit.toPlainText() or self.files)
        tasks = self.cards[0].plan.tasks if len(self.cards) == 1 else 0
        self.add_button.setText("Being added" if self._filing else add_words(self.drafts, tasks))
        self.add_button.setEnabled(self._can_add() and not self._timer.isActive() and not self._filing)
        self.clear_button.setVisible(full)
        self._hint.setVisible(full)

    def _drop_cards(self, keep: int) -> None:
        for card in self.cards[keep:]:
            card.hide()
            card.deleteLater()
        del self.cards[keep:]

    def _take_off(self, path: str) -> None:
        self.files = tuple(each for each in self.files if each != path)
        self.read()

    def _file(self) -> None:
        self._filing = len(self.drafts)
        self._made, self._plan, self._failed = [], "", {}
        text = self.edit.toPlainText()
        for place, (draft, card) in enumerate(zip(self.drafts, self.cards, strict=True)):
            self._shell.desk.call("add", draft.order() | card.params(), done=partial(self._filed, text),
                                  failed=partial(self._not_filed, text, place), owner=self)
        self._show_buttons()

    def _filed(self, text: str, answer: Any) -> None:
        if "plan" in answer:
            self._plan = str(answer["plan"])
        self._made += [str(each) for each in answer["tasks"]] if "plan" in answer else [str(answer["task"])]
        self._one_less(text)

    def _not_filed(self, text: str, place: int, problem: Problem) -> None:
        self._failed[place] = problem.text
        self._one_less(text)

    def _one_less(self, text: str) -> None:
        self._filing -= 1
        if self._filing:
            return
        made = self._made
        if made:
            self._shell.undo.offer(counted(made, "Task added", "{} tasks added"),
                                   lambda: self._deeds.cancel(made, undoable=False))
        untouched = self.edit.toPlainText() == text and not self._timer.isActive()
        if self._failed:
            self._keep_failed(untouched)
        elif untouched:
            self.clear()
        if made:
            self.added.emit([self._plan, *made] if self._plan else made)
        self._show_buttons()

    def _keep_failed(self, untouched: bool) -> None:
        """What was not taken stays, with why; what was taken goes."""
        if not untouched:
            self._shell.teller.say(next(iter(self._failed.values())), "warning")
            return
        kept = [(self.drafts[place].wish, words) for place, words in sorted(self._failed.items())]
        if len(kept) < len(self.drafts) and len(links_in(self.edit.toPlainText())) > 1:
            self.edit.setPlainText("\n".join(wish.text for wish, _ in kept))
        self._timer.stop()
        self.drafts = [Draft(wish, None, words) for wish, words in kept]
        self._show()
