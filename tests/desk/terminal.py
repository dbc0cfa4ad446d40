"""The command line as a person's terminal sees it: a process with its exit code, its answer and its progress."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 240


@dataclass(frozen=True)
class Finished:
    """What one command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "agent.cli", *words]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "COUNTERSIGN_HOME": str(home)}


def countersign(home: Path, *words: str) -> Finished:
    done = subprocess.run(command(*words), env=environment(home), capture_output=True, text=True, timeout=SECONDS,
                          check=False, stdin=subprocess.DEVNULL)
    return Finished(done.returncode, done.stdout, done.stderr)
