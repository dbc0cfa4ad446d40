"""A store with one task that runs, and a keyring in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from agent.store import tasks
from agent.store.engine import Store
from agent.store.home import home_folder
from agent.store.migrate import open_store
from agent.store.tables import Task
from tests.parts.keys import MemoryKeyring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return home_folder(str(tmp_path / "home"))


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = open_store(folder)
    task = tasks.add(opened, Task(text="a task", title="a task", url="https://council.example/"))
    tasks.start_run(opened, task.id or 0)
    yield opened
    opened.close()


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)
