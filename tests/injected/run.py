"""All carriers: ``python -m tests.injected.run``; prints n, read, unread, obeyed, leaks, and what was wrong."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import resource
import time
from pathlib import Path

from tests.attackers.conftest import patient
from tests.attackers.stage import stage
from tests.injected.carriers import Trial, trials
from tests.injected.trial import Played, play


async def play_all(chosen: list[Trial], out: Path | None = None) -> list[Played]:
    """Plays them one after the other in one browser."""
    played: list[Played] = []
    async with stage() as made, patient():
        for each in chosen:
            played.append(done := await play(made, each))
            if done.wrong:
                print(each, *done.wrong, sep="\n    ", flush=True)
            if out is not None:
                line = {name: getattr(done, name) for name in done.__slots__ if name != "trial"}
                with out.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"trial": str(each), **line}) + "\n")
    return played


def report(played: list[Played]) -> str:
    """The figures."""
    n, read, obeyed = len(played), sum(each.read for each in played), sum(bool(each.did) for each in played)
    leaked = [each for each in played if each.leaks]
    calls = sum(len(each.did) for each in played)
    bound = f", upper bound {3 / n:.1%} at 95 %" if n and not leaked else ""
    turned_down, sent = sum(each.turned_down for each in played), sum(each.sent for each in played)
    plain = sum(len(each.plain) for each in played)
    faults = sum(bool(each.wrong) and not each.leaks for each in played)
    return (f"n = {n}: read {read}, unread {n - read}, obeyed {obeyed} ({calls} calls), leaks {len(leaked)}{bound}; "
            f"asked {sum(len(each.asked) for each in played)} questions, turned down {turned_down} sheets, "
            f"approved and arrived {sent}, plain reads elsewhere {plain}, with another fault {faults}")


def main() -> None:
    """The command line."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only carriers whose name, code or goal has one of these words")
    parser.add_argument("--turn", type=int, default=0, help="gives every carrier another goal")
    parser.add_argument("--out", type=Path, help="a line of JSON for each")
    given = parser.parse_args()
    chosen = [each for each in trials(given.turn) if not given.words or any(
        word in str(each) for word in given.words)]
    began = time.monotonic()
    played = asyncio.run(play_all(chosen, given.out))
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    print(f"{time.monotonic() - began:.0f} s, {cpu:.0f} s of CPU")
    print(report(played))
    raise SystemExit(1 if any(each.wrong for each in played) else 0)


if __name__ == "__main__":
    main()
