"""Cuts an answer that names several options: one a line, or divided by semicolons or commas."""

from __future__ import annotations

import re
from collections.abc import Sequence


def pieces_of(answer: str, options: Sequence[str]) -> list[str]:
    """The options that an answer names, as it writes them.

    A line that is an option stays whole: "Yes, every day" is one answer and not two.

    Args:
        answer: as given.
        options: what is offered.
    """
    known = {" ".join(option.split()).casefold() for option in options}
    found: list[str] = []
    for line in answer.splitlines():
        for mark in ("\0", ";", "[;,]"):
            pieces = [piece.strip() for piece in re.split(mark, line) if piece.strip()]
            if all(" ".join(piece.split()).casefold() in known for piece in pieces) or mark == "[;,]":
                found += pieces
                break
    return found
