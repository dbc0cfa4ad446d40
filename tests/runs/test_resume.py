"""A resume point comes back as it was kept, is private, and is nothing at all when it can't be read."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from agent.browser.driver import Error
from agent.gate.memory import Memory
from agent.runs import resume

STATE = {"cookies": [{"name": "session", "value": "v", "domain": "a.example", "path": "/"}], "origins": []}


class Context:
    """Stands for a browser context: gives its storage, or is gone."""

    pages = ()

    def __init__(self, state: dict[str, Any] | None) -> None:
        self._state = state

    async def storage_state(self) -> dict[str, Any]:
        if self._state is None:
            raise Error("Target closed")
        return self._state


def known() -> Memory:
    memory = Memory()
    memory.give("https://a.example/start#part")
    memory.deliver("https://a.example/form/1?x=2")
    memory.read('<a href="/next?id=7">', "https://a.example/form/1")
    memory.fetched.add("https://a.example/style.css")
    memory.cookies.add("session=v")
    memory.headers.add(("x-requested-with", "fetch"))
    return memory


async def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "t1.json"
    await resume.keep(path, "https://a.example/form/2", Context(STATE), known())  # type: ignore[arg-type]  # a stand-in
    back = resume.recall(path)
    assert back == resume.Resume("https://a.example/form/2", STATE, known())
    assert back.memory.is_known("https://a.example/next?id=7")
    assert not back.memory.is_known("https://a.example/next?id=8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


async def test_a_browser_that_is_gone_leaves_the_older_point(tmp_path: Path) -> None:
    path = tmp_path / "t1.json"
    for url, state in (("https://a.example/1", STATE), ("https://a.example/2", None)):
        await resume.keep(path, url, Context(state), known())  # type: ignore[arg-type]  # a stand-in
    back = resume.recall(path)
    assert back is not None
    assert back.url == "https://a.example/1"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", json.dumps({"url": "x"}), "\x00" * 50,
                                     json.dumps({"url": "x", "state": [1], "memory": "{}"}),
                                     json.dumps({"url": "x", "state": {}, "memory": "[]"}),
                                     json.dumps({"url": "x", "state": {}, "memory": '{"none": []}'})])
def test_what_can_not_be_read_is_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t1.json"
    path.write_text(content)
    assert resume.recall(path) is None


def test_none_was_kept(tmp_path: Path) -> None:
    assert resume.recall(tmp_path / "t1.json") is None
    resume.forget(tmp_path / "t1.json")
