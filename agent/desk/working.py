"""Working on tasks: the lock, the records put in order, then the runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from agent.desk.capability import Argument, capability
from agent.desk.front import Desk
from agent.desk.recipes import forget_old
from agent.protocol import settings
from agent.store import tasks
from agent.store.home import run_lock
from agent.store.ids import shown
from agent.store.tables import Task

if TYPE_CHECKING:
    from agent.runs.ground import Ground, Progress
    from agent.runs.watching import Watch


@capability("run", "Work on what is ready",
            Argument("until_idle", "return when every task is finished or waits for you", option=True, flag=True,
                     required=False),
            Argument("show", "show the browser's window", option=True, flag=True, required=False))
async def run(desk: Desk, until_idle: bool = False, show: bool = False) -> dict[str, Any]:
    """Runs tasks; without ``until_idle`` it goes on until interrupted and picks decisions up as they come.

    Raises:
        Busy: another process runs tasks in this home.
    """
    touched: set[int] = set()
    try:
        await work(desk, touched, until_idle=until_idle, show=show)
    except asyncio.CancelledError:
        if until_idle:
            raise
        desk.tell("Stopped. Nothing was sent that you had not approved.")  # the ordinary end of a run without end
    return {"tasks": [{"id": shown("t", task.id), "state": task.state, "message": task.message}
                      for task in tasks.every(desk.store)
                      if task.id in touched or task.state not in tasks.FINISHED]}


async def work(desk: Desk, touched: set[int], *, until_idle: bool, show: bool = False, watch: Watch | None = None,
               begun: Callable[[Ground], None] = lambda _ground: None) -> None:
    """Runs tasks until cancelled, or until nothing can go on without the person.

    Args:
        desk: whose tasks.
        touched: gets the numbers of the tasks worked on, also when this is cancelled.
        until_idle: return when all is finished or waits.
        show: the browser in a window, whatever the settings say.
        watch: who looks on.
        begun: called once the lock is held and the records are in order, with what all runs stand on.

    Raises:
        Busy: another process runs tasks in this home.
    """
    from agent.runs.attempt import attempt
    from agent.runs.fleet import run_fleet
    from agent.runs.ground import Ground
    from agent.runs.recovery import recover

    lock = run_lock(desk.folder)
    try:
        recover(desk.store)
        forget_old(desk.store)
        ground = Ground(desk.store, desk.folder, _silent if watch else _teller(desk), live=not until_idle,
                        early=desk.early, watch=watch)
        heed(ground, settings.read(desk.folder), show=show)
        begun(ground)
        async with _chores(desk, until_idle=until_idle), _spare_browser(ground):
            await run_fleet(ground, attempt, touched, until_idle=until_idle)
    finally:
        lock.release()


@asynccontextmanager
async def _chores(desk: Desk, *, until_idle: bool) -> AsyncIterator[None]:
    """Makes the tasks of the chores that are due: once, or every half minute for as long as tasks are worked on."""
    from agent.chores.clock import keep_ticking, tick, wall
    from agent.desk.chore_times import starts

    def told(task: Task) -> None:
        desk.tell(f"{shown('t', task.id)}  Due now: a chore's task. It is prepared and waits for you; nothing is sent.")
    if until_idle:
        for task in tick(desk.store, starts(desk), wall()):
            told(task)
        yield
        return
    ticking = asyncio.create_task(keep_ticking(desk.store, starts(desk), told, wall))
    try:
        yield
    finally:
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)


@asynccontextmanager
async def _spare_browser(ground: Ground) -> AsyncIterator[None]:
    """A browser kept ready, for as long as tasks are waited for."""
    from agent.runs.spare import keep_ready

    if not ground.live:
        yield
        return
    keeping = asyncio.create_task(keep_ready(ground))
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


def _teller(desk: Desk) -> Progress:
    return lambda number, text: desk.tell(f"{shown('t', number)}  {text}")


def _silent(_number: int, _text: str) -> None:
    """Whoever watches is told of each step already."""


def heed(ground: Ground, values: dict[str, settings.Value], *, show: bool = False) -> None:
    """Makes runs that start from now on heed the person's settings."""
    ground.side_by_side = int(values["side-by-side"])
    ground.hold_seconds = 60.0 * int(values["hold-minutes"])
    ground.show = show or bool(values["show-browser"])
