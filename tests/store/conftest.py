"""A real store in a temporary home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.protocol import Digest
from agent.store import ledger, tasks
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Submission, Task


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return home_folder(str(tmp_path / "home"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(folder)
    yield opened
    opened.close()


@pytest.fixture
def held(store: Store) -> Submission:
    task = tasks.add(store, Task(text="a task", title="a task", url="https://council.example/"))
    run = tasks.start_run(store, task.id or 0)
    return ledger.hold(store, Submission(task_id=task.id or 0, run_id=run.id or 0, method="POST",
                                         url="https://council.example/send", origin="https://council.example",
                                         digest=Digest("d1")))
