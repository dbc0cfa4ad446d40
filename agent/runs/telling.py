"""Tells what a run does: as a step in its record, to whoever looks on, and to whoever waits for it."""

from __future__ import annotations

from dataclasses import dataclass

from agent.runs.ground import Ground
from agent.runs.watching import Watched
from agent.store import tasks


@dataclass(frozen=True, slots=True)
class Telling:
    """The voice of one run."""

    ground: Ground
    task_id: int
    run_id: int
    watched: Watched

    def say(self, text: str) -> None:
        """Something that a person would wait for."""
        self.ground.progress(self.task_id, text)
        self.note(text)

    def note(self, text: str) -> None:
        """A step, for the record and for who looks on."""
        tasks.add_step(self.ground.store, self.run_id, text)
        self.watched.step(text)
