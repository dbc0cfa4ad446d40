"""JSON-RPC 2.0, a line a message: writing and reading the lines. No I/O."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

EXPECTED, BROKEN, NO_METHOD, BAD_PARAMS, BAD_LINE = -32000, -32603, -32601, -32602, -32700
"""Error codes: a problem for the person; a fault of ours; and the standard's own three (JSON-RPC 2.0, section 5.1)."""


class Event(StrEnum):
    """What the worker tells by itself."""

    CHANGED = "changed"
    LIVE = "live"
    ENDED = "ended"              # a run ended: params {"task"}
    FLEET = "fleet"
    TOLD = "told"


class NotAMessage(ValueError):
    """A line that is no message of ours."""


@dataclass(frozen=True, slots=True)
class Request:
    """A question to the worker; ``id`` None asks for no answer."""

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the request of that id."""

    id: int
    result: Any = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An error as an answer. ``kind`` is the exception's name; ``text`` is for the person. ``id`` -1: to no request."""

    id: int
    code: int
    text: str
    kind: str = ""


Message = Request | Answer | Fault


def to_line(message: Message) -> bytes:
    """One line, its newline included."""
    document: dict[str, Any] = {"jsonrpc": "2.0"}
    if isinstance(message, Request):
        document |= {"method": message.method, "params": message.params}
        if message.id is not None:
            document["id"] = message.id
    elif isinstance(message, Answer):
        document |= {"id": message.id, "result": message.result}
    else:
        document |= {"id": message.id if message.id >= 0 else None, "error": {
            "code": message.code, "message": message.text, "data": {"kind": message.kind}}}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def from_line(line: bytes | str) -> Message:
    """The message of a line.

    Raises:
        NotAMessage: not JSON, or not of this form.
    """
    try:
        document = json.loads(line)
    except ValueError as problem:
        raise NotAMessage("not JSON") from problem
    if not isinstance(document, dict):
        raise NotAMessage("not an object")
    number = document.get("id")
    known = number if isinstance(number, int) and not isinstance(number, bool) else None
    if isinstance(method := document.get("method"), str):
        params = document.get("params", {})
        if not isinstance(params, dict):
            raise NotAMessage("params must be an object")
        return Request(method, params, known)
    error = document.get("error")
    if isinstance(error, dict):
        data = error.get("data")
        return Fault(known if known is not None else -1, int(error.get("code", BROKEN)), str(error.get("message", "")),
                     str(data.get("kind", "")) if isinstance(data, dict) else "")
    if known is None or "result" not in document:
        raise NotAMessage("neither request nor answer")
    return Answer(known, document["result"])
