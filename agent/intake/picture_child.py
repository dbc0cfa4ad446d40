"""The process that reads one photo or PDF from standard input, and says what it shows as lines of JSON.

What it parses is hostile. So it has no path and no network, starts nothing, writes no file, and ends by its limits.
Lines are ``{"page": 1, "of": 3}``, then one ``{"pages": [[row, …], …], "note": ""}`` or ``{"problem": sentence}``.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import sys
from typing import Any

SECONDS = 90
"""Of processor time; see `picture_reading.SECONDS` for the time by the clock."""
MEMORY = 3 * 1024**3
"""Bytes of address space. A reading takes up to 0.9 GB of memory, and more of mere addresses."""
LARGEST = 50 * 1024 * 1024
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
            "urllib.", "ftplib.", "http.", "webbrowser.", "os.remove", "os.rename", "os.mkdir")
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000    # linux/sched.h


class Forbidden(RuntimeError):
    """Something tried what this process may not do."""


def limit() -> list[str]:
    """Sets what this process may use; answers a list that names what was tried and refused."""
    tried: list[str] = []

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED) and event != "socket.gethostname":
            if event != "socket.__new__":        # made by urllib3 to look whether there is IPv6
                tried.append(event)
            raise Forbidden(event)
    with contextlib.suppress(OSError, AttributeError, ValueError, ImportError):
        if sys.platform == "linux":
            ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)    # no network at all, where that is allowed
    if sys.platform != "win32":
        import resource

        for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
                           (resource.RLIMIT_AS, MEMORY)):
            with contextlib.suppress(OSError, ValueError):    # macOS knows no bound for addresses
                resource.setrlimit(what, (most, most))
    sys.addaudithook(refuse)
    return tried


def main() -> int:
    """Reads one document."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)                    # a library's own words are no answer

    def say(line: dict[str, object]) -> None:
        out.write(json.dumps(line) + "\n")
        out.flush()
    tried = limit()
    data = sys.stdin.buffer.read(LARGEST)
    from agent.intake.picture_pages import Pages, Unusable
    from agent.intake.picture_text import Recogniser

    pages = Pages(data)
    found: list[list[str]] = []
    try:
        recogniser: Recogniser | None = None
        for picture in pages:
            say({"page": len(found) + 1, "of": pages.count})
            recogniser = recogniser or Recogniser()
            found.append(recogniser.page(picture) if pages.is_pdf else recogniser.photo(picture))
    except Unusable as problem:
        say({"problem": str(problem)})
        return 0
    except MemoryError:
        say({"problem": "It needs more memory than it may take."})
        return 0
    if tried:
        raise Forbidden(", ".join(tried))
    say({"pages": found, "note": pages.note})
    return 0


if __name__ == "__main__":
    sys.exit(main())
