"""Start to first painted window, ours against a bare PySide6 window: ``python -m tests.bench.first_paint``.

They take turns; each start is a whole process. The clock runs here, from before the process is made to the line that it
prints when the event loop comes round after the first paint. Ours is stopped there: before the agent and the views are
started.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
import os
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell)
def tell():
    os.write(1, b"painted\\n")
    os._exit(0)
app = QApplication([])
window = Window("Hello")
window.resize(1180, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys
import desktop.app
def begin(self):
    os.write(1, b"painted\\n")
    os._exit(0)
def run(home, usual, values, wishes):
    import desktop.session
    desktop.session.Session._begin = begin
    return real(home, usual, values, wishes)
real, desktop.app._run = desktop.app._run, run
desktop.app.main(["--home", sys.argv[1]])
"""


def once(code: str, home: str) -> float:
    """Seconds from the start of one process to its first painted window."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not environment.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, home], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          env=environment, cwd=ROOT) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = time.perf_counter() - start
    if line != b"painted\n":
        raise SystemExit("a window was not painted")
    return spent


def main() -> None:
    """Measures and prints medians, ranges and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15)
    pairs = parser.parse_args().pairs
    found: dict[str, list[float]] = {"bare": [], "ours": []}
    with tempfile.TemporaryDirectory() as home:
        for code in (BARE, OURS):
            once(code, home)  # a warm-up of each
        for _ in range(pairs):
            found["bare"].append(once(BARE, home))
            found["ours"].append(once(OURS, home))
    for name, times in found.items():
        print(f"{name}: median {statistics.median(times) * 1000:.0f} ms "
              f"({min(times) * 1000:.0f} to {max(times) * 1000:.0f}), n = {len(times)}")
    print(f"ratio of medians: {statistics.median(found['ours']) / statistics.median(found['bare']):.2f}")


if __name__ == "__main__":
    main()
