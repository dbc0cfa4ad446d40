"""One window per home: a lock says who is first; a later start hands its things over on a local socket and ends.

The lock (`desktop.app.first_lock`) decides, not the socket: two starts at the same moment can't both win, and a dead
socket file can't keep anyone out. The socket stands in the home, which only its owner can enter; where that path is
too long for a socket, in a folder of our own beside the temporary files: nobody else can stand there first and be
handed the person's files.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LARGEST = 1024 * 1024
"""Bytes of a handed-over message; a longer one is dropped."""
MOST = 1000
"""Things of one kind in a message."""
LONGEST_PATH = 100
"""Bytes of a socket's path; the system's limit is 104 (macOS) or 108 (Linux)."""
DONE = b"ok\n"
PATIENCE = 10_000
"""Milliseconds a later start waits for the first one, which may be just starting itself."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a second start brings. Paths are absolute."""

    files: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    activate: bool = True


def to_message(handed: Handed) -> bytes:
    """One line of JSON."""
    return json.dumps({"files": handed.files, "urls": handed.urls, "texts": handed.texts,
                       "activate": handed.activate}).encode() + b"\n"


def from_message(line: bytes) -> Handed | None:
    """The message of a line; None if it is too long or not one of ours."""
    if len(line) > LARGEST:
        return None
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or not isinstance(activate := document.get("activate", True), bool):
        return None
    lists: list[tuple[str, ...]] = []
    for name in ("files", "urls", "texts"):
        found = document.get(name, [])
        if not isinstance(found, list) or len(found) > MOST or not all(isinstance(each, str) for each in found):
            return None
        lists.append(tuple(found))
    files, urls, texts = lists
    return Handed(files, urls, texts, activate) if all(Path(each).is_absolute() for each in files) else None


def address(home: Path) -> str:
    """Where the first start listens.

    Raises:
        OSError: the folder for it belongs to somebody else.
    """
    name = "countersign-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:24]
    if sys.platform == "win32":
        return name
    near = home.resolve() / "window.sock"
    if len(os.fsencode(near)) <= LONGEST_PATH:
        return str(near)
    folder = Path(QDir.tempPath()) / f"countersign-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    seen = folder.lstat()
    if folder.is_symlink() or seen.st_uid != os.getuid() or seen.st_mode & 0o077:
        raise PermissionError(f"{folder} is not ours alone")
    return str(folder / name)


def hand_over(home: Path, handed: Handed, patience: int = PATIENCE) -> bool:
    """Gives everything to the first start; True once it said that it has it. Blocks for ``patience`` ms at most."""
    until = time.monotonic() + patience / 1000
    where = address(home)
    while time.monotonic() < until:
        if _given(where, to_message(handed), until):
            return True
        time.sleep(0.05)
    return False


def _given(where: str, message: bytes, until: float) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(500):
        return False
    socket.write(message)
    while socket.bytesToWrite() and time.monotonic() < until:
        if not socket.waitForBytesWritten(500):
            return False
    answer = b""
    while len(answer) < len(DONE) and time.monotonic() < until:
        if not socket.waitForReadyRead(500) and socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            break
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == DONE


class Doorbell(QObject):
    """Listens for later starts. ``handed`` carries what they bring."""

    handed = Signal(object)      # Handed

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(8)
        self._server.newConnection.connect(self._meet)
        where = address(home)
        QLocalServer.removeServer(where)  # we hold the lock, so whoever left it is gone
        self.listening = self._server.listen(where)

    def close(self) -> None:
        """Listens no more, and lets go of whoever is still on the line."""
        self._server.close()
        for socket in list(self._heard):
            del self._heard[socket]
            # Before it goes: a socket that dies with its server must not call into Python any more.
            socket.readyRead.disconnect()
            socket.disconnected.disconnect()
            socket.abort()
            socket.deleteLater()

    def _meet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(lambda socket=socket: self._forget(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._heard:
            return
        heard = self._heard[socket] + bytes(socket.readAll().data())
        self._heard[socket] = heard
        if b"\n" not in heard and len(heard) <= LARGEST:
            return
        message = from_message(heard.partition(b"\n")[0])
        if message is None:
            socket.abort()
            return
        self._heard[socket] = b""
        socket.write(DONE)
        socket.flush()
        self.handed.emit(message)

    def _forget(self, socket: QLocalSocket) -> None:
        if self._heard.pop(socket, None) is not None:
            socket.deleteLater()
