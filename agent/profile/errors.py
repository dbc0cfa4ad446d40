"""What can be wrong with a fact or a file of facts.

The tree::

    ProfileError
    ├── UnknownKind     no kind of that name
    ├── NotKept         a kind that the profile never keeps: passwords, card numbers, consents …
    ├── BadValue        the value does not fit its kind
    └── ImportProblem   a file could not be taken over; lists everything that is wrong with it

No text of these quotes a value, so they may be shown and logged alike.
"""

from __future__ import annotations

from dataclasses import dataclass


class ProfileError(Exception):
    """Something about the person's facts; the message says what to change."""


class UnknownKind(ProfileError):
    """No kind of that name; the message names those that come close."""


class NotKept(ProfileError):
    """The profile never keeps facts of this kind; the message says where they belong."""


class BadValue(ProfileError):
    """A value that does not fit its kind. ``reason`` is a plain sentence with an example, never the value itself."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(f"{kind}: {reason}")
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: ``line`` counts from 1 (0: the file as a whole), ``field`` as the file writes it."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = ", ".join(part for part in (f"line {self.line}" if self.line else "", self.field) if part)
        return f"{where}: {self.reason}" if where else self.reason


class ImportProblem(ProfileError):
    """A file that could not be taken over. All its problems are listed, and the caller changes nothing."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
