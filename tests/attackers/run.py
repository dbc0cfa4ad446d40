"""The long run: ``python -m tests.attackers.run --seeds 10000 --from 0 --out F``; goes on where it stopped."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import resource
import time
from pathlib import Path

from tests.attackers.scene import World
from tests.attackers.seed import Played, play
from tests.attackers.stage import stage

BROWSER_SEEDS = 200
"""Seeds per browser process; then a fresh one, so that nothing piles up."""


async def run(seeds: list[int], out: Path | None) -> list[Played]:
    """Plays the seeds and appends a line for each."""
    played: list[Played] = []
    world = World()
    with world.first, world.third:
        for at in range(0, len(seeds), BROWSER_SEEDS):
            async with stage() as made:
                for seed in seeds[at:at + BROWSER_SEEDS]:
                    done = await play(made, world, seed)
                    played.append(done)
                    if done.wrong:
                        print(seed, *done.wrong, *done.did, sep="\n  ", flush=True)
                    if out is not None:
                        with out.open("a", encoding="utf-8") as file:
                            file.write(json.dumps(done.json()) + "\n")
    return played


def report(lines: list[dict[str, object]]) -> str:
    """What was seen, with the upper bound that a count of none allows: 3/n at 95 %."""
    n, bad = len(lines), [line for line in lines if line["wrong"]]
    approved = sum(int(str(line["approved"])) for line in lines)
    states: dict[str, int] = {}
    for line in lines:
        states[str(line["state"])] = states.get(str(line["state"]), 0) + 1
    bound = f"upper bound {3 / n:.3%} per seed at 95 %" if n and not bad else "no bound"
    return (f"n = {n}, violations {len(bad)} ({', '.join(str(line['seed']) for line in bad[:20])}), {bound}; "
            f"{approved} approvals, arrived {sum(int(str(line['first'])) for line in lines)} at the first party and "
            f"{sum(int(str(line['third'])) for line in lines)} at the third; states {states}")


def main() -> None:
    """The command line."""
    logging.disable(logging.CRITICAL)  # the attacker's own exceptions, thousands of them
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--from", type=int, default=0, dest="start")
    parser.add_argument("--out", type=Path, default=Path("attackers.jsonl"))
    parser.add_argument("--report", action="store_true", help="only print what the file holds")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.out.read_text("utf-8").splitlines()] if given.out.exists() else []
    done = {line["seed"] for line in lines}
    wanted = [seed for seed in range(given.start, given.start + given.seeds) if seed not in done]
    if not given.report:
        began = time.monotonic()
        lines += [each.json() for each in asyncio.run(run(wanted, given.out))]
        used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = sum(each.ru_utime + each.ru_stime for each in used)
        print(f"{len(wanted)} seeds in {time.monotonic() - began:.0f} s, {cpu / max(1, len(wanted)):.2f} s of CPU each")
    print(report(lines))


if __name__ == "__main__":
    main()
