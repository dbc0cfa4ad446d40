"""Runs the practice site in the foreground until it is told to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

from agent.practice.site import PracticeSite

_LOOK_UP = 0.5
"""Seconds between looks at the stop flag: on Windows a signal can't break a longer wait."""


def serve(database: Path, port: int, announce: Callable[[Mapping[str, object]], None]) -> None:
    """Serves until SIGINT or SIGTERM. ``announce`` gets ``{"url", "pages"}`` once the port is open.

    Must be called from the main thread, as signal handlers can be set nowhere else; puts the former ones back.

    Raises:
        NotStarted: the port is taken, or the file can't be used.
    """
    over = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        over.set()

    former = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with PracticeSite(database, port) as site:
            announce({"url": site.url, "pages": site.pages})
            while not over.wait(_LOOK_UP):
                pass
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
