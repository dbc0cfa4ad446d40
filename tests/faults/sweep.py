"""The kill sweep as a command: ``python -m tests.faults.sweep --kills 100 --seed 1``."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.faults.life import Life
from tests.faults.story import Kill, Pulse, Story
from tests.faults.windows import STRATA, Window

PAGES = (("meter-reading",),) * 6 + (("parking-permit",),) * 2 + (("complaint",),) * 1 + (
    ("meter-reading", "complaint"),)
"""The mix of tasks: mostly the one-page form, some of many steps, some sent by script, some side by side."""


def next_targets(filled: Counter[Window], least: int, chance: random.Random) -> list[Window]:
    """A life's kills, in the loop's order: those windows first that still lack kills."""
    early = [each for each in (Window.START, Window.FILLING) if filled[each] < least or chance.random() < 0.2]
    early += [Window.HELD] if filled[Window.HELD] < least and chance.random() < 0.6 else []
    early += [Window.APPROVING] if Window.HELD in early and chance.random() < 0.6 else []
    late = [Window.APPROVED, Window.SENDING, Window.ANSWERED]
    wanting = min(late, key=lambda each: (filled[each], chance.random()))
    before = [Window.APPROVED] if wanting is not Window.APPROVED and filled[Window.APPROVED] < least else []
    return [*early, *before, wanting]


def enough(filled: Counter[Window], kills: int, least: int) -> bool:
    """Whether all windows and the whole have their number."""
    return sum(filled[each] for each in STRATA) >= kills and all(filled[each] >= least for each in STRATA)


def sweep(kills: int, least: int, seed: int, folder: Path, lives: Path) -> list[Story]:
    """Lives lives until there are enough kills, with a line of progress after each on standard error.

    Args:
        kills: of the running agent in all.
        least: in each of the six windows.
        seed: of the choices; the machine's own timing is another source of chance.
        folder: homes and sites are made here, one folder a life; a life with nothing wrong is removed.
        lives: a file with a line of JSON for each life; those that are in it already count, so that a sweep that was
            cut off goes on.
    """
    stories = read_lives(lives)
    pulse = Pulse()
    filled = Counter(each.fell for story in stories for each in story.kills)
    while not enough(filled, kills, least):
        chance = random.Random(f"{seed} {len(stories)}")
        own = folder / f"life-{len(stories):03}"
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir(parents=True)
        begun = time.monotonic()
        story = Life(own, chance, pulse).go(chance.choice(PAGES), next_targets(filled, least, chance))
        stories.append(story)
        filled.update(each.fell for each in story.kills)
        with lives.open("a") as file:
            print(json.dumps(asdict(story)), file=file)
        if not story.wrong:
            shutil.rmtree(own)
        fell = ", ".join(f"{each.meant.name}->{each.fell.name}" for each in story.kills)
        print(f"{len(stories):3} {time.monotonic() - begun:5.1f} s  {story.states}  {fell}  {story.wrong or ''}",
              file=sys.stderr, flush=True)
    return stories


def read_lives(lives: Path) -> list[Story]:
    """The lives that a file holds; none if there is no file."""
    if not lives.exists():
        return []
    found = [json.loads(line) for line in lives.read_text().splitlines()]
    return [Story(**{**each, "pages": tuple(each["pages"]), "kills": [
        Kill(**{**kill, "meant": Window(kill["meant"]), "fell": Window(kill["fell"])}) for kill in each["kills"]]})
        for each in found]


def report(stories: Sequence[Story]) -> str:
    """What the sweep came to, in words and numbers."""
    kills = [each for story in stories for each in story.kills]
    fell = Counter(each.fell for each in kills)
    agent = sum(fell[each] for each in STRATA)
    states = Counter(state for story in stories for state in story.states.values())
    ends = [each.orphan_seconds for each in kills if each.orphan_seconds is not None]
    wrong = [what for story in stories for what in story.wrong]
    lines = [
        f"{agent} kills of the running agent in {len(stories)} lives, {sum(states.values())} tasks:",
        *(f"  {fell[each]:3}  {each.value}" for each in STRATA),
        f"  and {fell[Window.APPROVING]} of an approving process, {fell[Window.AFTER]} after the end",
        f"  {sum(each.live for each in kills)} while it waited for decisions, {sum(not each.live for each in kills)} "
        "with --until-idle or approving",
        f"tasks ended: {dict(states)}",
        f"records at the site: {total(story.records for story in stories)}",
        f"duplicates: {sum('records' in what for what in wrong)} "
        f"(95 % upper bound {3 / max(agent, 1):.1%} per kill if 0)",
        f"tasks in doubt: {total(story.unknown for story in stories)}, of these "
        f"{total(story.answer_lost for story in stories)} answered but the answer was not read",
        f"requests in doubt: {total(story.unknown_requests for story in stories)}, of these "
        f"{total(story.unknown_arrived for story in stories)} had really arrived",
        f"the agent's processes were gone after a median of {statistics.median(ends or [0]):.2f} s, at most "
        f"{max(ends or [0]):.2f} s (n = {len(ends)})",
        f"files left in the temporary folder: {total(story.temporary for story in stories)}",
        f"broken invariants: {len(wrong)}",
        *(f"  {what}" for what in wrong),
    ]
    return "\n".join(lines)


def total(numbers: Iterable[int]) -> int:
    """Their sum."""
    return sum(numbers)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the sweep; exit code 0 only when no invariant broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="kills of the running agent (100)")
    parser.add_argument("--least", type=int, default=15, help="kills in each window (15)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where lives that broke something are kept; a sweep that was cut "
                        "off goes on from the lives.jsonl in it")
    chosen = parser.parse_args(argv)
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="kill-sweep-"))
    folder.mkdir(parents=True, exist_ok=True)
    stories = sweep(chosen.kills, chosen.least, chosen.seed, folder, folder / "lives.jsonl")
    print(report(stories))
    return 1 if any(story.wrong for story in stories) else 0


if __name__ == "__main__":
    sys.exit(main())
