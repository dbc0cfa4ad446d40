"""One unchecked fact of a file, with the place it stands at."""

from __future__ import annotations

from dataclasses import dataclass

from agent.profile.errors import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind and a value as a file gives them: ``line`` counts from 1, ``field`` is the file's own word for it."""

    line: int
    field: str
    kind: str
    text: str


Reading = tuple[list[Entry], list[str], list[Problem]]
"""What a reader of a file format gives: entries, notes and problems, each in the file's order."""
