"""How a model is reached is put together so that no key goes where it was not given for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.planner.claude import probed
from agent.planner.claude.connection import Connection, connect
from agent.planner.claude.models import DEFAULT
from agent.planner.claude.problems import NoModel
from agent.protocol import settings
from agent.protocol.model import ProbeDoc
from agent.protocol.settings import VENDOR, BadSetting, model_address
from tests.parts.keys import MemoryKeyring

KEY = "sk-ant-one"


def kept(ring: MemoryKeyring, origin: str, key: str) -> None:
    ring.kept["Countersign model key", origin] = key


def test_the_key_of_the_environment_is_for_the_vendor(folder: Path, ring: MemoryKeyring) -> None:
    assert connect(folder, {"ANTHROPIC_API_KEY": KEY}) == Connection(VENDOR, KEY, DEFAULT, plain=False)


def test_the_keyring_is_asked_where_the_environment_has_none(folder: Path, ring: MemoryKeyring) -> None:
    kept(ring, VENDOR, KEY)
    assert connect(folder, {}).key == KEY


def test_without_a_key_it_is_said_plainly(folder: Path, ring: MemoryKeyring) -> None:
    with pytest.raises(NoModel, match=r"^no model is set up: there is no key for https://api.anthropic.com"):
        connect(folder, {})


def test_without_a_keyring_it_says_so(folder: Path) -> None:
    with pytest.raises(NoModel, match="There is no keyring"):
        connect(folder, {})


def test_no_key_goes_to_another_address(folder: Path, ring: MemoryKeyring) -> None:
    kept(ring, VENDOR, KEY)
    settings.write(folder, "model-address", "https://elsewhere.example")
    with pytest.raises(NoModel, match=r"no key for https://elsewhere.example"):
        connect(folder, {"ANTHROPIC_API_KEY": KEY})


def test_an_address_of_the_environment_gets_its_key_and_not_the_keyrings(folder: Path, ring: MemoryKeyring) -> None:
    kept(ring, VENDOR, "sk-kept")
    there = {"ANTHROPIC_BASE_URL": "https://proxy.example/v/"}
    with pytest.raises(NoModel):
        connect(folder, there)
    found = connect(folder, {**there, "ANTHROPIC_API_KEY": KEY})
    assert found == Connection("https://proxy.example/v", KEY, DEFAULT, plain=True)


def test_what_the_settings_name_goes_before_the_environment(folder: Path, ring: MemoryKeyring) -> None:
    settings.write(folder, "model-address", "http://localhost:11434")
    assert connect(folder, {"ANTHROPIC_BASE_URL": "https://x.example"}).base_url == "http://localhost:11434"


def test_a_server_near_by_needs_no_key_and_is_asked_plainly(folder: Path) -> None:
    settings.write(folder, "model-address", "http://127.0.0.1:8080")
    settings.write(folder, "model", "other")
    with pytest.raises(NoModel, match="name it"):
        connect(folder, {})
    settings.write(folder, "model-name", "qwen3:8b")
    assert connect(folder, {}) == Connection("http://127.0.0.1:8080", "", "qwen3:8b", plain=True)


def test_no_key_goes_over_the_network_unencrypted(folder: Path, ring: MemoryKeyring) -> None:
    settings.write(folder, "model-address", "http://192.168.1.5:4000")
    kept(ring, "http://192.168.1.5:4000", KEY)
    assert connect(folder, {"ANTHROPIC_API_KEY": KEY}).key == ""


def test_a_key_is_never_in_the_words_for_a_log() -> None:
    assert KEY not in repr(Connection(VENDOR, KEY, DEFAULT))


def test_a_probe_decides_for_its_own_address_and_model(folder: Path, ring: MemoryKeyring) -> None:
    settings.write(folder, "model-address", "http://localhost:4000")

    def found(**more: Any) -> ProbeDoc:
        doc: Any = {"address": "http://localhost:4000", "model": DEFAULT, "at": "", "reached": True, "settled": True,
                    "usable": True, "plain": False, "summary": "It can't call tools.", "lines": [], "cost": 0.0}
        return {**doc, **more}

    assert connect(folder, {}).plain
    probed.keep(folder, found())
    assert (folder / probed.FILE).stat().st_mode & 0o077 == 0
    assert not connect(folder, {}).plain
    probed.keep(folder, found(model="another"))
    assert connect(folder, {}).plain
    probed.keep(folder, found(usable=False))
    with pytest.raises(NoModel, match="can't call tools"):
        connect(folder, {})
    assert connect(folder, {}, probed=False)
    (folder / probed.FILE).write_text("{broken")
    assert connect(folder, {})


@pytest.mark.parametrize(("typed", "is_kept"), [
    ("https://api.anthropic.com/", VENDOR), ("api.anthropic.com", VENDOR), ("localhost:11434", "http://localhost:11434"),
    ("http://[::1]:8080", "http://[::1]:8080"), ("http://10.0.0.2/llm/", "http://10.0.0.2/llm"),
    ("http://box.local:1234", "http://box.local:1234"), ("HTTPS://Proxy.example", "https://proxy.example")])
def test_addresses_as_they_are_kept(typed: str, is_kept: str) -> None:
    assert model_address(typed) == is_kept


@pytest.mark.parametrize("typed", [
    "", "http://api.anthropic.com", "http://1.2.3.4", "http://0.0.0.0:80", "ftp://localhost", "https://u:p@x.example",
    "https://x.example?key=1", "https://x.example#a", "http://localhost.evil.example", "https://"])
def test_addresses_that_are_refused(typed: str) -> None:
    with pytest.raises(BadSetting):
        model_address(typed)
