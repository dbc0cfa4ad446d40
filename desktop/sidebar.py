"""The sidebar: the places of the window with their counts, a new task, and how the agent is doing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.navigation import View
from desktop.theme.icons import Icons
from desktop.theme.tokens import SPACE
from desktop.widgets.buttons import button
from desktop.widgets.words import Chip, Words

WIDTH, NARROW = 208, 92
MOST_SHOWN = 99

PLACES: tuple[tuple[View, str, str], ...] = (
    (View.INBOX, "Inbox", "inbox"), (View.RUNNING, "Running", "activity"), (View.CHORES, "Chores", "repeat"),
    (View.RECEIPTS, "Receipts", "receipt-text"), (View.PROFILE, "Profile", "user-round"),
    (View.RECIPES, "Recipes", "notebook-pen"), (View.SETTINGS, "Settings", "settings"))
"""View, title and icon, in the sidebar's order."""

COUNTED = {View.INBOX: ("need you", "warning"), View.RUNNING: ("at work", "info")}
"""What a place's count counts, and its tone."""

UNDER = {View.FIGURES: View.RECEIPTS}
"""The place that is marked while the window stands at one that has no button of its own."""

TITLES = {view: title for view, title, _ in PLACES}


class PlaceButton(QPushButton):
    """One place, with a count at its end. ``means`` says what the count counts."""

    def __init__(self, icons: Icons, title: str, icon: str, key: int, means: str = "", tone: str = "neutral") -> None:
        super().__init__(f" {title}")
        self._title, self._means, self._count = title, means, 0
        self.setProperty("look", "place")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(f"{title} ({key})")
        icons.on_button(self, icon)
        self._chip = Chip("", tone)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, SPACE.sm, 0)
        self._row.addStretch(1)
        self._row.addWidget(self._chip)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Shows the count; nothing for none."""
        self._count = count
        self._chip.setText(str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+")
        self._chip.setVisible(count > 0)
        self.setAccessibleName(f"{self._title}, {count} {self._means}" if count and self._means else self._title)

    def show_title(self, shown: bool) -> None:
        """With its title, or with the icon alone."""
        self.setText(f" {self._title}" if shown else "")  # the space stands between icon and word
        self._row.setContentsMargins(0, 0, SPACE.sm if shown else SPACE.xs, 0)


class Sidebar(QFrame):
    """``chosen`` carries the view that was asked for; ``new_task`` and ``palette`` ask for those."""

    chosen = Signal(object)      # View
    new_task = Signal()
    palette_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self.setAccessibleName("Places")
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.md, SPACE.lg, SPACE.md, SPACE.md)
        column.setSpacing(2)
        column.addLayout(self._brand(icons))
        column.addSpacing(SPACE.lg)
        self.new = button("New task", self.new_task.emit, icon="plus", icons=icons, tip="New task (Ctrl+N)")
        self.new.setAccessibleName("New task")
        column.addWidget(self.new)
        column.addSpacing(SPACE.md)
        self.buttons: dict[View, PlaceButton] = {}
        group = QButtonGroup(self)
        for key, (view, title, icon) in enumerate(PLACES, 1):
            if view is View.SETTINGS:
                column.addStretch(1)
            self.buttons[view] = made = self._place(icons, view, title, icon, key)
            group.addButton(made)
            column.addWidget(made)
        self.search = button(" Find a command", self.palette_wanted.emit, look="place", icon="command", icons=icons,
                           tip="Find a command (Ctrl+K)")
        self.search.setAccessibleName("Find a command")
        column.insertWidget(column.count() - 1, self.search)
        self._state = Words("", "caption")
        self._state.setContentsMargins(SPACE.sm + 2, SPACE.xs, 0, 0)
        self._state.hide()
        column.addWidget(self._state)
        self.setFixedWidth(WIDTH)

    def stand_at(self, view: View) -> None:
        """Marks the place where the window stands."""
        self.buttons[UNDER.get(view, view)].setChecked(True)

    def show_counts(self, needs: int, running: int) -> None:
        """Shows what needs the person and what is at work."""
        self.buttons[View.INBOX].show_count(needs)
        self.buttons[View.RUNNING].show_count(running)

    def show_state(self, words: str) -> None:
        """A word on the agent at the foot; nothing when all is well."""
        self._state.setText(words)
        self._state.setVisible(bool(words) and not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, for windows with little room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDTH)
        for each in self.buttons.values():
            each.show_title(not narrow)
        self.search.setText("" if narrow else " Find a command")
        self.new.setText("" if narrow else "New task")
        self.new.setProperty("look", "place" if narrow else "")
        self.new.style().polish(self.new)
        self._name.setVisible(not narrow)
        self.show_state(self._state.text())

    def _brand(self, icons: Icons) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.sm, 0, 0, 0)
        row.setSpacing(SPACE.sm)
        mark = QLabel()
        icons.on_label(mark, "signature", "accent", 20)
        row.addWidget(mark)
        self._name = Words("Countersign", "heading", wrap=False)
        self._name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._name, 1)
        return row

    def _place(self, icons: Icons, view: View, title: str, icon: str, key: int) -> PlaceButton:
        means, tone = COUNTED.get(view, ("", "neutral"))
        made = PlaceButton(icons, title, icon, key, means, tone)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(view))
        return made
