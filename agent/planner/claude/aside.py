"""Asks a model one thing beside a planner's work: looked over, paid for and kept like any turn, tried once."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping

from agent.planner.claude.assembling import Turn
from agent.planner.claude.client import Client, Patience
from agent.planner.claude.connection import Connection
from agent.planner.claude.faults import ModelTrouble, TooLong
from agent.planner.claude.privacy import objection, tracer_of
from agent.planner.claude.purse import Purse
from agent.planner.claude.record import Record

ROOM = 4_000
"""Tokens of an answer, thinking included; five sentences take some 200."""


def request_of(connection: Connection, system: str, tool: Mapping[str, object], question: str) -> dict[str, object]:
    """One message with one tool. It is not marked for the cache: nothing of it comes again."""
    request: dict[str, object] = {
        "model": connection.model, "max_tokens": ROOM,
        "system": system if connection.plain else [{"type": "text", "text": system}],
        "tools": [dict(tool)], "messages": [{"role": "user", "content": [{"type": "text", "text": question}]}]}
    if not connection.plain:
        request |= {"output_config": {"effort": "low"}, "thinking": {"type": "adaptive", "display": "summarized"}}
    return request


async def asked(request: Mapping[str, object], connection: Connection, purse: Purse, record: Record, *,
                private: Mapping[str, str], secrets: Collection[str], seconds: float) -> Turn:
    """The model's answer.

    Args:
        request: as `request_of` makes it.
        connection: where and as whom.
        purse: says whether it may be paid for; nobody is asked where not.
        record: keeps what the model saw.
        private: facts that may not be in it, by kind.
        secrets: what must never be in it; the key is one of them anyway.
        seconds: how long it may take in all.

    Raises:
        ModelTrouble: there is none to be had; says why, for the person.
        CannotRecord: the disk refused to keep it.
    """
    if against := objection(request, tracer_of(private, (connection.key, *secrets))):
        raise ModelTrouble(against)
    if why_not := await purse.may_spend():
        raise ModelTrouble(why_not)
    client = Client(connection, lambda _thought: None, Patience(silence=seconds, waits=()))
    try:
        async with asyncio.timeout(seconds):
            found = await client.turn(request)
    except TooLong as problem:
        raise ModelTrouble(str(problem)) from problem
    except ImportError as problem:
        raise ModelTrouble("This installation can't ask a model.") from problem
    except TimeoutError as problem:
        raise ModelTrouble(f"The model's server gave no answer in {seconds:.0f} seconds.") from problem
    finally:
        await client.close()
    purse.spent(found.usage)
    record.turn(request, {"content": list(found.blocks), "stop_reason": found.stop}, found.usage)
    if found.stop == "refusal":
        raise ModelTrouble("The model refused to answer.")
    return found
