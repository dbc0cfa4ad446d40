"""Takes one flow through the whole app, with a person beside it, and says how it went."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

from agent.desk import Desk, registered
from agent.desk.working import work
from agent.planner.autofill.plan import Autofill
from agent.protocol import SubmissionState
from agent.runs.ground import Ground
from agent.store import submissions
from agent.store.problems import NotNow
from tests.flows.flow import Flow
from tests.flows.flow import Ground as SiteGround
from tests.flows.watching import Refused, Seen, looking, watched

PATIENCE = 240.0
"""Seconds a flow may take; the cores may be busy. On two idle ones the longest takes about fifteen."""

ENDED = ("done", "failed", "unknown", "cancelled")

PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63600000020000"
    "01e221bc330000000049454e44ae426082")

SHORTEST = 5
"""Characters of a fact that is looked for in what arrived; a shorter one stands in a page by chance."""


@dataclass(slots=True)
class Outcome:
    """How one flow went. ``prompts`` is all that the person was asked to decide about sending."""

    flow: Flow
    completed: bool = False
    state: str = ""
    message: str = ""
    reviews: list[str] = field(default_factory=list)         # path of each held request
    grant_questions: list[str] = field(default_factory=list)
    other_questions: list[str] = field(default_factory=list)
    false_holds: list[str] = field(default_factory=list)
    unapproved: list[str] = field(default_factory=list)      # paths that got the person's data without an approval
    refused: list[Refused] = field(default_factory=list)
    lines: set[str] = field(default_factory=set)
    arrived: int = 0                                         # submissions that the site took
    wrong: str = ""
    seconds: float = 0.0

    @property
    def prompts(self) -> int:
        """Reviews and questions about where data may go; a missing value is a question the form itself asks."""
        return len(self.reviews) + len(self.grant_questions)


async def take(flow: Flow, *, refusing: bool = True, patience: float = PATIENCE) -> Outcome:
    """Runs a flow in a home of its own.

    Args:
        flow: which.
        refusing: see `watched`.
        patience: seconds it may take.
    """
    with tempfile.TemporaryDirectory() as folder, flow.site() as site:
        with watched(seen := Seen(), refusing=refusing):
            outcome = await _Visit(flow, site, Path(folder), seen, patience).take()
        outcome.refused, outcome.lines = seen.refused, seen.lines
        return outcome


class _Visit:
    def __init__(self, flow: Flow, site: SiteGround, folder: Path, seen: Seen, patience: float) -> None:
        self._flow, self._site, self._seen, self._folder, self._patience = flow, site, seen, folder, patience
        self._outcome = Outcome(flow)
        self._call: dict[str, Callable[..., Any]] = {name: each.call for name, each in registered().items()}

    async def take(self) -> Outcome:
        self._desk = Desk(str(self._folder / "home"))
        try:
            for kind in sorted(self._flow.facts, key=lambda kind: kind != "country"):
                self._call["profile set"](self._desk, kind=kind, value=self._flow.facts[kind])
            self._task = self._call["add"](self._desk, text=self._flow.task, url=self._site.start,
                                           file=self._files())["task"]
            started = time.monotonic()
            await self._sees_through()
            self._outcome.seconds = time.monotonic() - started
            self._judge()
        finally:
            self._desk.close()
        return self._outcome

    def _files(self) -> list[str]:
        if not self._flow.file:
            return []
        path = self._folder / self._flow.file
        path.write_bytes(PHOTO)
        return [str(path)]

    def _begun(self, ground: Ground) -> None:
        make = self._flow.planner or Autofill
        ground.planner = lambda: looking(make(), self._seen)
        ground.reachable = tuple(self._site.reachable)

    async def _sees_through(self) -> None:
        running = asyncio.create_task(work(self._desk, set(), until_idle=False, begun=self._begun))
        try:
            async with asyncio.timeout(self._patience):
                while not running.done() and self._state() not in ENDED:
                    waiting = [each for each in self._call["inbox"](self._desk) if each["task"] == self._task]
                    if not all([self._decide(each) for each in waiting]):
                        return
                    await asyncio.sleep(0.05)
        except TimeoutError:
            self._outcome.wrong = f"not finished after {self._patience:.0f} s"
        finally:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running

    def _state(self) -> str:
        return str(self._call["task"](self._desk, id=self._task)["state"])

    # What the person does

    def _decide(self, waiting: Mapping[str, Any]) -> bool:
        if waiting["kind"] == "submission":
            self._approve(waiting["id"])
            return True
        answer = self._answer(waiting)
        if not answer:
            return False
        try:
            self._call["answer"](self._desk, question=waiting["id"], value=answer)
        except NotNow as problem:
            self._outcome.wrong = str(problem)
            return False
        return True

    def _answer(self, asked: Mapping[str, Any]) -> str:
        summary, kind = str(asked["summary"]), str(asked["asks"])
        if kind in ("value", "choice", "file", "declaration", "hand"):
            self._outcome.other_questions.append(summary)
            found = next((answer for words, answer in self._flow.answers.items() if words in summary), "")
            if found.startswith("@"):
                return str(asked["options"][int(found[1:])])
            return found or ("yes" if kind == "declaration" else "")
        self._outcome.grant_questions.append(summary)
        return "yes" if self._flow.lookups else "no"

    def _approve(self, number: str) -> None:
        sheet = self._call["submission"](self._desk, id=number)
        path = urlsplit(sheet["url"]).path
        self._outcome.reviews.append(path)
        expected = {each.path for each in self._flow.sent} | self._flow.steps
        if path not in expected and not self._carries(str([row["value"] for row in sheet["fields"]]) + sheet["url"]):
            self._outcome.false_holds.append(f"{sheet['method']} {path}")
        own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
        self._call["approve"](self._desk, id=number, digest=sheet["digest"], accept=own,
                              steps=self._flow.grant and bool(sheet["step_grant"]))

    def _carries(self, text: str) -> bool:
        values = [value for value in self._flow.facts.values() if len(value) >= SHORTEST]
        return any(spelt in text for value in values
                   for spelt in (value, quote(value), quote_plus(value), value.replace(" ", "")))

    # How it went

    def _judge(self) -> None:
        task = self._call["task"](self._desk, id=self._task)
        outcome, flow = self._outcome, self._flow
        outcome.state, outcome.message = str(task["state"]), str(task["message"])
        accepted = [(each.path, tuple(pair for pair in each.pairs if pair[0] not in flow.renewed))
                    for each in self._settled(len(flow.sent))]
        outcome.arrived = len(accepted)
        wanted = [(each.path, each.pairs) for each in flow.sent]
        if accepted != wanted:
            outcome.wrong = outcome.wrong or f"arrived {accepted}, wanted {wanted}"
        elif outcome.state != "done":
            outcome.wrong = outcome.wrong or f"{outcome.state}: {outcome.message}"
        outcome.completed = accepted == wanted and outcome.state == "done"
        approved = {urlsplit(each.url).path for each in submissions.in_state(
            self._desk.store, [SubmissionState.ANSWERED, SubmissionState.UNKNOWN])}
        outcome.unapproved = [path for path, content in self._site.arrived()
                              if self._carries(content.decode("utf-8", errors="replace"))
                              and path not in approved and path not in flow.lookups]

    def _settled(self, count: int) -> list[Any]:
        """The accepted submissions; an application's own log may lag behind its answers."""
        end = time.monotonic() + 5
        while len(found := self._site.accepted()) < count and time.monotonic() < end:
            time.sleep(0.02)
        return found
