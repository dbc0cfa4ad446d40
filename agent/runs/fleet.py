"""Runs tasks side by side: picks what is ready, keeps going or returns when all is finished or waits for the person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from agent.protocol import SubmissionState, TaskState
from agent.runs.ground import Ground
from agent.store import questions, submissions, tasks
from agent.store.engine import Store
from agent.store.tables import Task

LOOK_SECONDS = 0.25
"""How often the queue is looked at for tasks and decisions from other processes."""

Attempt = Callable[[Ground, int], Awaitable[None]]


def ready(store: Store) -> list[Task]:
    """Tasks that can go on without the person: queued, decided, or answered; not those the person has paused."""
    found = []
    for task in tasks.every(store, TaskState.QUEUED, TaskState.NEEDS_REVIEW, TaskState.NEEDS_ANSWER):
        if task.paused:
            continue
        number = task.id or 0
        waits = bool(questions.open_ones(store, number))
        held = submissions.open_of_task(store, number)
        if task.state == TaskState.QUEUED or (
                task.state == TaskState.NEEDS_REVIEW and held is not None and held.state != SubmissionState.HELD) or (
                task.state == TaskState.NEEDS_ANSWER and not waits):
            found.append(task)
    return found


async def run_fleet(ground: Ground, attempt: Attempt, touched: set[int], *, until_idle: bool) -> None:
    """Runs what is ready.

    Args:
        ground: shared by the runs.
        attempt: makes one attempt at a task; what it raises ends all runs.
        touched: gets the numbers of the tasks worked on, also when this is cancelled.
        until_idle: return when nothing is left that can go on without the person; otherwise run until cancelled.
    """
    active: dict[asyncio.Task[None], int] = {}
    try:
        while True:
            for task in ready(ground.store):
                number = task.id or 0
                if number not in active.values() and len(active) - len(ground.waiting) < ground.side_by_side:
                    active[asyncio.create_task(_one(attempt, ground, number))] = number
                    touched.add(number)
            if not active and until_idle:
                return
            if active:
                done, _ = await asyncio.wait(active, timeout=LOOK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
                for finished in done:
                    del active[finished]
                    finished.result()
            else:
                await asyncio.sleep(LOOK_SECONDS)
    finally:
        for running in active:
            running.cancel()
        await asyncio.gather(*active, return_exceptions=True)


async def _one(attempt: Attempt, ground: Ground, number: int) -> None:
    ground.at_work.add(number)
    try:
        await attempt(ground, number)
    finally:
        ground.at_work.discard(number)
