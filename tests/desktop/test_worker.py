"""The agent as the window's child process: started, answered, killed, started again, given up."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.link import Connection, Problem
from desktop.worker import MOST_CRASHES, Worker

PATIENCE = 60_000

Make = Callable[..., Worker]


class Said:
    """What a worker told, in order."""

    def __init__(self, worker: Worker) -> None:
        self.states: list[Connection] = []
        self.changes: list[Any] = []
        self.problems: list[Problem] = []
        worker.connection.connect(self.states.append)
        worker.changed.connect(self.changes.append)
        worker.problem.connect(self.problems.append)


@pytest.fixture
def make(qtbot: QtBot, own_home: Path) -> Iterator[Make]:
    made: list[Worker] = []

    def one(*program: str) -> Worker:
        made.append(Worker(own_home, program=program))
        return made[-1]

    yield one
    for each in made:
        each.stop()


def test_calls_made_while_it_starts_are_answered(make: Make, qtbot: QtBot) -> None:
    worker = make()
    said = Said(worker)
    answers: list[Any] = []
    worker.start()
    worker.call("profile set", {"kind": "email", "value": "e@example.org"}, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    assert answers == [{"facts": {"email": "e@example.org"}}]
    qtbot.waitUntil(lambda: any(each["profile"] for each in said.changes), timeout=PATIENCE)
    assert said.states == [Connection.STARTING, Connection.READY]


def test_a_refusal_reaches_whoever_asked(make: Make, qtbot: QtBot) -> None:
    worker = make()
    said = Said(worker)
    refused: list[Problem] = []
    worker.start()
    worker.call("task", {"id": "t9"}, failed=refused.append)
    worker.call("task", {"id": "t8"})
    qtbot.waitUntil(lambda: bool(refused) and bool(said.problems), timeout=PATIENCE)
    assert refused == [Problem("There is no task t9.", "NotFound")]
    assert said.problems == [Problem("There is no task t8.", "NotFound")]


def test_killed_it_is_started_again_and_what_it_was_asked_is_not_repeated(make: Make, qtbot: QtBot) -> None:
    worker = make()
    said = Said(worker)
    worker.start()
    qtbot.waitUntil(lambda: worker.state is Connection.READY, timeout=PATIENCE)
    lost: list[Problem] = []
    os.kill(worker.process_id, signal.SIGSTOP)     # it will not answer this
    worker.call("profile set", {"kind": "email", "value": "e@example.org"}, failed=lost.append)
    os.kill(worker.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: said.states[-2:] == [Connection.STARTING, Connection.READY]
                    and Connection.CRASHED in said.states, timeout=PATIENCE)
    assert [each.kind for each in lost] == ["Stopped"]
    answers: list[Any] = []
    worker.call("profile show", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    assert answers == [{"facts": {}}]


def test_one_that_keeps_dying_is_given_up_and_can_be_started_by_the_person(make: Make, qtbot: QtBot) -> None:
    worker = make(sys.executable, "-c", "import sys; sys.exit(7)")
    said = Said(worker)
    worker.start()
    qtbot.waitUntil(lambda: worker.state is Connection.GONE, timeout=PATIENCE)
    assert said.states.count(Connection.CRASHED) == MOST_CRASHES
    refused: list[Problem] = []
    worker.call("board", failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused), timeout=PATIENCE)
    assert "not running" in refused[0].text
    worker.restart()
    assert worker.state is Connection.STARTING


def test_one_that_can_not_work_in_the_folder_says_why_and_is_not_started_again(make: Make, own_home: Path,
                                                                               qtbot: QtBot) -> None:
    own_home.mkdir(parents=True)
    (own_home / "countersign.db").write_bytes(b"this is no database, but a letter to my aunt" * 99)
    worker = make()
    said = Said(worker)
    worker.start()
    qtbot.waitUntil(lambda: worker.state is Connection.GONE, timeout=PATIENCE)
    assert Connection.CRASHED not in said.states
    assert "not a readable Countersign database" in said.problems[0].text


def test_a_program_that_is_not_there_is_given_up(make: Make, qtbot: QtBot) -> None:
    worker = make("/nowhere/at/all")
    worker.start()
    qtbot.waitUntil(lambda: worker.state is Connection.GONE, timeout=PATIENCE)


def test_lines_that_are_no_messages_are_passed_over(make: Make, qtbot: QtBot) -> None:
    answer = r'{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}'
    lines = rf"import sys; print('noise\n{{}}\n[1]'); print('{answer}', flush=True); sys.stdin.read()"
    worker = make(sys.executable, "-c", lines)
    worker.start()
    qtbot.waitUntil(lambda: worker.state is Connection.READY, timeout=PATIENCE)


def test_nobody_is_called_back_who_has_gone(make: Make, qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    worker = make()
    owner = QObject()
    heard: list[Any] = []
    worker.start()
    worker.call("board", done=heard.append, failed=heard.append, owner=owner)
    delete(owner)
    after: list[Any] = []
    worker.call("board", done=after.append)
    qtbot.waitUntil(lambda: bool(after), timeout=PATIENCE)
    assert heard == []
