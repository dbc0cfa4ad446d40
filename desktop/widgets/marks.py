"""Small words with a tone and an icon; and what each source of a value is called, the same in every view."""

from __future__ import annotations

from dataclasses import dataclass

from agent.protocol import SourceKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A small word of ours, with tone and icon."""

    text: str
    tone: str
    icon: str


SOURCES: dict[str, Mark] = {
    SourceKind.PROFILE: Mark("Your profile", "neutral", "user-round"),
    SourceKind.TASK: Mark("Your task", "neutral", "pen-line"),
    SourceKind.DOCUMENT: Mark("Document", "neutral", "file-text"),
    SourceKind.ANSWER: Mark("Your answer", "neutral", "message-circle-question"),
    SourceKind.PERSON: Mark("You", "info", "hand"),
    SourceKind.PAGE: Mark("The page", "warning", "globe"),
    SourceKind.HIDDEN: Mark("Hidden", "warning", "eye-off"),
    SourceKind.GUESSED: Mark("Guessed", "warning", "sparkles"),
}
UNCLEAR = Mark("Unclear", "warning", "circle-help")


def source_mark(source: str) -> Mark:
    """How a value's source is shown; one of a later version is unclear."""
    return SOURCES.get(source, UNCLEAR)
