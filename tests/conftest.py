"""What every room's tests share: a data folder of their own and the browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from agent.browser.driver import BrowserContext
from agent.browser.find import find_browser
from agent.browser.launch import prove as launch_prove
from agent.gate.channels import Channel
from agent.gate.proxy import Gate
from tests.vendor.session import overseen as overseen
from tests.vendor.session import pytest_sessionfinish as pytest_sessionfinish
from tests.vendor.session import pytest_terminal_summary as pytest_terminal_summary
from tests.vendor.session import pytest_testnodedown as pytest_testnodedown

# A busy machine is no fault of the code, and a check of a change must not fail by lot: the same examples each time.
# New ones with HYPOTHESIS_PROFILE=lot.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("lot", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the data of the person who runs it."""
    home = tmp_path / "home"
    monkeypatch.setenv("COUNTERSIGN_HOME", str(home))
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN"):
        monkeypatch.delenv(name, raising=False)  # no test asks a model that costs money
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # nor opens the person's keyring
    return home


PROVED_ONCE = ("runs", "foreign", "attackers", "attacks", "injected", "sites", "planner")
"""Rooms whose tests start a browser behind a gate each: the gate's self-test, a second of work, runs in the first
alone. What starts processes of its own, and the gate's own tests, prove it each time."""
_proved: list[Channel] = []


async def _prove_once(context: BrowserContext, gate: Gate, *, thorough: bool = False) -> list[Channel]:
    if not _proved or thorough:
        _proved[:] = await launch_prove(context, gate, thorough=thorough)
    return list(_proved)


@pytest.fixture(autouse=True)
def proved_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same browser and the same gate need no proof before every single test."""
    if request.path.relative_to(Path(__file__).parent).parts[0] in PROVED_ONCE:
        monkeypatch.setattr("agent.browser.launch.prove", _prove_once)


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser's program file."""
    return str(find_browser().path)


LONG = ("faults", "runs", "foreign", "attacks", "attackers", "channels", "serve", "desk", "sites", "flows", "walks")
"""Rooms whose files take longest: whole runs, one after the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that two files at a time end together."""
    here = Path(__file__).parent
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.relative_to(here).parts[0], len(LONG)))
