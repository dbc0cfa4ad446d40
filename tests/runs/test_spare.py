"""A browser kept ready: when there is one, when it is thrown away, and that it is nobody's until a run takes it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from agent.runs import early, spare, starting
from agent.runs.early import Early
from agent.runs.ground import Ground
from agent.runs.spare import IDLE_SECONDS, QUIET_SECONDS, Move, Now, judge
from agent.store import chores, facts, tasks
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Chore, Task

NONE_YET = Now(age=None, sound=False, busy=False, quiet=QUIET_SECONDS, expected=False, failed=False, shown=False)
ONE = replace(NONE_YET, age=10.0, sound=True)


@pytest.mark.parametrize(("now", "move"), [
    (NONE_YET, Move.START),
    (replace(NONE_YET, quiet=QUIET_SECONDS / 2), Move.LEAVE),           # the machine has work to do
    (replace(NONE_YET, busy=True), Move.LEAVE),
    (replace(NONE_YET, quiet=IDLE_SECONDS), Move.LEAVE),                # nobody is about
    (replace(NONE_YET, quiet=IDLE_SECONDS, expected=True), Move.START),
    (replace(NONE_YET, failed=True), Move.LEAVE),                       # not again and again
    (replace(NONE_YET, shown=True, expected=True), Move.LEAVE),
    (ONE, Move.LEAVE),
    (replace(ONE, busy=True), Move.LEAVE),
    (replace(ONE, age=IDLE_SECONDS), Move.LET_GO),                      # proven too long ago, or wanted by nobody
    (replace(ONE, sound=False), Move.LET_GO),
])
def test_when_there_is_one(now: Now, move: Move) -> None:
    assert judge(now) is move


class Stub(Early):
    """A browser that only says how it is."""

    made: ClassVar[list[Stub]] = []

    def __init__(self, folder: Path, locale: str | None, *, show: bool) -> None:
        self.wanted, self.lives, self.closed, self.old = (locale, show), True, 0, 0.0
        self.made.append(self)

    @property
    def age(self) -> float:
        return self.old

    @property
    def sound(self) -> bool:
        return self.lives

    def suits(self, locale: str | None, *, show: bool) -> bool:
        return self.lives and self.wanted == (locale, show)

    async def close(self) -> None:
        self.closed += 1


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ground]:
    Stub.made = []
    monkeypatch.setattr(spare, "Early", Stub)
    monkeypatch.setattr(spare, "QUIET_SECONDS", 0.0)
    store = open_store(home_folder(str(tmp_path / "home")))
    yield Ground(store, store.folder, lambda _number, _text: None, live=True)
    store.close()


def used_before(store: Store) -> None:
    tasks.add(store, Task(text="a task", title="a task", url="https://council.example/"))


async def test_one_and_never_two_once_the_person_has_used_it(ground: Ground) -> None:
    await spare._Keeper(ground).look()
    assert ground.early == []
    used_before(ground.store)
    keeper = spare._Keeper(ground)
    await keeper.look()
    await keeper.look()
    assert ground.early == Stub.made != []
    ground.at_work.add(1)
    taken = await starting._take_early(ground, None)
    assert (taken, ground.early) == (Stub.made[0], [])
    await keeper.look()
    assert ground.early == []                  # not while a run is at work
    ground.waiting.add(1)
    await keeper.look()
    assert ground.early == Stub.made[1:] != []  # but while that one waits for the person
    assert await starting._take_early(ground, None) is not taken


@pytest.mark.parametrize(("minutes", "paused", "kept"), [(1, False, 1), (3, False, 0), (1, True, 0)])
async def test_one_is_started_ahead_of_a_chore(ground: Ground, minutes: int, paused: bool, kept: int) -> None:
    due = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    chores.add(ground.store, Chore(text="the meter", title="the meter", rule="FREQ=DAILY", zone="Europe/London",
                                   start="2026-01-01T09:00", floor_at=due, seen_at=due, next_at=due, paused=paused))
    await spare._Keeper(ground).look()
    assert len(ground.early) == kept


async def test_one_that_died_is_closed_and_not_tried_again_until_there_was_work(ground: Ground) -> None:
    used_before(ground.store)
    keeper = spare._Keeper(ground)
    await keeper.look()
    Stub.made[0].lives = False
    await keeper.look()
    await keeper.look()
    assert ([each.closed for each in Stub.made], ground.early) == ([1], [])
    ground.at_work.add(1)
    await keeper.look()
    ground.at_work.clear()
    await keeper.look()
    assert len(Stub.made) == 2


@pytest.mark.parametrize("change", ["dead", "country", "window"])
async def test_a_run_that_it_does_not_suit_gets_a_fresh_one(ground: Ground, change: str) -> None:
    used_before(ground.store)
    await spare._Keeper(ground).look()
    kept = Stub.made[0]
    kept.lives, ground.show = change != "dead", change == "window"
    assert await starting._take_early(ground, "en-DE" if change == "country" else None) is None
    assert (kept.closed, ground.early) == (1, [])


async def test_who_is_stopped_while_closing_one_that_is_still_starting_stops(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starting_up, leaving, left = asyncio.Event(), asyncio.Event(), asyncio.Event()

    @contextlib.asynccontextmanager
    async def slow(*_args: object, **_named: object) -> AsyncIterator[None]:
        try:
            starting_up.set()
            await asyncio.Event().wait()
            yield
        finally:
            leaving.set()
            await asyncio.sleep(0)
            left.set()

    monkeypatch.setattr(early, "gated_browser", slow)
    kept = Early(home_folder(str(tmp_path / "home")), None, show=False)
    await starting_up.wait()
    closing = asyncio.create_task(kept.close())
    await leaving.wait()
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing
    await left.wait()
    assert not kept.sound


async def test_what_the_settings_change_is_thrown_away(ground: Ground) -> None:
    used_before(ground.store)
    keeper = spare._Keeper(ground)
    await keeper.look()
    facts.put(ground.store, [("country", "DE", "you")])
    await keeper.look()
    await keeper.look()
    assert ([each.closed for each in Stub.made], [each.wanted[0] for each in Stub.made]) == ([1, 0], [None, "en-DE"])
    await keeper.let_go()
    assert (Stub.made[1].closed, ground.early) == (1, [])
