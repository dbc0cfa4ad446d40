"""The desk itself: the open home, and how progress is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from agent.intake.picture_reading import Readings
from agent.store.home import home_folder

if TYPE_CHECKING:
    from agent.runs.early import Early
    from agent.store.engine import Store


@dataclass
class Desk:
    """Opened lazily: `recognise` and `gate check` need no database.

    ``home`` None means the usual place; ``early`` may hold a browser that is starting already,
    ``readings`` are photos and PDFs that are being read.
    """

    home: str | None = None
    tell: Callable[[str], None] = lambda _text: None
    early: list[Early] = field(default_factory=list)
    readings: Readings = field(default_factory=Readings)

    @cached_property
    def folder(self) -> Path:
        """The home.

        Raises:
            HomeUnusable: it can't be made or written.
        """
        return home_folder(self.home)

    @cached_property
    def store(self) -> Store:
        """The database.

        Raises:
            NewerDatabase: it belongs to a newer version.
            HomeUnusable: it is not readable.
        """
        from agent.store.migrate import open_store

        return open_store(self.folder)

    def close(self) -> None:
        """Closes the database if it was opened."""
        if "store" in self.__dict__:
            self.store.close()
