"""The agent with its awaits watched, as a process: counts them, or kills somebody when one is reached.

``python -m tests.faults.await_child run ...`` is ``countersign-agent run ...``; the order comes in an environment
variable that only the sweep sets. Victims: the agent itself, its browser, its driver (Playwright's node process).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from tests.faults.await_points import COMMIT, PACKAGE, ROOT, install

ORDER = "FAULT_AWAIT_ORDER"

DEATH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Point:
    """The ``n``-th pass of a site in a phase. Phases: ``start``, then ``held1``, ``approved1``, ``sending1``, ...

    A site ``gate/release.py*`` stands for whatever begins like that.
    """

    site: str
    kind: str
    phase: str
    n: int

    def covers(self, site: str, kind: str, phase: str) -> bool:
        """Whether a pass is one of those that are counted for this point."""
        here = site.startswith(self.site[:-1]) if self.site.endswith("*") else site == self.site
        return here and (kind, phase) == (self.kind, self.phase)


@dataclass(frozen=True, slots=True)
class Order:
    """What the child is to do. ``log``: a file for a line of JSON for each pass, or for the kill alone."""

    log: str
    point: Point | None = None
    victim: str = ""             # agent, browser or driver
    mutation: str = ""           # see `mutations`

    def as_environment(self) -> dict[str, str]:
        """For the child's environment."""
        return {ORDER: json.dumps(asdict(self))}


def read_order() -> Order:
    """The order from the environment."""
    told = json.loads(os.environ[ORDER])
    return Order(**{**told, "point": Point(**told["point"]) if told["point"] else None})


class Watcher:
    """Counts passes by phase; kills at the point ordered."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._phase, self._holds = "start", 0
        self._passes: Counter[tuple[str, str, str]] = Counter()
        self._hits = 0
        self._lock = threading.RLock()
        self._log = Path(order.log).open("a", buffering=1)  # noqa: SIM115 - open until the end, whenever that is

    def passed(self, site: str, kind: str) -> None:
        """Hears of a pass."""
        aim = self._order.point
        with self._lock:
            if aim is None:
                self._passes[self._phase, site, kind] += 1
                point = Point(site, kind, self._phase, self._passes[self._phase, site, kind])
                print(json.dumps({**asdict(point), "alive": sorted(victims())}), file=self._log)
            elif aim.covers(site, kind, self._phase):
                self._hits += 1
                if self._hits == aim.n:
                    self._kill()

    def moved(self, state: str) -> None:
        """Hears of a state that has just come to be on disk, a submission's or a task's."""
        with self._lock:
            if state == "held":
                self._holds += 1
            if state in ("held", "approved", "sending", "answered", "unknown"):
                self._phase = f"{state}{self._holds}"

    def _kill(self) -> None:
        number = os.getpid() if self._order.victim == "agent" else victims().get(self._order.victim)
        print(json.dumps({"killed": number, "at": self._phase}), file=self._log)
        if number is None:
            return
        os.kill(number, signal.SIGKILL)
        until = time.monotonic() + DEATH_SECONDS
        while Path(f"/proc/{number}/stat").exists() and not _zombie(number) and time.monotonic() < until:
            time.sleep(0.001)


def victims() -> dict[str, int]:
    """The driver and the browser, where they live."""
    found = {}
    for driver in _children(os.getpid()):
        found["driver"] = driver
        for browser in _children(driver):
            found["browser"] = browser
    return found


def _children(number: int) -> list[int]:
    told = []
    for task in Path(f"/proc/{number}/task").iterdir():
        try:
            told += [int(each) for each in (task / "children").read_text().split()]
        except OSError:
            continue  # a thread that has just ended
    return [each for each in told if not _zombie(each)]


def _zombie(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] in ("Z", "X")
    except OSError:
        return True


def listen_to_commits(watcher: Watcher) -> None:
    """Tells the watcher of every commit of the store, and of the states that it put on disk."""
    from sqlalchemy import event
    from sqlalchemy.orm import Session

    @event.listens_for(Session, "after_flush")
    def _flushed(session: Any, _context: Any) -> None:
        for row in (*session.new, *session.dirty):
            state = str(getattr(row, "state", ""))
            if type(row).__name__ == "Submission" and state != "approved":  # that is the person's; see Task
                session.info.setdefault("moved", []).append(state)
            elif type(row).__name__ == "Task" and state == "sending":
                session.info.setdefault("moved", []).append("approved")  # taken up; nothing is spent yet

    @event.listens_for(Session, "after_commit")
    def _committed(session: Any) -> None:
        for state in session.info.pop("moved", []):
            watcher.moved(state)
        watcher.passed(_committer(sys._getframe()), COMMIT)


def _committer(frame: FrameType | None) -> str:
    """Who committed: the store's function and the place outside the store that called it."""
    store, inside = "", str(ROOT / PACKAGE / "store")
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(inside) and not path.endswith("engine.py"):
            store = f"{Path(path).stem}.{frame.f_code.co_name}"
        elif path.startswith(str(ROOT / PACKAGE)) and not path.startswith(inside):
            return f"{store} from {Path(path).relative_to(ROOT / PACKAGE).as_posix()}:{frame.f_lineno}"
        frame = frame.f_back
    return store


def mutate(name: str) -> None:
    """Breaks the ledger on purpose, to show that the sweep can see: ``resend`` or ``late``."""
    if name == "resend":
        _hand_back_what_is_in_doubt()
    elif name == "late":
        _write_after_the_first_byte()
    elif name:
        raise ValueError(name)


def _hand_back_what_is_in_doubt() -> None:
    from sqlmodel import Session, select

    from agent.protocol import SubmissionState
    from agent.store import ledger
    from agent.store.engine import Store
    from agent.store.tables import Submission

    def doubtful(store: Store) -> list[Submission]:
        with store.write() as session:
            for each in session.exec(select(Submission).where(Submission.state == SubmissionState.SENDING)):
                each.state = SubmissionState.APPROVED
                session.add(each)
        return []

    def never_spent(_session: Session, _number: int) -> bool:
        return False

    ledger.doubtful = doubtful
    ledger._is_spent = never_spent


def _write_after_the_first_byte() -> None:
    from agent.gate.upstream import FirstByte, OneAnswer, Upstream
    from agent.gate.wire import WireRequest

    in_time = Upstream.send_once

    async def send_once(self: Upstream, request: WireRequest, first_byte: FirstByte) -> OneAnswer:
        async def nothing() -> None:
            return

        answer = await in_time(self, request, nothing)
        await first_byte()
        return answer

    Upstream.send_once = send_once  # type: ignore[method-assign]


def main() -> int:
    """Runs the agent's command line under watch."""
    order = read_order()
    watcher = Watcher(order)
    install(watcher)
    listen_to_commits(watcher)
    mutate(order.mutation)
    from agent.cli import main as agent

    return agent(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
