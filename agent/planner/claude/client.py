"""Asks a model for one turn over the vendor's own client, and tries again as long as nothing was done."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.planner.claude.assembling import Assembly, Turn
from agent.planner.claude.connection import Connection
from agent.planner.claude.faults import (
    CUT,
    NO_ANSWER,
    NOT_REACHED,
    Asked,
    Fault,
    ModelTrouble,
    Remedy,
    TooLong,
    of_status,
)
from agent.planner.claude.sdk import client_of

if TYPE_CHECKING:
    from anthropic import AsyncAnthropic


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for the next bytes of an answer, and before each new try."""

    silence: float = 120.0
    waits: tuple[float, ...] = (1.0, 3.0, 8.0, 20.0)


class Client:
    """One connection. What of the environment it heeds stands in `sdk`: neither a key, an address nor a header.

    Args:
        connection: where and as whom.
        progress: gets the model's thinking as it comes, in pieces.
        patience: how long to wait.
        sleep: the clock.
    """

    def __init__(self, connection: Connection, progress: Callable[[str], None], patience: Patience,
                 sleep: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        self._connection = connection
        self._progress = progress
        self._patience = patience
        self._sleep = sleep
        self._client: AsyncAnthropic | None = None

    async def turn(self, request: Mapping[str, object]) -> Turn:
        """One turn. Tried again while that may help: nothing of a turn has been done before it is whole.

        Raises:
            TooLong: the request is longer than the model or the server takes.
            ModelTrouble: it could not be had.
        """
        for wait in (*self._patience.waits, None):
            found = await self._try(request)
            if isinstance(found, Turn):
                return found
            if found.remedy is Remedy.SHORTER:
                raise TooLong(found.says)
            if found.remedy is Remedy.END or wait is None:
                raise ModelTrouble(found.says)
            await self._sleep(max(wait, found.after))
        raise AssertionError

    async def close(self) -> None:
        """Lets the connection go."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _try(self, request: Mapping[str, object]) -> Turn | Fault:
        anthropic: Any = await asyncio.to_thread(importlib.import_module, "anthropic")
        httpx2: Any = importlib.import_module("httpx2")
        try:
            return await self._stream(request)
        except anthropic.APITimeoutError:
            return NO_ANSWER
        except anthropic.APIStatusError as problem:
            status, body = problem.status_code, problem.body
            if status == 200:  # an error in the midst of a stream
                return CUT
            known = self._connection
            return of_status(status, problem.response.headers.get("retry-after", ""), str(body or problem.message),
                             Asked(known.model, known.key_from or ("keyring" if known.key else "")))
        except anthropic.APIConnectionError:
            return NOT_REACHED
        except (httpx2.TimeoutException, TimeoutError):
            return NO_ANSWER
        except (anthropic.APIError, httpx2.HTTPError, ValueError, KeyError, TypeError, AttributeError):
            return CUT  # broken off, or no such events as the protocol has

    async def _stream(self, request: Mapping[str, object]) -> Turn | Fault:
        client = self._client = self._client or client_of(self._connection, self._patience.silence)
        assembly = Assembly()
        stream: Any = await client.messages.create(**dict(request), stream=True)  # type: ignore[call-overload]
        async with stream:
            async for event in stream:
                if said := assembly.take(event.model_dump(mode="json")):
                    self._progress(said)
        return assembly.turn() if assembly.whole else CUT
