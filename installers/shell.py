"""Runs commands and says how long they took: the only place of the set-up that starts other programs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol

from installers.plan import Step
from installers.problems import SetupError, cause_of, failure_message


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended: its exit code and what it printed on both streams."""

    code: int
    output: str


class Shell(Protocol):
    """What the set-up needs from the outside; tests pass one that starts nothing."""

    def say(self, line: str) -> None:
        """Shows one line to the person."""

    def capture(self, argv: tuple[str, ...], seconds: float | None = None) -> Outcome:
        """Runs a program quietly; a program that can't be started ends with code 127."""

    def hand_over(self, argv: tuple[str, ...], folder: Path) -> int:
        """Lets a program take over the terminal and returns its exit code (or does not return at all)."""


def carry_out(shell: Shell, step: Step) -> bool:
    """Runs one step with its words around it.

    Returns:
        True when it worked, False when an optional step failed.

    Raises:
        SetupError: a step that is not optional failed; the text says what to do.
    """
    shell.say(f"{step.words} ...")
    started = time.monotonic()
    outcome = shell.capture(step.argv)
    if outcome.code == 0:
        shell.say(f"  done in {time.monotonic() - started:.0f} s")
        return True
    message = failure_message(step.words, outcome.code, outcome.output)
    if step.optional:
        shell.say(f"{message}\n  Trying another way.")
        return False
    raise SetupError(message, cause_of(outcome.output))


class RealShell:
    """Starts real programs; with nothing on their standard input, so that none waits for an answer."""

    def say(self, line: str) -> None:
        """Prints at once, also into a pipe."""
        print(line, flush=True)

    def capture(self, argv: tuple[str, ...], seconds: float | None = None) -> Outcome:
        """Runs a program and keeps what it prints. Over ``seconds`` it is ended and counts as failed."""
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "PYTHONUNBUFFERED": "1"}
        try:
            done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  text=True, encoding="utf-8", errors="replace", env=environment, timeout=seconds,
                                  check=False)
        except OSError as error:
            return Outcome(127, f"{argv[0]}: {error.strerror}")
        except subprocess.TimeoutExpired:
            return Outcome(124, f"{argv[0]} gave no answer within {seconds:.0f} s")
        return Outcome(done.returncode, done.stdout)

    def hand_over(self, argv: tuple[str, ...], folder: Path) -> int:
        """Becomes the program where the system can (signals then reach it directly), else waits for it."""
        sys.stdout.flush()
        sys.stderr.flush()
        if sys.platform != "win32":
            self._become(argv, folder)
        try:
            return subprocess.run(argv, cwd=folder, check=False).returncode
        except KeyboardInterrupt:
            return 130

    @staticmethod
    def _become(argv: tuple[str, ...], folder: Path) -> NoReturn:
        os.chdir(folder)
        os.execv(argv[0], argv)
