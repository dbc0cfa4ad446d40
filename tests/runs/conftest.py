"""A person, and the practice council they deal with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.practice import PracticeSite
from tests.runs.household import Person


@pytest.fixture
def person(own_home: Path) -> Person:
    return Person(own_home)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[PracticeSite]:
    with PracticeSite(tmp_path / "council.db") as running:
        yield running
