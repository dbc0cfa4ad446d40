"""Has a photo or a PDF read by a process of its own, within limits; what it answers is checked like any stranger's.

The parts that recognise text (360 MB) are an extra. They are loaded in that process alone, never here.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from agent.intake.errors import BadFile

SECONDS = 120.0
"""By the clock, for one document; a photo takes four to eight, a page two."""
LONGEST_ANSWER = 2_000_000
"""Bytes of a line that the process says."""
MOST_ROWS, LONGEST_ROW = 10_000, 2_000
READ = frozenset({"image/png", "image/jpeg", "image/webp", "application/pdf"})
PROGRAM = ("-m", "agent.intake.picture_child")
NEEDED = ("rapidocr", "onnxruntime", "cv2", "PIL", "pypdfium2")
MISSING = ("Photos and PDFs can be read once a further part is there (about 360 MB). To get it: "
           "python3 installers/bootstrap.py photos")
_KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "HOME", "USERPROFILE")
"""Of the environment; no key is among them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that a document shows, row by row; ``note`` is a sentence on what was left out, or empty."""

    text: str
    note: str = ""


class Stopped(BadFile):
    """The person stopped it."""


@dataclass(eq=False, slots=True)
class Readings:
    """Reads one document at a time, since a reading takes up to 0.9 GB; those that go on or wait can be stopped."""

    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _process: asyncio.subprocess.Process | None = None
    _stops: int = 0

    def stop(self) -> bool:
        """Ends the reading that goes on and those that wait; answers whether one went on."""
        self._stops += 1
        if self._process is None:
            return False
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        return True

    async def read(self, path: Path, told: Callable[[int, int], object] = lambda _page, _of: None) -> Shown:
        """What a photo or a PDF shows.

        Args:
            path: of the file; its kind was checked, see `READ`.
            told: hears which page of how many is being read.

        Raises:
            Stopped: by `stop`.
            BadFile: it can't be read; the words say why, without the file's name.
        """
        if not available():
            raise BadFile(MISSING)
        before = self._stops
        async with self._turn:
            try:
                if before == self._stops:
                    return await self._read(path, told)
            except BadFile:
                if before == self._stops:
                    raise
        raise Stopped("You stopped it.")

    async def _read(self, path: Path, told: Callable[[int, int], object]) -> Shown:
        try:
            with path.open("rb") as document:
                process = await asyncio.create_subprocess_exec(
                    sys.executable, "-B", *PROGRAM, stdin=document,
                    stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, limit=LONGEST_ANSWER,
                    env={name: os.environ[name] for name in _KEPT if name in os.environ})
        except OSError as problem:
            raise BadFile("The file can't be read. Check that you may open it.") from problem
        self._process = process
        try:
            async with asyncio.timeout(SECONDS):
                return await _answer(process, told)
        except TimeoutError:
            raise BadFile("It took too long to read. Type what it shows.") from None
        finally:
            self._process = None
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


def available() -> bool:
    """Whether the parts that recognise text are installed; they are not loaded."""
    return all(find_spec(name) is not None for name in NEEDED)


async def _answer(process: asyncio.subprocess.Process, told: Callable[[int, int], object]) -> Shown:
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            said = json.loads(line)
            if isinstance(said, dict) and set(said) == {"page", "of"}:
                told(int(said["page"]), int(said["of"]))
                continue
            return _checked(said)
    except (ValueError, TypeError, KeyError, RecursionError):    # no line of ours, or one without an end
        pass
    raise BadFile("It can't be read. Type what it shows.")


def _checked(said: Any) -> Shown:
    if set(said) == {"problem"}:
        raise BadFile(str(said["problem"])[:200])
    rows = [str(row)[:LONGEST_ROW] for page in said["pages"] for row in page][:MOST_ROWS]
    return Shown("\n".join(" ".join(row.split()) for row in rows), str(said["note"])[:200])
