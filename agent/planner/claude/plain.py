"""A model's words as they may stand before the person: one line, nothing in it that can't be seen. Pure."""

from __future__ import annotations


def plain(words: str, most: int) -> str:
    """The words on one line, at most so many characters."""
    seen = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(seen.split())[:most]
