"""Looks on while a flow runs: what the gate refused and held, and what the page showed at each decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from agent.gate import proxy
from agent.gate.policy import Reason, Verb, Verdict
from agent.planner.base import Action, Planner, View
from agent.runs import starting


@dataclass(frozen=True, slots=True)
class Refused:
    """A request that the gate did not let out."""

    method: str
    where: str           # host, port and path
    reason: str
    third: bool


@dataclass(slots=True)
class Seen:
    """What was noted. ``lines`` are the lines of visible text, numbers taken out, over the whole flow."""

    refused: list[Refused] = field(default_factory=list)
    lines: set[str] = field(default_factory=set)


class _Looking:
    """A planner that notes the page's text and leaves the deciding to another."""

    def __init__(self, inner: Planner, seen: Seen) -> None:
        self._inner, self._seen = inner, seen

    async def decide(self, view: View) -> list[Action]:
        self._seen.lines.update(re.sub(r"\d+", "#", line.strip()) for line in view.page.text.splitlines())
        self._seen.lines.update(re.sub(r"\d+", "#", error.strip()) for error in view.page.errors)
        return await self._inner.decide(view)


def looking(inner: Planner, seen: Seen) -> Planner:
    """The same planner, watched."""
    return _Looking(inner, seen)


@contextmanager
def watched(seen: Seen, *, refusing: bool = True) -> Iterator[None]:
    """Every gate of a run tells what it refuses.

    Args:
        seen: gets it.
        refusing: False takes the policy's refusals away (what follows a press is still held): the same flow as it
            would be without a gate, to compare with.
    """

    class Watched(proxy.Gate):
        async def _refuse(self, connection: Any, request: Any, reason: Reason, **more: Any) -> None:
            parts = urlsplit(request.url)
            seen.refused.append(Refused(request.method, f"{parts.netloc}{parts.path}", reason.value,
                                        not self.is_first_party(request.url)))
            await super()._refuse(connection, request, reason, **more)

    judge = proxy.judge

    def lenient(*facts: Any, **more: Any) -> Verdict:
        verdict = judge(*facts, **more)
        kept = (Reason.UPGRADE, Reason.BROWSER, Reason.SPENT)
        if verdict.verb in (Verb.REFUSE, Verb.COPY) and verdict.reason not in kept:
            return Verdict(Verb.PASS, verdict.reason)
        return verdict

    with patch.object(starting, "Gate", Watched), patch.object(proxy, "judge", judge if refusing else lenient):
        yield
