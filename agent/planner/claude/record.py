"""Keeps what a model saw: every request and answer of a run, each part once; it goes with its task."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Protocol

from agent.planner.claude.usage import Usage
from agent.store import seen
from agent.store.engine import Store
from agent.store.tables import Seen

OUTSIDE = frozenset({"api_key", "auth_token", "authorization", "extra_headers", "headers", "http_client"})
"""What is never kept though it may stand beside a request: it is no part of what the model sees."""


class Record(Protocol):
    """What a planner tells of each turn."""

    def turn(self, request: Mapping[str, Any], answer: Any, usage: Usage) -> None:
        """The whole request as it went out, and the answer (a dict, or a model of the SDK's)."""


class RunRecord:
    """The record of one run, in the database."""

    def __init__(self, store: Store, task_id: int, run_id: int) -> None:
        self._store, self._task_id, self._run_id = store, task_id, run_id
        self._before: dict[str, Any] = {}

    def turn(self, request: Mapping[str, Any], answer: Any, usage: Usage) -> None:
        """See `Record.turn`.

        Raises:
            CannotRecord: the disk refused: what the model sees next could not be shown.
        """
        whole = plain({key: value for key, value in request.items() if key.lower() not in OUTSIDE})
        same, kept = difference(self._before, whole)
        seen.add(self._store, Seen(
            task_id=self._task_id, run_id=self._run_id, same=same, request=kept, answer=_answer(answer),
            input=usage.input, output=usage.output, cache_read=usage.cache_read, cache_written=usage.cache_written))
        self._before = whole


def difference(before: Mapping[str, Any], whole: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
    """How many messages are as in the request before, and what of the request is new."""
    earlier, messages = before.get("messages", []), whole.get("messages", [])
    same = 0
    for old, new in zip(earlier, messages, strict=False):
        if _bare(old) != _bare(new):
            break
        same += 1
    kept = {key: value for key, value in whole.items() if key != "messages" and before.get(key) != value}
    return same, {**kept, "messages": messages[same:]}


def _bare(value: Any) -> Any:
    """Without the marks of the cache, which wander from message to message."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != "cache_control"}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def plain(value: Any) -> Any:
    """As JSON; what is none is written as its own JSON form, or as text."""
    return json.loads(json.dumps(value, default=_own))


def _own(value: Any) -> Any:
    dump = getattr(value, "model_dump", None)
    if callable(dump):
        return dump(mode="json", exclude_none=True)
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)


def _answer(answer: Any) -> dict[str, Any]:
    found = plain(answer)
    return found if isinstance(found, dict) else {"content": found}
