"""The second start hands its things over and ends; nothing else that speaks to the socket gets anywhere."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.app import first_lock
from desktop.single_instance import LARGEST, Doorbell, Handed, address, from_message, hand_over, to_message

GIVEN = Handed(("/tmp/a.pdf",), ("https://a.example",), ("Submit",), activate=False)
OTHER = """
import sys
from pathlib import Path
from desktop.single_instance import Handed, hand_over
sys.exit(0 if hand_over(Path(sys.argv[1]), Handed(("/tmp/a.pdf",), ("https://a.example",), ("Submit",), False)) else 1)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def doorbell(home: Path, qtbot: QtBot) -> Doorbell:
    made = Doorbell(home)
    assert made.listening
    return made


def test_a_message_comes_through_whole() -> None:
    assert from_message(to_message(GIVEN).rstrip()) == GIVEN


@pytest.mark.parametrize("line", [
    b"", b"no json", b"[]", b'{"files": "x"}', b'{"files": [1]}', b'{"files": ["relative.pdf"]}',
    b'{"activate": "yes"}', b'{"texts": null}', b"[" * 100_000, b'{"texts": ["' + b"x" * LARGEST + b'"]}',
    b'{"texts": [' + b'"x",' * 1000 + b'"x"]}',
])
def test_what_is_no_message_of_ours_is_dropped(line: bytes) -> None:
    assert from_message(line) is None


def test_another_process_hands_over_and_is_told_so(doorbell: Doorbell, home: Path, qtbot: QtBot) -> None:
    with (qtbot.waitSignal(doorbell.handed, timeout=10_000) as heard,
          subprocess.Popen([sys.executable, "-c", OTHER, str(home)], cwd=Path(__file__).parents[2]) as other):
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=10_000)
    assert heard.args == [GIVEN]
    assert other.returncode == 0


@pytest.mark.parametrize("sent", [b"rubbish\n", b"x" * (LARGEST + 1)])
def test_rubbish_and_floods_are_cut_off(doorbell: Doorbell, home: Path, qtbot: QtBot, sent: bytes) -> None:
    heard: list[object] = []
    doorbell.handed.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(address(home))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(sent)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []


def test_a_socket_left_by_a_crash_keeps_nobody_out(home: Path, qtbot: QtBot) -> None:
    Path(address(home)).write_bytes(b"")
    assert Doorbell(home).listening


@pytest.mark.skipif(sys.platform == "win32", reason="rights of named pipes are not file modes")
def test_only_the_owner_can_reach_it(doorbell: Doorbell, home: Path) -> None:
    assert stat.S_IMODE(Path(address(home)).stat().st_mode) == 0o700


def test_a_long_home_gets_a_short_address_in_a_folder_of_ours(home: Path) -> None:
    long = home / ("x" * 120)
    long.mkdir()
    found = Path(address(long))
    assert len(os.fsencode(found)) <= 104
    assert stat.S_IMODE(found.parent.stat().st_mode) == 0o700
    assert found != Path(address(home))


def test_nobody_there_is_told_apart(home: Path) -> None:
    assert hand_over(home, GIVEN, patience=50) is False


def test_the_lock_is_had_once(home: Path) -> None:
    first = first_lock(home)
    assert first is not None
    assert first_lock(home) is None
    first.unlock()
    assert first_lock(home) is not None
