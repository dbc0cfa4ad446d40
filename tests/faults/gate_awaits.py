"""The gate and the ledger alone, killed at every await from an approval to its answer.

``python -m tests.faults.gate_awaits`` prints one line of JSON. No browser and no run, so a life costs a tenth of a
second: the flow runs in a fork of a process that has loaded all. A client posts through the gate, the request is held,
filed and approved; from there on each await (reached and resumed) and each commit is a place. There the process kills
itself (victim ``agent``), or the client's connection breaks (``browser``). Then the next start puts the records in
order, and what is still approved is sent by a client that filled the page again. What the site received decides.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults.await_child import listen_to_commits, mutate
from tests.faults.await_points import install

if TYPE_CHECKING:
    from agent.gate.holds import Hold
    from agent.protocol import Digest
    from agent.store.engine import Store
    from tests.gate.raw import Line

HEADERS = "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: same-origin\r\n"

BODY = b"reading=48213"

LIFE_SECONDS = 300
"""A life that takes longer has hung."""

Place = tuple[str, str, int]
"""Site, kind, and which pass of it."""


@dataclass
class Watcher:
    """Counts from the approval on; at the place ordered it kills this process or breaks the client's connection."""

    place: Place | None = None
    victim: str = ""
    client: Line | None = None
    loop: asyncio.AbstractEventLoop | None = None
    counting: bool = False
    passes: list[Place] = field(default_factory=list)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def passed(self, site: str, kind: str) -> None:
        """Hears of a pass."""
        if not self.counting:
            return
        self.seen[site, kind] += 1
        here = (site, kind, self.seen[site, kind])
        self.passes.append(here)
        if here != self.place:
            return
        if self.victim == "agent":
            os.kill(os.getpid(), signal.SIGKILL)
        assert self.client is not None
        assert self.loop is not None
        self.loop.call_soon_threadsafe(self.client.writer.transport.abort)


async def flow(home: Path, url: str, watcher: Watcher) -> None:
    """One request through the gate: held, approved unless it is already, sent, answered."""
    from agent.gate.canonical import digest
    from agent.gate.holds import Ending
    from agent.gate.proxy import Gate
    from agent.gate.store_ledger import StoreLedger
    from agent.store.migrate import open_store
    from tests.gate.raw import line, request

    store = open_store(home)
    gate = Gate(home / "spool", StoreLedger(store))
    await gate.start()
    gate.admit(url)
    gate.arm()
    try:
        with gate.window() as window:
            async with line(gate.port) as made:
                watcher.client, watcher.loop = made, asyncio.get_running_loop()
                await made.send(request("POST", url, HEADERS, BODY))
                hold = await window.holds.get()
                number = approved(store, hold, digest(hold.request, hold.made))
                watcher.counting = True
                hold.end(Ending.SEND, number)
                await hold.answer
                await made.head()
        watcher.counting = False
    finally:
        await gate.close()
        store.close()


def approved(store: Store, hold: Hold, key: Digest) -> int:
    """The number of the approved submission that the request stands for."""
    from agent.protocol import SubmissionState
    from agent.store import ledger, submissions
    from agent.store.tables import Submission

    found = submissions.open_of_task(store, 1)
    if found is None:
        found = ledger.hold(store, Submission(task_id=1, run_id=1, method="POST", url=hold.request.url, digest=key,
                                              origin=hold.request.url.rpartition("/")[0], sheet={"fields": []}))
        ledger.decide(store, found.id or 0, "approve", SubmissionState.APPROVED, key)
    return found.id or 0


def in_a_fork(home: Path, url: str, watcher: Watcher, passes: Path | None = None) -> int:
    """Lives the flow in a child; returns its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 1
    try:
        signal.alarm(LIFE_SECONDS)
        CURRENT.append(watcher)
        asyncio.run(flow(home, url, watcher))
        if passes is not None:
            passes.write_text(json.dumps(watcher.passes))
        code = 0
    finally:
        os._exit(code)


class Sweep:
    """All lives, with a site that outlives them."""

    def __init__(self, folder: Path) -> None:
        from tests.parts.recording import RecordingSite

        self._folder, self._site = folder, RecordingSite()
        self._template = folder / "template"
        self.wrong: list[str] = []
        self.states: Counter[str] = Counter()
        self._told: list[str] = []

    def go(self, victims: list[str], at: tuple[str, ...]) -> dict[str, Any]:
        """Lives them all; returns what they came to."""
        self._make_template()
        with self._site:
            found = [place for place in self._places() if place[0].startswith(at)]
            for place in found:
                for victim in victims:
                    self._live(place, victim)
        # Once more, now that the site has come to its end: what was still under way then has arrived.
        twice = [told for number, told in enumerate(self._told) if self._arrived(number) > 1]
        return {"places": len(found), "lives": len(self._told), "twice": twice, "states": self.states,
                "wrong": self.wrong}

    def _url(self, life: int) -> str:
        """Every life has an address of its own, so that what comes late is not taken for another's."""
        return f"{self._site.url}/send-{life}"

    def _arrived(self, life: int) -> int:
        return sum(each.target == f"/send-{life}" for each in self._site.writes)

    def _make_template(self) -> None:
        from agent.store import tasks
        from agent.store.home import home_folder
        from agent.store.migrate import open_store
        from agent.store.tables import Task

        store = open_store(home_folder(str(self._template)))
        tasks.add(store, Task(text="a task", title="a task", url="https://council.example/"))
        tasks.start_run(store, 1)
        store.close()

    def _home(self) -> Path:
        home = self._folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self._template, home)
        return home

    def _places(self) -> list[Place]:
        passes = self._folder / "passes.json"
        code = in_a_fork(self._home(), f"{self._site.url}/count", Watcher(), passes)
        if code:
            raise RuntimeError(f"the flow itself ended with {code}")
        return [(site, kind, number) for site, kind, number in json.loads(passes.read_text())]

    def _live(self, place: Place, victim: str) -> None:
        home, life, told = self._home(), len(self._told), f"{victim} at {place}"
        self._told.append(told)
        code = in_a_fork(home, self._url(life), Watcher(place, victim))
        if code != (-signal.SIGKILL if victim == "agent" else 0):
            self.wrong.append(f"{told}: ended with {code}")
        state = self._after_the_start(home, told, life)
        if state == "approved" and in_a_fork(home, self._url(life), Watcher()) != 0:
            self.wrong.append(f"{told}: could not be sent afterwards")
        arrived = self._arrived(life)
        self.states[f"{victim}: {state}, {arrived} arrived"] += 1
        if arrived > 1 or (state == "approved" and arrived != 1):
            self.wrong.append(f"{told}: {arrived} arrived in the end")
        print(f"{told}: {state}, {arrived} arrived", file=sys.stderr, flush=True)

    def _after_the_start(self, home: Path, told: str, life: int) -> str:
        """Puts the records in order as a start does, and compares them with what arrived."""
        from agent.runs.recovery import recover
        from agent.store import ledger, submissions
        from agent.store.migrate import open_store
        from agent.store.problems import NotNow

        store = open_store(home)
        try:
            recover(store)
            found = submissions.get(store, 1)
            arrived = self._arrived(life)
            allowed = {"approved": (0,), "not_sent": (0,), "unknown": (0, 1), "answered": (1,)}.get(found.state, ())
            if arrived not in allowed:
                self.wrong.append(f"{told}: {found.state}, and {arrived} arrived")
            if ledger.broken_links(store):
                self.wrong.append(f"{told}: the journal is broken")
            if found.state != "approved":
                try:
                    ledger.begin_sending(store, 1, found.digest)  # type: ignore[arg-type]  # a column is plain text
                    self.wrong.append(f"{told}: {found.state}, and the approval can be spent")
                except NotNow:
                    pass
            return str(found.state)
        finally:
            store.close()


def main() -> int:
    """Runs the sweep; exit code 0 only if nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--victim", action="append", choices=("agent", "browser"))
    parser.add_argument("--at", action="append", metavar="FILE", help="only at places whose name begins so")
    parser.add_argument("--mutation", choices=("resend", "late"), default="")
    chosen = parser.parse_args()
    listening = _Forwarder()
    install(listening)
    listen_to_commits(listening)  # type: ignore[arg-type]  # it has the two methods that are called
    mutate(chosen.mutation)
    with tempfile.TemporaryDirectory(prefix="ga-") as folder:
        found = Sweep(Path(folder)).go(chosen.victim or ["agent", "browser"], tuple(chosen.at or [""]))
    print(json.dumps(found))
    return 1 if found["wrong"] else 0


class _Forwarder:
    """Tells the watcher of the life that is lived in this process."""

    def passed(self, site: str, kind: str) -> None:
        if CURRENT:
            CURRENT[-1].passed(site, kind)

    def moved(self, state: str) -> None:
        """Nobody asks."""


CURRENT: list[Watcher] = []
"""The watcher of the fork that this process is; none in the process that forks."""


if __name__ == "__main__":
    sys.exit(main())
