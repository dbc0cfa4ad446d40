"""A person with a home of their own: uses the desk, each decision at another desk, as another process would."""

from __future__ import annotations

import asyncio
import contextlib
import email.parser
import email.policy
import hashlib
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from agent.desk import Desk, registered
from agent.practice import Record

PATIENCE = 90.0
"""Seconds; the cores may be busy with other tests."""

FACTS = {
    "given-name": "Eleanor", "family-name": "Whitcombe", "honorific-prefix": "Ms", "bday": "1986-03-14",
    "email": "e.whitcombe@example.org", "tel": "+447700900183", "address-line1": "14 Quarry Lane",
    "address-level2": "Thornmere", "postal-code": "TQ12 4AB", "country": "GB", "vehicle-registration": "AB12 CDE",
    "vehicle-make": "Skoda", "vehicle-colour": "Blue", "meter-number": "A14K 22317",
}
METER = "Submit my meter reading 48213. Account number: 70-113-284"

Json = Any


class Person:
    """One person's home. Every call opens the database anew and closes it."""

    def __init__(self, home: Path, facts: dict[str, str] | None = None) -> None:
        self.home = home
        self.heard: list[str] = []
        for kind, value in (FACTS if facts is None else facts).items():
            self.call("profile set", kind=kind, value=value)
        self.heard.clear()

    def call(self, name: str, **arguments: Json) -> Json:
        desk = self._desk()
        try:
            return registered()[name].call(desk, **arguments)
        finally:
            desk.close()

    async def run(self, **arguments: Json) -> dict[str, str]:
        """Runs until idle; state by task."""
        desk = self._desk()
        try:
            async with asyncio.timeout(PATIENCE):
                result = await registered()["run"].call(desk, until_idle=True, **arguments)
        finally:
            desk.close()
        return {each["id"]: each["state"] for each in result["tasks"]}

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[Json]]:
        """A run that goes on beside the test, and is interrupted at its end."""
        desk = self._desk()
        work = asyncio.create_task(registered()["run"].call(desk))
        try:
            yield work
        finally:
            work.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await work
            desk.close()

    def add(self, text: str, url: str, **more: Json) -> str:
        return str(self.call("add", text=text, url=url, **more)["task"])

    def task(self, number: str = "t1") -> Json:
        return self.call("task", id=number)

    def state(self, number: str = "t1") -> str:
        return str(self.task(number)["state"])

    def steps(self, number: str = "t1") -> list[str]:
        return [step["text"] for run in self.task(number)["runs"] for step in run["steps"]]

    def held(self) -> Json:
        """The one submission that waits."""
        (waiting,) = [each for each in self.call("inbox") if each["kind"] == "submission"]
        return self.call("submission", id=waiting["id"])

    def questions(self) -> list[Json]:
        return [each for each in self.call("inbox") if each["kind"] != "submission"]

    def receipt(self) -> Json:
        (found,) = self.call("receipts")
        return found

    async def until(self, holds: Callable[[], Json], work: asyncio.Task[Json] | None = None) -> Json:
        """Waits for something to become true; fails at once when the run beside it has ended."""
        limit = time.monotonic() + PATIENCE
        while not (found := holds()):
            assert time.monotonic() < limit, f"never came true; {self.heard[-3:]}"
            if work is not None and work.done():
                work.result()
            await asyncio.sleep(0.05)
        return found

    async def until_needed(self, work: asyncio.Task[Json]) -> None:
        """Waits until something needs the person or the first task has ended; fails when nothing moves any more."""
        heard, limit = -1, 0.0
        while not self.call("inbox") and self.state() not in ("done", "failed", "cancelled", "unknown"):
            if len(self.heard) != heard:
                heard, limit = len(self.heard), time.monotonic() + 4 * PATIENCE
            assert time.monotonic() < limit, f"nothing moves; {self.heard[-3:]}"
            if work.done():
                work.result()
            await asyncio.sleep(0.05)

    def _desk(self) -> Desk:
        return Desk(str(self.home), self.heard.append)


def value_of(sheet: Json, name: str) -> str:
    (row,) = [row for row in sheet["fields"] if row["name"] == name]
    return str(row["value"])


def pairs_on(sheet: Json) -> list[tuple[str, str]]:
    """What the sheet says goes out in the body: name on the wire and value, files as their hash."""
    return sorted((row["key"], row["file"]["sha256"] if row["file"] else row["value"])
                  for row in sheet["fields"] if row["where"] in ("body", "json", "file"))


def pairs_in(record: Record) -> list[tuple[str, str]]:
    """What arrived, read from the raw bytes by other code than the product's."""
    kind = record.content_type
    if kind.startswith("application/x-www-form-urlencoded"):
        return sorted(parse_qsl(record.raw.decode(), keep_blank_values=True))
    if kind.startswith("application/json"):
        return sorted((key, str(value)) for key, value in json.loads(record.raw).items())
    head = f"Content-Type: {kind}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + record.raw)
    return sorted((str(part.get_param("name", header="content-disposition")), _part(part))
                  for part in message.iter_parts())


def _part(part: Any) -> str:
    content = part.get_payload(decode=True)
    return hashlib.sha256(content).hexdigest() if part.get_filename() is not None else content.decode()
