"""Waits for the person while a page stands: decisions and answers may come from any process."""

from __future__ import annotations

import asyncio
import time

from agent.gate.holds import Hold
from agent.protocol import SubmissionState, TaskState
from agent.runs.ground import Ground
from agent.store import questions, submissions, tasks
from agent.store.tables import Submission

LOOK_SECONDS = 0.2


async def decided(ground: Ground, submission_id: int, hold: Hold) -> Submission | None:
    """The submission once it is decided; None when the live hold ran out or the page let go of the request."""
    until = time.monotonic() + ground.hold_seconds
    while time.monotonic() < until and not hold.ending.done():
        submission = submissions.get(ground.store, submission_id)
        if submission.state != SubmissionState.HELD:
            return submission
        await asyncio.sleep(LOOK_SECONDS)
    return None


async def answered(ground: Ground, task_id: int) -> bool:
    """True once every question of the task is answered; False when the wait ran out or the task was cancelled."""
    until = time.monotonic() + ground.hold_seconds
    while time.monotonic() < until:
        if tasks.get(ground.store, task_id).state == TaskState.CANCELLED:
            return False
        if not questions.open_ones(ground.store, task_id):
            return True
        await asyncio.sleep(LOOK_SECONDS)
    return False
