"""One life of a home: tasks go in, the agent is killed again and again on the way, until every task is finished."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from agent.practice import PracticeSite, records, requests
from tests.faults.agent_process import AgentProcess
from tests.faults.book import DATABASE, Book, read_book
from tests.faults.invariants import FINISHED, Oracle, wrong_at_end, wrong_now
from tests.faults.person import Person
from tests.faults.processes import Process, Wake, marked
from tests.faults.slow_road import Pace, SlowRoad
from tests.faults.story import Kill, Pulse, Story
from tests.faults.windows import ANSWERED, HELD, OPENING, STARTING, STRATA, Window, window_of

LOOK_SECONDS = 0.01

EARLY = (Window.START, Window.FILLING, Window.HELD)
"""Targets before any approval: nothing is approved until the kill."""

ROUND_SECONDS = 150
"""How long one process may take to get somewhere on a busy machine before the life is called stuck."""

ROUNDS = 14
"""Processes until every task must be finished, kills included."""

ORPHAN_SECONDS = 15


class Life:
    """Goes through one life. The site and the road belong to it alone, so that all that arrives is its own."""

    def __init__(self, folder: Path, chance: random.Random, pulse: Pulse) -> None:
        self._home = folder / "home"
        self._folder = folder
        self._temporary = Path(tempfile.mkdtemp(prefix="ks-"))  # short: a socket of Chromium's must fit into it
        self._chance = chance
        self._pulse = pulse
        self._person = Person(self._home)
        self._mark = f"life-{folder.name}-{chance.getrandbits(32):08x}"
        self._wakes: list[tuple[int, Wake]] = []
        self._copies = 0

    def go(self, pages: Sequence[str], targets: Sequence[Window]) -> Story:
        """Lives it.

        Args:
            pages: practice pages to add a task for, each at most once.
            targets: windows to kill in, one process each, in this order.
        """
        self._story = Story(tuple(pages))
        with PracticeSite(self._folder / "site.db") as site, SlowRoad(site.url) as road:
            self._road = road
            self._person.settle_in()
            self._tasks = {self._person.add(page, road.url): page for page in pages}
            try:
                for target in targets:
                    if self._unfinished():
                        self._round(target)
                for _ in range(ROUNDS):
                    if not self._unfinished():
                        break
                    self._round(None)
            except TimeoutError as problem:
                self._story.wrong.append(f"stuck: {problem}")
            self._conclude()
        return self._story

    # One process

    def _round(self, target: Window | None) -> None:
        """Runs the agent once, to the kill or to where it can't go on without more than this person."""
        self._late = self._chance.random() < 0.4  # the window's later part, where it has two
        if target is Window.APPROVING and self._kill_an_approval():
            return
        self._person.answer_all()
        parked = self._chance.random() < 0.35
        decided = self._decide_before(target)
        self._held_before = any(each.kind == "submission" for each in self._person.inbox())
        self._held_before = any(each.kind == "submission" for each in self._person.inbox())
        self._road.pace = self._pace(target)
        agent = self._start("run", *(["--until-idle"] if parked else []))
        try:
            self._accompany(agent, target, parked=parked, decided=decided)
        finally:
            if not agent.over:
                self._stop(agent)

    def _decide_before(self, target: Window | None) -> bool:
        """Approves what waits from before, unless the held state is what is to be killed."""
        return target is not Window.HELD and bool(self._person.approve_all(steps=self._chance.random() < 0.3))

    def _accompany(self, agent: AgentProcess, target: Window | None, *, parked: bool, decided: bool) -> None:
        approved_at = agent.started if decided else None
        mark, spread = None, 0.0
        until = time.monotonic() + ROUND_SECONDS
        seen, looked = 0, time.monotonic()
        while not agent.over:
            if time.monotonic() > until:
                raise TimeoutError(f"{self._person.states()} after {ROUND_SECONDS} s")
            if target is not None and mark is None:
                at, spread = self._trigger(agent, target, approved_at)
                if at is not None:
                    mark = at + self._chance.random() * spread
            if mark is not None and time.monotonic() >= mark and target is not None:
                self._kill(agent, target, live=not parked)
                return
            if len(agent.lines) > seen or time.monotonic() > looked + 0.5:
                seen, looked = len(agent.lines), time.monotonic()
                if not parked and not self._unfinished():
                    break
                approved_at = self._attend(target, parked=parked) or approved_at
            time.sleep(LOOK_SECONDS)
        self._learn(agent)

    def _attend(self, target: Window | None, *, parked: bool) -> float | None:
        """Does what the person would beside a live run; returns when an approval was given, if one was."""
        if parked:
            return None
        self._person.answer_all()
        if target not in EARLY and self._person.approve_all(steps=self._chance.random() < 0.3):
            return time.monotonic()
        return None

    def _trigger(self, agent: AgentProcess, target: Window, approved_at: float | None) -> tuple[float | None, float]:
        """When the window begins, if it has, and how long it usually is."""
        task = self._at_work(agent)
        if target is Window.START and not self._late:
            return agent.started, 0.95 * self._pulse.starting
        if target is Window.START:
            return agent.when(task, STARTING), 0.95 * self._pulse.opening
        if target is Window.FILLING:
            return agent.when(task, OPENING), 0.95 * self._pulse.held
        if target is Window.HELD and self._held_before:
            return agent.started, 0.8  # held since an earlier process: this one only waits
        if target is Window.HELD and self._held_before:
            return agent.started, self._pulse.starting + 1
        if target is Window.HELD:
            return agent.when(task, HELD), 0.8
        if target is Window.APPROVED:
            if self._late:
                return agent.when(task, "Sending"), 0.02
            if approved_at == agent.started:
                return approved_at, self._pulse.starting + self._pulse.opening + self._pulse.held
            return approved_at, 0.3
        if target is Window.SENDING:
            return self._road.since(agent.started, "left"), self._road.pace.there + self._road.pace.back
        return self._road.since(agent.started, "answered"), 0.9 * self._pulse.receipt

    def _pace(self, target: Window | None) -> Pace:
        if target is Window.SENDING:
            there = self._chance.uniform(0.0, 0.6)
            return Pace(there, self._chance.uniform(0.1, 0.6), lossy=self._chance.random() < 0.6)
        return Pace(there=self._chance.choice((0.0, 0.05)), back=self._chance.choice((0.0, 0.05)))

    def _at_work(self, agent: AgentProcess) -> str:
        """The task that this process spoke of last, or the first unfinished one."""
        for line in reversed(list(agent.lines)):
            if (task := line.text.split(" ")[0]) in self._tasks:
                return task
        return next(iter(self._unfinished()), next(iter(self._tasks)))

    # Kills

    def _kill(self, agent: AgentProcess, target: Window, *, live: bool) -> None:
        running = self._unfinished() or list(self._tasks)
        self._mourn(agent.kill())
        agent.hear_out()
        if any("Something went wrong" in line.text for line in agent.lines):
            self._story.wrong.append(f"broke before the kill: {agent.lines[-1].text}")
        if agent.code != -9:
            return  # it had ended by itself in the last moment
        book = self._book()
        fell, task = max(((window_of(book, int(each[1:]), agent.about(each)), each) for each in running),
                         key=lambda found: STRATA.index(found[0]) if found[0] in STRATA else -1)
        lines = agent.about(task)
        self._story.kills.append(Kill(target, fell, lines[-1][:60] if lines else "", live, self._tasks[task], None))
        self._story.wrong += [f"after a kill in {fell.value}: {what}" for what in wrong_now(book, self._arrived(book))]

    def _kill_an_approval(self) -> bool:
        """Kills the process that approves, if something is held; False when nothing is."""
        held = [each for each in self._person.inbox() if each.kind == "submission"]
        if not held:
            return False
        begun = time.monotonic()
        approver = self._start(*self._person.approval_words(held[0].id))
        mark = begun + self._chance.uniform(0.4, 1.1) * self._pulse.approve
        decided = f"SELECT state != 'held' FROM submission WHERE id = {int(held[0].id[1:])}"
        with closing(sqlite3.connect(self._home / DATABASE)) as db:
            while not approver.over and not (
                    db.execute(decided).fetchone()[0] if self._late else time.monotonic() >= mark):
                time.sleep(0.002)
        if approver.over:
            self._pulse.learn("approve", time.monotonic() - begun)
            approver.stop()
            return True
        self._mourn(approver.kill())
        approver.hear_out()
        book = self._book()
        state = next(each.state for each in book.submissions if f"s{each.id}" == held[0].id)
        self._story.kills.append(Kill(Window.APPROVING, Window.APPROVING, state, False,
                                      self._tasks[held[0].task], None))
        self._story.wrong += [f"after a killed approval: {what}" for what in wrong_now(book, self._arrived(book))]
        return True

    def _mourn(self, left: list[Process]) -> None:
        self._wakes.append((len(self._story.kills), Wake(left, ORPHAN_SECONDS)))
        if self._chance.random() < 0.5:
            self._wakes[-1][1].over()  # half the time the next start does not wait for the old browser's end

    def _start(self, *arguments: str) -> AgentProcess:
        return AgentProcess(self._home, self._temporary, self._mark, *arguments)

    def _stop(self, agent: AgentProcess) -> None:
        try:
            agent.stop()
        except TimeoutError as problem:
            self._story.wrong.append(f"the agent did not end when asked: {problem}")

    def _learn(self, agent: AgentProcess) -> None:
        task = self._at_work(agent)
        starting, opening, held = agent.when(task, STARTING), agent.when(task, OPENING), agent.when(task, HELD)
        answered, done = agent.when(task, ANSWERED), agent.when(task, "Done")
        if starting is not None and opening is not None:
            self._pulse.learn("starting", starting - agent.started)
            self._pulse.learn("opening", opening - starting)
            if held is not None:
                self._pulse.learn("held", held - opening)
        if answered is not None and done is not None:
            self._pulse.learn("receipt", done - answered)

    # The books

    def _unfinished(self) -> list[str]:
        return [task for task, state in self._person.states().items() if state not in FINISHED]

    def _book(self) -> Book:
        self._copies += 1
        return read_book(self._home, self._folder / f"copy-{self._copies}")

    def _arrived(self, book: Book) -> dict[int, Oracle]:
        """What the site received, by task: each practice page has at most one task in a life."""
        posts = [each.target.split("?")[0] for each in requests(self._folder / "site.db") if each.method == "POST"]
        filed = [each.page for each in records(self._folder / "site.db")]
        found = {}
        for task in book.tasks:
            page = task.url.rsplit("/", 1)[1]
            found[task.id] = Oracle(sum(belongs(path, page) for path in posts), filed.count(page))
        return found

    def _conclude(self) -> None:
        story, book = self._story, self._book()
        arrived = self._arrived(book)
        story.wrong += wrong_at_end(book, arrived, len(self._tasks))
        story.states = {self._tasks[f"t{task.id}"]: task.state for task in book.tasks}
        story.records = sum(each.records for each in arrived.values())
        for task in book.tasks:
            own = [each for each in book.submissions if each.task == task.id]
            doubtful = sum(each.state == "unknown" for each in own)
            story.unknown_requests += doubtful
            story.unknown_arrived += arrived[task.id].posts - sum(each.state == "answered" for each in own)
            story.unknown += task.state == "unknown"
            story.answer_lost += task.state == "unknown" and not doubtful
        story.wrong += [f"left in the spool: {each.name}" for each in (self._home / "spool").iterdir()]
        self._bury()

    def _bury(self) -> None:
        story = self._story
        for place, wake in self._wakes:
            if not wake.over():
                story.wrong.append(f"outlived the agent by {ORPHAN_SECONDS} s: {[each.name for each in wake.left]}")
            if place < len(story.kills):
                kill = story.kills[place]
                story.kills[place] = Kill(kill.meant, kill.fell, kill.last_line, kill.live, kill.page, wake.seconds)
        until = time.monotonic() + ORPHAN_SECONDS
        while (orphans := marked(self._mark)) and time.monotonic() < until:
            time.sleep(0.1)
        if orphans:
            story.wrong.append(f"orphans at the end: {[each.name for each in orphans]}")
        story.temporary = sum(1 for _ in self._temporary.iterdir())
        shutil.rmtree(self._temporary, ignore_errors=True)


def belongs(path: str, page: str) -> bool:
    """Whether a POST to this path is a send of this page's form (the complaint is sent to an interface)."""
    return path.startswith(f"/{page}") or (page == "complaint" and path == "/api/complaints")
