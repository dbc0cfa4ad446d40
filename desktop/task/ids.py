"""The number within an id of the agent's: later things have larger ones. Pure."""

from __future__ import annotations


def number_of(id: str) -> int:
    """The number in the id of a task or a plan; 0 if there is none."""
    digits = id[1:]
    return int(digits) if digits.isdecimal() and digits.isascii() else 0
