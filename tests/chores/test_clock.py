"""The clock on a real database: rows and tasks together, nothing lost, nothing twice, whatever is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agent.chores.clock import TICK_SECONDS, pause, tick
from agent.chores.planning import kept
from agent.chores.zones import resolved, system_zone
from agent.protocol import TaskState
from agent.store import chores, facts, questions, tasks
from agent.store.chores import MADE, MERGED, MISSED, SKIPPED
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Chore, Occurrence, Question
from tests.chores import killing

BEGIN = datetime(2026, 6, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def store(own_home: Path) -> Iterator[Store]:
    opened = open_store(home_folder(str(own_home)))
    yield opened
    opened.close()


def start(_text: str) -> tuple[str, dict[str, Any], Question | None]:
    return "https://example.org/form", {"why": "known"}, None


def chore(store: Store, rule: str = "FREQ=DAILY", **more: Any) -> int:
    columns = {"text": "Water the plants", "title": "Water the plants", "start": "2026-05-01T09:00:00", "zone": "UTC",
               "floor_at": kept(BEGIN), "seen_at": kept(BEGIN), "next_at": kept(BEGIN), **more}
    return chores.add(store, Chore(rule=rule, **columns)).id or 0


def states(store: Store, number: int) -> Counter[str]:
    return Counter(row.state for row in chores.occurrences(store, number))


@pytest.mark.parametrize(("catch_up", "found"), [
    ("once", {MADE: 3, MERGED: 45}), ("each", {MADE: 31 + 6 + 2, MERGED: 9}), ("skip", {MISSED: 48})])
def test_closed_for_40_days(store: Store, catch_up: str, found: dict[str, int]) -> None:
    numbers = [chore(store, rule, catch_up=catch_up) for rule in
               ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYMONTHDAY=10")]
    back = BEGIN + 40 * DAY
    made = tick(store, start, back)
    for hours in range(3):
        assert tick(store, start, back + timedelta(minutes=hours)) == []
    rows = [row for number in numbers for row in chores.occurrences(store, number)]
    assert len(rows) == len({(row.chore_id, row.local) for row in rows}) == 40 + 6 + 2
    assert len(made) == len(tasks.every(store)) == found.get(MADE, 0)
    assert Counter(row.state for row in rows) == found
    if catch_up == "once":
        assert made[2].message == "Stands for 2 times that were missed, from 10 June 2026 to 10 July 2026."
    assert {row.task_id for row in rows if row.state == MADE} == {task.id for task in made}


def test_what_is_unknown_is_asked_in_one_group_and_goes_into_the_words(store: Store) -> None:
    number = chore(store, text="Submit {reading} for {last_period} at {rate}", title="Submit {reading}", parameters=[
        {"name": "reading", "label": "Reading", "form": "number", "ask": True, "last": "48213", "learnt": False},
        {"name": "rate", "label": "Rate", "form": "text", "ask": True, "last": "", "learnt": False}])
    (task,) = tick(store, start, BEGIN + timedelta(hours=4))
    assert (task.state, task.text) == (TaskState.NEEDS_ANSWER, "Submit {reading} for May 2026 at {rate}")
    asked = questions.open_ones(store, task.id)
    assert [each.key for each in asked] == ["chore:reading", "chore:rate"]
    assert {each.about["section"] for each in asked} == {"1 June 2026"}
    assert "The last time it was 48213." in asked[0].prompt
    questions.answer_all(store, {asked[0].id or 0: "48500", asked[1].id or 0: "night"})
    after = tasks.get(store, task.id or 0)
    assert (after.text, after.title) == ("Submit 48500 for May 2026 at night",) * 2
    assert [each["last"] for each in chores.get(store, number).parameters] == ["48500", "night"]
    assert chores.occurrences(store, number)[0].given == {"reading": "48500", "rate": "night"}


def test_given_beforehand_nothing_is_asked_and_skipped_nothing_comes(store: Store) -> None:
    number = chore(store, text="Submit {reading}", parameters=[
        {"name": "reading", "label": "Reading", "form": "number", "ask": True, "last": "", "learnt": False}])
    for local, state, given in (("2026-06-01T09:00:00", chores.PLANNED, {"reading": "7"}),
                                ("2026-06-02T09:00:00", SKIPPED, {})):
        chores.put(store, Occurrence(chore_id=number, local=local, due_at=f"{local[:-3]}Z", state=state, given=given))
    (task,) = tick(store, start, BEGIN + timedelta(hours=4))
    assert (task.text, task.state) == ("Submit 7", TaskState.QUEUED)
    assert tick(store, start, BEGIN + timedelta(hours=28)) == []
    assert states(store, number) == {MADE: 1, SKIPPED: 1}


def test_one_that_can_not_be_read_stops_no_other(store: Store) -> None:
    chore(store, "FREQ=SECONDLY")
    chore(store, zone="No/Where")
    good = chore(store)
    assert [task.occurrence_id for task in tick(store, start, BEGIN + timedelta(hours=4))] == [
        row.id for row in chores.occurrences(store, good)]


def test_a_quiet_look_writes_nothing(store: Store) -> None:
    chore(store)
    chore(store, "BEFORE=2W;FACT=passport-expiry")
    facts.put(store, [("passport-expiry", "2031-01-01", "personal")])
    tick(store, start, BEGIN + timedelta(hours=4))
    before = [each.model_dump() for each in chores.every(store)]
    for minute in range(5):
        assert tick(store, start, BEGIN + timedelta(hours=4, minutes=minute)) == []
    assert [each.model_dump() for each in chores.every(store)] == before


def test_the_pause_between_looks_is_a_tick_at_most(store: Store) -> None:
    chore(store, next_at=kept(BEGIN + timedelta(seconds=12)))
    every = chores.every(store)
    assert pause(every, BEGIN) == pytest.approx(12, abs=0.01)
    assert pause(every, BEGIN - DAY) == TICK_SECONDS
    assert 0 < pause(every, BEGIN + DAY) < 1


def test_the_computers_own_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert system_zone() == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "nonsense")
    ZoneInfo(system_zone())


# Killed around firing

def killed(home: Path, kills: int, seed: int) -> dict[str, Any]:
    """Kills workers, and holds the database against an expansion of its own."""
    folder = home_folder(str(home))
    store = open_store(folder)
    begin = killing.BEGIN
    for rule, at, zone, catch_up in killing.CHORES:
        chore(store, rule, start=f"2026-03-01T{at}:00", zone=zone, catch_up=catch_up, floor_at=kept(begin),
              seen_at=kept(begin), next_at=kept(begin))
    store.close()
    done = subprocess.run([sys.executable, "-m", "tests.chores.killing", str(folder), str(kills), str(seed)],
                          capture_output=True, text=True, timeout=900, check=True,
                          env={**os.environ, "TZ": "Europe/Madrid", "PYTHONPATH": str(Path(__file__).parents[2])})
    said: dict[str, Any] = json.loads(done.stdout)
    end = datetime.fromisoformat(said["end"])
    store = open_store(folder)
    try:
        said["occurrences"] = sum(_held(store, number, row, begin, end) for number, row in
                                  enumerate(killing.CHORES, 1))
        every = tasks.every(store)
        made = [row for row in chores.occurrences(store) if row.state == MADE]
        assert sorted(task.id or 0 for task in every) == sorted(row.task_id or 0 for row in made)
        assert sorted(task.occurrence_id or 0 for task in every) == sorted(row.id or 0 for row in made)
        said["tasks"] = len(every)
    finally:
        store.close()
    return said


def _held(store: Store, number: int, row: tuple[str, str, str, str], begin: datetime, end: datetime) -> int:
    rule, at, zone, catch_up = row
    known = ZoneInfo(zone or "Europe/Madrid")
    expected = []
    for day in range(-1, (end - begin).days + 3):
        local = datetime.fromisoformat(f"{(begin + day * DAY):%Y-%m-%d}T{at}:00")
        last = (local + DAY).month != local.month
        fits = rule == "FREQ=DAILY" or ("MONTHLY" in rule and last) or ("WEEKLY" in rule and local.weekday() in (0, 3))
        if fits and begin < resolved(local, known) <= end:
            expected.append(local.isoformat())
    rows = chores.occurrences(store, number)
    assert sorted(each.local for each in rows) == expected      # none lost, none doubled
    assert {each.state for each in rows} <= ({MADE} if catch_up == "each" else {MADE, MERGED})
    return len(rows)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_around_firing_nothing_is_lost_or_doubled(own_home: Path) -> None:
    said = killed(own_home, 8, 1)
    assert said["kills"] == 8
    assert said["occurrences"] > 0


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_a_hundred_times(own_home: Path) -> None:
    said = killed(own_home, 100, 2)
    print(said)
    assert said["kills"] == 100
    assert said["occurrences"] > 100
