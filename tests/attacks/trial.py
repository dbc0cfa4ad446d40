"""One run of the real thing against one hostile page, with a person in a hurry, and what the servers then hold."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.desk import Desk, registered
from agent.protocol import SubmissionState
from agent.runs.attempt import attempt
from agent.runs.fleet import ready
from agent.runs.ground import Ground
from agent.store import questions, submissions, tasks
from agent.store.problems import StoreProblem
from tests.attacks.browsers import Browsers, Lent
from tests.attacks.oracle import Approved, approved_on
from tests.attacks.site import Answers, HostileSite
from tests.parts.recording import Arrived, Reply

PATIENCE = 90.0
"""Seconds for one run on a busy machine; what still waits for the person then is ended, and judged as it stands."""

LOOK_SECONDS = 0.2
"""How often the person looks; each look reads the database."""

AGAIN = 3
"""Further attempts after one that was parked, as the fleet would make them."""

LINGER = 0.15
"""Seconds after the browser context is gone in which a last byte may still come in."""

FACTS = {
    "given-name": "Eleanor", "family-name": "Whitcombe", "bday": "1986-03-14", "email": "e.whitcombe@example.org",
    "tel": "+447700900183", "address-line1": "14 Quarry Lane", "address-level2": "Thornmere",
    "postal-code": "TQ12 4AB", "country": "GB", "iban": "GB33BUKB20201555555555",
}
VALUES = ("Eleanor", "Whitcombe", "e.whitcombe@example.org", "7700900183", "14 Quarry Lane", "Thornmere", "TQ12 4AB",
          "GB33BUKB20201555555555", "1986-03-14")
"""What a server would hold if it got some of it; the country is everybody's."""

Servers = Callable[[str, str], Answers]


@dataclass(frozen=True, slots=True)
class Scene:
    """One hostile site. ``pages`` by path, ``@EVIL@`` and ``@SITE@`` stand for the two servers' addresses."""

    pages: dict[str, str]
    text: str = "Fill in this form"
    start: str = "/"
    answers: Servers | None = None       # (site's address, other site's address) -> what answers all but the pages
    files: tuple[Path, ...] = ()
    parked: bool = False                 # the person decides after the page is gone, as the next day


@dataclass(slots=True)
class Person:
    """Answers, edits at most once, and approves what is held without much thought, a given number of times."""

    approvals: int = 1
    edit: bool = False
    reads: float = 0.3                   # seconds spent on a sheet
    approved: list[Approved] = field(default_factory=list)
    sheets: list[dict[str, Any]] = field(default_factory=list)
    prompts: int = 0
    edited: bool = False

    def look(self, desk: Desk, task_id: int) -> None:
        """Decides what waits now, if anything does."""
        for asked in questions.open_ones(desk.store, task_id):
            self.prompts += 1
            registered()["answer"].call(desk, question=f"q{asked.id}", value=_an_answer(asked.options, asked.prompt))
        held = submissions.open_of_task(desk.store, task_id)
        if held is None or held.state != SubmissionState.HELD:
            return
        sheet = registered()["submission"].call(desk, id=f"s{held.id}")
        self.prompts += 1
        self.sheets.append(sheet)
        time.sleep(self.reads)           # a person's time; the page goes on meanwhile
        if len(self.approved) >= self.approvals:
            registered()["reject"].call(desk, id=sheet["id"])
        elif self.edit and not self.edited and (change := _a_change(sheet)):
            self.edited = True
            registered()["edit"].call(desk, id=sheet["id"], set=[change])
        else:
            own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
            registered()["approve"].call(desk, id=sheet["id"], digest=sheet["digest"], accept=own)
            self.approved.append(approved_on(sheet))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    site: tuple[Arrived, ...]
    evil: tuple[Arrived, ...]
    origin: str
    person: Person
    state: str
    message: str
    refusals: tuple[str, ...]
    steps: tuple[str, ...]
    seconds: float


async def go_through(browsers: Browsers, home: Path, scene: Scene, person: Person, *, gated: bool = True,
                     enough: Callable[[HostileSite, HostileSite], bool] = lambda _site, _evil: False) -> Outcome:
    """Makes a run at one page to its end.

    Args:
        browsers: to borrow a context from.
        home: with a profile in it.
        scene: the page.
        person: who decides.
        gated: False for a control: the browser goes straight to the servers.
        enough: ends the run early once it is true of the two servers.
    """
    begun = time.monotonic()
    with HostileSite() as evil, HostileSite() as site:
        evil.answers = lambda _request: Reply(200, b"GIF89a", (("Access-Control-Allow-Origin", "*"),))
        if scene.answers is not None:
            site.answers = scene.answers(site.url, evil.url)
        for path, html in scene.pages.items():
            site.pages[path] = html.replace("@EVIL@", evil.url).replace("@SITE@", site.url)
        desk = Desk(str(home))
        lent = Lent(browsers, desk.folder, gated=gated)
        ground = Ground(desk.store, desk.folder, lambda _number, _text: None, live=not scene.parked, early=[lent],
                        reachable=(("127.0.0.1", evil.port),))
        added = registered()["add"].call(desk, text=scene.text, url=site.url + scene.start,
                                         file=[str(each) for each in scene.files])
        number = int(added["task"][1:])
        try:
            await _accompanied(ground, desk, number, person, lambda: enough(site, evil))
            for _ in range(AGAIN if gated else 0):
                person.look(desk, number)        # what was parked waits for the person without a page
                if not any(each.id == number for each in ready(desk.store)):
                    break
                ground.early[:] = [Lent(browsers, desk.folder, gated=True)]
                await _accompanied(ground, desk, number, person)
            task = tasks.get(desk.store, number)
            steps = tuple(step["text"] for run in registered()["task"].call(desk, id=added["task"])["runs"]
                          for step in run["steps"])
        finally:
            desk.close()
        await asyncio.sleep(LINGER)
        refusals = tuple(f"{each.method} {each.reason}" for each in lent.gate.refusals)
        return Outcome(tuple(site.arrived), tuple(evil.arrived), site.url, person, str(task.state), task.message,
                       refusals, steps, time.monotonic() - begun)


async def _accompanied(ground: Ground, desk: Desk, number: int, person: Person,
                       enough: Callable[[], bool] = lambda: False) -> None:
    """The run, with the person in a thread of their own beside it, as in another process."""
    over = False

    def accompany() -> None:
        own = Desk(str(desk.folder))
        try:
            while not over:
                if ground.live:
                    with contextlib.suppress(StoreProblem):   # the run may end just as the person decides
                        person.look(own, number)
                time.sleep(LOOK_SECONDS)
        finally:
            own.close()

    beside = asyncio.ensure_future(asyncio.to_thread(accompany))
    until = time.monotonic() + PATIENCE
    run = asyncio.ensure_future(attempt(ground, number))
    try:
        while not run.done() and not enough() and time.monotonic() < until:
            await asyncio.wait({run}, timeout=LOOK_SECONDS)
        run.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await run
    finally:
        over = True
        await beside


def _an_answer(options: list[str], prompt: str) -> str:
    if options:  # in a hurry, but nobody lets another site have their address on the way
        return options[-1] if "is another site than the task's" in prompt else options[0]
    return "yes" if any(word in prompt.lower() for word in ("tick", "agree", "declare", "accept")) else "48213"


def _a_change(sheet: dict[str, Any]) -> str:
    """An edit of the first plain text from the profile, as NAME=VALUE."""
    for row in sheet["fields"]:
        if row["editable"] and not row["options"] and row["source"] == "profile" and " " in row["value"]:
            return f"{row['edit_as']}={row['value']} II"
    for row in sheet["fields"]:
        if row["editable"] and not row["options"] and row["source"] == "profile" and "@" in row["value"]:
            return f"{row['edit_as']}=x.{row['value']}"
    return ""


def settle_in(home: Path, facts: dict[str, str] | None = None) -> None:
    """Gives a fresh home its profile."""
    desk = Desk(str(home))
    try:
        for kind, value in (facts or FACTS).items():
            registered()["profile set"].call(desk, kind=kind, value=value)
    finally:
        desk.close()
