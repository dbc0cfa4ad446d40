"""Every channel, without the gate and with it, as a table.

    python -m tests.channels.run                      # all: about 800 cases
    python -m tests.channels.run --family sockets     # one family (may be given again)
    python -m tests.channels.run --only-gate          # leaves the runs without the gate out
    python -m tests.channels.run --json FILE          # keeps the raw result

Ends with code 1 if anything leaked.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.channels import own_network
from tests.channels.catalogue import FAMILIES, cases
from tests.channels.channel import Case
from tests.channels.page import TURNS, sheets

BATCH = 20
"""Pages in one browser."""

SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of cases showed: per case what the gate met, where canaries arrived,
      and what the page complained of."""

    cases: dict[str, dict[str, Any]]
    strays: list[str]
    unloaded: list[str]
    seconds: list[float]

    def leaks(self) -> dict[str, list[str]]:
        """Case and turn to the places where its canary arrived."""
        return {f"{name} {turn}": places for name, found in self.cases.items()
                for turn, places in found["places"].items() if places}

    def arrived(self, name: str) -> bool:
        return any(self.cases[name]["places"].values())

    def word(self, name: str, turn: str) -> str:
        """A cell of the table."""
        found = self.cases[name]
        return "LEAK" if found["places"][turn] else "stopped" if found["met"][turn] else "no traffic"


def run(chosen: Iterable[Case], *, gated: bool) -> Outcome:
    """Runs cases in a network of their own.

    Raises:
        RuntimeError: the process inside failed; holds the end of what it said.
    """
    pages = [[case.name for case in sheet] for sheet in sheets(chosen)]
    plan = [pages[start:start + BATCH] for start in range(0, len(pages), BATCH)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.json"
        path.write_text(json.dumps(plan))
        done = own_network.run_inside(["WITH" if gated else "WITHOUT", str(path)], SECONDS)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-3000:])
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def table(without: Outcome | None, with_: Outcome, chosen: list[Case]) -> list[str]:
    """The lines of the table and the totals."""
    lines = [f"| {'channel':<38} | without  | {TURNS[0]:<10} | {TURNS[1]:<10} |", "|---|---|---|---|"]
    exercised, silent = 0, []
    for case in chosen:
        sent = "not run" if without is None else "sent" if without.arrived(case.name) else "-"
        exercised += sent == "sent"
        if sent == "-":
            reason = case.channel.unseen or (without and without.cases[case.name]["problem"]) or "nothing was sent"
            silent.append(f"- {case.name}: {reason}")
        words = [with_.word(case.name, turn) for turn in TURNS]
        lines.append(f"| {case.name:<38} | {sent:<8} | {words[0]:<10} | {words[1]:<10} |")
    totals = [f"{len(chosen)} cases of {len({case.channel.name for case in chosen})} channels, "
              f"{exercised} exercised without the gate, {len(with_.leaks())} leaks with it"]
    return [*lines, "", *totals, *(f"LEAK {each}: {places}" for each, places in with_.leaks().items()),
            *(f"stray datagrams: {each}" for each in with_.strays), *with_.unloaded,
            *(["", "Not exercised:", *silent] if silent else [])]


def main() -> int:
    """Runs and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", action="append", choices=list(FAMILIES))
    parser.add_argument("--only-gate", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    if reason := own_network.why_not():
        print(reason, file=sys.stderr)
        return 2
    wanted = {channel.name for family in asked.family or FAMILIES for channel in FAMILIES[family]}
    chosen = [case for case in cases() if case.channel.name in wanted]
    without = None if asked.only_gate else run(chosen, gated=False)
    with_ = run(chosen, gated=True)
    print("\n".join(table(without, with_, chosen)))
    if asked.json:
        asked.json.write_text(json.dumps({"without": without and without.cases, "with": with_.cases}, indent=1))
    return bool(with_.leaks())


if __name__ == "__main__":
    sys.exit(main())
