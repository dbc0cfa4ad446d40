"""One replay on one clock, from the opening of the page: ``python -m tests.bench.timeline --form permit``.

Each line is a stage, a message to the browser's driver, a sleep or a write to disk: when it began, how long it took
(ms), and what it was. What stands deeper happened inside what stands above it.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import phases

LINES: list[tuple[float, float, str]] = []
"""Begin and end on the performance clock, and what it was."""


def note(began: float, what: str) -> None:
    """Something that began then has ended now."""
    LINES.append((began, time.perf_counter(), what))


@contextmanager
def noted(what: str) -> Iterator[None]:
    """Notes what the block took."""
    began = time.perf_counter()
    try:
        yield
    finally:
        note(began, what)


def listen() -> None:
    """Hears the stages, the driver's messages, the sleeps and the writes to disk of this process."""
    phases.stopwatch = noted
    phases.put_stopwatches()
    from playwright._impl.connection import Connection

    plain_send, plain_sleep, plain_sync = Connection.send_message_to_server, asyncio.sleep, os.fsync

    def send(self: Any, owner: Any, method: str, params: Any, options: Any) -> Any:
        began, said = time.perf_counter(), f"→ {owner._type}.{method} {_short(params)}"
        sent = plain_send(self, owner, method, params, options)
        sent.add_done_callback(lambda _: note(began, said))
        return sent

    async def sleep(seconds: float, *more: Any) -> Any:
        if not seconds:
            return await plain_sleep(seconds, *more)
        with noted(f"sleep {seconds}"):
            return await plain_sleep(seconds, *more)

    Connection.send_message_to_server = send  # type: ignore[method-assign]
    asyncio.sleep = sleep
    os.fsync = _heard("fsync", plain_sync)
    from agent.gate.proxy import Gate
    from agent.store.engine import Store

    Gate._handle = _gate(Gate._handle)  # type: ignore[method-assign]
    plain_write = Store.write

    @contextmanager
    def write(self: Store) -> Iterator[Any]:
        with noted("store.write"), plain_write(self) as session:
            yield session

    Store.write = write  # type: ignore[method-assign]


def _gate(plain: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(plain)
    async def handle(self: Any, connection: Any, request: Any) -> Any:
        with noted(f"gate {request.method} {request.url[:90]}"):
            return await plain(self, connection, request)
    return handle


def _heard(what: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def called(*arguments: Any) -> Any:
        with noted(what):
            return function(*arguments)
    return called


def _short(params: Any) -> str:
    said = params.get("selector") or params.get("expression") or params.get("url") or params.get("event") or ""
    return " ".join(str(said).split())[:80]


def one_run(into: str, words: Sequence[str]) -> int:
    """In the measured process; what was heard goes into a file."""
    import agent.runs.attempt
    import agent.runs.fleet  # noqa: F401 - to be there before the stopwatches
    from agent.cli import main
    from agent.runs.telling import Telling

    listen()
    plain = Telling.say

    def say(self: Telling, text: str) -> None:
        plain(self, text)
        note(time.perf_counter(), f"=== {text[:60]}")

    Telling.say = say  # type: ignore[method-assign]
    code = main(words)
    Path(into).write_text(json.dumps(LINES), "utf-8")
    return code


def shown(lines: Sequence[tuple[float, float, str]]) -> str:
    """The lines in order, nested by their times."""
    start = next((began for began, _, what in lines if what.startswith("=== Opening")), 0.0)
    found, open_ends = [], list[float]()
    for began, ended, what in sorted(lines, key=lambda each: (each[0], -each[1])):
        while open_ends and open_ends[-1] <= began:
            open_ends.pop()
        if began >= start - 0.02:
            found.append(f"{(began - start) * 1000:8.0f} {(ended - began) * 1000:7.1f}  {'  ' * len(open_ends)}{what}")
        open_ends.append(ended)
    return "\n".join(found)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs it once after a warm-up; prints the timeline."""
    from agent.practice import PracticeSite
    from tests.bench.replay import FORMS, Learnt

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=sorted(FORMS), default="permit")
    chosen = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="bench-") as name, PracticeSite(Path(name) / "site.db") as site:
        stand, heard = Learnt(Path(name), site, "recipe", FORMS[chosen.form]), Path(name) / "heard.json"
        for _ in range(2):
            stand.replayed(("tests.bench.timeline", str(heard)))
        print(shown(json.loads(heard.read_text("utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(one_run(sys.argv[1], sys.argv[2:]) if sys.argv[2:3] == ["run"] else main())
