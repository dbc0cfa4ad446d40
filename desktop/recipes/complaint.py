"""What the agent says about a recipe's text: sentences, each with its line where it names one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"Line (\d{1,6})[,:]")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One sentence; ``line`` counts from 1, 0 where none is named."""

    line: int
    text: str


def complaints(text: str) -> tuple[Complaint, ...]:
    """A complaint for each line of what the agent said."""
    found = ((_LINE.match(each), each.strip()) for each in text.splitlines() if each.strip())
    return tuple(Complaint(int(match[1]) if match else 0, each) for match, each in found)
