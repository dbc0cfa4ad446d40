"""The model's commands: set, show, key, forget, probe, saw; the key is seen nowhere."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest

from agent.cli_text import as_text
from agent.command_line import execute
from agent.desk import Desk, registered
from agent.desk.model import keep_key, model_check
from agent.planner.claude.record import RunRecord
from agent.planner.claude.usage import Usage
from agent.protocol.settings import VENDOR
from agent.store import tasks
from agent.store.problems import NotNow
from agent.store.tables import Task
from agent.vault.problems import NoKeyring
from tests.parts.keys import MemoryKeyring, PlaintextKeyring
from tests.parts.model_server import Manners, ModelServer

KEY = "sk-ant-api03-abcdefgh"


@pytest.fixture
def desk(own_home: Path) -> Iterator[Desk]:
    made = Desk(str(own_home))
    yield made
    made.close()


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def call(desk: Desk, name: str, **arguments: Any) -> Any:
    return registered()[name].call(desk, **arguments)


def test_a_key_from_standard_input_is_kept_and_shown_nowhere(
        ring: MemoryKeyring, own_home: Path, monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{KEY}\n"))
    assert execute(["model", "key", "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert (found["key"], found["ready"], found["price"]) == ("keyring", True, "$2 in, $10 out a million tokens")
    assert KEY not in said.out + said.err
    assert list(ring.kept) == [("Countersign model key", VENDOR)]
    assert not any(KEY.encode() in path.read_bytes() for path in own_home.rglob("*") if path.is_file())
    assert execute(["model", "forget-key"]) == 0
    assert ring.kept == {}


@pytest.mark.parametrize("typed", ["", "\n", "two words", "ключ", "x" * 600, "a\x00b"])
def test_what_is_no_key_is_not_kept(desk: Desk, ring: MemoryKeyring, typed: str) -> None:
    with pytest.raises(NotNow, match="That is no key"):
        keep_key(desk, typed)
    assert ring.kept == {}


def test_a_keyring_that_is_readable_by_others_is_refused(desk: Desk) -> None:
    before, plain = keyring.get_keyring(), PlaintextKeyring()
    keyring.set_keyring(plain)
    try:
        with pytest.raises(NoKeyring, match="PlaintextKeyring"):
            keep_key(desk, KEY)
        assert "does not keep secrets safely" in call(desk, "model show")["keyring"]
    finally:
        keyring.set_keyring(before)
    assert plain.kept == {}


def test_no_key_is_kept_for_a_server_that_would_get_it_unencrypted(desk: Desk, ring: MemoryKeyring) -> None:
    call(desk, "model set", model="m", address="http://192.168.1.5:4000")
    with pytest.raises(NotNow, match="unencrypted"):
        keep_key(desk, KEY)


def test_model_and_server_are_set_both_or_neither(desk: Desk) -> None:
    with pytest.raises(NotNow, match="encrypted"):
        call(desk, "model set", model="claude-haiku-5-5", address="http://far.example")
    assert call(desk, "model show")["model"] == "claude-sonnet-5-5"
    found = call(desk, "model set", model="qwen3:14b", address="localhost:11434")
    assert (found["model"], found["address"], found["ready"], found["key_needed"]) == (
        "qwen3:14b", "http://localhost:11434", True, False)
    assert call(desk, "model set", model="claude-haiku-5-5", address=VENDOR)["name"] == "Claude Haiku 5.5"


async def test_a_probe_is_kept_and_decides(desk: Desk) -> None:
    with ModelServer(Manners(tools=False)) as server:
        call(desk, "model set", model="small", address=server.url)
        found = await call(desk, "model probe")
        assert not found["usable"]
        shown = call(desk, "model show")
        assert not shown["ready"]
        assert "small at http://127.0.0.1" in shown["problem"]
        assert not model_check(desk)["ok"]
        server.manners.tools = True
        assert (await call(desk, "model probe"))["usable"]
        assert call(desk, "model show")["ready"]
        assert model_check(desk) == {"check": f"model: small at {server.url}", "ok": True, "fix": ""}
        server.manners.status = 529      # busy now: what was found before stays
        assert not (await call(desk, "model probe"))["usable"]
        assert call(desk, "model show")["ready"]


async def test_what_a_probe_cost_counts_for_the_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(Manners()) as server:
        call(desk, "model set", model="claude-sonnet-5-5", address=server.url)
        found = await call(desk, "model probe")
    assert call(desk, "model show")["spent_today"] == pytest.approx(found["cost"])
    assert found["cost"] > 0


def test_doctor_finds_nothing_wrong_where_no_model_is_set_up(desk: Desk) -> None:
    assert model_check(desk) == {"check": "model: none is set up, and none is needed", "ok": True, "fix": ""}


def test_saw_shows_all_of_it(desk: Desk) -> None:
    task = tasks.add(desk.store, Task(text="x", title="x", url="https://x.example/"))
    run = tasks.start_run(desk.store, task.id or 0)
    assert as_text("saw", call(desk, "saw", id="t1")) == "No model saw anything of this task."
    RunRecord(desk.store, 1, run.id or 0).turn(
        {"model": "claude-haiku-5-5", "messages": [{"role": "user", "content": "the page \u202e"}]},
        {"content": [{"type": "tool_use", "id": "a", "name": "fill", "input": {}}]}, Usage(1000, 100, 20))
    words = as_text("saw", call(desk, "saw", id="t1"))
    assert "the page ⟨U+202E⟩" in words
    assert "< model call fill" in words
    assert "1000 tokens read, 20 from the cache" in words


def test_kinds_that_are_none_are_refused(desk: Desk) -> None:
    with pytest.raises(NotNow, match="postal-coed"):
        call(desk, "settings set", key="model-sees", value="postal-coed")
    call(desk, "settings set", key="model-sees", value="Postal-Code country")
    (kept,) = [each for each in call(desk, "settings show") if each["key"] == "model-sees"]
    assert kept["value"] == "country, postal-code"
    call(desk, "settings set", key="model-sees", value="")


@pytest.mark.parametrize(("typed", "kept"), [("2", "2.00"), ("$1.5", "1.50"), ("0", "0.00"), ("1,25", "1.25")])
def test_dollars_as_people_write_them(desk: Desk, typed: str, kept: str) -> None:
    call(desk, "settings set", key="model-task-dollars", value=typed)
    assert {each["key"]: each["value"] for each in call(desk, "settings show")}["model-task-dollars"] == kept


@pytest.mark.parametrize("typed", ["-1", "lots", "1e9", "2000", "1.234", "nan"])
def test_what_is_no_amount_is_refused(desk: Desk, typed: str) -> None:
    with pytest.raises(NotNow, match="US dollars"):
        call(desk, "settings set", key="model-task-dollars", value=typed)
