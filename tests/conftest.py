"""What every room's tests share: a data folder of their own and the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from agent.browser.find import find_browser

settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the data of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("COUNTERSIGN_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser's program file."""
    return str(find_browser().path)
