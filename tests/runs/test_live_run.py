"""A run that goes on: decisions and answers of other processes reach it while the page stands."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from agent.practice import PracticeSite, records, requests
from agent.store.problems import Busy, NotNow
from tests.faults.processes import descendants
from tests.runs.household import FACTS, METER, Person, value_of

pytestmark = pytest.mark.browser


async def test_the_very_request_that_was_held_is_released(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    async with person.running() as work:
        await person.until(lambda: person.call("inbox"), work)
        held = person.held()
        assert requests(site.database) == []
        token = value_of(held, "csrf_token")
        person.call("approve", id="s1", digest=held["digest"])
        await person.until(lambda: person.state() == "done", work)
    (record,) = records(site.database)
    assert token.encode() in record.raw            # not filled again: the same token went out
    assert len(person.task()["runs"]) == 1


@pytest.mark.slow
async def test_an_edit_is_filled_into_the_page_that_stands(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    async with person.running() as work:
        await person.until(lambda: person.call("inbox"), work)
        first = person.held()
        person.call("edit", id="s1", set=["reading=48300"])
        await person.until(lambda: person.call("inbox"), work)
        second = person.held()
        assert value_of(second, "reading") == "48300"
        with pytest.raises(NotNow):
            person.call("approve", id="s1", digest=first["digest"])
        person.call("send-back", id="s1", text="The meter reading is 48400")
        await person.until(lambda: person.call("inbox"), work)
        person.call("edit", id="s1", set=["reading=48500"])
        await person.until(lambda: person.call("inbox"), work)
        assert value_of(person.held(), "reading") == "48500"
        assert requests(site.database) == []
        person.call("approve", id="s1")
        await person.until(lambda: person.state() == "done", work)
    assert [each.fields["reading"] for each in records(site.database)] == ["48500"]
    assert len(person.task()["runs"]) == 1


async def test_an_answer_is_picked_up_and_a_task_added_meanwhile_is_run(own_home: Path, site: PracticeSite) -> None:
    person = Person(own_home, {kind: value for kind, value in FACTS.items() if kind != "email"})
    async with person.running() as work:
        person.add(METER, site.pages["meter-reading"])
        await person.until(person.questions, work)
        assert person.state() == "needs_answer"
        person.call("answer", question="q1", value="nora@example.org")
        await person.until(lambda: person.state() == "needs_review", work)
        assert value_of(person.held(), "email") == "nora@example.org"
        assert len(person.task()["runs"]) == 1


async def test_cancel_and_reject_reach_it(person: Person, site: PracticeSite) -> None:
    for text in ("a", "b"):
        person.add(f"{METER} {text}", site.pages["meter-reading"])
    async with person.running() as work:
        await person.until(lambda: len(person.call("inbox")) == 2, work)
        ids = {each["task"]: each["id"] for each in person.call("inbox")}
        person.call("cancel", id="t1")
        person.call("reject", id=ids["t2"])
        await person.until(lambda: all(run["ended_at"] for number in ("t1", "t2")
                                       for run in person.task(number)["runs"]), work)
    assert (person.state("t1"), person.state("t2")) == ("cancelled", "cancelled")
    assert requests(site.database) == []
    assert person.call("inbox") == []


async def test_a_task_cancelled_while_it_is_filled_in_stays_cancelled(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    async with person.running() as work:
        await person.until(lambda: any("Filling in" in text for text in person.heard), work)
        person.call("cancel", id="t1")
        await person.until(lambda: all(run["ended_at"] for run in person.task()["runs"]), work)
    assert person.state() == "cancelled"
    assert person.call("inbox") == []


async def test_a_browser_that_dies_loses_no_decision(person: Person, site: PracticeSite) -> None:
    person.add(METER, site.pages["meter-reading"])
    async with person.running() as work:
        await person.until(lambda: person.call("inbox"), work)
        for process in descendants(os.getpid()):
            if "chrom" in process.name:
                os.kill(process.pid, signal.SIGKILL)
        await person.until(lambda: person.task()["runs"][0]["ended_at"], work)
        assert person.state() == "needs_review"
        person.call("approve", id="s1")
        await person.until(lambda: person.state() not in ("needs_review", "running", "sending"), work)
    assert person.state() == "done"
    assert len(records(site.database)) == 1


async def test_a_second_run_in_the_same_home_is_refused(person: Person) -> None:
    async with person.running():
        await person.until(lambda: (person.home / "run.lock").exists())
        with pytest.raises(Busy, match="already running"):
            await person.run()
    assert await person.run() == {}
