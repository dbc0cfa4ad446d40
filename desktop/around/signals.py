"""Ends the app tidily on SIGINT and SIGTERM; Python's handlers alone would wait for the next click."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Signals(QObject):
    """Calls ``quit`` on the UI thread when the system asks the process to end."""

    def __init__(self, quit: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quit = quit
        self._hear, self._write = socket.socketpair()
        self._hear.setblocking(False)
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda _number, _frame: None)  # the byte on the socket does the work
        self._notifier = QSocketNotifier(self._hear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def close(self) -> None:
        """Hears no more."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._hear.close()
        self._write.close()

    def _heard(self) -> None:
        try:
            numbers = self._hear.recv(64)
        except OSError:
            return
        if any(number in (signal.SIGINT, signal.SIGTERM) for number in numbers):
            self._quit()
