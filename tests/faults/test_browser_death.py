"""The browser or its driver dies under a run: nothing is sent, the task says something true, and it can go on."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from agent.practice import PracticeSite, records, requests
from tests.faults.agent_process import AgentProcess
from tests.faults.book import read_book
from tests.faults.person import Person
from tests.faults.processes import Process, Wake, descendants
from tests.faults.windows import HELD

pytestmark = [pytest.mark.browser,
              pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes through /proc")]

PATIENCE = 60.0

LOOK_SECONDS = 0.05


@dataclass
class Bench:
    """One task under way, with the site that knows what arrived."""

    folder: Path
    person: Person
    agent: AgentProcess
    task: str

    def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, [line.text for line in self.agent.lines]
            self.person.answer_all()
            time.sleep(LOOK_SECONDS)

    def state(self) -> str:
        return self.person.states()[self.task]

    def posts(self) -> int:
        return sum(each.method == "POST" for each in requests(self.folder / "site.db"))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with PracticeSite(tmp_path / "site.db") as site, tempfile.TemporaryDirectory(
            prefix="bd-", ignore_cleanup_errors=True) as short:  # a socket of Chromium's must fit into it
        person = Person(tmp_path / "home")
        person.settle_in()
        task = person.add("meter-reading", site.url)
        agent = AgentProcess(tmp_path / "home", Path(short), tmp_path.name, "run")
        try:
            yield Bench(tmp_path, person, agent, task)
        finally:
            born = descendants(agent.pid)
            agent.stop(PATIENCE)
        assert Wake(born, 15).over()
    assert read_book(tmp_path / "home", tmp_path / "copy").broken == ()


def driver(agent: AgentProcess) -> Process:
    return next(each for each in descendants(agent.pid) if each.parent == agent.pid)


def browser(agent: AgentProcess) -> Process:
    number = driver(agent).pid
    return next(each for each in descendants(agent.pid) if each.parent == number)


VICTIMS = pytest.mark.parametrize("victim", [pytest.param(driver, marks=pytest.mark.slow), browser])


@VICTIMS
def test_death_while_filling_sends_nothing_and_the_task_can_be_tried_again(
        bench: Bench, victim: Callable[[AgentProcess], Process]) -> None:
    bench.until(lambda: bench.agent.when(bench.task, "Filling"))
    os.kill(victim(bench.agent).pid, signal.SIGKILL)
    bench.until(lambda: bench.state() in ("failed", "needs_review", "queued"))
    assert bench.posts() == 0
    if bench.state() == "failed":  # otherwise it was already held, or goes on by itself
        book = read_book(bench.folder / "home", bench.folder / "copy-before")
        assert book.tasks[0].message
    assert not bench.agent.over


@VICTIMS
def test_death_while_held_keeps_the_submission_and_an_approval_sends_it_once(
        bench: Bench, victim: Callable[[AgentProcess], Process]) -> None:
    bench.until(lambda: bench.agent.when(bench.task, HELD))
    os.kill(victim(bench.agent).pid, signal.SIGKILL)
    bench.until(lambda: not descendants(bench.agent.pid))
    assert bench.state() == "needs_review"
    assert bench.posts() == 0
    assert bench.person.approve_all() == 1
    bench.until(lambda: bench.state() == "done")
    assert len(records(bench.folder / "site.db")) == 1
