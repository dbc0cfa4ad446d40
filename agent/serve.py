"""countersign-agent serve: the desk over JSON-RPC, a line a message, for the app; works on tasks meanwhile.

Requests come on standard input, answers and events go to what was standard output when it started; whatever else writes
to standard output is sent to standard error. The end of the input ends the process: no app, no agent.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import platform
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from agent.demo import PERSON, TASK
from agent.desk import Desk, registered
from agent.desk.model import keep_key
from agent.desk.working import heed, work
from agent.practice import PracticeSite
from agent.problems import expected
from agent.protocol import settings
from agent.protocol.messages import Changed, FleetDoc, Hello, LiveDoc, PracticeDoc
from agent.protocol.rpc import (
    BAD_LINE,
    BAD_PARAMS,
    BROKEN,
    EXPECTED,
    NO_METHOD,
    Answer,
    Event,
    Fault,
    Message,
    NotAMessage,
    Request,
    from_line,
    to_line,
)
from agent.store.feed import Feed
from agent.store.ids import shown
from agent.store.problems import Busy, StoreProblem

if TYPE_CHECKING:
    from agent.runs.ground import Ground

LOOK_SECONDS = 0.15
"""How often is looked for changes; a quiet look costs microseconds."""

PIECE = 64 * 1024
LARGEST_LINE = 64 * 1024 * 1024
"""Bytes of a request; what is longer is cut, and then no message any more."""

AGAIN_SECONDS = 3.0
"""Wait before trying again to work, where another process does or the disk refused."""

NOT_FOR_THE_APP = frozenset({"run", "practice serve"})
"""What would never return: the worker works by itself, and serves the practice site with `practice open`."""

log = logging.getLogger(__name__)


class Out:
    """Writes lines in a thread of its own, so that a slow reader never stops a run."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="answers", daemon=True)
        self._thread.start()

    def send(self, message: Message) -> None:
        """Puts a message in the line; from any thread."""
        self._lines.put(to_line(message))

    def tell(self, event: Event, params: Any) -> None:
        """Tells by itself, unasked."""
        self.send(Request(event.value, dict(params)))

    def close(self) -> None:
        """Writes what is left."""
        self._lines.put(None)
        self._thread.join(timeout=2)

    def _write(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the app has gone: nobody to tell
            while (line := self._lines.get()) is not None:
                self._pipe.write(line)
                self._pipe.flush()


@dataclass
class Looker:
    """Looks on at the runs and passes it on."""

    out: Out
    wanted: bool = True
    now: dict[str, LiveDoc] = field(default_factory=dict)

    def pictures(self) -> bool:
        """See `agent.runs.watching.Watch`."""
        return self.wanted

    def tell(self, moment: LiveDoc) -> None:
        """See `agent.runs.watching.Watch`."""
        self.now[moment["task"]] = moment
        self.out.tell(Event.LIVE, moment)

    def over(self, task: str) -> None:
        """See `agent.runs.watching.Watch`."""
        self.now.pop(task, None)
        self.out.tell(Event.ENDED, {"task": task})


class Server:
    """Answers requests and works on tasks until the input ends."""

    def __init__(self, desk: Desk, out: Out) -> None:
        self._desk = desk
        self._out = out
        self._looker = Looker(out)
        self._ground: Ground | None = None
        self._site: PracticeSite | None = None
        # One thread answers: requests are carried out in the order in which they come.
        self._answers = ThreadPoolExecutor(1, "desk")
        self._busy: set[asyncio.Task[None]] = set()
        self._told = FleetDoc(working=False, problem="")
        self._own: dict[str, Callable[..., Any]] = {
            "hello": self._hello, "live": lambda: list(self._looker.now.values()), "fleet": lambda: self._told,
            "model key": lambda key: keep_key(self._desk, key),
            "reading stop": self._stop_reading,
            "practice open": self._practice_open, "practice person": self._practice_person}

    async def go(self, lines: asyncio.Queue[bytes]) -> None:
        """Serves until an empty line of bytes says that the input has ended."""
        around = [asyncio.create_task(each) for each in (self._work(), self._feed())]
        try:
            while line := await lines.get():
                self._take(line)
        finally:
            for each in (*around, *self._busy):
                each.cancel()
            await asyncio.gather(*around, *self._busy, return_exceptions=True)
            self._answers.shutdown()
            if self._site is not None:
                self._site.__exit__(None, None, None)

    # Requests

    def _take(self, line: bytes) -> None:
        try:
            message = from_line(line)
        except (NotAMessage, RecursionError, TypeError, ValueError) as problem:
            self._out.send(Fault(-1, BAD_LINE, str(problem)))
            return
        if isinstance(message, Request):
            task = asyncio.create_task(self._answer(message))
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)

    async def _answer(self, request: Request) -> None:
        answer = await self._outcome(request)
        if request.id is None:
            return
        try:
            self._out.send(answer)
        except (TypeError, ValueError, RecursionError):  # no JSON: whoever asked must not wait for ever
            log.exception("the answer to %s can't be written", request.method)
            self._out.send(Fault(request.id, BROKEN, "Something went wrong inside Countersign. The details are in the "
                                 "log.", "NoAnswer"))

    async def _outcome(self, request: Request) -> Answer | Fault:
        number = request.id or 0
        call = self._call_for(request.method)
        if call is None:
            return Fault(number, NO_METHOD, f"The agent knows no “{request.method}”.", "NoMethod")
        try:
            if iscoroutinefunction(call):
                result = await call(**request.params)
            else:
                result = await asyncio.get_running_loop().run_in_executor(
                    self._answers, lambda: call(**request.params))
        except expected() as problem:
            return Fault(number, EXPECTED, str(problem), type(problem).__name__)
        except TypeError as problem:
            log.exception("bad parameters for %s", request.method)
            return Fault(number, BAD_PARAMS, f"{request.method}: {problem}", "BadParams")
        except Exception as problem:
            log.exception("%s broke", request.method)
            return Fault(number, BROKEN, "Something went wrong inside Countersign. Nothing was sent by this. "
                         "The details are in the log.", type(problem).__name__)
        if request.method == "settings set":
            self._heed()
        return Answer(number, result)

    def _call_for(self, method: str) -> Callable[..., Any] | None:
        if method in self._own:
            return self._own[method]
        found = registered().get(method)
        if found is None or method in NOT_FOR_THE_APP:
            return None
        if not iscoroutinefunction(found.call):
            return lambda **params: found.call(self._desk, **params)

        async def call(**params: Any) -> Any:
            return await found.call(self._desk, **params)
        return call

    def _hello(self) -> Hello:
        return Hello(version=version("countersign"), home=str(self._desk.folder), python=platform.python_version())

    async def _stop_reading(self) -> bool:
        """Ends the reading of photos and PDFs; whoever asked for one hears that it was stopped."""
        return self._desk.readings.stop()

    def _practice_open(self) -> PracticeDoc:
        if self._site is None:
            self._site = PracticeSite(self._desk.folder / "practice.db").__enter__()
        return PracticeDoc(url=self._site.url, pages=dict(self._site.pages))

    def _practice_person(self) -> dict[str, Any]:
        """An invented person's facts, for a data folder that is for practice alone."""
        quiet = Desk(self._desk.home)
        try:
            for kind, value in PERSON.items():
                registered()["profile set"].call(quiet, kind=kind, value=value)
            return {**registered()["profile show"].call(quiet), "task": TASK}
        finally:
            quiet.close()

    # Work

    async def _work(self) -> None:
        """Works for ever; where it can't, says why and tries again."""
        while True:
            problem = ""
            try:
                await work(self._desk, set(), until_idle=False, watch=self._looker, begun=self._begun)
            except Busy:
                problem = ("Another Countersign is working on the tasks of this data folder. You can add and decide "
                           "here; it picks that up.")
            except StoreProblem as refused:
                problem = str(refused)
            except Exception:
                log.exception("working broke")
                problem = "Something went wrong inside Countersign. It is being tried again."
            self._ground = None
            self._fleet(FleetDoc(working=False, problem=problem))
            await asyncio.sleep(AGAIN_SECONDS)

    def _begun(self, ground: Ground) -> None:
        self._ground = ground
        self._heed()
        self._fleet(FleetDoc(working=True, problem=""))

    def _fleet(self, told: FleetDoc) -> None:
        if told != self._told:
            self._told = told
            self._out.tell(Event.FLEET, told)

    def _heed(self) -> None:
        values = settings.read(self._desk.folder)
        self._looker.wanted = bool(values["live-pictures"])
        if self._ground is not None:
            heed(self._ground, values)
        self._out.tell(Event.CHANGED, Changed(tasks=[], receipts=False, profile=False, settings=True))

    async def _feed(self) -> None:
        """Tells what changed, whoever changed it."""
        loop = asyncio.get_running_loop()
        feed = await loop.run_in_executor(self._answers, lambda: Feed(self._desk.store))
        try:
            while True:
                await asyncio.sleep(LOOK_SECONDS)
                found = await loop.run_in_executor(self._answers, feed.look)
                if found:
                    self._out.tell(Event.CHANGED, Changed(
                        tasks=[shown("t", each) for each in sorted(found.tasks)], receipts=found.receipts,
                        profile=found.profile, settings=False, chores=found.chores,
                        recipes=found.recipes))
        finally:
            feed.close()


def main(home: str | None = None) -> int:
    """Serves on this process's own streams until the input ends. Exit code 1: the home can't be used."""
    with os.fdopen(os.dup(1), "wb") as pipe:
        os.dup2(2, 1)  # a stray print must not break the line
        sys.stdout = sys.stderr
        _log_to(sys.stderr)
        out = Out(pipe)
        desk = Desk(home, lambda text: out.tell(Event.TOLD, {"text": text}))
        try:
            desk.folder, desk.store  # noqa: B018 - opening them now: what is wrong with them is said at once
        except StoreProblem as problem:
            out.send(Fault(-1, EXPECTED, str(problem), type(problem).__name__))
            out.close()
            return 1
        try:
            asyncio.run(_serve(desk, out))
        finally:
            desk.close()
            out.close()
    return 0


async def _serve(desk: Desk, out: Out) -> None:
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[bytes] = asyncio.Queue()

    def stop() -> None:
        lines.put_nowait(b"")

    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGTERM, stop)
        loop.add_signal_handler(signal.SIGINT, stop)
    threading.Thread(target=_read, args=(loop, lines), name="requests", daemon=True).start()
    await Server(desk, out).go(lines)


def _read(loop: asyncio.AbstractEventLoop, lines: asyncio.Queue[bytes]) -> None:
    with contextlib.suppress(RuntimeError, OSError):  # the loop has ended already
        for line in _lines(sys.stdin.fileno()):
            if line.strip():
                loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, b"")


def _lines(handle: int) -> Iterator[bytes]:
    """Every whole line; of one that is too long its beginning.

    Not by `sys.stdin`: its lock, held while a thread waits for more, breaks the end of the process.
    """
    pieces: list[bytes] = []
    waiting = 0
    while data := os.read(handle, PIECE):
        *ended, rest = data.split(b"\n")
        if ended:
            yield b"".join((*pieces, ended[0]))
            yield from ended[1:]
            pieces, waiting = [], 0
        waiting += len(rest)
        if waiting <= LARGEST_LINE:
            pieces.append(rest)


class _Bare(logging.Formatter):
    """Of an exception its place and kind, never its message: that may hold what the person typed."""

    def formatException(self, ei: Any) -> str:
        """Override Formatter.formatException."""
        where = [f"  {each.filename}:{each.lineno} in {each.name}" for each in traceback.extract_tb(ei[2])]
        return "\n".join([*where, f"{ei[0].__name__ if ei[0] else ''}"])

    def formatMessage(self, record: logging.LogRecord) -> str:
        """Override Formatter.formatMessage: asyncio's own words hold an exception's message."""
        if record.name == "asyncio":
            record.message = record.message.partition("\n")[0]
        return super().formatMessage(record)


def _log_to(stream: TextIO) -> None:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Bare("%(asctime)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    sys.excepthook = lambda kind, problem, trace: log.critical("ended by", exc_info=(kind, problem, trace))
    threading.excepthook = lambda told: log.critical("a thread ended by", exc_info=(
        told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback))
