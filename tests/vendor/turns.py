"""What a scripted model says in one turn, and how that goes over the wire: the protocol's own events, in its order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Event = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call. ``raw``: the input's JSON as it goes out, also where it is none."""

    name: str
    input: Mapping[str, Any] = field(default_factory=dict)
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """A whole turn."""

    calls: Sequence[Call] = ()
    text: str = ""
    thinking: str = ""
    stop: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Fail:
    """Not a turn but a fault. ``status``: the answer's; 0 where the stream itself breaks: ``how`` says which way."""

    status: int = 0
    how: str = ""                 # "cut", "error event", "silence", "garbage", "closed"
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = "api_error"
    message: str = "scripted"


USAGE = {"input_tokens": 100, "output_tokens": 1, "cache_read_input_tokens": 40, "cache_creation_input_tokens": 10}


def events_of(say: Say, number: int, model: str) -> Iterator[Event]:
    yield "message_start", {"message": {
        "id": f"msg_{number}", "type": "message", "role": "assistant", "model": model, "content": [],
        "stop_reason": None, "stop_sequence": None, "usage": USAGE}}
    yield "ping", {}
    index = 0
    if say.thinking:
        yield "content_block_start", {"index": index, "content_block": {
            "type": "thinking", "thinking": "", "signature": ""}}
        yield "content_block_delta", {"index": index, "delta": {"type": "thinking_delta", "thinking": say.thinking}}
        yield "content_block_delta", {"index": index, "delta": {"type": "signature_delta", "signature": "c2ln"}}
        yield "content_block_stop", {"index": index}
        index += 1
    if say.text:
        yield "content_block_start", {"index": index, "content_block": {"type": "text", "text": ""}}
        yield "content_block_delta", {"index": index, "delta": {"type": "text_delta", "text": say.text}}
        yield "content_block_stop", {"index": index}
        index += 1
    for at, call in enumerate(say.calls):
        yield "content_block_start", {"index": index, "content_block": {
            "type": "tool_use", "id": f"toolu_{number}_{at}", "name": call.name, "input": {}}}
        text = call.raw if call.raw is not None else json.dumps(call.input)
        for piece in ("", text[: len(text) // 2], text[len(text) // 2:]):
            yield "content_block_delta", {"index": index, "delta": {"type": "input_json_delta", "partial_json": piece}}
        yield "content_block_stop", {"index": index}
        index += 1
    stop = say.stop or ("tool_use" if say.calls else "end_turn")
    delta: dict[str, Any] = {"stop_reason": stop, "stop_sequence": None}
    if say.explanation:
        delta["stop_details"] = {"type": "refusal", "explanation": say.explanation}
    yield "message_delta", {"delta": delta, "usage": {"output_tokens": 30}}
    yield "message_stop", {}


def message_of(say: Say, number: int, model: str) -> dict[str, Any]:
    """The same turn as one message, for a request that wants no stream. Malformed inputs can only be streamed."""
    calls = [{"type": "tool_use", "id": f"toolu_{number}_{at}", "name": call.name, "input": dict(call.input)}
             for at, call in enumerate(say.calls)]
    text = [{"type": "text", "text": say.text}] if say.text else []
    return {"id": f"msg_{number}", "type": "message", "role": "assistant", "model": model, "content": [*text, *calls],
            "stop_reason": say.stop or ("tool_use" if calls else "end_turn"), "stop_sequence": None, "usage": USAGE}


def frame(name: str, data: Mapping[str, Any]) -> bytes:
    return f"event: {name}\ndata: {json.dumps({'type': name, **data})}\n\n".encode()
