"""Finds out what a model server can do before anything depends on it: a made-up form, no personal data.

Any server that speaks the protocol is asked the same two or three short turns: the vendor's, Ollama, LM Studio, vLLM,
llama.cpp, LiteLLM. What servers only say they take shows in what comes back, so nothing is taken from a list of names.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, cast

from agent.planner.claude.connection import Connection
from agent.planner.claude.faults import is_unpaid, no_such_model
from agent.planner.claude.probe_words import Findings, Trouble, is_passing, lines_of, summary_of
from agent.planner.claude.sdk import client_of
from agent.planner.claude.usage import Usage, cost
from agent.protocol.display import display
from agent.protocol.model import ProbeDoc
from agent.store.tables import now

if TYPE_CHECKING:
    from anthropic import AsyncAnthropic
    from anthropic.types import Message, ToolParam

PATIENCE = 120.0
"""Seconds for one answer; a small model on a slow machine reads the prompt for half a minute and more."""

ALL = 300.0
"""Seconds for everything."""

ROOM = 2048
"""Tokens of an answer, thinking included."""

TOOL: dict[str, Any] = {
    "name": "fill", "description": "Puts values into the fields of a form. Call it once with all of them.",
    "input_schema": {
        "type": "object", "additionalProperties": False, "required": ["page", "fields"],
        "properties": {
            "page": {"type": "string", "enum": ["first", "last"]},
            "fields": {"type": "array", "items": {
                "type": "object", "additionalProperties": False, "required": ["ref", "value"],
                "properties": {"ref": {"type": "integer"}, "value": {"type": "string"}}}}}}}

ASKED = ("This tests whether you can work with forms. The form is on the first page. Field 3 is the street: Mill Lane. "
         "Field 7 is the town: Leeds. Call the tool fill once with both. Write nothing else.")

SHOULD_BE = {"page": "first", "fields": [{"ref": 3, "value": "Mill Lane"}, {"ref": 7, "value": "Leeds"}]}

PARAMETERS: dict[str, Any] = {
    "cache_control": {"type": "ephemeral"}, "thinking": {"type": "adaptive", "display": "summarized"},
    "output_config": {"effort": "low"}}


async def probe(connection: Connection) -> ProbeDoc:
    """Tries the server. Whatever happens is a finding; a connection that can't be made is one too."""
    found = Findings(connection.base_url, connection.model, has_key=bool(connection.key),
                     key_from=connection.key_from)
    try:
        async with asyncio.timeout(ALL), client_of(connection, PATIENCE) as client:
            await _Probe(client, connection, found).go()
    except TimeoutError:
        found.trouble = found.trouble or Trouble.SLOW
    lines = lines_of(found)
    usable = found.trouble is None and all(each["ok"] for each in lines if each["needed"])
    return ProbeDoc(address=connection.base_url, model=connection.model, at=now(), reached=found.reached,
                    settled=not is_passing(found.trouble), usable=usable,
                    plain=not (found.parameters and found.caches), summary=summary_of(found, lines, usable=usable),
                    lines=lines, cost=cost(connection.model, found.usage))


class _Probe:
    def __init__(self, client: AsyncAnthropic, connection: Connection, found: Findings) -> None:
        self._client, self._model, self._found = client, connection.model, found
        self._more: dict[str, Any] = dict(PARAMETERS)

    async def go(self) -> None:
        messages: list[Any] = [{"role": "user", "content": ASKED}]
        answer = await self._turn(messages)
        if answer is None and self._found.trouble in (Trouble.REFUSED, Trouble.BROKE):  # llama.cpp breaks over some
            self._more, self._found.trouble = {}, None
            answer = await self._turn(messages)
        elif answer is not None:
            self._found.parameters = True
        if answer is not None and not self._judge(answer):  # small models miss it now and then
            answer = await self._turn(messages)
            if answer is not None:
                self._judge(answer)
        if answer is None or not self._found.calls:
            return
        results = [{"type": "tool_result", "tool_use_id": block.id, "content": "3: Mill Lane\n7: Leeds"}
                   for block in answer.content if block.type == "tool_use"]
        after = await self._turn([*messages, answer.to_param(), {"role": "user", "content": [
            *results, {"type": "text", "text": "Both are in. Answer with the single word ready."}]}])
        self._found.goes_on = after is not None and after.stop_reason in ("end_turn", "tool_use", "stop_sequence")

    async def _turn(self, messages: list[Any]) -> Message | None:
        """One streamed answer; None where there was none, with the reason noted."""
        from anthropic import AnthropicError, APIConnectionError, APIStatusError, APITimeoutError

        pieces, tools = 0, cast("list[ToolParam]", [TOOL])
        try:
            async with self._client.messages.stream(
                    model=self._model, max_tokens=ROOM, tools=tools, messages=messages, **self._more) as stream:
                self._found.reached = True
                async for event in stream:
                    pieces += event.type in ("content_block_delta", "content_block_start")
                message = await stream.get_final_message()
        except APITimeoutError:
            self._found.trouble = Trouble.SLOW
        except APIConnectionError:
            self._found.trouble = Trouble.UNREACHED
        except APIStatusError as problem:
            self._found.reached = True
            self._found.status = problem.status_code
            self._found.trouble = _trouble(problem.status_code, problem.message)
            self._found.said = _said(problem)
        except (AnthropicError, AssertionError, AttributeError, KeyError, RuntimeError, TypeError, ValueError):
            self._found.trouble = Trouble.UNREADABLE  # something answers that speaks another protocol
        else:
            self._found.streams = self._found.streams or pieces > 0
            self._count(message)
            return message
        return None

    def _count(self, message: Message) -> None:
        used, before = message.usage, self._found.usage
        self._found.caches = self._found.caches or used.cache_read_input_tokens is not None
        self._found.usage = Usage(
            before.input + (used.input_tokens or 0), before.output + (used.output_tokens or 0),
            before.cache_read + (used.cache_read_input_tokens or 0),
            before.cache_written + (used.cache_creation_input_tokens or 0))

    def _judge(self, answer: Message) -> bool:
        calls = [block for block in answer.content if block.type == "tool_use"]
        self._found.calls = bool(calls) and calls[0].name == TOOL["name"]
        self._found.fits = self._found.calls and fits(calls[0].input)
        self._found.does_it = self._found.calls and calls[0].input == SHOULD_BE
        return self._found.fits and self._found.does_it


def fits(given: object) -> bool:
    """Whether a call's input is as the tool's schema wants it."""
    if not isinstance(given, dict) or set(given) != {"page", "fields"} or given["page"] not in ("first", "last"):
        return False
    fields = given["fields"]
    return isinstance(fields, list) and all(
        isinstance(each, dict) and set(each) == {"ref", "value"} and type(each["ref"]) is int
        and isinstance(each["value"], str) for each in fields)


def _trouble(status: int, message: str) -> Trouble:
    low = message.lower()
    if is_unpaid(status, low):
        return Trouble.UNPAID
    if status in (401, 403):
        return Trouble.KEY
    if status in (404, 400, 422) and no_such_model(low):
        return Trouble.NO_MODEL
    if status in (404, 405):
        return Trouble.NO_PROTOCOL
    if 300 <= status < 400:
        return Trouble.SENT_ON
    if status in (429, 529):
        return Trouble.BUSY
    return Trouble.REFUSED if status < 500 else Trouble.BROKE


def _said(problem: Any) -> str:
    body = problem.body
    inner = body.get("error", body) if isinstance(body, dict) else body
    text = inner.get("message", "") if isinstance(inner, dict) else str(inner or "")
    return display(" ".join(str(text).split())[:200])
