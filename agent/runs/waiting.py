"""Waits for the person while a page stands: decisions and answers may come from any process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from agent.gate.holds import Hold
from agent.protocol import SubmissionState, TaskState
from agent.runs.ground import MOST_WAITING, Ground
from agent.store import questions, submissions, tasks
from agent.store.feed import Pulse
from agent.store.tables import Submission

LOOK_SECONDS = 0.2

STEP = 0.04
"""Seconds after which a word of the person's is noticed: a look at a quiet database costs some microseconds."""


async def _news(pulse: Pulse) -> None:
    """Returns when something was committed, or after `LOOK_SECONDS`."""
    for _ in range(max(1, round(LOOK_SECONDS / STEP))):
        await asyncio.sleep(STEP)
        if pulse.look():
            return


@contextmanager
def place_to_wait(ground: Ground, task_id: int) -> Iterator[bool]:
    """Whether the page may stay open while the person thinks: only in a live run, and only so many."""
    may = ground.live and len(ground.waiting) < MOST_WAITING
    if may:
        ground.waiting.add(task_id)
    try:
        yield may
    finally:
        ground.waiting.discard(task_id)


async def decided(ground: Ground, submission_id: int, hold: Hold) -> Submission | None:
    """The submission once it is decided; None when the live hold ran out or the page let go of the request."""
    until = time.monotonic() + ground.hold_seconds
    submission = submissions.get(ground.store, submission_id)
    with place_to_wait(ground, submission.task_id) as may, closing(Pulse(ground.store)) as pulse:
        while may and time.monotonic() < until and not hold.ending.done():
            submission = submissions.get(ground.store, submission_id)
            if submission.state != SubmissionState.HELD:
                return submission
            await _news(pulse)
    return None


async def answered(ground: Ground, task_id: int) -> bool:
    """True once every question of the task is answered; False when the wait ran out or the task was cancelled."""
    until = time.monotonic() + ground.hold_seconds
    with place_to_wait(ground, task_id) as may, closing(Pulse(ground.store)) as pulse:
        while may and time.monotonic() < until:
            if tasks.get(ground.store, task_id).state == TaskState.CANCELLED:
                return False
            if not questions.open_ones(ground.store, task_id):
                return True
            await _news(pulse)
    return False


async def resumed(ground: Ground, task_id: int) -> bool:
    """True once the person lets a paused task go on, or cancels it; False when the wait ran out."""
    until = time.monotonic() + ground.hold_seconds
    with place_to_wait(ground, task_id) as may, closing(Pulse(ground.store)) as pulse:
        while may and time.monotonic() < until:
            task = tasks.get(ground.store, task_id)
            if not task.paused or task.state == TaskState.CANCELLED:
                return True
            await _news(pulse)
    return False
