"""Sends a held request under its approval, once, and sees to it that ledger and run are told the truth about it."""

from __future__ import annotations

import asyncio
import logging

from agent.gate.holds import Answer, Hold
from agent.gate.ledger import Ledger
from agent.gate.problems import Unreachable
from agent.gate.upstream import OneAnswer, Upstream
from agent.protocol import Digest
from agent.store.problems import StoreProblem

log = logging.getLogger(__name__)

INTERRUPTED = "It was interrupted."
UNRECORDED = "The site answered, but that could not be recorded."


async def release(hold: Hold, submission_id: int, key: Digest, upstream: Upstream, ledger: Ledger) -> OneAnswer:
    """Sends what was approved on a connection of its own; the caller closes the answer.

    From the moment that the ledger has "sending" on disk, no way out of here says that nothing was sent.

    Raises:
        StoreProblem: no approval, or the disk refused: not a byte went out.
        Unreachable: no answer.
    """
    async def first_byte() -> None:
        entry = asyncio.ensure_future(ledger.begin_sending(submission_id, key))
        try:
            await asyncio.shield(entry)
        except asyncio.CancelledError:  # the disk does not stop half-way: what it says in the end is what counts
            await asyncio.wait({entry})
            hold.spent = not entry.cancelled() and entry.exception() is None
            raise
        hold.spent = True

    try:
        answer = await upstream.send_once(hold.request, first_byte)
    except StoreProblem as problem:
        hold.settle(Answer(sent=False, problem=str(problem)))
        raise
    except BaseException as problem:
        await asyncio.shield(_note_failure(hold, submission_id, problem, ledger))
        raise
    try:
        await asyncio.shield(ledger.answered(submission_id, answer.response.status))
    except StoreProblem as problem:  # it stands as "sending" and becomes "unknown" at the next start
        log.error("an answer could not be recorded: %s", type(problem).__name__)
        hold.settle(Answer(sent=True, problem=UNRECORDED))
    except BaseException:
        await answer.close()
        raise
    hold.settle(Answer(sent=True, status=answer.response.status))
    return answer


async def _note_failure(hold: Hold, submission_id: int, problem: BaseException, ledger: Ledger) -> None:
    text = str(problem) if isinstance(problem, Unreachable) else INTERRUPTED
    hold.settle(Answer(sent=hold.spent, problem=text))
    try:
        if hold.spent:
            await ledger.unknown(submission_id)
        else:
            await ledger.not_sent(submission_id, type(problem).__name__)
    except StoreProblem as unwritten:
        log.error("a failed sending could not be recorded: %s", type(unwritten).__name__)
