"""Speaks with a real `countersign-agent serve` process, as the app does."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.desk.terminal import environment

PATIENCE = 90.0
Json = Any


class Client:
    """One process. Every line that came is kept in ``heard``."""

    def __init__(self, home: Path) -> None:
        self.heard: list[Json] = []
        self._number = 0
        self._news = threading.Condition()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "agent.cli", "serve", "--home", str(home)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home))
        self.errors: list[str] = []
        self._threads = [threading.Thread(target=self._read), threading.Thread(target=self._read_errors)]
        for each in self._threads:
            each.start()

    def ask(self, method: str, **params: Json) -> Json:
        """The result; a fault raises `Refused`."""
        answer = self.answer_to(self.send(method, **params))
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    def send(self, method: str, **params: Json) -> int:
        self._number += 1
        self.write(json.dumps({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params}).encode())
        return self._number

    def write(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def answer_to(self, number: int) -> Json:
        return self.until(lambda: next((each for each in self.heard if each.get("id") == number
                                        and "method" not in each), None))

    def events(self, method: str) -> list[Json]:
        return [each["params"] for each in self.heard if each.get("method") == method]

    def until(self, holds: Callable[[], Json]) -> Json:
        limit = time.monotonic() + PATIENCE
        with self._news:
            while not (found := holds()):
                assert time.monotonic() < limit, f"never came true; {self.heard[-3:]} {self.errors[-5:]}"
                assert self.process.poll() is None, f"the agent died; {self.errors[-5:]}"
                self._news.wait(0.2)
        return found

    def close(self) -> int:
        """Ends the input, as an app that goes away; returns the exit code."""
        if self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            for each in self._threads:
                each.join()
            for pipe in (self.process.stdout, self.process.stderr):
                if pipe is not None:
                    pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._news:
                self.heard.append(json.loads(line))
                self._news.notify_all()

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors.extend(line.decode() for line in self.process.stderr)


class Refused(Exception):
    """The agent answered with an error; ``args[0]`` is it."""


@contextlib.contextmanager
def client(home: Path) -> Iterator[Client]:
    made = Client(home)
    try:
        yield made
    finally:
        made.close()
