"""One attack: pages at two servers, a planner that does what a test says, and the person's desk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

from agent.browser.page import Button, Control, Link, PageMap
from agent.desk import Desk, registered
from agent.planner.base import Action, Ask, ButtonKind, Click, Done, Fill, GiveUp, Open, View
from agent.profile.kinds import kept
from agent.protocol import Given, Source, SourceKind
from agent.runs.attempt import attempt
from agent.runs.ground import Ground
from agent.store import facts, submissions, tasks
from agent.store.tables import Submission, Task
from tests.attackers.canaries import FACTS, TASK, carries, make_files
from tests.attackers.stage import Stage
from tests.parts.recording import Answerer, Arrived, RecordingSite

Turn = Callable[[View], list[Action]]

ENDS = (Click, Ask, Open, Done, GiveUp)


class Scripted:
    """A planner that plays turns; a turn that changes the page is asked again for what ends it, as any planner is."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = list(turns)
        self._changed = False
        self.views: list[View] = []

    async def decide(self, view: View) -> list[Action]:
        self.views.append(view)
        if not self._turns:
            return [GiveUp("played to the end")]
        actions = self._turns[0](view)
        if not isinstance(actions, list):
            return actions
        if any(not isinstance(each, ENDS) for each in actions) and not self._changed:
            self._changed = True
            return actions
        self._changed = False
        self._turns.pop(0)
        return actions or await self.decide(view)


class Case:
    """The home, the servers and the desk of one attack."""

    def __init__(self, stage: Stage, home: Path, first: RecordingSite, third: RecordingSite) -> None:
        self.stage, self.home, self.first, self.third = stage, home, first, third
        self.desk = Desk(str(home))
        self.own, self.other = make_files(home)
        facts.put(self.desk.store, [(kept(k).name, v, kept(k).sensitivity) for k, v in FACTS.items()])

    def add(self, path: str = "/", text: str = TASK) -> int:
        file = {"name": "own.txt", "path": str(self.own), "media_type": "text/plain"}
        return tasks.add(self.desk.store, Task(text=text, title="x", url=self.first.url + path, files=[file])).id or 0

    async def play(self, *turns: Turn, live: bool = False, task: int = 1, hold_seconds: float = 30.0) -> Scripted:
        """One attempt, in which the planner plays these turns."""
        planner = Scripted(turns)
        ground = Ground(self.desk.store, self.home, lambda _number, _text: None, live=live, hold_seconds=hold_seconds,
                        planner=lambda: planner, reachable=(("127.0.0.1", self.third.port),))
        async with asyncio.timeout(120):
            await attempt(ground, task)
        return planner

    @contextlib.asynccontextmanager
    async def playing(self, *turns: Turn) -> AsyncIterator[asyncio.Task[Any]]:
        """An attempt that goes on beside the test, with the page standing while the person decides."""
        if not tasks.every(self.desk.store):
            self.add()
        work = asyncio.ensure_future(self.play(*turns, live=True))
        try:
            yield work
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def until(self, holds: Callable[[], Any], work: asyncio.Task[Any] | None = None) -> Any:
        """Waits for something to become true, at most a minute."""
        async with asyncio.timeout(60):
            while not (found := holds()):
                if work is not None and work.done():
                    work.result()
                    raise AssertionError(f"it ended as {self.task().state}: {self.task().message}")
                await asyncio.sleep(0.02)
        return found

    def call(self, name: str, **more: Any) -> Any:
        return registered()[name].call(self.desk, **more)

    def task(self, number: int = 1) -> Task:
        return tasks.get(self.desk.store, number)

    def held(self) -> Submission | None:
        return submissions.open_of_task(self.desk.store, 1)

    def sheet(self, number: int = 1) -> Any:
        return self.call("submission", id=f"s{number}")

    def row(self, name: str, number: int = 1) -> Any:
        (found,) = [row for row in self.sheet(number)["fields"] if row["name"] == name]
        return found

    def approve(self, number: int = 1, **more: Any) -> None:
        sheet = self.sheet(number)
        self.call("approve", id=f"s{number}", digest=sheet["digest"], revision=sheet["revision"], **more)

    @property
    def writes(self) -> list[Arrived]:
        return self.first.writes

    def stolen(self) -> list[str]:
        """What arrived anywhere with the person's data in it."""
        return [f"{each.method} {each.target}" for site in (self.first, self.third) for each in site.arrived
                if carries("\n".join([each.target, *(v for _, v in each.headers)]).encode() + each.body)]


@contextlib.asynccontextmanager
async def new_case(stage: Stage, name: str, pages: dict[str, str], third_pages: dict[str, str] | None = None,
                   answerer: Answerer | None = None) -> AsyncIterator[Case]:
    """A case of its own; in pages ``@THIRD@`` and ``@FIRST@`` stand for the servers' addresses."""
    with RecordingSite(answerer=answerer) as first, RecordingSite() as third:
        for site, given in ((first, pages), (third, third_pages or {})):
            site.pages.update({path: f"<!doctype html><html lang=en><title>T</title>{page}".replace(
                "@THIRD@", third.url).replace("@FIRST@", first.url) for path, page in given.items()})
        case = Case(stage, stage.home(name), first, third)
        try:
            yield case
        finally:
            case.desk.close()


# What turns are made of

def control(page: PageMap, name: str) -> Control:
    (found,) = [each for each in page.controls if each.name == name]
    return found


def button(page: PageMap, text: str = "") -> Button:
    return next(each for each in page.buttons if text in (each.text or each.value))


def link(page: PageMap, text: str) -> Link:
    return next(each for each in page.links if text in each.text)


def given(value: str, kind: SourceKind = SourceKind.PROFILE, detail: str = "given-name") -> Given:
    return Given(value, Source(kind, detail))


def fill(view: View, name: str, value: str, kind: SourceKind = SourceKind.PROFILE, detail: str = "given-name") -> Fill:
    return Fill(control(view.page, name).ref, given(value, kind, detail), "verified by Countersign")


def press(view: View, text: str = "", kind: ButtonKind = ButtonKind.SUBMIT, *, is_link: bool = False) -> Click:
    return Click(button(view.page, text).ref, "Cancel", kind, is_link)


def fill_and_press(**values: str) -> Turn:
    """Fills honest values of the profile and presses the first button."""
    kinds = {value: kind for kind, value in FACTS.items()}
    return lambda view: [*(fill(view, name, value, detail=kinds.get(value, "given-name"))
                           for name, value in values.items()), press(view)]


NAME = FACTS["given-name"]
FORM = ('<h1>Form</h1><form method=post action=/send><label>First name <input name=given></label>'
        '<button>Submit</button></form>')
