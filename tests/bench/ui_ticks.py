"""CPU of the UI thread per 10 ms tick while four runs tell ten things a second each, with real pictures.

Prints the 50th and 99th percentile of all ticks; the 99th should be at most 3 ms.
Run: ``python -m tests.bench.ui_ticks``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from agent.protocol.messages import KnownDoc
from desktop.gallery.live import BOX, live_doc
from desktop.gallery.stage import stage
from desktop.gallery.stand_in import StandIn
from desktop.gallery.task import run_doc, task_doc
from desktop.live.view import RunningView
from desktop.theme.fonts import load_fonts

RUNS, A_SECOND, SECONDS, TICK = 4, 10, 12.0, 0.010
LIMIT = 3.0


def pictures(folder: Path, count: int = 8) -> list[str]:
    """Pages of 1280 x 800 with something on them, as PNG."""
    made = []
    for number in range(count):
        image = QImage(1280, 800, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        for line in range(60):
            painter.setPen(QColor((line * 37 + number * 50) % 255, (line * 91) % 255, 90))
            painter.drawText(20 + number * 7, 20 + line * 13, f"Line {line} of page {number}: " + "some words " * 12)
        painter.end()
        path = folder / f"page{number}.png"
        image.save(str(path))
        made.append(str(path))
    return made


class Feeder:
    """Tells of each run ten times a second: another step, now and then another picture and value."""

    def __init__(self, desk: StandIn, paths: list[str]) -> None:
        self._desk, self._paths = desk, paths
        self._count = 0

    def tell(self) -> None:
        """One event of the run whose turn it is."""
        self._count += 1
        run, turn = self._count % RUNS, self._count // RUNS
        known = [KnownDoc(label=f"Field {place}", value=f"Value {place}", source="profile", detail="name")
                 for place in range(min(20, turn // 5))]
        self._desk.live.emit(live_doc(
            f"t{run}", step=f"Step {turn}: filling in field {turn % 7}",
            at=f"2026-11-03T14:{turn // 60:02}:{turn % 60:02}", picture=self._paths[turn % len(self._paths)], box=BOX,
            known=known, turn=turn // 10, seconds=turn / A_SECOND))
        if turn % 10 == 0:
            self._desk.changed.emit({"tasks": [f"t{run}"], "receipts": False, "profile": False, "settings": False})

    def task(self, params: dict[str, object]) -> object:
        """The task with one more step every second."""
        steps = tuple(f"Filled in field {place}" for place in range(1 + self._count // RUNS // A_SECOND))
        return task_doc(str(params["id"]), "running", runs=[run_doc(steps)])


def main() -> int:
    """Measures and prints; 1 if the 99th percentile is over the limit."""
    app = QApplication([])
    app.setStyle("Fusion")
    app.setFont(load_fonts())
    with tempfile.TemporaryDirectory() as folder:
        desk = StandIn({"live": []})
        feeder = Feeder(desk, pictures(Path(folder)))
        desk.reply("task", feeder.task)
        window, shell = stage(app, desk)
        view = RunningView(shell)
        window.setCentralWidget(view)
        window.resize(1280, 800)
        window.show()
        timer = QTimer(interval=1000 // (RUNS * A_SECOND))
        timer.timeout.connect(feeder.tell)
        timer.start()
        ticks: list[float] = []
        start = monotonic()
        while monotonic() - start < SECONDS:
            until = monotonic() + TICK
            before = thread_time()
            QCoreApplication.processEvents()
            took = thread_time() - before
            if monotonic() - start > 2:
                ticks.append(took * 1000)
            sleep(max(0.0, until - monotonic()))
        timer.stop()
        window.close()
    ticks.sort()
    middle, high = ticks[len(ticks) // 2], ticks[int(len(ticks) * 0.99)]
    print(f"{len(ticks)} ticks, {RUNS} runs x {A_SECOND} events a second: p50 {middle:.2f} ms, p99 {high:.2f} ms, "
          f"max {ticks[-1]:.2f} ms; limit {LIMIT:.0f} ms at p99")
    return int(high > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
