"""What is learnt and kept while lives are lived: how long stages take here, each kill, and what a life came to."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.faults.windows import Window


@dataclass
class Pulse:
    """How long the stages take here, learnt as the sweep goes on, in seconds."""

    starting: float = 1.0        # process start to the first line of progress
    opening: float = 1.5         # from there to the first page, self-test included
    held: float = 3.0            # first page to the held request
    receipt: float = 1.5         # answer to receipt
    approve: float = 1.5         # the whole of an approving process

    def learn(self, name: str, seconds: float) -> None:
        """Takes a new observation into the running mean."""
        setattr(self, name, 0.7 * getattr(self, name) + 0.3 * seconds)


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: where it was meant to fall, where it fell, and what the agent had said last."""

    meant: Window
    fell: Window
    last_line: str
    live: bool
    page: str
    orphan_seconds: float | None   # until the last of its processes was gone; None when some never went


@dataclass
class Story:
    """What one life came to."""

    pages: tuple[str, ...]
    kills: list[Kill] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    records: int = 0
    unknown: int = 0             # tasks that ended in doubt
    unknown_arrived: int = 0     # of these, how many requests in doubt had really arrived
    unknown_requests: int = 0    # requests whose submission ended as unknown
    answer_lost: int = 0         # tasks unknown because only the answer was lost
    temporary: int = 0           # files left in the temporary folder by killed browsers
