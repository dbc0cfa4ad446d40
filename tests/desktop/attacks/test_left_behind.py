"""Personal data where it should not stay: copies of drops, file modes; and who may knock at the first start's door."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData
from pytestqt.qtbot import QtBot

from agent.intake.draft import draft
from agent.intake.errors import BadFile
from desktop.dropping import DROPS, MAIL, forget, receive
from desktop.single_instance import Doorbell, address, from_message
from tests.desktop.test_single_instance import GIVEN, OTHER


def test_a_dropped_mail_is_private_and_forgotten(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setData(MAIL, b"Subject: my divorce\r\nFrom: a@b.example\r\n\r\nx")
    (path,) = receive(mime, tmp_path).files
    if sys.platform != "win32":
        assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
        assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700
    keep = tmp_path / "keep.eml"
    keep.write_text("x")
    (tmp_path / DROPS / "dropped-link.eml").symlink_to(keep)
    forget(tmp_path)
    assert list((tmp_path / DROPS).iterdir()) == []
    assert keep.exists()
    forget(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe is no file")
def test_a_link_where_the_socket_should_stand_leads_nowhere(tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "letters.db"
    target.write_text("mine")
    Path(address(tmp_path)).symlink_to(target)
    bell = Doorbell(tmp_path, QCoreApplication.instance())
    assert bell.listening
    assert target.read_text() == "mine"
    assert not Path(address(tmp_path)).is_symlink()
    bell.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the door is a socket file elsewhere")
def test_many_idle_and_rude_callers_keep_nobody_out(tmp_path: Path, qtbot: QtBot) -> None:
    bell = Doorbell(tmp_path, QCoreApplication.instance())       # lives as long as the app, as the app's own
    callers = []
    for number in range(60):
        caller = socket.socket(socket.AF_UNIX)
        caller.setblocking(False)
        with contextlib.suppress(BlockingIOError):             # the line before the door is full
            caller.connect(address(tmp_path))
            if number % 2:
                caller.send(b"rubbish" * 500)
        callers.append(caller)
    heard: list[object] = []
    bell.handed.connect(heard.append)
    with subprocess.Popen([sys.executable, "-c", OTHER, str(tmp_path)], cwd=Path(__file__).parents[3]) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=15_000)
    assert other.returncode == 0
    assert heard == [GIVEN]
    for caller in callers:
        caller.close()
    qtbot.waitUntil(lambda: not bell._heard, timeout=5_000)      # nobody who has gone is kept
    bell.close()


@pytest.mark.parametrize("line", [
    b'{"files": ["a\\u0000b"]}', b'{"files": ["../../etc/passwd"]}', b'{"files": ["~/x"]}', b'{"files": [""]}',
    b'{"files": {"0": "/a"}}', b'{"urls": "https://a.example"}', b'{"activate": 1}', b"NaN", b'{"files": [["/a"]]}'])
def test_relative_and_odd_paths_are_not_taken(line: bytes) -> None:
    assert from_message(line) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no devices in a folder")
def test_devices_and_missing_files_handed_over_are_refused_in_words(tmp_path: Path) -> None:


    os.mkfifo(tmp_path / "pipe")
    for path in ("/dev/zero", "/dev/stdin", str(tmp_path), str(tmp_path / "pipe"), str(tmp_path / "gone"), "/a\0b"):
        with pytest.raises(BadFile):
            draft("Do this", files=[path])
