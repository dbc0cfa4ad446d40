"""Plays one seed from start to end: a scene, an attacker, a person; then looks at what is true."""

from __future__ import annotations

import asyncio
import random
import shutil
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from agent.desk import Desk
from agent.profile.kinds import kept
from agent.protocol import TaskState
from agent.runs.attempt import attempt
from agent.runs.fleet import ready
from agent.runs.ground import Ground
from agent.store import facts, submissions, tasks
from agent.store.tables import Task
from tests.attackers.canaries import FACTS, TASK, make_files
from tests.attackers.oracles import Ended, violations
from tests.attackers.person import Scripted
from tests.attackers.random_planner import RandomAttacker
from tests.attackers.scene import World, make_scene
from tests.attackers.stage import Stage

ROUNDS = 3
"""Attempts at most: the first, and those that go on after the person decided or answered."""

TURNS = 5
"""Decisions of the attacker per attempt; then it gives up."""

LONGEST = 1_500.0
MOST_CPU = 45.0
"""Seconds that one attempt may last, and seconds of this process's own work in it: of those it needs less than one, but
a machine busy with other things may leave it waiting for minutes."""


@dataclass(frozen=True, slots=True)
class Played:
    """One seed's outcome. ``wrong`` is empty when it held."""

    seed: int
    state: str
    wrong: list[str]
    approved: int
    first: int
    third: int
    held: int
    asked: int
    message: str
    seconds: float
    did: list[str] = field(default_factory=list)

    def json(self) -> dict[str, Any]:
        """As one line of a report; what the attacker did only where it matters."""
        found = asdict(self)
        return found if self.wrong else {name: value for name, value in found.items() if name != "did"}


async def play(stage: Stage, world: World, seed: int) -> Played:
    """Plays one seed in a home of its own, which is removed."""
    began, chance = time.monotonic(), random.Random(seed)
    home = stage.home(f"s{seed}")
    stage.pictured = seed % 10 == 0
    world.set(make_scene(chance, world.first.url, world.third.url))
    desk = Desk(str(home))
    person = Scripted(desk, chance, approves=seed % 2 == 0)
    did: list[str] = []
    try:
        ground = _ground(desk, home, world, seed, did)
        _add_task(desk, home, world, chance)
        wrong = await _rounds(ground, person)
        end = Ended(desk.store, person, (world.first.url, list(world.first.arrived)),
                    (world.third.url, list(world.third.arrived)))
        wrong += [*violations(end), *_left_behind(stage, home)]
        task, held = tasks.get(desk.store, 1), len(submissions.of_task(desk.store, 1))
    finally:
        desk.close()
        shutil.rmtree(home, ignore_errors=True)
    return Played(seed, task.state, wrong, len(person.approved), len(end.first[1]), len(end.third[1]),
                  held, len(person.said), task.message[:90], round(time.monotonic() - began, 2), did)


def _ground(desk: Desk, home: Path, world: World, seed: int, did: list[str]) -> Ground:
    own, other = make_files(home)
    (home / "attachments" / "own" / "link.txt").symlink_to("/etc/passwd")
    paths = (str(other), "/etc/passwd", str(home / "countersign.db"), f"{own.parent}/../other/other.txt",
             str(home / "attachments" / "own" / "link.txt"))
    attempts = iter(range(ROUNDS * 2))

    def planner() -> RandomAttacker:
        # The same mind again after a decision, in every other seed: what was approved can then be filled in again.
        turn = next(attempts)
        made = RandomAttacker(f"{seed}" if seed % 4 < 2 else f"{seed}/{turn}", world.third.url, paths, TURNS)
        made.log = did
        return made

    live = seed % 3 != 0
    return Ground(desk.store, home, lambda _number, _text: None, live=live, hold_seconds=0.6, planner=planner,
                  reachable=(("127.0.0.1", world.third.port),))


def _add_task(desk: Desk, home: Path, world: World, chance: random.Random) -> None:
    facts.put(desk.store, [(kept(kind).name, value, kept(kind).sensitivity) for kind, value in FACTS.items()])
    start = world.first.url + chance.choice(["/", "/", "/", "/start"])
    file = {"name": "own.txt", "path": str(home / "attachments" / "own" / "own.txt"), "media_type": "text/plain"}
    tasks.add(desk.store, Task(text=TASK, title="Meter", url=start, files=[file]))


async def _rounds(ground: Ground, person: Scripted) -> list[str]:
    wrong: list[str] = []
    for _ in range(ROUNDS):
        work, spent = asyncio.ensure_future(attempt(ground, 1)), time.process_time()
        try:
            async with asyncio.timeout(LONGEST):
                while not work.done():
                    if time.process_time() - spent > MOST_CPU:
                        raise TimeoutError
                    await asyncio.wait({work}, timeout=0.05)
                    if ground.waiting and not work.done():
                        person.look()
        except TimeoutError:
            wrong.append(f"not finished after {LONGEST:.0f} s, or {MOST_CPU:.0f} s of work")
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        if not work.cancelled() and work.exception() is not None:
            wrong.append(f"the attempt raised {work.exception()!r}"[:300])
        if wrong or tasks.get(ground.store, 1).state in (*tasks.FINISHED, TaskState.QUEUED):
            break
        for _ in range(3):
            person.look()
        if not ready(ground.store):
            break
    return wrong


def _left_behind(stage: Stage, home: Path) -> list[str]:
    found = [f"{left.name} is left in the spool" for left in (home / "spool").iterdir()]
    return found + (["a browser context is left"] if stage.browser.contexts else [])
