"""Looks at processes through /proc: who descends from whom, and how long each outlives its parent."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")

LOOK_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Process:
    """One process; the start time tells it from a later one with the same number."""

    pid: int
    parent: int
    started: int
    name: str


def every() -> dict[int, Process]:
    """All living processes (zombies are dead)."""
    found = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (process := _read(int(entry.name))) is not None:
            found[process.pid] = process
    return found


def descendants(pid: int) -> list[Process]:
    """Children of a process, their children, and so on."""
    table = every()
    found: list[Process] = []
    parents = {pid}
    while parents:
        born = [each for each in table.values() if each.parent in parents]
        found += born
        parents = {each.pid for each in born}
    return found


def alive(process: Process) -> bool:
    """Whether this very process still runs."""
    now = _read(process.pid)
    return now is not None and now.started == process.started


def marked(mark: str) -> list[Process]:
    """Living processes whose command line or environment holds a mark (both survive a change of parent)."""
    found = []
    for process in every().values():
        try:
            told = (PROC / str(process.pid) / "environ").read_bytes() + (
                PROC / str(process.pid) / "cmdline").read_bytes()
        except OSError:
            continue
        if mark.encode() in told:
            found.append(process)
    return found


class Wake:
    """Watches the survivors of a kill until the last is gone, in a thread of its own."""

    def __init__(self, survivors: list[Process], patience: float) -> None:
        self.seconds: float | None = None      # until the last was gone; None when some never went
        self.left: list[Process] = survivors
        self._patience = patience
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def over(self) -> bool:
        """Waits for the end; False when a process outlived our patience."""
        self._thread.join()
        return not self.left

    def _watch(self) -> None:
        start = time.monotonic()
        while time.monotonic() - start < self._patience:
            self.left = [each for each in self.left if alive(each)]
            if not self.left:
                self.seconds = time.monotonic() - start
                return
            time.sleep(LOOK_SECONDS)


def _read(pid: int) -> Process | None:
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    name, _, rest = text.partition("(")[2].rpartition(")")
    fields = rest.split()
    if fields[0] in ("Z", "X"):
        return None
    return Process(pid, int(fields[1]), int(fields[19]), name)
