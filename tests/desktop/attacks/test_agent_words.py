"""An agent that answers wrongly, twice, to nobody, or with nonsense: the window goes on and hears what comes after."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.link import Connection
from desktop.worker import LARGEST_LINE, Worker

Start = Callable[[str], Worker]
HEAD = """
import json, sys
def say(**document): print(json.dumps({"jsonrpc": "2.0", **document}), flush=True)
lines = iter(sys.stdin.readline, "")
say(id=json.loads(next(lines))["id"], result={"version": "1", "home": "", "python": ""})
"""


@pytest.fixture
def start(qtbot: QtBot, own_home: Path) -> Iterator[Start]:
    made: list[Worker] = []

    def one(script: str) -> Worker:
        worker = Worker(own_home, program=(sys.executable, "-c", HEAD + script))
        made.append(worker)
        worker.start()
        qtbot.waitUntil(lambda: worker.state is Connection.READY, timeout=20_000)
        return worker

    yield one
    for each in made:
        each.stop()


NONSENSE = (
    'sys.stdout.write("[" * 200_000 + "\\n")',
    'sys.stdout.write("{" * 3 + "\\n")',
    'sys.stdout.buffer.write(b"\\xff\\xfe\\x00\\n")',
    'sys.stdout.write("1" * 10_000 + "\\n")',
    'say(method="live", params={})', 'say(method="live", params={"task": None})', 'say(method="ended", params={})',
    'say(method="told", params={"text": None})', 'say(method="changed", params={})', 'say(method="nothing", params={})',
    'say(method="fleet", params={"working": "x"})',
    'say(id=999, result=1)', 'say(id="7", result=1)', 'say(id=2.5, result=1)', 'say(id=True, result=1)',
    'say(id=999, error={"code": [], "message": {}})', 'say(id=None, error={"code": None})',
    'say(id=-5, error={"message": 7, "data": []})', 'say(id=10**30, result=1)',
)


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
def test_what_comes_after_nonsense_is_heard(start: Start, qtbot: QtBot, nonsense: str) -> None:
    # All in one piece, so that one bad line could take the rest of the piece with it.
    worker = start(f"""
asked = json.loads(next(lines))["id"]
out, sys.stdout = sys.stdout, __import__("io").TextIOWrapper(__import__("io").BytesIO(), encoding="utf-8")
{nonsense}
say(id=asked, result="done")
sys.stdout.flush()
out.buffer.write(sys.stdout.buffer.getvalue()); out.flush()
next(lines, None)
""")
    answers: list[Any] = []
    with qtbot.capture_exceptions():
        worker.call("approve", done=answers.append)
        qtbot.waitUntil(lambda: answers == ["done"], timeout=10_000)
    assert worker.state is Connection.READY


def test_a_view_that_breaks_takes_no_answer_from_another(start: Start, qtbot: QtBot) -> None:
    worker = start("""
ids = [json.loads(next(lines))["id"] for _ in range(2)]
sys.stdout.write("".join(json.dumps({"id": each, "result": {}}) + "\\n" for each in ids)); sys.stdout.flush()
next(lines, None)
""")
    answers: list[Any] = []
    with qtbot.capture_exceptions() as broke:
        worker.call("board", done=lambda found: found["rows"])
        worker.call("approve", done=answers.append)
        qtbot.waitUntil(lambda: answers == [{}], timeout=10_000)
    assert [each[0] for each in broke] == [KeyError]         # told as a mishap, not swallowed


def test_an_answer_given_twice_counts_once(start: Start, qtbot: QtBot) -> None:
    worker = start("""
asked = json.loads(next(lines))["id"]
for at in range(3): say(id=asked, result=at)
say(id=json.loads(next(lines))["id"], result="next")
next(lines, None)
""")
    answers: list[Any] = []
    worker.call("approve", done=answers.append)
    worker.call("board", done=answers.append)
    qtbot.waitUntil(lambda: "next" in answers, timeout=10_000)
    assert answers == [0, "next"]


def test_a_long_line_is_read_in_bounded_time_and_an_endless_one_ends_the_agent(start: Start, qtbot: QtBot,
                                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    worker = start("""
asked = json.loads(next(lines))["id"]
say(id=asked, result="x" * 40_000_000)
next(lines)
while True: sys.stdout.write("y" * 1_000_000)
""")
    answers: list[Any] = []
    worker.call("board", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5_000)
    assert len(answers[0]) == 40_000_000
    assert LARGEST_LINE > 40_000_000
    monkeypatch.setattr("desktop.worker.LARGEST_LINE", 5_000_000)
    refused: list[Any] = []
    worker.call("board", failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=20_000)
    assert "stopped" in refused[0].text


def test_an_agent_that_dies_in_the_middle_of_a_line_starts_the_next_one_afresh(start: Start, qtbot: QtBot) -> None:
    worker = start("""
asked = json.loads(next(lines))["id"]
sys.stdout.write('{"jsonrpc":"2.0","id":%d,"resu' % asked); sys.stdout.flush()
sys.exit(3)
""")
    refused: list[Any] = []
    worker.call("approve", failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    assert "Look whether this was done" in refused[0].text
    qtbot.waitUntil(lambda: worker.state is Connection.READY, timeout=20_000)  # the greeting was not spoilt
