"""The agent as a process that can be killed: its progress lines with the times they came, and its end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.faults.processes import Process, descendants

ROOT = Path(__file__).resolve().parents[2]

MARK = "FAULT_SWEEP_MARK"
"""An environment variable that every process the agent starts inherits (the browser gets all but COUNTERSIGN_*)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of progress; ``at`` in monotonic seconds."""

    at: float
    text: str


class AgentProcess:
    """``countersign-agent ARGUMENTS`` on a home, in a process group of its own; or a module that stands for it."""

    def __init__(self, home: Path, temporary: Path, mark: str, *arguments: str, module: str = "agent.cli",
                 more: Mapping[str, str] | None = None) -> None:
        self.lines: list[Line] = []
        self.output = ""
        self.started = time.monotonic()
        environment = {**os.environ, "COUNTERSIGN_HOME": str(home), "TMPDIR": str(temporary),
                       MARK: mark, **(more or {})}
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        self._readers = [threading.Thread(target=self._hear, daemon=True),
                         threading.Thread(target=self._keep, daemon=True)]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.poll()

    def about(self, task: str) -> list[str]:
        """The progress lines about one task, without its id."""
        return [line.text[len(task):].strip() for line in list(self.lines) if line.text.startswith(f"{task} ")]

    def when(self, task: str, beginning: str) -> float | None:
        """When the first line with this beginning came, if it did."""
        for line in list(self.lines):
            if line.text.startswith(f"{task} ") and line.text[len(task):].strip().startswith(beginning):
                return line.at
        return None

    def kill(self) -> list[Process]:
        """SIGKILL to this one process, as a crash would; returns what it had started and leaves behind."""
        left = descendants(self.pid)
        os.kill(self.pid, signal.SIGKILL)
        self._process.wait()
        return left

    def hear_out(self) -> None:
        """Waits for the last lines that it wrote."""
        self._end()

    def stop(self, patience: float = 30) -> None:
        """SIGTERM, and waits for the tidy end; SIGKILL when that does not come.

        Raises:
            TimeoutError: it had to be killed.
        """
        if not self.over:
            self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._end()
            raise TimeoutError(f"still there {patience} s after SIGTERM") from None
        self._end()

    def wait(self, patience: float) -> int:
        """Waits for its own end.

        Raises:
            subprocess.TimeoutExpired: it did not come.
        """
        code = self._process.wait(patience)
        self._end()
        return code

    def _end(self) -> None:
        self._process.wait()
        for reader in self._readers:
            reader.join(1)  # its streams stay open for as long as a child that inherited them lives

    def _hear(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for text in stream:
                self.lines.append(Line(time.monotonic(), text.rstrip("\n")))

    def _keep(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            self.output = stream.read()
