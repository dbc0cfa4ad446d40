"""Plays the person at the desk: adds a task, answers what is asked, decides on what is held, and notes it all."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from agent.desk import Desk, registered
from tests.sites.recorder import Recorded

PATIENCE = 120.0
"""Seconds a task may take; the slowest application takes about fifteen on two idle cores."""

ENDED = ("done", "failed", "unknown", "cancelled")

Answers = Mapping[str, str]
"""Answers by the first line of a question. A question that is not in it is left open, and ends the visit."""


@dataclass(slots=True)
class Story:
    """What happened. ``arrived`` says how much had reached the site when the sheet of the same place was shown."""

    task: dict[str, Any] = field(default_factory=dict)
    questions: list[dict[str, Any]] = field(default_factory=list)
    sheets: list[dict[str, Any]] = field(default_factory=list)
    arrived: list[int] = field(default_factory=list)
    receipts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def steps(self) -> list[str]:
        """What the journal says was done, in order."""
        return [step["text"] for run in self.task["runs"] for step in run["steps"]]


class Person:
    """One person with a home of their own."""

    def __init__(self, home: Path, facts: Mapping[str, str]) -> None:
        self.desk = Desk(str(home))
        self.call: dict[str, Callable[..., Any]] = {name: each.call for name, each in registered().items()}
        # The country first: it says how the others are read.
        for kind in sorted(facts, key=lambda kind: kind != "country"):
            self.call["profile set"](self.desk, kind=kind, value=facts[kind])

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.desk.close()

    def add(self, text: str, url: str, files: Sequence[Path] = ()) -> str:
        """Drops a task in."""
        task: str = self.call["add"](self.desk, text=text, url=url, file=[str(file) for file in files])["task"]
        return task

    async def sees_through(self, task: str, records: Sequence[Recorded], answers: Answers, *, grant: bool = False,
                           until: Callable[[dict[str, Any]], bool] = lambda _sheet: False) -> Story:
        """Stays beside a running agent until the task has ended, a question stays open, or ``until`` says so.

        Args:
            task: its id.
            records: what has reached the site so far; it grows by itself.
            answers: what to answer.
            grant: give a step grant wherever one is offered.
            until: looks at each held submission before it is approved; True leaves it held and goes away.
        """
        story, running = Story(), asyncio.create_task(self.call["run"](self.desk))
        try:
            async with asyncio.timeout(PATIENCE):
                while not running.done() and self.call["task"](self.desk, id=task)["state"] not in ENDED:
                    decided = [self._decide(each, story, records, answers, grant, until) for each in self._inbox(task)]
                    if not all(decided):
                        break
                    await asyncio.sleep(0.05)
        finally:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
        return self._told(task, story)

    async def lets_it_run(self, task: str) -> Story:
        """Lets the agent go on alone for as long as it can."""
        await self.call["run"](self.desk, until_idle=True)
        return self._told(task, Story(questions=[each for each in self._inbox(task) if each["kind"] != "submission"]))

    def _told(self, task: str, story: Story) -> Story:
        story.task = self.call["task"](self.desk, id=task)
        story.receipts = [each for each in self.call["receipts"](self.desk) if each["task"] == task]
        return story

    def _inbox(self, task: str) -> list[dict[str, Any]]:
        return [each for each in self.call["inbox"](self.desk) if each["task"] == task]

    def _decide(self, waiting: dict[str, Any], story: Story, records: Sequence[Recorded], answers: Answers,
                grant: bool, until: Callable[[dict[str, Any]], bool]) -> bool:
        if waiting["kind"] != "submission":
            story.questions.append(waiting)
            answer = answers.get(waiting["summary"].splitlines()[0])
            if answer is not None:
                self.call["answer"](self.desk, question=waiting["id"], value=answer)
            return answer is not None
        sheet = self.call["submission"](self.desk, id=waiting["id"])
        story.sheets.append(sheet)
        story.arrived.append(len(records))
        if until(sheet):
            return False
        own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
        self.call["approve"](self.desk, id=sheet["id"], digest=sheet["digest"], accept=own,
                             steps=grant and bool(sheet["step_grant"]))
        return True


def on_sheet(sheet: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a sheet says will be sent: names on the wire and values, sorted."""
    return sorted((row["key"], row["value"]) for row in sheet["fields"])


def on_wire(record: Recorded) -> list[tuple[str, str]]:
    """What a request carried, read by the standard library and not by the product: names and values, sorted."""
    fields = parse_qsl(urlsplit(record.target).query, keep_blank_values=True)
    kind = next((value for name, value in record.headers.items() if name.lower() == "content-type"), "")
    if not kind.startswith("multipart/"):
        return sorted(fields + parse_qsl(record.body.decode(), keep_blank_values=True))
    return sorted(fields + [(name, filename or content.decode()) for name, filename, content in parts_of(record)])


def parts_of(record: Recorded) -> list[tuple[str, str | None, bytes]]:
    """The parts of a multipart request: name, file name, content."""
    kind = next(value for name, value in record.headers.items() if name.lower() == "content-type")
    whole = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + record.body)
    found = []
    for part in whole.walk():
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            name = part.get_param("name", header="content-disposition")
            found.append((str(name), part.get_filename(), content))
    return found


def arrives(records: Sequence[Recorded], count: int, seconds: float = 10) -> bool:
    """Waits until so many requests have been noted: the application's own log lags behind its answers."""
    end = time.monotonic() + seconds
    while len(records) < count and time.monotonic() < end:
        time.sleep(0.02)
    return len(records) == count
