"""Forks workers that tick on a fast clock over one database and kills them at random moments; says what it did.

A process of its own, so that the forks carry no threads of a test run: ``python -m … HOME KILLS SEED``.
The worker's clock runs on from where the killed one's stood, as the wall clock would.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from agent.chores.clock import tick
from agent.store.engine import Store, make_engine
from agent.store.home import database_path
from agent.store.migrate import open_store

BEGIN = datetime(2026, 3, 20, tzinfo=UTC)
SPEED = timedelta(hours=11)
"""How far the clock goes from look to look: most looks find something due."""

WORKERS = 2
CHORES = (("FREQ=DAILY", "09:00", "Europe/London", "each"), ("FREQ=DAILY", "01:30", "America/New_York", "once"),
          ("FREQ=WEEKLY;BYDAY=MO,TH", "12:00", "Europe/Berlin", "each"),
          ("FREQ=MONTHLY;BYMONTHDAY=-1", "18:00", "", "each"),
          ("FREQ=DAILY", "23:45", "Asia/Tokyo", "each"))


def start(_text: str) -> tuple[str, dict[str, Any], None]:
    return "https://example.org/form", {}, None


def work(home: Path, begin: datetime, told: int) -> None:
    store = Store(make_engine(database_path(home)), home)
    now = begin
    os.write(told, b"r")
    while True:
        tick(store, start, now)
        now += SPEED
        os.write(told, b".")


def main(home: Path, kills: int, seed: int) -> None:
    os.environ["TZ"] = "Europe/Madrid"
    chance = random.Random(seed)
    open_store(home).close()
    now, done, ticks = BEGIN, 0, 0
    while done < kills:
        pipes, children = [], []
        for _ in range(WORKERS):
            reads, writes = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(reads)
                try:
                    work(home, now, writes)
                finally:
                    os._exit(70)
            os.close(writes)
            pipes.append(reads)
            children.append(child)
        for reads in pipes:
            os.read(reads, 1)
        first = sum(len(os.read(pipes[0], 1)) for _ in range(chance.randrange(3)))
        time.sleep(chance.random() * 0.05)       # the random moment itself; nothing waits for anything
        for child in children:
            os.kill(child, signal.SIGKILL)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert codes == [-signal.SIGKILL] * WORKERS, codes
        seen = [first, 0]
        for place, reads in enumerate(pipes):
            ready, _, _ = select.select([reads], [], [], 0)
            seen[place] += len(os.read(reads, 1 << 16)) if ready else 0
            os.close(reads)
        ticks += sum(seen)
        now += SPEED * max(seen)
        done += WORKERS
    store = open_store(home)
    tick(store, start, now)
    tick(store, start, now)
    store.close()
    print(json.dumps({"kills": done, "ticks": ticks, "end": now.isoformat()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
