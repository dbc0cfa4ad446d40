"""The agent as a child process: starts it, speaks JSON-RPC with it, starts it again when it dies. Nothing is resent."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from agent.protocol.messages import LiveDoc
from agent.protocol.rpc import Answer, Event, Fault, NotAMessage, Request, from_line, to_line
from desktop.link import Connection, DeskLink, Done, Failed, Problem

MOST_CRASHES = 3
"""Deaths within `CRASH_SECONDS` after which it is not started again by itself."""
CRASH_SECONDS = 60.0
STOP_MS = 6_000
"""How long a run may take to close its browser before the process is ended the hard way."""
LOG = "agent.log"
LARGEST_LINE = 256 * 1024 * 1024
"""Bytes; an agent that says more without ending the line is not ours any more."""
LARGEST_LOG = 1_000_000
"""Bytes; a larger log is put aside at the next start, and the one before it is forgotten."""

LOST = Problem("The agent stopped before it answered. Look whether this was done before you do it again.", "Stopped")


@dataclass(frozen=True, slots=True)
class _Asked:
    owner: QObject | None
    done: Done | None
    failed: Failed | None


class Worker(DeskLink):
    """One agent process for one data folder.

    ``running_tasks`` are the runs that were going on when it last died by itself, for the window to say so.
    """

    def __init__(self, home: Path, parent: QObject | None = None, program: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._home = home
        self._program = program or (sys.executable, "-m", "agent.cli", "serve", "--home", str(home))
        self._process: QProcess | None = None
        self._asked: dict[int, _Asked] = {}
        self._number = 0
        self._rest: list[bytes] = []     # pieces of a line that has not ended
        self._waiting = 0
        self._deaths: list[float] = []
        self._stopping = False
        self._live: dict[str, LiveDoc] = {}
        self.running_tasks: list[LiveDoc] = []
        self.state = Connection.STARTING
        self.connection.connect(self._note)

    def start(self) -> None:
        """Starts the process; calls made before it is up wait for it."""
        self._stopping = False
        self._rest, self._waiting = [], 0
        process = self._process = QProcess(self)
        process.setProgram(self._program[0])
        process.setArguments(list(self._program[1:]))
        self._home.mkdir(parents=True, exist_ok=True, mode=0o700)
        process.setStandardErrorFile(str(self._log_file()), QProcess.OpenModeFlag.Append)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda code, status: self._finished(process, code))
        process.errorOccurred.connect(lambda error: self._failed_to_start(process, error))
        self.connection.emit(Connection.STARTING)
        process.start()
        self.call("hello", done=lambda _hello: self.connection.emit(Connection.READY), failed=lambda _problem: None)

    def stop(self) -> None:
        """Ends the process tidily: its runs close their browsers, nothing is sent. Returns when it has gone."""
        self._stopping = True
        process = self._process
        if process is None or process.state() is QProcess.ProcessState.NotRunning:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(STOP_MS):
            process.kill()
            process.waitForFinished(STOP_MS)

    def restart(self) -> None:
        """Override DeskLink.restart."""
        if self._process is None or self._process.state() is QProcess.ProcessState.NotRunning:
            self._deaths.clear()
            self.start()

    @property
    def process_id(self) -> int:
        """The system's number of the process; 0 while there is none."""
        return int(self._process.processId()) if self._process is not None else 0

    def call(self, method: str, params: Mapping[str, object] | None = None, *, done: Done | None = None,
             failed: Failed | None = None, owner: QObject | None = None) -> None:
        """Override DeskLink.call."""
        if self._process is None or (self._process.state() is QProcess.ProcessState.NotRunning):
            QTimer.singleShot(0, self, lambda: self._refuse(owner, failed, Problem(
                "The agent is not running, so this was not done.", "Stopped")))
            return
        self._number += 1
        self._asked[self._number] = _Asked(owner, done, failed)
        # While it starts, QProcess itself keeps what is written.
        self._process.write(to_line(Request(method, dict(params or {}), self._number)))

    # From the process

    def _read(self) -> None:
        if self._process is None:
            return
        came = bytes(self._process.readAllStandardOutput().data())
        self._rest.append(came)
        self._waiting += len(came)
        if b"\n" not in came:
            if self._waiting > LARGEST_LINE:
                self._process.kill()
            return
        *lines, rest = b"".join(self._rest).split(b"\n")
        self._rest, self._waiting = [rest], len(rest)
        for line in lines:
            try:
                self._take(line)
            except Exception:  # told as any other mishap; the lines after it are heard all the same
                sys.excepthook(*sys.exc_info())

    def _take(self, line: bytes) -> None:
        try:
            message = from_line(line)
        except (NotAMessage, RecursionError, TypeError, ValueError):
            return  # nothing of ours: a library that writes where it should not
        if isinstance(message, Request):
            self._event(message)
        elif isinstance(message, Fault) and message.id < 0:
            self.problem.emit(Problem(message.text, message.kind))
        else:
            asked = self._asked.pop(message.id, None)
            if asked is None:
                return
            if isinstance(message, Answer):
                self._deliver(asked.owner, asked.done, message.result)
            else:
                self._refuse(asked.owner, asked.failed, Problem(message.text, message.kind))

    def _event(self, event: Request) -> None:
        if event.method == Event.LIVE:
            self._live[event.params["task"]] = LiveDoc(**event.params)  # type: ignore[typeddict-item]  # the agent's word
            self.live.emit(event.params)
        elif event.method == Event.ENDED:
            self._live.pop(event.params["task"], None)
            self.ended.emit(event.params["task"])
        elif event.method == Event.CHANGED:
            self.changed.emit(event.params)
        elif event.method == Event.FLEET:
            self.fleet.emit(event.params)
        elif event.method == Event.TOLD:
            self.told.emit(event.params["text"])

    # Its life

    def _note(self, state: Connection) -> None:
        self.state = state

    def _failed_to_start(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished(process, -1)

    def _finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._read()
        asked, self._asked = self._asked, {}
        if self._stopping:
            return
        self.running_tasks, self._live = list(self._live.values()), {}
        self._deaths = [at for at in self._deaths if time.monotonic() - at < CRASH_SECONDS] + [time.monotonic()]
        # Code 1: it has said itself why it can't work in this folder; starting it again would not help.
        gone = code == 1 or len(self._deaths) > MOST_CRASHES
        self.connection.emit(Connection.GONE if gone else Connection.CRASHED)
        for each in asked.values():
            self._refuse(each.owner, each.failed, LOST)
        if not gone:
            QTimer.singleShot(250 * 4 ** (len(self._deaths) - 1), self, self._again)

    def _again(self) -> None:
        if not self._stopping and self._process is not None:
            self.start()

    def _log_file(self) -> Path:
        path = self._home / LOG
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            path.replace(path.with_name(f"{LOG}.1"))
        path.touch(mode=0o600)
        return path
