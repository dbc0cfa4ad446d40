"""Runs the walks, prints the share that arrive right: `python -m tests.walks.run [--only NAME] [--obstacle KIND]`."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections import Counter

from tests.flows.harness import Outcome, take
from tests.flows.run import line
from tests.walks.every import WALKS
from tests.walks.pages import Walk


def main(arguments: list[str]) -> int:
    """Prints a line a walk, and by obstacle the share that went through with all fields right; 1 if any did not."""
    parser = argparse.ArgumentParser(prog="python -m tests.walks.run")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="a walk, or the start of its name")
    parser.add_argument("--obstacle", action="append", default=[], choices=sorted({each.obstacle for each in WALKS}))
    asked = parser.parse_args(arguments)
    walks = [each for each in WALKS if (not asked.only or any(map(each.flow.name.startswith, asked.only)))
             and (not asked.obstacle or each.obstacle in asked.obstacle)]
    os.environ.setdefault("COUNTERSIGN_PASSPHRASE", "walks")  # no keyring is needed for a home in a temporary folder
    outcomes = asyncio.run(_all(walks))
    print(_totals(outcomes))
    return 0 if all(each.completed and not each.unapproved for _, each in outcomes) else 1


async def _all(walks: list[Walk]) -> list[tuple[Walk, Outcome]]:
    found = []
    for each in walks:
        outcome = await take(each.flow)
        found.append((each, outcome))
        print(line(outcome), flush=True)
    return found


def _totals(outcomes: list[tuple[Walk, Outcome]]) -> str:
    tried = Counter(each.obstacle for each, _ in outcomes)
    right = Counter(each.obstacle for each, outcome in outcomes if outcome.completed)
    lines = [f"{kind:12} {right[kind]:3} of {count}" for kind, count in tried.items()]
    leaks = sum(len(outcome.unapproved) for _, outcome in outcomes)
    more = sum(len(outcome.reviews) > outcome.flow.most_reviews for _, outcome in outcomes)
    false = sum(len(outcome.false_holds) for _, outcome in outcomes)
    return "\n".join([*lines, f"n = {len(outcomes)}; right {sum(right.values())}; with more reviews than right {more}; "
                              f"false holds {false}; unapproved arrivals {leaks}"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
