"""Rules switched off one at a time, to prove that the oracles see: ``python -m tests.attackers.mutations``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

from agent.browser.page import PageMap
from agent.gate import policy, proxy
from agent.gate.policy import Reason, Verb, Verdict
from agent.planner.base import Done
from agent.runs import reviewing, turns
from agent.store import ledger
from tests.attackers.scene import World
from tests.attackers.seed import play
from tests.attackers.stage import stage

Mutation = Callable[[contextlib.ExitStack], None]


def _set(undo: contextlib.ExitStack, where: Any, name: str, value: Any) -> None:
    undo.enter_context(mock.patch.object(where, name, value))


def armed_passes(undo: contextlib.ExitStack) -> None:
    _set(undo, policy, "_armed", lambda _request, _write: Verdict(Verb.PASS, Reason.KNOWN))


def never_armed(undo: contextlib.ExitStack) -> None:
    _set(undo, proxy.Gate, "arm", lambda _gate: None)


def a_press_holds_nothing(undo: contextlib.ExitStack) -> None:
    _set(undo, policy, "_consequential", lambda _request, _write, _phase: False)
    _set(undo, policy, "_armed", lambda _request, write: Verdict(Verb.PASS, Reason.KNOWN) if write else Verdict(
        Verb.REFUSE, Reason.NEW_ADDRESS))


def any_request_stands_for_an_approved_one(undo: contextlib.ExitStack) -> None:
    """The run takes whatever comes for what was approved, and the ledger does not look at the digest."""
    _set(undo, reviewing.Reviewer, "_stands_for", lambda *_all: True)
    real = ledger.begin_sending

    def begin(store: Any, submission_id: int, _digest: Any) -> None:
        with store.read() as session:
            approved = ledger.get(session, submission_id).digest
        real(store, submission_id, approved)

    _set(undo, ledger, "begin_sending", begin)


def unasked(undo: contextlib.ExitStack) -> None:
    """Nobody is asked: what is held goes out as if it were approved."""
    async def ask(reviewer: Any, hold: Any, held: Any) -> Any:
        ledger.decide(reviewer._store, held.id, "approve", "approved")  # type: ignore[arg-type]  # the column is text
        return await reviewer._release(hold, held.id)

    _set(undo, reviewing.Reviewer, "_ask", ask)


def sources_are_believed(undo: contextlib.ExitStack) -> None:
    _set(undo, turns, "vouched", lambda change, _page, _persons: change)


def answers_are_not_looked_over(undo: contextlib.ExitStack) -> None:
    _set(undo, turns, "sound", lambda actions, *_: actions)


def done_is_believed(undo: contextlib.ExitStack) -> None:
    def believed(done: Done, _page: PageMap) -> Done:
        return done

    _set(undo, turns, "really_confirmed", believed)


ALL: tuple[Mutation, ...] = (armed_passes, never_armed, a_press_holds_nothing, unasked, sources_are_believed,
                             answers_are_not_looked_over, any_request_stands_for_an_approved_one, done_is_believed)


async def first_seen(mutation: Mutation, seeds: list[int]) -> tuple[int, list[str]]:
    """How many seeds it took until an oracle saw the fault, and what it said; (0, []) when none did."""
    world = World()
    with world.first, world.third, contextlib.ExitStack() as undo:
        async with stage() as made:
            mutation(undo)
            for count, seed in enumerate(seeds, 1):
                done = await play(made, world, seed)
                if done.wrong:
                    return count, [f"seed {seed}", *done.wrong]
    return 0, []


def chosen(names: list[str]) -> Iterator[Mutation]:
    """The mutations of those names; all for none."""
    yield from (each for each in ALL if not names or each.__name__ in names)


def main() -> None:
    """The command line."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=60)
    given = parser.parse_args()
    for mutation in chosen(given.names):
        count, said = asyncio.run(first_seen(mutation, list(range(given.seeds))))
        print(f"{mutation.__name__}: {f'seen after {count}' if count else 'NOT SEEN'}", *said[:3], sep="\n    ",
              flush=True)


if __name__ == "__main__":
    main()
