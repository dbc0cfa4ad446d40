"""One attempt at one task: whatever happens in it, the task is left in a true state."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from agent.browser.problems import BrowserProblem
from agent.gate.problems import GateProblem
from agent.runs import closing
from agent.runs.ground import Ground
from agent.runs.problems import RunProblem
from agent.runs.starting import begun
from agent.runs.turns import take_turns
from agent.store import tasks
from agent.store.problems import CannotRecord, StoreProblem

log = logging.getLogger(__name__)


async def attempt(ground: Ground, task_id: int) -> None:
    """Makes one attempt: starts a browser behind the gate, takes turns, ends as far as it comes.

    Raises:
        CancelledError: the run was stopped.
        CannotRecord: the disk refused. The next start finds out from the records where the task stands.
    """
    run = tasks.start_run(ground.store, task_id)
    number = run.id or 0
    try:
        async with begun(ground, tasks.get(ground.store, task_id), run) as under_way:
            await take_turns(under_way)
    except asyncio.CancelledError:
        closing.close(ground, task_id, number, "interrupted")
        raise
    except CannotRecord as problem:
        with contextlib.suppress(CannotRecord):  # a small change may still find room
            closing.close(ground, task_id, number, "interrupted", str(problem))
        raise
    except (RunProblem, BrowserProblem, GateProblem, StoreProblem) as problem:
        closing.fail(ground, task_id, number, str(problem))
    except Exception:
        log.exception("run %d of task %d broke", number, task_id)
        closing.fail(ground, task_id, number, "Something went wrong inside Countersign. Nothing more was sent. "
                                              "Try again with `retry`; the details are in the log.")
