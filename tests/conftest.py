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
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)  # no test asks a model that costs money
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # nor opens the person's keyring
    return home


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser's program file."""
    return str(find_browser().path)


LONG = ("faults", "runs", "attacks", "attackers", "channels", "serve", "desk", "sites", "flows", "walks")
"""Rooms whose files take longest: whole runs, one after the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that two files at a time end together."""
    here = Path(__file__).parent
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.relative_to(here).parts[0], len(LONG)))
