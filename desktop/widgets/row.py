"""A row of a list, decided without Qt: a heading, or two lines with an icon before and something at their ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a line of two: ``title`` and ``under`` with something at the end of each.

    All texts are escaped. ``tone`` colours the icon; ``quiet``: it is not to come, or rests. A heading has no id.
    """

    id: str = ""
    heading: str = ""
    title: str = ""
    under: str = ""
    right: str = ""
    below: str = ""
    third: str = ""              # a line of its own
    icon: str = "repeat"
    tone: str = "neutral"
    quiet: bool = False
    said: str = ""               # by a screen reader, where that is not what shows

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = (self.title, self.under, self.right, self.below, self.third)
        return self.said or self.heading or ", ".join(each for each in parts if each)
