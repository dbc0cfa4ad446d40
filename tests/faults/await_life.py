"""One life with one kill at one await: a fresh home, one task, the kill, a start unwatched, until it is finished."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from agent.practice import PracticeSite, records, requests
from agent.store.problems import NotNow
from tests.faults.agent_process import AgentProcess
from tests.faults.await_child import Order, Point
from tests.faults.await_plan import Pass, passes_from
from tests.faults.book import Book, read_book
from tests.faults.invariants import FINISHED, Oracle, wrong_at_end, wrong_now
from tests.faults.life import ORPHAN_SECONDS, belongs
from tests.faults.person import Person
from tests.faults.processes import marked
from tests.faults.upload_site import PICTURE, UploadSite

LOOK_SECONDS = 0.02

ROUND_SECONDS = 600
"""How long one process may take to get somewhere on a busy machine before the life is called stuck."""

ROUNDS = 4
"""Processes after the kill until the task must be finished."""

FLOWS = {"plain": "meter-reading", "wizard": "parking-permit", "upload": "report"}
"""The page of each flow: a plain form, one of three pages, a file that a script sends inside JSON."""


class Site:
    """One flow's own site, which alone knows what arrived."""

    def __init__(self, folder: Path, page: str) -> None:
        self._database, self._page = folder / "site.db", page
        self.url = ""
        self._upload: UploadSite | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serves while the context lasts."""
        if self._page == FLOWS["upload"]:
            with UploadSite() as upload:
                self.url, self._upload = upload.url, upload
                yield
        else:
            with PracticeSite(self._database) as site:
                self.url = site.url
                yield

    def arrived(self) -> Oracle:
        """What arrived until now."""
        if self._upload is not None:
            return Oracle(self._upload.posts, len(self._upload.reports))
        posts = [each.target.split("?")[0] for each in requests(self._database) if each.method == "POST"]
        filed = [each.page for each in records(self._database)]
        return Oracle(sum(belongs(path, self._page) for path in posts), filed.count(self._page))


@dataclass
class Outcome:
    """What a life came to. ``hit``: killed, missed (the await did not come again), absent (no such victim then)."""

    hit: str = "missed"
    wrong: list[str] = field(default_factory=list)
    state: str = ""
    posts: int = 0
    records: int = 0
    unknown: int = 0             # requests in doubt at the end
    retries: int = 0             # the person's own, after a death of browser or driver
    seconds: float = 0.0


class AwaitLife:
    """Lives one life. ``template``: a home with a profile, see `make_template`."""

    def __init__(self, folder: Path, flow: str, template: Path, mutation: str = "") -> None:
        self._folder, self._page, self._mutation = folder, FLOWS[flow], mutation
        self._home = folder / "home"
        shutil.copytree(template, self._home)
        self._temporary = Path(tempfile.mkdtemp(prefix="aw-"))  # short: a socket of Chromium's must fit into it
        self._person = Person(self._home)
        self._site = Site(folder, self._page)
        self._mark = f"await-{folder.name}-{time.monotonic_ns():x}"
        self._copies = 0
        self._log = folder / "passes.jsonl"
        self._outcome = Outcome()

    def count(self) -> list[Pass]:
        """Goes through the flow without a kill; returns every await that was passed.

        Raises:
            RuntimeError: it did not end as it should.
        """
        self._live(None, "")
        if self._outcome.wrong or self._outcome.state != "done":
            raise RuntimeError(f"{self._outcome}")
        return passes_from(json.loads(line) for line in self._log.read_text().splitlines())

    def go(self, point: Point, victim: str) -> Outcome:
        """Goes through the flow with one kill."""
        self._live(point, victim)
        return self._outcome

    def _live(self, point: Point | None, victim: str) -> None:
        begun = time.monotonic()
        try:
            with self._site.open():
                self._task = self._person.add(self._page, self._site.url, *self._files())
                order = Order(str(self._log), point, victim, self._mutation)
                try:
                    self._first(order)
                    self._rest()
                except TimeoutError as problem:
                    self._outcome.wrong.append(f"stuck: {problem}")
                self._conclude()
        finally:
            shutil.rmtree(self._temporary, ignore_errors=True)
        self._outcome.seconds = round(time.monotonic() - begun, 1)

    def _files(self) -> list[Path]:
        if self._page != FLOWS["upload"]:
            return []
        picture = self._folder / "pothole.png"
        picture.write_bytes(PICTURE)
        return [picture]

    # Processes

    def _first(self, order: Order) -> None:
        self._accompany(self._start(order))
        if order.point is None:
            self._outcome.hit = ""
            return
        told = json.loads(self._log.read_text().splitlines()[-1]) if self._log.read_text() else {"killed": None}
        if self._log.stat().st_size:
            self._outcome.hit = "absent" if told["killed"] is None else "killed"
        self._outcome.wrong += [f"after the kill: {what}" for what in self._check(wrong_now)]

    def _rest(self) -> None:
        for _ in range(ROUNDS):
            state = self._person.states()[self._task]
            if state == "failed" and self._outcome.hit == "killed" and self._outcome.retries < 2:
                if not self._retry():
                    return
            elif state in FINISHED:
                return
            self._accompany(self._start(Order(str(self._folder / "later.jsonl"), Point("", "", "", 0), "agent",
                                              self._mutation) if self._mutation else None))

    def _retry(self) -> bool:
        """A browser that died takes its run with it; the person tries again what sent nothing, or only steps."""
        last = [each for each in self._book().submissions if each.state in ("answered", "unknown", "sending")]
        try:
            self._task = self._person.retry(self._task, even_if_sent=all(each.step and each.state == "answered"
                                                                        for each in last))
        except NotNow:
            return False
        self._outcome.retries += 1
        return True

    def _start(self, order: Order | None) -> AgentProcess:
        if order is None:
            return AgentProcess(self._home, self._temporary, self._mark, "run")
        return AgentProcess(self._home, self._temporary, self._mark, "run", module="tests.faults.await_child",
                            more=order.as_environment())

    def _accompany(self, agent: AgentProcess) -> None:
        """Beside a live run: answers and approves whatever waits, until the process or the task has ended."""
        until, seen, looked = time.monotonic() + ROUND_SECONDS, -1, 0.0
        try:
            while not agent.over:
                if time.monotonic() > until:
                    raise TimeoutError(f"{self._person.states()} after {ROUND_SECONDS} s; {agent.lines[-3:]}")
                if len(agent.lines) > seen or time.monotonic() > looked + 0.5:
                    seen, looked = len(agent.lines), time.monotonic()
                    if self._person.states()[self._task] in FINISHED:
                        return
                    self._person.answer_all()
                    self._person.approve_all()
                time.sleep(LOOK_SECONDS)
        finally:
            self._end(agent)

    def _end(self, agent: AgentProcess) -> None:
        try:
            agent.stop()
        except TimeoutError as problem:
            self._outcome.wrong.append(f"the agent did not end when asked: {problem}")
        if any("Something went wrong" in line.text for line in agent.lines):
            self._outcome.wrong.append(f"broke: {agent.lines[-1].text}")

    # The books

    def _book(self) -> Book:
        self._copies += 1
        return read_book(self._home, self._folder / f"copy-{self._copies}")

    def _check(self, invariants: object) -> list[str]:
        book = one_story(self._book())
        arrived = {each.id: self._site.arrived() for each in book.tasks}
        return wrong_now(book, arrived) if invariants is wrong_now else wrong_at_end(book, arrived, 1)

    def _conclude(self) -> None:
        outcome, book = self._outcome, self._book()
        outcome.wrong += self._check(wrong_at_end)
        outcome.state = book.tasks[-1].state
        outcome.unknown = sum(each.state == "unknown" for each in book.submissions)
        arrived = self._site.arrived()
        outcome.posts, outcome.records = arrived.posts, arrived.records
        outcome.wrong += [f"left in the spool: {each.name}" for each in (self._home / "spool").iterdir()]
        until = time.monotonic() + ORPHAN_SECONDS
        while (orphans := marked(self._mark)) and time.monotonic() < until:
            time.sleep(0.1)
        if orphans:
            outcome.wrong.append(f"outlived the agent by {ORPHAN_SECONDS} s: {[each.name for each in orphans]}")


def make_template(folder: Path) -> Path:
    """A home with a profile, to be copied."""
    Person(folder).settle_in()
    return folder


def one_story(book: Book) -> Book:
    """A task and the tasks that tried it again, as one: their submissions and receipts count together."""
    last = book.tasks[-1]
    return replace(book, tasks=(last,), submissions=tuple(replace(each, task=last.id) for each in book.submissions),
                   receipts=tuple(replace(each, task=last.id) for each in book.receipts))
