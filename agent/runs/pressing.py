"""Catches what a press causes: held requests, or a page that came to rest without any."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine

from agent.browser.driver import Page
from agent.gate.holds import Ending, Hold, Window
from agent.gate.proxy import Gate
from agent.runs.settle import Arrivals, settle_after_press

SIBLINGS = 0.12
"""Seconds to wait for further requests of the same press: scripts send beacons right beside the real thing."""

AFTER_PRESS = 0.6
"""Seconds that scripts get to send something after a press that showed nothing yet (debounced handlers)."""


MOST_LOST = 20
"""Requests that pages took back one after the other; whoever goes on like that has nothing to send."""


def nothing(_: Hold) -> None:
    """What is done meanwhile where nothing is to be done."""


async def first_hold(window: Window, page: Page, gate: Gate, *, arrivals: Arrivals | None = None,
                     replaced: bool = False,
                     meanwhile: Callable[[Hold], None] = nothing) -> tuple[Hold | None, list[Hold]]:
    """What the press caused: the request to review and the others that were dropped; (None, []) if nothing is held.

    A beacon that carries nothing of the person's is dropped without a review: its page never hears what became of it.

    Args:
        window: of the press.
        page: that was pressed on.
        gate: its gate.
        arrivals: since before the press, or since the last of its requests was sent.
        replaced: that was a page load, and its answer stands there.
        meanwhile: called in a thread with the first, most often the one to review, while others may still come.
    """
    while True:
        rest = settle_after_press(page, gate, AFTER_PRESS, arrivals, replaced=replaced)
        hold, others = await _first_hold(window, rest, meanwhile)
        if hold is None or not hold.blind or gate.carries(hold.request):
            return hold, others
        hold.end(Ending.STAY)


async def _first_hold(window: Window, resting: Coroutine[None, None, None],
                      meanwhile: Callable[[Hold], None]) -> tuple[Hold | None, list[Hold]]:
    """While a navigation is held the page can't be looked at, so the two waits race."""
    caught = asyncio.ensure_future(window.holds.get())
    rest = asyncio.ensure_future(resting)
    try:
        await asyncio.wait({caught, rest}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:   # the run was stopped: neither of the two goes on without it
        caught.cancel()
        rest.cancel()
        await asyncio.gather(caught, rest, return_exceptions=True)
        raise
    rest.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await rest
    if not caught.done():
        caught.cancel()
        return None, []
    holds = [caught.result()]
    others_may_come = asyncio.sleep(SIBLINGS)
    # In a thread: the gate must go on hearing what comes in.
    await (others_may_come if holds[0].blind else
           asyncio.gather(others_may_come, asyncio.to_thread(meanwhile, holds[0])))
    while not window.holds.empty():
        holds.append(window.holds.get_nowait())
    return _choose([hold for hold in holds if not hold.ending.done()] or holds)


async def next_hold(window: Window, page: Page, gate: Gate, *, arrivals: Arrivals | None = None,
                    replaced: bool = False,
                    meanwhile: Callable[[Hold], None] = nothing) -> tuple[Hold | None, list[Hold]]:
    """What the press goes on to cause after something was sent: of scripts, only what outlives the page's rest.

    A page that is being replaced by the answer still tries to send things. Those go down with it; taken up as a next
    step, they would leave the task unfinished, and its form to be filled in and sent again.
    """
    for _ in range(MOST_LOST):
        hold, others = await first_hold(window, page, gate, arrivals=arrivals, replaced=replaced, meanwhile=meanwhile)
        if hold is None or hold.page:
            return hold, others
        await settle_after_press(page, gate, AFTER_PRESS)
        if not hold.ending.done():
            return hold, others
    return None, []


def _choose(holds: list[Hold]) -> tuple[Hold, list[Hold]]:
    """The one that is the submission: the task's own site first, then a page load, what its page waits for, the larger.

    A page that sends a form of its own to another site beside the real one must not put that before the person.
    """
    ranked = sorted(holds, key=lambda hold: (not hold.third_party, hold.page, not hold.blind, hold.request.body.size),
                    reverse=True)
    for other in ranked[1:]:
        other.end(Ending.STAY)
    return ranked[0], ranked[1:]
