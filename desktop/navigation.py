"""Where the window can stand, and how any part of it asks to go there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class View(StrEnum):
    """The places of the sidebar, in its order, then those that are reached from another place."""

    INBOX = "inbox"
    RUNNING = "running"
    CHORES = "chores"
    RECEIPTS = "receipts"
    PROFILE = "profile"
    RECIPES = "recipes"
    SETTINGS = "settings"
    FIGURES = "figures"          # no place of its own in the sidebar: it stands under receipts


@dataclass(frozen=True, slots=True)
class Place:
    """A view and what to show there: a task (``t1``), receipt (``r1``), fact kind or setting; ``part`` within it."""

    view: View
    id: str = ""
    part: str = ""


NEW, AGAIN = "new", "again"
"""Parts of `View.CHORES`: a new chore; with ``AGAIN`` one that does again what the task of that id did.

``NEW`` of `View.INBOX`: a new task with the file of that path.
"""


class Navigator(QObject):
    """Passes the wish on to the window; never takes the focus by itself."""

    wanted = Signal(object)      # Place

    def go(self, view: View, id: str = "", part: str = "") -> None:
        """Asks the window to stand there."""
        self.wanted.emit(Place(view, id, part))
