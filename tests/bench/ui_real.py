"""What the window's own thread costs while four real runs work: real agent, real browsers, the Running view in front.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.ui_real [--rounds 3]

A timer of 10 ms reads the thread's processor time; each tick's figure is what was spent since the tick before.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from agent.practice import PracticeSite
from agent.protocol import settings
from desktop.link import Connection
from desktop.navigation import View
from desktop.session import Session
from tests.runs.household import FACTS, METER

TICK_MS = 10
PATIENCE_MS = 120_000


class Ticks:
    """Milliseconds of this thread's processor time per tick, while ``on``."""

    def __init__(self) -> None:
        self.spent: list[float] = []
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.thread_time()
        self.spent.append((now - self._last) * 1000)
        self._last = now

    def end(self) -> list[float]:
        self._timer.stop()
        return self.spent


def until(holds) -> None:  # type: ignore[no-untyped-def]  # any function without arguments
    clock = QElapsedTimer()
    clock.start()
    while not holds():
        if clock.elapsed() > PATIENCE_MS:
            raise SystemExit("never came true")
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()


def one_round(app: QApplication) -> list[float]:
    with tempfile.TemporaryDirectory() as folder, PracticeSite(Path(folder) / "council.db") as site:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        settings.write(home, "welcomed", True)
        settings.write(home, "side-by-side", 4)
        session = Session(app, home, False, settings.read(home))
        session.start((), ())
        until(lambda: session.worker.state is Connection.READY)
        for kind, value in FACTS.items():
            session.worker.call("profile set", {"kind": kind, "value": value})
        session.window.shell.navigator.go(View.RUNNING)
        pages = list(site.pages.values())[:3]
        for number, url in enumerate([site.pages["meter-reading"], *pages]):
            session.worker.call("add", {"text": f"{METER} {number}", "url": url})
        heard: list[object] = []
        session.worker.live.connect(heard.append)
        until(lambda: heard)
        ticks = Ticks()
        until(lambda: session.window.tally.counts.needs == 4)
        spent = ticks.end()
        session.finish()
        session.window.deleteLater()
        return spent


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--rounds", type=int, default=3)
    rounds = asked.parse_args().rounds
    app = QApplication([])
    for number in range(rounds):
        spent = sorted(one_round(app))
        print(f"round {number + 1}: n = {len(spent)} ticks, p50 {statistics.median(spent):.2f} ms, "
              f"p99 {spent[int(len(spent) * 0.99)]:.2f} ms, max {spent[-1]:.2f} ms", flush=True)


if __name__ == "__main__":
    main()
