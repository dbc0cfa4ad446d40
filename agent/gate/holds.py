"""Requests that wait for the person, and the window in which a press of the agent's may cause them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum

from agent.gate.forwarding import Headers
from agent.gate.wire import WireRequest


class Ending(StrEnum):
    """How a hold ends."""

    SEND = "send"                # an approval was spent for it
    STAY = "stay"                # nothing is sent; the page stays as it is (204 for a navigation)
    GONE = "gone"                # the browser gave up on the request


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a released request. ``status`` 0 with ``sent`` True means: in doubt."""

    sent: bool
    status: int = 0
    problem: str = ""


@dataclass(eq=False, slots=True)
class Hold:
    """One held request. ``made`` are the headers a page could have written (see `headers.page_made`)."""

    request: WireRequest
    made: Headers
    page: bool
    third_party: bool
    redirected: bool
    blind: bool              # its page can't read the answer: a beacon, a ping
    ending: asyncio.Future[tuple[Ending, int]]
    answer: asyncio.Future[Answer]
    spent: bool = False      # the ledger says "sending": from here on nobody may say that nothing was sent

    def end(self, ending: Ending, submission_id: int = 0) -> None:
        """Ends the hold; the first ending counts."""
        if not self.ending.done():
            self.ending.set_result((ending, submission_id))

    def settle(self, answer: Answer) -> None:
        """Says what came of it; the first answer counts, and nobody need be waiting for it."""
        if not self.answer.done():
            self.answer.set_result(answer)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that the gate refused: no path, no values, for the run's journal."""

    method: str
    host: str
    reason: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A script's request that was refused once something was typed, and that a grant could let pass."""

    request: WireRequest
    pressed: bool            # it followed a press of the agent's
    first_party: bool


@dataclass(eq=False, slots=True)
class Window:
    """From a press until what it caused has settled."""

    holds: asyncio.Queue[Hold] = field(default_factory=asyncio.Queue)
    caught: list[Hold] = field(default_factory=list)

    def catch(self, hold: Hold) -> None:
        """Adds a held request."""
        self.caught.append(hold)
        self.holds.put_nowait(hold)

    def close(self) -> None:
        """Ends every hold that nobody ended, whoever took it out of the queue."""
        for hold in self.caught:
            hold.end(Ending.STAY)
