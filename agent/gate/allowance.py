"""How much an armed page may still say by *choosing*: which known address it asks for, and with which known headers.

A read of a known address carries nothing that was typed, but which one is asked for, and when, can be chosen by what
was typed. That can't be told from an ordinary page, so it is bounded: a number of reads, and a number of different
sets of cookies and headers, from one approved sending to the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field

READS = 150
"""First-party reads between two approved sendings. A real page loads up to about this many (a resumed task loads its
page while armed); each says at most the logarithm of the number of known addresses, some 10 to 17 bits."""

READS_PER_PRESS = 50
"""Given back when the agent presses something, up to `READS`: the press may lead to a page that needs no sending."""

SETS = 8
"""Different sets of cookies and script headers on those reads; real sites use one per folder or two."""

Pairs = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Allowance:
    """What is left of it."""

    reads: int = READS
    sets: set[Pairs] = field(default_factory=set)

    def covers(self, pairs: Pairs, cost: int = 1) -> bool:
        """Whether one more read with these cookies and headers is within it; ``cost`` is how many it counts for."""
        return self.reads >= cost and (pairs in self.sets or len(self.sets) < SETS)

    def take(self, pairs: Pairs, cost: int = 1) -> None:
        """One read was made."""
        self.reads -= cost
        self.sets.add(pairs)

    def pressed(self) -> None:
        """The agent pressed something."""
        self.reads = min(READS, self.reads + READS_PER_PRESS)

    def renew(self) -> None:
        """An approved sending was made: the person looked."""
        self.reads = READS
        self.sets.clear()
