"""Which messages may leave through a WebSocket that the person granted: pure, and a table.

| phase | message of the page                                    | verdict |
|-------|--------------------------------------------------------|---------|
| any   | it carries the person's data                           | close   |
| open  | any other                                              | pass, remembered |
| armed | byte for byte one that was sent on this address before arming, within the allowance | pass |
| armed | any other                                              | close   |

What the site sends always passes. So a granted socket keeps its heartbeat and shows what comes in, and can never carry
what was typed. *When* a page sends one of its known messages, and which, can still say something: bounded by `Beats`.
"""

from __future__ import annotations

import hashlib
from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from agent.gate.policy import Phase
from agent.gate.site import authority_of, origin_at

MOST_KNOWN = 200
"""Messages remembered per address; what is sent after these is not known later."""

PER_MINUTE = 6
"""Known messages a minute once armed: common heartbeats are 10 to 30 seconds apart."""

MOST_BEATS = 150
"""Known messages between two approved sendings, of all sockets together: over an hour of a heartbeat each 25 seconds.
It is the number of reads that allowance.py gives a page, for the same reason."""

MOST_KINDS = 3
"""Different ones among those: with more, a page could spell by choosing."""

MINUTE = 60.0


class Judgement(StrEnum):
    """What becomes of a message, and why."""

    PASS = "pass"
    CARRIES = "a message that carries your data"
    UNKNOWN = "a message that was not sent before anything was typed"
    TOO_MANY = "more messages than a page at rest needs"


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """All that the policy looks at. ``spare``: whether the allowance covers one more."""

    known: bool
    carries: bool
    spare: bool


def judge_message(message: MessageFacts, phase: Phase) -> Judgement:
    """Judges one whole message of the page by the table above."""
    if message.carries:
        return Judgement.CARRIES
    if phase is Phase.OPEN:
        return Judgement.PASS
    if not message.known:
        return Judgement.UNKNOWN
    return Judgement.PASS if message.spare else Judgement.TOO_MANY


def socket_address(url: str) -> str:
    """A socket's address as it is granted and remembered: ``wss://host:port/path``, without query.

    Args:
        url: of scheme ``wss``, or ``https`` as its handshake is seen.

    Raises:
        ValueError: another scheme; what is not encrypted is not granted.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("wss", "https"):
        raise ValueError("only wss addresses can be granted")
    return origin_at("wss", *authority_of(url)) + (parts.path or "/")


Mark = bytes
"""A message as it is remembered: a hash, since it may be long."""


def mark_of(address: str, message: str | bytes | bytearray) -> Mark:
    """The mark of a message sent on an address; a text and the same bytes are two."""
    kind, data = ("text", message.encode()) if isinstance(message, str) else ("bytes", bytes(message))
    return hashlib.sha256(f"{address}\n{kind}\n".encode() + data).digest()


@dataclass(slots=True)
class Beats:
    """What was said before arming, and how much of it may be said again."""

    known: dict[str, set[Mark]] = field(default_factory=dict)      # by address
    left: int = MOST_BEATS
    kinds: set[Mark] = field(default_factory=set)
    recent: deque[float] = field(default_factory=deque)

    def remember(self, address: str, mark: Mark) -> None:
        """A message went out before arming."""
        marks = self.known.setdefault(address, set())
        if len(marks) < MOST_KNOWN:
            marks.add(mark)

    def is_known(self, address: str, mark: Mark) -> bool:
        """Whether this very message was sent on this address before arming."""
        return mark in self.known.get(address, ())

    def covers(self, mark: Mark, now: float) -> bool:
        """Whether one more is within the allowance.

        Args:
            mark: of the message.
            now: seconds of a clock that does not jump.
        """
        while self.recent and self.recent[0] <= now - MINUTE:
            self.recent.popleft()
        return self.left > 0 and len(self.recent) < PER_MINUTE and (mark in self.kinds or len(self.kinds) < MOST_KINDS)

    def take(self, mark: Mark, now: float) -> None:
        """One went out while armed."""
        self.left -= 1
        self.kinds.add(mark)
        self.recent.append(now)

    def renew(self) -> None:
        """An approved sending was made: the person looked."""
        self.left = MOST_BEATS
        self.kinds.clear()
