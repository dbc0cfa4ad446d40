"""The same replay by a worker that runs already: ``python -m tests.bench.replay_served --rounds 10``.

From the request that adds the task to its standing in the inbox. Each round: *ready*, with the browser that the worker
keeps; *cold*, asked for before there was one; and the hand-written script, from the start of its process.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from agent.desk import Desk, registered
from agent.practice import PracticeSite
from tests.bench.replay import Learnt
from tests.faults.processes import descendants
from tests.parts.agent_client import Client, client

PATIENCE = 60.0
STILL_SECONDS = 2.0
"""So long no process came or went: the browser is there and has proved itself."""


class Served(Learnt):
    """A home where the reading was sent once, and a worker in it."""

    def __init__(self, folder: Path, site: PracticeSite) -> None:
        super().__init__(folder, site, "recipe")
        desk = Desk(str(self._ready))
        try:
            registered()["cancel"].call(desk, id="t2")   # it is to be added while the worker runs
        finally:
            desk.close()

    def held(self, *, ready: bool) -> float:
        """Seconds from adding the task to the hold."""
        with client(self.home()) as agent:
            agent.until(lambda: {"working": True, "problem": ""} in agent.events("fleet"))
            if ready:
                _browser_stands(agent)
            text = agent.ask("task", id="t1")["text"]
            begun = time.monotonic()
            agent.send("add", text=text, url=self._site.pages["meter-reading"], planner="recipe")
            agent.until(lambda: any(each["step"].startswith("Pressed") for each in agent.events("live")))
            agent.until(lambda: agent.ask("inbox"))
            return time.monotonic() - begun


def _browser_stands(agent: Client) -> None:
    limit, since, before = time.monotonic() + PATIENCE, time.monotonic(), frozenset[int]()
    while len(before) < 5 or time.monotonic() - since < STILL_SECONDS:
        if time.monotonic() > limit:
            raise RuntimeError("the worker kept no browser ready")
        time.sleep(0.1)
        now = frozenset(each.pid for each in descendants(agent.process.pid))
        if now != before:
            before, since = now, time.monotonic()


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args(argv).rounds
    found: list[tuple[float, float, float]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, PracticeSite(Path(folder) / "site.db") as site:
        stand = Served(Path(folder), site)
        for number in range(rounds + 1):
            one = stand.held(ready=True), stand.held(ready=False), stand.bare().moment
            found += [one] if number else []
            print("ready {:.2f}, cold {:.2f}, bare {:.2f}".format(*one), file=sys.stderr, flush=True)
    print(f"n = {rounds} rounds after one to warm up; seconds")
    for name, times in zip(("ready", "cold", "bare script"), zip(*found, strict=True), strict=True):
        print(f"{name}: median {statistics.median(times):.2f} ({min(times):.2f} to {max(times):.2f})")
    for name, place in (("ready", 0), ("cold", 1)):
        ratio = statistics.median(each[place] / each[2] for each in found)
        print(f"{name} to bare: median of the rounds' ratios {ratio:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
