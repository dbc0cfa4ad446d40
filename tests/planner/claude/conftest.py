"""A purse without a bottom, a record that keeps everything, and planners that talk to a scripted vendor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from agent.planner.claude.client import Patience
from agent.planner.claude.connection import Connection
from agent.planner.claude.planner import Claude
from agent.planner.claude.usage import Usage
from tests.vendor.server import Vendor

KEY = "sk-practice-4471-QRZT-0092"
QUICK = Patience(silence=3.0, waits=(0.0, 0.0, 0.0))


@dataclass
class Purse:
    against: str = ""
    used: list[Usage] = field(default_factory=list)

    async def may_spend(self) -> str:
        return self.against

    def spent(self, usage: Usage) -> None:
        self.used.append(usage)


@dataclass
class Record:
    turns: list[tuple[Mapping[str, Any], Mapping[str, Any], Usage]] = field(default_factory=list)

    def turn(self, request: Mapping[str, Any], answer: Mapping[str, Any], usage: Usage) -> None:
        self.turns.append((request, answer, usage))


@dataclass
class Bench:
    """Makes planners; keeps what they spent, recorded and told."""

    purse: Purse = field(default_factory=Purse)
    record: Record = field(default_factory=Record)
    heard: list[str] = field(default_factory=list)

    def planner(self, vendor: Vendor, *, plain: bool = False, **more: Any) -> Claude:
        connection = Connection(vendor.url, KEY, "claude-sonnet-5-5", plain)
        return Claude(connection, self.purse, self.record, progress=self.heard.append,
                      **{"patience": QUICK, **more})


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def planning(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Claude]], None]:
    """Makes every run of the test plan with what is given."""
    from agent.desk import working

    heed = working.heed

    def plan_with(make: Callable[[], Claude]) -> None:
        def heeding(ground: Any, *more: Any, **named: Any) -> None:
            heed(ground, *more, **named)
            ground.planner = make

        monkeypatch.setattr(working, "heed", heeding)

    return plan_with
