"""Puts a streamed turn together from its events, keeping what came exactly as it came. No I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agent.planner.claude.usage import Usage

MALFORMED = "_malformed"
"""The only key of an input that was no JSON object; the turn is replayed with it, as the protocol wants an object."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A model's whole turn."""

    blocks: tuple[dict[str, Any], ...]
    stop: str
    usage: Usage
    explanation: str = ""

    @property
    def calls(self) -> list[dict[str, Any]]:
        """The tool calls in it."""
        return [block for block in self.blocks if block.get("type") == "tool_use"]


@dataclass(slots=True)
class Assembly:
    """A turn that is still coming in. ``whole`` once its end has come."""

    whole: bool = False
    _blocks: dict[int, dict[str, Any]] = field(default_factory=dict)
    _json: dict[int, str] = field(default_factory=dict)
    _stop: str = ""
    _explanation: str = ""
    _usage: dict[str, int] = field(default_factory=dict)

    def take(self, event: Mapping[str, Any]) -> str:
        """Takes one event in; returns what of the model's thinking or words it brought."""
        kind = event.get("type")
        if kind == "message_start":
            self._use(event["message"].get("usage"))
        elif kind == "content_block_start":
            self._blocks[event["index"]] = {k: v for k, v in event["content_block"].items() if v is not None}
        elif kind == "content_block_delta":
            return self._delta(event["index"], event["delta"])
        elif kind == "message_delta":
            self._stop = event["delta"].get("stop_reason") or self._stop
            details = event["delta"].get("stop_details") or {}
            self._explanation = str(details.get("explanation") or "")
            self._use(event.get("usage"))
        elif kind == "message_stop":
            self.whole = True
        return ""

    def turn(self) -> Turn:
        """The whole of it."""
        for index, text in self._json.items():
            self._blocks[index]["input"] = _read(text)
        use = self._usage.get
        usage = Usage(use("input_tokens", 0), use("output_tokens", 0), use("cache_read_input_tokens", 0),
                      use("cache_creation_input_tokens", 0))
        return Turn(tuple(block for _, block in sorted(self._blocks.items())), self._stop, usage, self._explanation)

    def _delta(self, index: int, delta: Mapping[str, Any]) -> str:
        block = self._blocks[index]
        kind = delta.get("type")
        if kind == "input_json_delta":
            self._json[index] = self._json.get(index, "") + delta["partial_json"]
        elif kind == "text_delta":
            block["text"] = block.get("text", "") + delta["text"]
            return str(delta["text"])
        elif kind == "thinking_delta":
            block["thinking"] = block.get("thinking", "") + delta["thinking"]
            return str(delta["thinking"])
        elif kind == "signature_delta":
            block["signature"] = delta["signature"]
        return ""

    def _use(self, usage: Mapping[str, Any] | None) -> None:
        self._usage.update({name: each for name, each in (usage or {}).items() if type(each) is int})


def _read(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {MALFORMED: True}
    return found if isinstance(found, dict) else {MALFORMED: True}
