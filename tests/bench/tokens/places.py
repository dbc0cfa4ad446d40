"""Where the tasks' pages stand, and what arrived there: the oracle of the bench."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from agent.practice import PracticeSite, records
from tests.bench.tokens.tasks import Task
from tests.sites.person import on_wire
from tests.sites.recorder import Recorder, recording_site


@dataclass(slots=True)
class Place:
    """One task's site, fresh. ``url``: of the page."""

    task: Task
    url: str
    site: PracticeSite | Recorder

    def missing(self) -> str:
        """What is wrong with what arrived; empty where just the one right submission did."""
        arrived = self._arrived()
        if len(arrived) != 1:
            return f"{len(arrived)} submissions arrived"
        wrong = [f"{name}: {arrived[0].get(name)!r}" for name, value in self.task.sent.items()
                 if _bare(value) not in _bare(arrived[0].get(name, ""))]
        return ", ".join(wrong)

    def _arrived(self) -> list[dict[str, str]]:
        if isinstance(self.site, Recorder):
            return [dict(on_wire(each)) for each in self.site.records]
        return [{name: str(value) for name, value in each.fields.items()} for each in records(self.site.database)]


@contextmanager
def place_of(task: Task, folder: Path) -> Iterator[Place]:
    """Serves the task's page until the block ends."""
    if task.foreign:
        with recording_site() as recorder:
            yield Place(task, recorder.page(task.page), recorder)
    else:
        with PracticeSite(folder / "council.db") as site:
            yield Place(task, site.pages[task.page], site)


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
