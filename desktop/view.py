"""What a view of the window may have beside being a widget; the window looks for each when it needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from desktop.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.dropping import Dropped


@runtime_checkable
class Goes(Protocol):
    """A view that can show one thing of its own."""

    def go(self, place: Place) -> None:
        """Shows it."""


@runtime_checkable
class TakesDrops(Protocol):
    """A view that takes what was dropped on the window."""

    def take_drop(self, dropped: Dropped) -> None:
        """Takes it."""


@runtime_checkable
class TakesCalendars(Protocol):
    """A view that shows what recurs in calendar files, by path."""

    def take_calendars(self, paths: Sequence[str]) -> None:
        """Shows it; nothing is made of it by itself."""


@runtime_checkable
class MakesTasks(Protocol):
    """A view where a task can be written."""

    def new_task(self) -> None:
        """Puts the cursor there."""


@runtime_checkable
class HasList(Protocol):
    """A view with a list that the keyboard should start on."""

    def focus_list(self) -> None:
        """Gives it the focus."""


@runtime_checkable
class Stands(Protocol):
    """A view that knows which task the person looks at."""

    def standing_at(self) -> str:
        """The task's id, or nothing."""


@runtime_checkable
class Leaves(Protocol):
    """Welcome screens that keep what was typed before they go; they end by themselves then."""

    def leave(self) -> None:
        """Leaves them."""
