"""A way out of the browser that the self-test tries, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What became of a canary."""

    STOPPED = "stopped at the gate"
    UNSEEN = "not seen at the gate"
    NOTHING = "no traffic"
    LEAK = "LEAK"


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel and its result."""

    name: str
    result: Result
