"""One thing that an answer taught, and the sentence that says so beside a value that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agent.profile.labels import label_of_kind


@dataclass(frozen=True, slots=True)
class Lesson:
    """A label means a fact's kind, or the person chose an option under it: one of both is empty.

    ``site`` and ``at`` (ISO 8601) say where and when; ``number`` is the row's.
    """

    label: str
    fact: str
    option: str
    site: str = ""
    at: str = ""
    number: int = 0

    @property
    def says(self) -> str:
        """Where it comes from, for the person."""
        day = _day(self.at)
        what = f"You said that this is your {label_of_kind(self.fact).lower()}" if self.fact else "You chose this"
        return f"{what} on {self.site}{f' on {day}' if day else ''}; please check"


def _day(at: str) -> str:
    try:
        when = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{when.day} {when:%B %Y}"
