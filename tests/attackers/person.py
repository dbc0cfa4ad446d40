"""The scripted person of a seed: decides as its seed says, at most one approval, and remembers what it agreed to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from agent.desk import Desk, registered
from agent.problems import expected
from agent.protocol import SubmissionState
from agent.store import questions, submissions
from agent.store.tables import Question


@dataclass
class Scripted:
    """Decides on what waits.

    Args:
        desk: the person's own, of the same home.
        chance: of the seed.
        approves: whether this person ever approves anything.
    """

    desk: Desk
    chance: random.Random
    approves: bool
    approved: list[dict[str, Any]] = field(default_factory=list)   # sheets as they were shown
    said: dict[str, tuple[str, str]] = field(default_factory=dict)  # question key -> (prompt, answer)
    sites: set[str] = field(default_factory=set)                   # whom they let the task go on to
    granted: bool = False

    def look(self) -> bool:
        """Deals with one thing that waits; False when nothing does or they leave it."""
        for asked in questions.open_ones(self.desk.store):
            self._answer(asked)
            return True
        for held in submissions.in_state(self.desk.store, [SubmissionState.HELD]):
            return self._decide(f"s{held.id}")
        return False

    def _answer(self, asked: Question) -> None:
        if asked.kind == "site":
            value = self.chance.choice(["yes", "no", "no"])
        elif asked.kind == "allow":
            value = "no"
        else:
            value = asked.options[0] if asked.options else self.chance.choice(["blue", "yes", "no", "1"])
        try:
            registered()["answer"].call(self.desk, question=f"q{asked.id}", value=value)
        except expected():
            registered()["cancel"].call(self.desk, id=f"t{asked.task_id}")
            return
        self.said[asked.key] = asked.prompt, value
        if asked.kind == "site" and value == "yes":
            self.sites.add(asked.prompt.split("another site: ")[1].split(". May")[0])

    def _decide(self, number: str) -> bool:
        sheet = registered()["submission"].call(self.desk, id=number)
        if self.approves and not self.approved and self.chance.random() < 0.8:
            return self._approve(number, sheet)
        what = self.chance.choice(["reject", "send-back", "leave"])
        if what == "leave":
            return False
        if what == "reject":
            registered()["reject"].call(self.desk, id=number)
        else:
            registered()["send-back"].call(self.desk, id=number, text="The meter reading is 480218")
        return True

    def _approve(self, number: str, sheet: dict[str, Any]) -> bool:
        own = [row["name"] for row in sheet["fields"] if row["needs_own_yes"]]
        steps = bool(sheet.get("step_grant")) and self.chance.random() < 0.4
        agrees = self.chance.random() < 0.5
        try:
            registered()["approve"].call(self.desk, id=number, digest=sheet["digest"], revision=sheet["revision"],
                                         steps=steps, accept=own if agrees else [])
        except expected():  # something wants its own yes, which they do not give
            registered()["reject"].call(self.desk, id=number)
            return True
        self.granted = self.granted or steps
        self.approved.append({**sheet, "accepted": own})
        return True
